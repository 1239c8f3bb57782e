"""Search the ended incidents, the newest numbers first, page by page.

The marks of a search lead to few cases (see ``domain/archive_marks``), each of which is then
compared with what was asked. Both databases are led from the newest case to the oldest and stop
when a page is full: a fragment that a third of all cases have is as quick as a rare one. SQLite's
full-text index goes that way by itself. PostgreSQL's index knows no order, so it is asked for one
stretch of numbers after the other, each four times as long as the one before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

from console.db.types import LAST_KEY, Utc
from console.domain.archive import METRES_PER_DEGREE, PAGE, Area, Found, Page, Search
from console.domain.archive_marks import Facet, facet_mark, search_marks
from console.domain.incident import State
from console.domain.place import LonLat

BLOCK_BITS = 13
"""PostgreSQL marks a case with its block of so many bits of its number …"""

LARGE_BITS = 17
"""… and with a larger one."""

WIDEN = 4
"""How many times as long each stretch is as the one before."""

_COLUMNS = "a.incident_id, a.ended_at, a.result, a.category, a.grid, a.lon, a.lat, a.people"


def find(session: Session, search: Search, after: int | None = None, limit: int = PAGE) -> Page:
    """The next cases that are meant, the newest number first.

    An incident whose number was typed stands before all others on the first page.

    Args:
        session: Within whose snapshot to read.
        search: What is asked.
        after: Where the page before ended, ``Page.after``; None for the first page.
        limit: How many cases at most.

    Raises:
        FaultError: If the database fails.
    """
    first: tuple[Found, ...] = ()
    if search.number is not None and after is None:
        first = _numbered(session, search, search.number)
    if search.only_number:
        return Page(first, None)
    found = _matching(session, search, LAST_KEY if after is None else after, limit + 1)
    return Page(first + found[:limit], found[limit - 1].incident if len(found) > limit else None)


def block_marks(incident: int) -> tuple[int, int]:
    """The marks of the stretches of numbers that a case lies in."""
    return (
        facet_mark(Facet.BLOCK, incident >> BLOCK_BITS),
        facet_mark(Facet.BLOCK + 1, incident >> LARGE_BITS),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What each case is compared with, as SQL and its parameters."""

    conditions: tuple[str, ...]
    given: dict[str, Any]

    def __and__(self, other: "_Asked") -> "_Asked":
        return _Asked((*self.conditions, *other.conditions), self.given | other.given)


def _numbered(session: Session, search: Search, number: int) -> tuple[Found, ...]:
    """The incident with the number typed, if it has ended and the rest fits."""
    asked = _fields(search) & _Asked(("a.incident_id = :number",), {"number": number})
    return _rows(session, "archive a", asked, 1)


def _matching(session: Session, search: Search, below: int, limit: int) -> tuple[Found, ...]:
    local = session.connection().dialect.name == "sqlite"
    wanted = [marks for marks in search_marks(search) if marks]
    asked = _fields(search) & _texts(search, "instr" if local else "strpos")
    if search.number is not None:  # It stands before all others.
        asked &= _Asked(("a.incident_id <> :number",), {"number": search.number})
    if not wanted:
        under = _Asked(("a.incident_id < :below",), {"below": below})
        return _rows(session, "archive a", asked & under, limit)
    if local:
        under = _Asked(
            ("archive_marks MATCH :marks", "m.rowid < :below"),
            {"marks": _match(wanted), "below": below},
        )
        joined = "archive_marks m CROSS JOIN archive a ON a.incident_id = m.rowid"
        return _rows(session, joined, asked & under, limit, order="m.rowid")
    return _shared(session, wanted, asked, below, limit)


def token(mark: int) -> str:
    """A mark as a word of SQLite's full-text index."""
    return f"{mark & 0xFFFFFFFF:08x}"


def _match(wanted: Sequence[frozenset[int]]) -> str:
    # What has few alternatives first: it leads, the others follow.
    ordered = sorted(wanted, key=len)
    return " AND ".join(f"({' OR '.join(map(token, sorted(marks)))})" for marks in ordered)


def _shared(
    session: Session, wanted: Sequence[frozenset[int]], asked: _Asked, below: int, limit: int
) -> tuple[Found, ...]:
    certain = [mark for marks in wanted if len(marks) == 1 for mark in marks]
    # The index looks at a later condition only where the earlier ones are met: without the blocks
    # in front it would read far more than a stretch.
    conditions = ["a.marks && CAST(:blocks AS int4[])", "a.incident_id + 0 < :below"]
    given: dict[str, Any] = {"below": below}
    for number, marks in enumerate(marks for marks in wanted if len(marks) > 1):
        conditions.append(f"a.marks && CAST(:either{number} AS int4[])")
        given[f"either{number}"] = sorted(marks)
    if certain:
        conditions.append("a.marks @> CAST(:certain AS int4[])")
        given["certain"] = certain
    asked = _Asked((*conditions, *asked.conditions), given | asked.given)
    found: list[Found] = []
    for blocks in _stretches(*_starts(session, below, asked)):
        some = asked & _Asked((), {"blocks": blocks})
        # The number is no plain column, lest its index be walked and each row compared.
        found += _rows(session, "archive a", some, limit - len(found), order="a.incident_id + 0")
        if len(found) >= limit:
            break
    return tuple(found)


