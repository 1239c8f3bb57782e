"""The archive finds exactly what a plain look at every ended incident would find."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from console.db import archive, migrate
from console.db.archive import find
from console.db.archiving import archive_all, take_out
from console.db.engine import Database
from console.domain.archive import Area, Search, folded, searched_text
from console.domain.incident import State
from console.domain.place import LonLat, distance_m
from tests.db.rows import BASE, COMMUNITY, NOW, SUB, assign, center, incident
from tests.db.test_migrate_each import fill

WORDS = st.text(
    st.sampled_from("火灾警路口乱丢垃圾ABab12Ａﬁß%_'\" *ο𠀀𠀁\u0301\ue000"),
    min_size=1,
    max_size=12,
)


def ended(session: Session, **values: Any) -> int:
    """An incident that has ended, in the archive."""
    unless: dict[str, Any] = {"state": "closed", "origin": "import", "due_at": None}
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


@given(
    titles=st.lists(WORDS, min_size=1, max_size=8), asked=st.lists(WORDS, min_size=1, max_size=3)
)
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


def test_each_field_narrows_exactly(session: Session) -> None:
    other = f"{BASE[:13]}4"
    session.execute(
        text("INSERT INTO grid (code, parent, name, outline) VALUES (:code, :above, '', '[]')"),
        {"code": other, "above": COMMUNITY},
    )
    day = timedelta(days=1)
    inside = ended(session, grid=SUB, stage_from=NOW)
    beside = ended(session, grid=other, stage_from=NOW - 400 * day)
    none = ended(session, stage_from=NOW - 3000 * day)
    for number, member in ((inside, 1), (beside, 2), (none, 1)):
        take_out(session, number)
        assign(session, number, member, "done")
        archive_all(session.connection(), [number])
    assert numbers(session, Search(grid=COMMUNITY)) == [beside, inside]
    assert numbers(session, Search(grid=BASE)) == [inside]
    assert numbers(session, Search(grid=SUB)) == [inside]
    assert numbers(session, Search(person=1)) == [none, inside]
    assert numbers(session, Search(person=2, grid=BASE)) == []
    assert numbers(session, Search(category="fire")) == [none, beside, inside]
    assert numbers(session, Search(category="none")) == []
    assert numbers(session, Search(result=State.CLOSED)) == [none, beside, inside]
    assert numbers(session, Search(result=State.REJECTED)) == []
    assert numbers(session, Search(since=NOW, until=NOW + day)) == [inside]
    assert numbers(session, Search(since=NOW - 400 * day)) == [beside, inside]
    assert numbers(session, Search(until=NOW)) == [none, beside]
    assert numbers(session, Search(since=NOW - 2999 * day, until=NOW)) == [beside]


PLACES = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
    lambda at: LonLat(113.6 + at[0] * 0.0003, 22.9 + at[1] * 0.0003)
)


@given(
    places=st.lists(PLACES, min_size=1, max_size=8),
    middle=PLACES,
    metres=st.sampled_from([30.0, 200.0, 900.0, 9000.0, 900_000.0]),
)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_near_is_what_is_near(
    session: Session, places: list[LonLat], middle: LonLat, metres: float
) -> None:
    with session.begin_nested() as undone:
        made = {ended(session, lon=at.lon, lat=at.lat): at for at in places}
        ended(session)
        found = numbers(session, Search(area=Area.around(middle, metres)))
        for number, place in made.items():
            away = distance_m(middle, place)
            if abs(away - metres) > 0.002 * metres:  # The plane is not quite the earth.
                assert (number in found) == (away < metres)
        box = Area(LonLat(113.6, 22.9), middle)
        within = [
            number
            for number, place in made.items()
            if place.lon <= middle.lon and place.lat <= middle.lat
        ]
        assert numbers(session, Search(area=box)) == sorted(within, reverse=True)
        undone.rollback()


def test_pages_end_where_the_next_ones_begin(session: Session) -> None:
    made = [ended(session, title="乱丢垃圾" if at % 2 else "井盖破损") for at in range(23)]
    for search in (Search(), Search("垃圾"), Search("垃"), Search(grid="", result=State.CLOSED)):
        for limit in (1, 5, 11, 23, 50):
            assert numbers(session, search, limit) == numbers(session, search)
    assert numbers(session, Search("井盖"), 3) == made[::2][::-1]
    page = find(session, Search("垃圾"), None, 11)
    assert (len(page.rows), page.after) == (11, None)


def test_a_number_stands_before_the_texts_with_its_digits(session: Session) -> None:
    first = ended(session, title="一")
    others = [ended(session, title=f"{first} 号楼") for _ in range(3)]
    assert numbers(session, Search(f"{first:04d}"), 2) == [first]
    assert numbers(session, Search(str(first)), 2) == [first, *others[::-1]]
    assert numbers(session, Search(f"#{others[0]}")) == [others[0]]
    assert numbers(session, Search(f"#{others[0]}", category="none")) == []
    assert numbers(session, Search("#999999")) == []
    assert numbers(session, Search("9" * 18)) == []


def test_stretches_miss_nothing_and_go_downwards(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "BLOCK_BITS", 1)
    monkeypatch.setattr(archive, "LARGE_BITS", 3)
    made = [
        ended(
            session, title="垃圾" if at % 7 == 0 else "井盖", stage_from=NOW + timedelta(days=at)
        )
        for at in range(60)
    ]
    expected = [number for at, number in enumerate(made) if at % 7 == 0][::-1]
    for limit in (1, 2, 3, 100):
        assert numbers(session, Search("垃圾"), limit) == expected
        early = Search("井盖", until=NOW + timedelta(days=20))
        late = [number for at, number in enumerate(made[:20]) if at % 7][::-1]
        assert numbers(session, early, limit) == late


def test_nobody_is_found_by_more_of_a_reporters_name_than_is_shown(session: Session) -> None:
    number = ended(session, reporter_name="王小明", reporter_phone="13800000000")
    assert numbers(session, Search("王*")) == [number]
    assert numbers(session, Search("小明")) == []
    assert numbers(session, Search("13800000000")) == []


def test_whatever_is_pasted_is_answered(session: Session) -> None:
    long = " ".join(f"字{chr(0x4E00 + at)}" for at in range(1000))
    number = ended(session, title="井盖", description=long)
    for pasted in (
        long,
        "井\0盖",
        "\ud800井盖",
        '"井盖" OR *',
        "%_",
        "'",
        "\\",
        "井盖 NOT x",
        "9" * 30,
    ):
        found = numbers(session, Search(pasted))
        assert found == ([number] if pasted in (long, "井\0盖", "\ud800井盖") else [])


def test_what_is_taken_out_leaves_no_mark(session: Session) -> None:
    numbers_ = [ended(session, title="井盖破损") for _ in range(2)]
    take_out(session, numbers_[0])
    take_out(session, numbers_[0])
    assert numbers(session, Search("井盖")) == [numbers_[1]]
    archive_all(session.connection(), [numbers_[0]])
    assert numbers(session, Search("井盖")) == numbers_[::-1]
    if session.connection().dialect.name == "sqlite":
        session.execute(
            text("INSERT INTO archive_marks (archive_marks) VALUES ('integrity-check')")
        )


def test_an_old_database_is_filled_with_what_has_ended(url: str) -> None:
    old = Database.open(url)
    migrate.upgrade(old, "0013")
    with old.write() as opened:
        fill(opened)
        opened.execute(text("UPDATE incident SET state = 'rejected', description = '靠近东门'"))
    migrate.upgrade(old)
    with old.read() as opened:
        [case] = find(opened, Search("起火 东门", person=1, grid=BASE)).rows
        assert (case.incident, case.result, case.ended_at) == (
            1,
            State.REJECTED,
            NOW.replace(microsecond=0) if old.is_shared is False else NOW,
        )
        assert case.people == (2, 1)
        assert find(opened, Search("起火", person=3)).rows == ()
    old.close()
