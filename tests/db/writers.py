"""Processes that append at the same time, for the tests of concurrency."""

from uuid import uuid4

from console.db import log
from console.db.engine import Database
from console.domain.events import Subject
from console.domain.lifecycle import Deed
from tests.db import rows


def append_many(url: str, writer: int, count: int) -> None:
    """Append events, each in a transaction of its own, as a console does."""
    database = Database.open(url)
    for number in range(count):
        with database.write() as session:
            log.append(
                session,
                at=rows.NOW,
                actor=rows.ACTOR,
                command_id=uuid4(),
                kind=Deed.COMMENT,
                subject=Subject("incident", writer),
                payload={"number": number},
            )
    database.close()
