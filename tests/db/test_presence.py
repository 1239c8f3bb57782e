"""Signs of life: written, read and waited for, beside the feed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from console.db.engine import Database
from console.db.feed import Feed
from console.db.presence import PresenceBook
from console.db.tables import EventRow
from console.domain.attention import Onlooker
from tests.conftest import Templates
from tests.db.rows import NOW

OWN = Onlooker("一号席", "甲", 7, NOW, NOW)


Books = tuple[PresenceBook, PresenceBook]


@pytest.fixture
def both(templates: Templates) -> Iterator[tuple[Database, Database]]:
    """One database, as two consoles open it."""
    url = templates.migrated()
    pair = Database.open(url), Database.open(url)
    yield pair
    for database in pair:
        database.close()


@pytest.fixture
def books(both: tuple[Database, Database]) -> Iterator[Books]:
    """Two consoles' hands in the table."""
    pair = PresenceBook(both[0]), PresenceBook(both[1])
    yield pair
    for book in pair:
        book.close()


def test_a_sign_is_written_over_and_taken_away(books: Books) -> None:
    one, other = books
    one.write(OWN, tell=True)
    assert other.read() == [OWN]
    later = replace(OWN, incident=8, seen=NOW + timedelta(seconds=5))
    one.write(later, tell=False)
    beside = replace(OWN, operator="乙")
    other.write(beside, tell=False)
    assert sorted(one.read(), key=lambda sign: sign.operator) == [beside, later]
    one.remove(OWN.seat)
    assert other.read() == [beside]


def test_others_are_woken_by_what_is_told_and_a_wait_can_be_ended(
    books: Books,
) -> None:
    one, other = books
    other.wait(0)
    one.write(OWN, tell=True)
    assert other.wait(5)
    assert not other.wait(0)
    # What comes while something is read is not lost either.
    one.write(replace(OWN, incident=8), tell=True)
    other.read()
    assert other.wait(5)
    other.wake()
    assert other.wait(60)


def test_the_feed_of_events_is_not_woken_and_no_event_is_written(
    both: tuple[Database, Database], books: Books
) -> None:
    database = both[0]
    feed = Feed(database)
    try:
        books[0].write(OWN, tell=True)
        if database.is_shared:
            assert not feed.wait(0.1)
    finally:
        feed.close()
    with database.read() as session:
        assert session.scalars(select(func.count(EventRow.seq))).one() == 0
