"""The scene: the page is told what it does not know, and nothing twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.category import Priority
from console.domain.incident import Incident, Origin, State
from console.domain.people import Duty, Member
from console.domain.place import LonLat
from console.widgets.map.scene import Ledger, Scene
from console.widgets.map.values import TEXT_LIMIT, MapIncident, StateGroup, brief, group_of


def incident(number: int, title: str = "") -> MapIncident:
    return MapIncident(
        number, 113.67, 22.93, Priority.NORMAL, StateGroup.WAITING, title, f"{number:04d}"
    )


def test_nothing_is_told_twice() -> None:
    ledger: Ledger[MapIncident] = Ledger()
    ledger.update([incident(1)])
    assert ledger.take() is not None
    ledger.update([incident(1)])
    assert ledger.take() is None


def test_changes_of_one_turn_are_told_together() -> None:
    ledger: Ledger[MapIncident] = Ledger()
    ledger.replace([incident(1), incident(2)])
    ledger.take()
    ledger.update([incident(1, "first")])
    ledger.update([incident(1, "last"), incident(3)], removed=[2])
    told = ledger.take()
    assert told == {
        "anew": False,
        "gone": [2],
        "set": [incident(1, "last").row(), incident(3).row()],
    }


def test_what_left_and_came_back_is_only_set() -> None:
    ledger: Ledger[MapIncident] = Ledger()
    ledger.replace([incident(1)])
    ledger.take()
    ledger.update([], removed=[1, 99])
    ledger.update([incident(1)])
    told = ledger.take()
    assert told == {"anew": False, "gone": [], "set": [incident(1).row()]}


def test_a_page_that_starts_anew_is_told_everything() -> None:
    scene = Scene()
    scene.incidents.replace([incident(1)])
    scene.tell("selected", 1)
    first = scene.take()
    assert scene.take() is None
    scene.tell("selected", 1)
    assert scene.take() is None
    scene.restart()
    assert scene.take() == {**(first or {}), "members": EMPTY, "cameras": EMPTY}


EMPTY = {"anew": True, "gone": [], "set": []}


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_group(state: State) -> None:
    assert group_of(state) in StateGroup


def test_groups_follow_the_lifecycle() -> None:
    assert group_of(State.REPORTED) is StateGroup.UNVERIFIED
    assert group_of(State.REWORK) is StateGroup.WAITING
    assert group_of(State.EN_ROUTE) is StateGroup.RUNNING
    assert group_of(State.RESOLVED) is StateGroup.CHECKING
    assert group_of(State.SUSPENDED) is StateGroup.PARKED


def test_an_incident_is_shown_where_it_is_with_who_is_on_it() -> None:
    now = datetime(2026, 3, 2, 2, tzinfo=UTC)
    case = Incident(
        id=7,
        version=1,
        state=State.EN_ROUTE,
        priority=Priority.HIGH,
        category="01",
        title="飞线充电",
        address="",
        place=LonLat(113.67, 22.93),
        grid="4419001220100101",
        origin=Origin.PHONE,
        reported_at=now,
        stage_from=now,
        due_at=now - timedelta(minutes=1),
        warn_at=now - timedelta(minutes=2),
        assignee=3,
    )
    member = Member(3, 1, "BT-003", "甲", "", "", Duty.EN_ROUTE, (), LonLat(113.68, 22.94))
    shown = MapIncident.of(case, now, member)
    assert shown is not None
    assert (shown.number, shown.group, shown.overdue) == ("0007", StateGroup.RUNNING, True)
    assert shown.assignee == (113.68, 22.94)
    assert MapIncident.of(replace(case, place=None), now, member) is None
    alone = MapIncident.of(case, now, None)
    assert alone is not None
    assert alone.assignee is None


def test_long_and_broken_titles_become_one_short_line() -> None:
    assert brief("a\n\tb  c") == "a b c"
    assert len(brief("长" * 10_000)) == TEXT_LIMIT


def test_a_place_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        replace(incident(1), lon=float("nan"))
