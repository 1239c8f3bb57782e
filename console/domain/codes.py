"""Codes of communities and grids.

County 6 digits (GB/T 2260), town 3, community 3; then, modelled, two digits for the base grid and
two for the sub-grid. Grids are numbered from west to east, then from north to south.
"""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from console.domain.place import LonLat


class Level(StrEnum):
    """What a code of a given length names."""

    TOWN = "town"
    COMMUNITY = "community"
    BASE = "base"
    SUB = "sub"


_DIGITS = {9: Level.TOWN, 12: Level.COMMUNITY, 14: Level.BASE, 16: Level.SUB}
_CODE = re.compile(r"[0-9]+")


def level_of(code: str) -> Level:
    """The level that a code names.

    Raises:
        ValueError: If it is not 9, 12, 14 or 16 digits.
    """
    level = _DIGITS.get(len(code))
    if level is None or not _CODE.fullmatch(code):
        raise ValueError(f"not a code of 9, 12, 14 or 16 digits: {code!r}")
    return level


def parent_of(code: str) -> str | None:
    """The code one level up; None for a town."""
    return {
        Level.TOWN: None,
        Level.COMMUNITY: code[:9],
        Level.BASE: code[:12],
        Level.SUB: code[:14],
    }[level_of(code)]


def base_of(code: str) -> str:
    """The base grid that a base-grid or sub-grid code lies in.

    Raises:
        ValueError: If the code names a town or a community.
    """
    if level_of(code) not in (Level.BASE, Level.SUB):
        raise ValueError(f"not a grid's code: {code!r}")
    return code[:14]


def short_code(code: str) -> str:
    """How a code is shown: base grid ``3``, sub-grid ``3-02``, anything above in full."""
    level = level_of(code)
    if level is Level.BASE:
        return str(int(code[12:14]))
    if level is Level.SUB:
        return f"{int(code[12:14])}-{code[14:16]}"
    return code


def numbered(parent: str, places: Sequence[LonLat], taken: Iterable[str] = ()) -> list[str]:
    """Codes for new grids below a parent, in the order of the places given.

    The places are the grids' middles; numbers go from west to east, then from north to south,
    and leave out those already taken.

    Raises:
        ValueError: If the parent has no grids below it, or more than 99 would be needed.
    """
    if level_of(parent) not in (Level.COMMUNITY, Level.BASE):
        raise ValueError(f"no grids below {parent!r}")
    used = set(taken)
    free = [code for n in range(1, 100) if (code := f"{parent}{n:02d}") not in used]
    if len(places) > len(free):
        raise ValueError("a parent holds at most 99 grids")
    order = sorted(range(len(places)), key=lambda i: (places[i].lon, -places[i].lat))
    codes = [""] * len(places)
    for number, index in enumerate(order):
        codes[index] = free[number]
    return codes


def base_of_grid(code: str | None) -> str | None:
    """The base grid that a grid is or lies in; None for what belongs to none.

    In a gap between the base grids a place lies in the community and in nothing smaller.
    """
    if not code or level_of(code) not in (Level.BASE, Level.SUB):
        return None
    return base_of(code)
