"""How a deed's own transaction reads what it changed, for whoever wants to be told at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy.orm import Session

from console.db.feed import change_of, is_small
from console.domain.change import Change
from console.domain.events import Event


class Echo(Protocol):
    """Somebody who wants to be told what a deed changed as soon as it is committed."""

    def begin(self) -> bool:
        """Whether it shall be read; if so, ``end`` follows."""

    def end(self, change: Change | None) -> None:
        """It is committed, or it is not: None."""


Keep = Callable[[Session, Event], None]
"""Reads what the event that was just appended has changed."""


@contextmanager
def echoing(echo: Echo | None) -> Iterator[Keep]:
    """Around a transaction: tell of its change once it is committed.

    The change is read after the event was appended. No other deed can be committed from there on,
    so it is what a reader will see after this one.
    """
    begun, kept = False, None

    def keep(session: Session, event: Event) -> None:
        nonlocal begun, kept
        # Every other writer waits meanwhile, so nothing long is read here.
        if echo is None or not is_small(event) or not echo.begin():
            return
        begun = True
        # What the deed's own session has loaded may be older than the lock.
        with Session(session.connection(), autoflush=False) as afresh:
            kept = change_of(afresh, (event,))

    committed = False
    try:
        yield keep
        committed = True
    finally:
        if echo is not None and begun:
            echo.end(kept if committed else None)
