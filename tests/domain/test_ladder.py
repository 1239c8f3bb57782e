"""The ladder as a rule: which rungs a limit reaches, and when, in plain and in working time."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import Priority
from console.domain.errors import Refusal
from console.domain.extending import original_end, read_extension
from console.domain.incident import AssignmentState, Incident, Origin, State
from console.domain.ladder import Card, Rung, Who, climbs, require_rungs
from console.domain.safety import Presence, SafetyRules, watch_of
from console.domain.worktime import DEFAULT_HOURS, PLAIN, WorkingCalendar

MONDAY = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""Four in the afternoon in Dongguan."""

WORKING = WorkingCalendar(DEFAULT_HOURS, ZoneInfo("Asia/Shanghai"))
MINUTE = timedelta(minutes=1)

INCIDENT = Incident(
    id=7,
    version=1,
    state=State.ON_SCENE,
    priority=Priority.URGENT,
    category="litter",
    title="打架",
    address="",
    place=None,
    grid=None,
    origin=Origin.PHONE,
    reported_at=MONDAY,
    stage_from=MONDAY,
    due_at=MONDAY + 60 * MINUTE,
    warn_at=MONDAY + 48 * MINUTE,
    assignee=1,
)


def rung(position: int, share: int = 100, after: int = 0, since: datetime | None = None) -> Rung:
    return Rung(
        position, share, after * MINUTE, Who.LEADER, Card.YELLOW, "李班长", 5 * MINUTE, since
    )


def test_shares_and_spans_are_counted_on_the_limits_own_clock() -> None:
    ladder = (rung(1, share=50), rung(2), rung(3, after=60))
    plain = [climb.due_at - MONDAY for climb in climbs(INCIDENT, ladder, PLAIN)]
    assert plain == [30 * MINUTE, 60 * MINUTE, 120 * MINUTE]
    working = [climb.due_at - MONDAY for climb in climbs(INCIDENT, ladder, WORKING)]
    # Work ends at half past five and begins at half past eight.
    assert working == [30 * MINUTE, 60 * MINUTE, 60 * MINUTE + timedelta(hours=16)]


def test_without_a_limit_nothing_climbs() -> None:
    assert climbs(replace(INCIDENT, due_at=None), (rung(1),), PLAIN) == []


def test_a_rung_catches_nothing_of_before_it_was_up() -> None:
    end = INCIDENT.due_at
    assert end is not None
    ladder = (rung(1, since=end + MINUTE), rung(2, after=1, since=end + MINUTE))
    assert [climb.rung.position for climb in climbs(INCIDENT, ladder, PLAIN)] == [2]


def test_the_command_is_the_same_everywhere_and_another_for_each_rung_and_limit() -> None:
    one, two = climbs(INCIDENT, (rung(1), rung(2)), PLAIN)
    assert one.ends_at is not None
    there = replace(one, ends_at=one.ends_at.astimezone(ZoneInfo("Asia/Shanghai")))
    assert one.command == there.command
    others = {two.command, replace(one, incident=8).command}
    others.add(replace(one, ends_at=one.ends_at + MINUTE).command)
    assert len(others | {one.command}) == 4


@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 900)), max_size=8))
def test_climbs_are_in_order_of_time(wanted: list[tuple[int, int]]) -> None:
    ladder = [
        rung(place, share, after if share == 100 else 0)
        for place, (share, after) in enumerate(wanted, 1)
    ]
    dues = [climb.due_at for climb in climbs(INCIDENT, ladder, WORKING)]
    assert dues == sorted(dues)
    assert len(dues) == len(wanted)
    assert require_rungs(ladder) == tuple(ladder)


@pytest.mark.parametrize(
    "wrong",
    [
        [rung(1), rung(1)],
        [rung(0)],
        [rung(1, share=0)],
        [rung(1, share=101)],
        [rung(1, share=80, after=5)],
        [rung(1, after=-5)],
        [replace(rung(1), owner="")],
        [replace(rung(1), acknowledge=-MINUTE)],
        [rung(place) for place in range(1, 22)],
    ],
)
def test_what_is_no_ladder_is_refused(wrong: list[Rung]) -> None:
    with pytest.raises(Refusal):
        require_rungs(wrong)


# Alone on scene


def at_scene(number: int, arrived: int, **more: object) -> Presence:
    presence = Presence(
        number, 7, 10 + number, AssignmentState.ON_SCENE, MONDAY + arrived * MINUTE
    )
    return replace(presence, **more)  # type: ignore[arg-type]


RULES = SafetyRules()


def test_one_alone_is_watched_from_the_arrival_and_from_each_check_in() -> None:
    watch = watch_of(INCIDENT, [at_scene(1, 5)], RULES)
    assert watch is not None
    assert (watch.member, watch.due_at) == (11, MONDAY + 20 * MINUTE)
    heard = watch_of(INCIDENT, [at_scene(1, 5, heard_at=MONDAY + 12 * MINUTE)], RULES)
    assert heard is not None
    assert heard.due_at == MONDAY + 27 * MINUTE


def test_two_are_not_alone_until_one_has_left() -> None:
    assert watch_of(INCIDENT, [at_scene(1, 5), at_scene(2, 6)], RULES) is None
    gone = at_scene(2, 6, state=AssignmentState.DONE, ended_at=MONDAY + 40 * MINUTE)
    watch = watch_of(INCIDENT, [at_scene(1, 5), gone], RULES)
    assert watch is not None
    assert (watch.assignment, watch.since) == (1, MONDAY + 40 * MINUTE)


def test_who_is_still_on_the_way_keeps_nobody_company() -> None:
    coming = at_scene(2, 0, state=AssignmentState.EN_ROUTE, arrived_at=None)
    watch = watch_of(INCIDENT, [at_scene(1, 5), coming], RULES)
    assert watch is not None


def test_only_serious_incidents_are_watched() -> None:
    calm = replace(INCIDENT, priority=Priority.HIGH)
    there = [at_scene(1, 5)]
    assert watch_of(calm, there, RULES) is None
    own = SafetyRules(categories={"litter": 3 * MINUTE})
    watch = watch_of(calm, there, own)
    assert watch is not None
    assert watch.due_at == MONDAY + 8 * MINUTE
    assert watch_of(INCIDENT, there, SafetyRules(categories={"litter": None})) is None


# Extension


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2h the crane", (timedelta(hours=2), "the crane")),
        ("30M x", (timedelta(minutes=30), "x")),
        ("2小时 等吊车", (timedelta(hours=2), "等吊车")),
        ("45分钟等吊车", (timedelta(minutes=45), "等吊车")),
        ("2 时 等吊车", (timedelta(hours=2), "等吊车")),
        ("30分 等吊车", (timedelta(minutes=30), "等吊车")),
        ("2时间不够", None),
        ("2h", None),
        ("the crane", None),
        ("2d the crane", None),
    ],
)
def test_how_long_and_why_is_read(text: str, found: tuple[timedelta, str] | None) -> None:
    assert read_extension(text) == found


def test_the_first_end_is_told_again_on_both_clocks() -> None:
    assert original_end(INCIDENT, PLAIN) is None
    end = INCIDENT.due_at
    for calendar in (PLAIN, WORKING):
        longer = calendar.due_after(MONDAY, 4 * 60 * MINUTE)
        extended = replace(INCIDENT, due_at=longer, extended=3 * 60 * MINUTE)
        assert original_end(extended, calendar) == end
