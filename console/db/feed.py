"""The feed: notice that something may be new, and read what the new events changed."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event as Flag
from time import monotonic
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.engine import URL
from sqlalchemy.orm import Session
from typing_extensions import override

from console.db import local, shared
from console.db.courses import courses_by_id
from console.db.dealings import dealt_for
from console.db.engine import Database
from console.db.faults import translated
from console.db.ladder import presences, supervisions
from console.db.log import COLUMNS, event_of
from console.db.members import members
from console.db.notifications import Notifications
from console.db.queries import catalogue, incidents_by_id
from console.db.shifts import shifts
from console.db.tables import EventRow
from console.domain.change import Change
from console.domain.events import GENESIS, Event
from console.domain.incident import ENDED, Incident
from console.domain.ladder import Supervision
from console.domain.lifecycle import SHIFT_DEEDS, Deed
from console.domain.safety import Presence

CHANNEL = "grid_console"
"""What PostgreSQL's listeners listen to; the trigger ``event_wakes`` notifies it."""

FLOOR_S = 1.0
"""A listener looks at the table this often even if nobody has woken it."""

POLL_S = 0.05
"""How often a local feed asks whether another connection has committed.

Nearly all of the cost is the thread's waking up, some 0.15 ms on a small virtual machine: at this
rate 0.3 % of a core, for a delay of 50 ms at most.
"""

LIMIT = 1000
"""How many events are read in one go."""

FEW = 10
"""Up to so many incidents, members and courses are few."""

_CHANGES_DEALT = frozenset(
    {Deed.ARRIVE, Deed.RESOLVE, Deed.MERGE, Deed.REOPEN, Deed.SEPARATE, Deed.TAKE_BACK}
)
"""The deeds after which somebody has been at an incident, or it belongs to another one."""


_RAISING = frozenset(
    {Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.ACKNOWLEDGE_CARD, Deed.REOPEN, Deed.TAKE_BACK}
)
"""The deeds after which what was raised on their incident is read anew."""


class OtherLogError(LookupError):
    """This is not the log that was read before: a backup has been put back."""


def read_change(
    session: Session, after: int, digest: str | None = None, limit: int = LIMIT
) -> Change:
    """What the events after a number changed; if there are none, a change with that number.

    All of it is read in the one snapshot of the session. ``limit`` events are read at most: who
    gets that many asks again.

    Args:
        session: A reader's session.
        after: The number of the last event that is known; 0 before the first one.
        digest: The hash by which that event is known, if it is to be compared.
        limit: So many events are read at most.

    Raises:
        OtherLogError: If that event has another hash, or is not there.
    """
    # The known event is read once more, for its hash: one statement instead of two.
    rows = session.execute(
        select(*COLUMNS).where(EventRow.seq >= after).order_by(EventRow.seq).limit(limit + 1)
    )
    log = [event_of(row) for row in rows]
    known = log[0].hash if log and log[0].seq == after else GENESIS
    if digest not in (None, known):
        raise OtherLogError
    events = tuple(event for event in log if event.seq > after)[:limit]
    return change_of(session, events) if events else Change(seq=after, events=())


def change_of(session: Session, events: Sequence[Event]) -> Change:
    """What some events changed, one at least, as it stands in the session's snapshot."""
    read = incidents_by_id(session, _incidents_in(events))
    return Change(
        seq=events[-1].seq,
        events=tuple(events),
        incidents=tuple(incident for incident in read if incident.state not in ENDED),
        ended=tuple(incident.id for incident in read if incident.state in ENDED),
        members=members(session, _members_in(events), events[-1].at),
        shifts=shifts(session, _members_in(e for e in events if e.kind in SHIFT_DEEDS)),
        courses=courses_by_id(session, _ids_in(events, "course", "course")),
        supervisions=_supervisions(session, events),
        presences=_presences(session, read),
        dealt=dealt_for(session, _incidents_in(e for e in events if e.kind in _CHANGES_DEALT)),
        catalogue=(
            catalogue(session) if any(e.subject.kind == "catalogue" for e in events) else None
        ),
    )


