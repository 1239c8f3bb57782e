"""Holes in cover, and who could move up: against counting one by one."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given

from console.domain.codes import base_of_grid
from console.domain.cover import by_base, holes, move_up
from console.domain.crew import Crew
from console.domain.grid import Grid, GridTree
from console.domain.people import AVAILABLE, Duty, Member
from tests.domain.test_ranking import (
    BESIDE,
    HERE,
    MEMBERS,
    OTHER_BASE,
    SAME_BASE,
    SIDE,
    TODAY,
    TREE,
    member,
)

BASE, NEXT, FAR = HERE[:14], OTHER_BASE[:14], f"{HERE[:12]}03"


def _box(code: str, left: float, right: float) -> Grid:
    ring = ((left, 0.0), (right, 0.0), (right, SIDE), (left, SIDE), (left, 0.0))
    return Grid(code, code, ((ring,),))


WITH_BASES = GridTree(
    [
        *TREE.grids,
        _box(BASE, 0, 3 * SIDE),
        _box(NEXT, 3 * SIDE, 4 * SIDE),
        _box(FAR, 9 * SIDE, 10 * SIDE),
    ]
)


def test_a_hole_is_where_its_own_holders_are_all_away() -> None:
    away = replace(member(1, HERE), duty=Duty.OFF)
    busy = member(2, BESIDE, load=1)
    crew = Crew(WITH_BASES, [away, busy, member(3, OTHER_BASE), member(4, OTHER_BASE)])
    (hole,) = holes(crew, ["fire", "security"], TODAY)
    assert (hole.base, hole.skill, hole.certified) == (BASE, "security", 2)
    assert hole.moving_up is not None
    assert by_base([hole]) == {BASE: (hole,)}
    crew.take_in([replace(away, duty=Duty.ON_DUTY)])
    assert holes(crew, ["fire", "security"], TODAY) == ()


def test_who_moves_up_leaves_another_one_behind() -> None:
    gone = replace(member(1, HERE), duty=Duty.OFF)
    only = member(2, OTHER_BASE)
    assert move_up(Crew(WITH_BASES, [gone, only]), BASE, "security", TODAY) is None
    nearer, farther = member(4, OTHER_BASE, away=1), member(3, OTHER_BASE, away=60)
    crew = Crew(WITH_BASES, [gone, nearer, farther])
    assert move_up(crew, BASE, "security", TODAY) == nearer
    # One who is at work is not there to be left behind.
    crew.take_in([replace(farther, load=1)])
    assert move_up(crew, BASE, "security", TODAY) is None


def test_nobody_moves_up_from_a_base_grid_that_is_not_next_door() -> None:
    pair = [member(2, f"{FAR}01"), member(3, f"{FAR}02")]
    assert move_up(Crew(WITH_BASES, pair), BASE, "security", TODAY) is None


def test_the_same_base_grid_has_no_hole_while_one_is_free() -> None:
    crew = Crew(WITH_BASES, [member(1, HERE, load=1), member(2, SAME_BASE)])
    assert holes(crew, ["security"], TODAY) == ()


@given(MEMBERS)
def test_the_holes_are_those_that_counting_finds(members: list[Member]) -> None:
    crew = Crew(WITH_BASES, members)
    found = {(hole.base, hole.skill): hole.certified for hole in holes(crew, SKILLS, TODAY)}
    assert found == _counted(members)
    for hole in holes(crew, SKILLS, TODAY):
        up = hole.moving_up
        if up is not None:
            home = base_of_grid(up.grid)
            assert home in WITH_BASES.neighbours(hole.base)
            left = [one for one in members if one.id != up.id and _is_free(one, hole.skill)]
            assert any(base_of_grid(one.grid) == home for one in left)


SKILLS = ("security", "fire")


def _is_free(one: Member, skill: str) -> bool:
    return one.duty in AVAILABLE and not one.load and one.holds(skill, TODAY)


def _counted(members: Sequence[Member]) -> dict[tuple[str, str], int]:
    found = {}
    for skill in SKILLS:
        for base in {base_of_grid(one.grid) for one in members} - {None}:
            there = [
                one
                for one in members
                if base_of_grid(one.grid) == base and one.holds(skill, TODAY)
            ]
            if there and not any(_is_free(one, skill) for one in there):
                found[str(base), skill] = len(there)
    return found
