"""An office on SQLite alone, for what does not depend on the kind of database."""

from collections.abc import Iterator

import pytest

from console.commands.office import Office
from console.db.engine import Database
from console.domain.rights import Actor
from tests.clock import Clock


@pytest.fixture
def sqlite_office(sqlite_center_url: str, clock: Clock) -> Iterator[Office]:
    """An operator at work on a SQLite database with the demonstration center."""
    database = Database.open(sqlite_center_url)
    yield Office(database, Actor("测试员", "test-1"), clock.now)
    database.close()