def is_small(event: Event) -> bool:
    """Whether what an event changed is read in a moment: a few rows, and nothing that is long."""
    if event.subject.kind == "catalogue":
        return False
    touched = (
        _incidents_in((event,)) | _members_in((event,)) | _ids_in((event,), "course", "course")
    )
    return len(touched) <= FEW


def _supervisions(session: Session, events: Iterable[Event]) -> tuple[Supervision, ...]:
    about = {event.subject.id for event in events if event.kind in _RAISING}
    return supervisions(session, about) if about else ()


def _presences(session: Session, incidents: Iterable[Incident]) -> tuple[Presence, ...]:
    there = {one.id for one in incidents if one.somebody_there}
    return presences(session, there) if there else ()


def _incidents_in(events: Iterable[Event]) -> set[int]:
    told = list(events)
    # Into which one is merged, and which others are led together with it from now on.
    return _ids_in(told, "incident", "into") | _ids_in(told, "incident", "incident")


def _members_in(events: Iterable[Event]) -> set[int]:
    return _ids_in(events, "member", "member")


def _ids_in(events: Iterable[Event], kind: str, key: str) -> set[int]:
    ids = set()
    for event in events:
        if event.subject.kind == kind:
            ids.add(event.subject.id)
        named = event.payload.get(key)
        if isinstance(named, int):
            ids.add(named)
        several = event.payload.get(f"{key}s")
        if isinstance(several, list):
            ids.update(several)
    return ids


class Feed:
    """Waits for news of a database, on a connection of its own.

    One thread waits; ``wake`` may be called from any other one.
    """

    def __init__(self, database: Database) -> None:
        """Begin to listen; what is committed from now on ends a wait.

        Raises:
            FaultError: If the database cannot be reached.
        """
        self._address = database.address
        with translated(self._address):
            self._listener = _listener(database.address.target)

    def wait(self, timeout_s: float) -> bool:
        """Wait until something may be new: True; or until the time is over: False.

        Raises:
            FaultError: If the connection is lost; the feed is of no more use then.
        """
        with translated(self._address, connected=True):
            return self._listener.wait(timeout_s)

    def wake(self) -> None:
        """End a wait at once, or the next one if nobody is waiting."""
        self._listener.wake()

    def close(self) -> None:
        """Give the connection back; not while somebody waits."""
        self._listener.close()


class _Listener(Protocol):
    def wait(self, timeout_s: float) -> bool: ...

    def wake(self) -> None: ...

    def close(self) -> None: ...


class _LocalListener(_Listener):
    """Asks SQLite, which costs some microseconds, whether another connection has committed."""

    def __init__(self, path: Path) -> None:
        self._connection = local.connect(path)
        self._cursor = self._connection.cursor()
        self._woken = Flag()
        self._version = self._data_version()

    @override
    def wait(self, timeout_s: float) -> bool:
        end = monotonic() + timeout_s
        while True:
            version = self._data_version()
            if version != self._version:
                self._version = version
                return True
            left = end - monotonic()
            if left <= 0:
                return False
            if self._woken.wait(min(POLL_S, left)):
                self._woken.clear()
                # Whoever is woken reads everything: that must not end the next wait again.
                self._version = self._data_version()
                return True

    @override
    def wake(self) -> None:
        self._woken.set()

    @override
    def close(self) -> None:
        self._connection.close()

    def _data_version(self) -> int:
        version: int = self._cursor.execute("PRAGMA data_version").fetchone()[0]
        return version


class _SharedListener(_Listener):
    """Listens to PostgreSQL's notifications."""

    def __init__(self, link: URL) -> None:
        self._connection = shared.connect(link)
        self._connection.execute(f"LISTEN {CHANNEL}")
        self._notifications = Notifications(self._connection)

    @override
    def wait(self, timeout_s: float) -> bool:
        heard = self._notifications.wait(min(timeout_s, FLOOR_S))
        # A notification can get lost on its way; the floor makes good for it.
        return heard or timeout_s >= FLOOR_S

    @override
    def wake(self) -> None:
        self._notifications.wake()

    @override
    def close(self) -> None:
        self._notifications.close()
        self._connection.close()


def _listener(target: Path | URL) -> _Listener:
    return _LocalListener(target) if isinstance(target, Path) else _SharedListener(target)