def _starts(session: Session, below: int, asked: _Asked) -> tuple[int, int]:
    """The newest number that may be meant, and the one at which many may begin to be.

    Whatever ended before a day mostly has a lower number than what ended on it, but not all has.
    """
    newest = text("SELECT max(incident_id) FROM archive")
    first = min(below - 1, session.execute(newest).scalar() or 0)
    if "until" not in asked.given:
        return first, first
    before = text(
        "SELECT incident_id FROM archive WHERE ended_at < :until ORDER BY ended_at DESC LIMIT 1"
    )
    many = session.execute(before, {"until": asked.given["until"]}).scalar() or 0
    return first, min(first, many)


def _stretches(newest: int, many: int) -> Iterator[list[int]]:
    """The marks of the blocks from a number down to the first, in stretches.

    They are short at the beginning, and again where many cases begin to be meant.
    """
    upper, middle = (newest >> BLOCK_BITS) + 1, (many >> BLOCK_BITS) + 1
    yield from _down(upper, middle)
    yield from _down(middle, 0)


def _down(upper: int, end: int) -> Iterator[list[int]]:
    per_large = 1 << (LARGE_BITS - BLOCK_BITS)
    count = 1
    while upper > end:
        lower = max(upper - count, end)
        if upper % per_large == 0 and upper - lower >= per_large:
            large = range(-(-lower // per_large), upper // per_large)
            yield [facet_mark(Facet.BLOCK + 1, block) for block in large]
            lower = large.start * per_large
        else:
            # Large blocks, once they begin, save dozens of small ones.
            lower = max(lower, (upper - 1) // per_large * per_large)
            yield [facet_mark(Facet.BLOCK, block) for block in range(lower, upper)]
        upper, count = lower, count * WIDEN


def _rows(
    session: Session, source: str, asked: _Asked, limit: int, order: str = "a.incident_id"
) -> tuple[Found, ...]:
    # Put together of words that stand in this module; whatever was typed is a parameter.
    statement = text(
        "SELECT f.*, i.title, i.address, i.reported_at FROM"  # noqa: S608
        f" (SELECT {_COLUMNS} FROM {source} WHERE {' AND '.join(asked.conditions)}"
        f" ORDER BY {order} DESC LIMIT :limit) f"
        " JOIN incident i ON i.id = f.incident_id ORDER BY f.incident_id DESC"
    )
    times = [bindparam(name, type_=Utc) for name in ("since", "until") if name in asked.given]
    rows = session.execute(
        statement.bindparams(*times).columns(ended_at=Utc, reported_at=Utc),
        asked.given | {"limit": limit},
    )
    return tuple(
        Found(
            row.incident_id,
            row.ended_at,
            State(row.result),
            row.category,
            row.grid,
            None if row.lon is None else LonLat(row.lon, row.lat),
            tuple(map(int, row.people.split())),
            row.title,
            row.address,
            row.reported_at,
        )
        for row in rows
    )


def _texts(search: Search, find_in: str) -> _Asked:
    names = {f"text{at}": fragment for at, fragment in enumerate(search.fragments)}
    return _Asked(tuple(f"{find_in}(a.text, :{name}) > 0" for name in names), dict(names))


def _fields(search: Search) -> _Asked:
    conditions: list[str] = []
    given: dict[str, Any] = {}

    def add(condition: str, **values: Any) -> None:
        conditions.append(condition)
        given.update(values)

    if search.result is not None:
        add("a.result = :result", result=search.result.value)
    if search.category:
        add("a.category = :category", category=search.category)
    if search.grid:
        add("substr(a.grid, 1, :digits) = :grid", grid=search.grid, digits=len(search.grid))
    if search.person is not None:
        add("a.people LIKE :person", person=f"% {search.person} %")
    # In a form that no index serves: the marks lead to the right months more quickly.
    if search.since is not None:
        add("coalesce(a.ended_at, a.ended_at) >= :since", since=search.since)
    if search.until is not None:
        add("coalesce(a.ended_at, a.ended_at) < :until", until=search.until)
    asked = _Asked(tuple(conditions), given)
    return asked if search.area is None else asked & _within(search.area)


def _within(area: Area) -> _Asked:
    low, high = area.south_west, area.north_east
    box = _Asked(
        ("a.lon BETWEEN :west AND :east", "a.lat BETWEEN :south AND :north"),
        {"west": low.lon, "east": high.lon, "south": low.lat, "north": high.lat},
    )
    if area.metres is None:
        return box
    middle = area.middle
    up = METRES_PER_DEGREE
    near = (
        "(a.lat - :lat) * :up * (a.lat - :lat) * :up"
        " + (a.lon - :lon) * :aside * (a.lon - :lon) * :aside <= :square"
    )
    given = {
        "lat": middle.lat,
        "lon": middle.lon,
        "up": up,
        "aside": up * cos(radians(middle.lat)),
        "square": area.metres * area.metres,
    }
    return box & _Asked((near,), given)
