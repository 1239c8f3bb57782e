"""The archive finds exactly what a plain look at every ended incident would find."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from console.db import archive
from console.db.archive import find
from console.db.archiving import archive_all, take_out
from console.db.engine import Database
from console.domain.archive import Area, Search, folded, searched_text
from console.domain.incident import State
from console.domain.place import LonLat, distance_m
from tests.db.rows import BASE, COMMUNITY, NOW, SUB, assign, center, incident

WORDS = st.text(
    st.sampled_from("火灾警路口乱丢垃圾ABab12Ａﬁß%_'\" *ο𠀀𠀁\u0301\ue000"), min_size=1, max_size=12
)


def ended(session: Session, **values: object) -> int:
    """An incident that has ended, in the archive."""
    unless: dict[str, object] = {"state": "closed", "origin": "import", "due_at": None}
    number = incident(session, **unless | {"warn_at": None} | values)
    archive_all(session.connection(), [number])
    return number


def numbers(session: Session, search: Search, limit: int = 100) -> list[int]:
    """All that is found, page by page."""
    found: list[int] = []
    after = None
    while True:
        page = find(session, search, after, limit)
        found += [case.incident for case in page.rows]
        after = page.after
        if after is None:
            return found


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.write() as opened:
        center(opened)
        yield opened
        opened.rollback()


@given(titles=st.lists(WORDS, min_size=1, max_size=8), asked=st.lists(WORDS, min_size=1, max_size=3))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_found_is_what_stands_in_the_text(
    session: Session, titles: list[str], asked: list[str]
) -> None:
    with session.begin_nested() as undone:
        made = {ended(session, title=title): searched_text(title) for title in titles}
        for wanted in (*asked, *titles, *(title[1:3] for title in titles)):
            search = Search(text=wanted)
            plain = [
                number
                for number, line in made.items()
                if number != search.number and all(w in line for w in folded(wanted).split())
            ]
            first = [search.number] if search.number in made else []
            assert numbers(session, search, limit=3) == first + sorted(plain, reverse=True)
        undone.rollback()
