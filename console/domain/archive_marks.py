"""The marks by which a case is found in the archive.

A mark is a whole number of 32 bits. A case has one for each character of its text, one for each
two neighbouring characters (Chinese words are mostly two characters long, and the indexes that
databases bring along help from three on), and one for each thing that it can be narrowed by.
Several things may share a mark: marks only point to cases, and whether a case is meant is then
told by its text and fields themselves.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from enum import IntEnum
from itertools import islice, pairwise, starmap
from math import floor
from zlib import crc32

from console.domain.archive import FIRST_YEAR, LAST_YEAR, Archived, Area, Search
from console.domain.incident import State

MOST_MARKS = 24
"""How many marks of a text are looked up; further ones would hardly narrow it any more."""

CELLS_PER_DEGREE = (1024, 128, 16)
"""How finely places are divided: about 100 m, 870 m and 7 km from south to north."""

MOST_CELLS = 48
"""How many cells a place asked for may cover; more of them are taken from the next division."""


_FIRST, _LAST = FIRST_YEAR * 12 + 1, LAST_YEAR * 12 + 12


class Facet(IntEnum):
    """What a case can be narrowed by; the value begins a mark, among Unicode's private use."""

    RESULT = 0xE000
    CATEGORY = 0xE001
    GRID = 0xE002
    MONTH = 0xE003
    YEAR = 0xE004
    PERSON = 0xE005
    CELL = 0xE006  # and the next two, for each division
    BLOCK = 0xE00A  # and the next one; see db/archive


def mark_of(first: int, second: int) -> int:
    """The mark of a pair: a signed number of 32 bits."""
    mark = (first & 0xFFFF) << 16 | second & 0xFFFF
    return mark - (1 << 32) if mark >= 1 << 31 else mark


def facet_mark(facet: int, value: str | int) -> int:
    """The mark of a thing that cases are narrowed by."""
    if isinstance(value, str):
        value = crc32(value.encode())
    return mark_of(facet, value)


def text_marks(text: str) -> set[int]:
    """The marks of all characters and of all pairs of neighbours in a folded text."""
    found: set[int] = set()
    for word in text.split():
        codes = [ord(character) for character in word]
        found.update(starmap(mark_of, pairwise(codes)))
        found.update(mark_of(code, 0) for code in codes)
    return found


def fragment_marks(fragment: str) -> set[int]:
    """The marks that a text with a fragment surely has; of one character only its own."""
    codes = [ord(character) for character in fragment]
    if len(codes) == 1:
        return {mark_of(codes[0], 0)}
    return set(starmap(mark_of, pairwise(codes)))


def case_marks(case: Archived) -> set[int]:
    """All marks of a case."""
    return text_marks(case.text) | set(_facets(case))


def _facets(case: Archived) -> Iterator[int]:
    if case.result is not State.CLOSED:  # What nearly all have only costs.
        yield facet_mark(Facet.RESULT, case.result.value)
    yield facet_mark(Facet.CATEGORY, case.category)
    for code in _above(case.grid or ""):
        yield facet_mark(Facet.GRID, code)
    month = _month(case.ended_at)
    yield facet_mark(Facet.MONTH, month)
    yield facet_mark(Facet.YEAR, (month - 1) // 12)
    for member in case.people:
        yield facet_mark(Facet.PERSON, member)
    if case.place is not None:
        for level, cells in enumerate(CELLS_PER_DEGREE):
            at = floor(case.place.lon * cells), floor(case.place.lat * cells)
            yield facet_mark(Facet.CELL + level, _cell(*at))


def _above(code: str) -> Iterator[str]:
    yield from (code[:digits] for digits in (9, 12, 14) if digits < len(code))
    if code:
        yield code


def search_marks(search: Search) -> list[frozenset[int]]:
    """What a case that is meant has: of each set one mark at least."""
    marks = dict.fromkeys(m for one in search.fragments for m in sorted(fragment_marks(one)))
    wanted = [{mark} for mark in islice(marks, MOST_MARKS)]
    if search.result not in (None, State.CLOSED):
        wanted.append({facet_mark(Facet.RESULT, str(search.result))})
    if search.category:
        wanted.append({facet_mark(Facet.CATEGORY, search.category)})
    if search.grid:
        wanted.append({facet_mark(Facet.GRID, search.grid)})
    if search.person is not None:
        wanted.append({facet_mark(Facet.PERSON, search.person)})
    if search.since is not None or search.until is not None:
        first = _FIRST if search.since is None else _month(search.since)
        last = _LAST if search.until is None else _month(search.until)
        wanted.append(set(_times(first, last)))
    if search.area is not None:
        wanted.append(_cells(search.area))
    return [frozenset(some) for some in wanted]


def _month(at: datetime) -> int:
    """The month of an instant, counted from the year 0, within the years that can be asked for."""
    at = at.astimezone(UTC)
    return min(max(at.year * 12 + at.month, _FIRST), _LAST)


def _times(month: int, last: int) -> Iterator[int]:
    """Months, and whole years as such: at most 22 marks and one for each year between."""
    while month <= last:
        if month % 12 == 1 and month + 11 <= last:
            yield facet_mark(Facet.YEAR, month // 12)
            month += 12
        else:
            yield facet_mark(Facet.MONTH, month)
            month += 1


def _cells(area: Area) -> set[int]:
    low, high = area.south_west, area.north_east
    for level, cells in enumerate(CELLS_PER_DEGREE):
        columns = range(floor(low.lon * cells), floor(high.lon * cells) + 1)
        rows = range(floor(low.lat * cells), floor(high.lat * cells) + 1)
        if len(columns) * len(rows) <= MOST_CELLS:
            return {facet_mark(Facet.CELL + level, _cell(x, y)) for x in columns for y in rows}
    return set()


def _cell(x: int, y: int) -> int:
    return crc32(b"%d,%d" % (x, y))
