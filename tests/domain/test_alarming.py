"""What is heard and shown of alarms: one sound at a time, repeated, and no flood."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.alarming import (
    FLOOD_ABOVE,
    GAP,
    MOST_SOUNDS,
    REMIND,
    SPAN,
    Alarming,
    Sound,
    Why,
)
from console.domain.alarms import Alarm, Grade, Kind, Name
from console.domain.category import Priority
from tests.views.make import START

SECOND = timedelta(seconds=1)


def alarm(
    number: int,
    at: datetime = START,
    kind: Kind = Kind.NEW,
    priority: Priority = Priority.NORMAL,
) -> Alarm:
    return Alarm(Name(kind, number, ""), priority, at)


def come(rule: Alarming, *alarms: Alarm) -> None:
    for one in alarms:
        rule.come([one], one.at)


def flooded() -> Alarming:
    rule = Alarming()
    come(rule, *(alarm(number) for number in range(1, FLOOD_ABOVE + 2)))
    return rule


def named(rule: Alarming) -> list[Alarm]:
    """Those that wait and are told by name, the gravest first."""
    summed = rule.summed
    return [one for one in rule.waiting if one not in summed]


def test_what_is_fresh_is_told_once_and_only_while_it_waits() -> None:
    rule = Alarming()
    come(rule, alarm(1), alarm(2, priority=Priority.HIGH), alarm(3))
    rule.hear([alarm(3)], START)
    assert [one.incident for one in rule.take_fresh()] == [2, 1]
    assert rule.take_fresh() == []
    come(rule, alarm(1), alarm(4))
    assert [one.incident for one in rule.take_fresh()] == [4]


def test_several_at_once_make_one_sound_that_of_the_gravest() -> None:
    rule = Alarming()
    come(rule, alarm(1), alarm(2, priority=Priority.HIGH), alarm(3, priority=Priority.LOW))
    assert rule.look(START) == Sound(Grade.HIGH, Why.FIRST)
    assert rule.look(START) is None
    assert [one.incident for one in named(rule)] == [2, 1, 3]


def test_what_waits_sounds_again_until_somebody_takes_notice() -> None:
    rule = Alarming()
    one = alarm(1)
    come(rule, one)
    assert rule.look(START)
    assert rule.look(START + 179 * SECOND) is None
    assert rule.look(START + 180 * SECOND, repeat=False) is None
    assert rule.look(START + 180 * SECOND) == Sound(Grade.MEDIUM, Why.REPEAT)
    rule.hear([one], START + 181 * SECOND)
    assert rule.look(START + 900 * SECOND) is None
    assert rule.all == [one]
    assert not rule.waits(one)


def test_a_sound_that_is_late_is_not_lost() -> None:
    rule = Alarming()
    come(rule, alarm(1))
    assert rule.look(START)
    come(rule, alarm(2, START + SECOND))
    assert rule.look(START + SECOND) is None
    assert rule.look(START + GAP) == Sound(Grade.MEDIUM, Why.FIRST)


def test_a_deed_takes_care_of_all_but_a_member_who_was_not_heard_of() -> None:
    rule = Alarming()
    come(rule, alarm(1), alarm(1, kind=Kind.OVERDUE), alarm(1, kind=Kind.CHECK_IN), alarm(2))
    rule.take_care(1, START)
    assert [(one.incident, one.kind) for one in rule.waiting] == [
        (1, Kind.CHECK_IN),
        (2, Kind.NEW),
    ]


def test_of_one_limit_only_the_latest_word_is_told() -> None:
    rule = Alarming()
    come(rule, alarm(1), alarm(1, kind=Kind.WARNING), alarm(2, kind=Kind.WARNING))
    come(rule, alarm(1, kind=Kind.RED), alarm(1, kind=Kind.OVERDUE), alarm(1, kind=Kind.YELLOW))
    assert [(one.incident, one.kind) for one in rule.all] == [
        (1, Kind.RED),
        (1, Kind.NEW),
        (2, Kind.WARNING),
    ]
    rule.take_care(1, START)
    # The limit was extended, say: what runs out then is news again.
    come(rule, alarm(1, kind=Kind.OVERDUE))
    assert [(one.incident, one.kind) for one in rule.waiting] == [
        (1, Kind.OVERDUE),
        (2, Kind.WARNING),
    ]


def test_a_missed_check_in_that_was_only_silenced_comes_back() -> None:
    rule = Alarming()
    lost = alarm(1, kind=Kind.CHECK_IN)
    come(rule, lost)
    assert rule.look(START)
    rule.hear([lost], START)
    assert rule.look(START + REMIND - SECOND) is None
    assert rule.look(START + REMIND) == Sound(Grade.EMERGENCY, Why.FIRST)
    rule.go(1, lambda _alarm: True)
    assert rule.all == []
    assert rule.look(START + 2 * REMIND) is None


def test_a_flood_has_one_sound_and_one_line_and_loses_nothing() -> None:
    rule = flooded()
    assert rule.flood
    assert rule.look(START) == Sound(Grade.HIGH, Why.FLOOD)
    come(rule, alarm(20, START + SECOND), alarm(21, START + SECOND, Kind.OVERDUE))
    assert rule.look(START + GAP) is None
    assert named(rule) == []
    summary = rule.summary
    assert summary is not None
    assert (summary.count, summary.since) == (FLOOD_ABOVE + 3, START)
    assert summary.kinds == ((Kind.NEW, FLOOD_ABOVE + 2), (Kind.OVERDUE, 1))
    assert len(rule.all) == FLOOD_ABOVE + 3


def test_an_emergency_comes_by_name_through_a_flood() -> None:
    rule = flooded()
    come(rule, alarm(99, priority=Priority.URGENT))
    assert rule.look(START) == Sound(Grade.EMERGENCY, Why.FIRST)
    assert [one.incident for one in named(rule)] == [99]
    assert rule.look(START + GAP) == Sound(Grade.HIGH, Why.FLOOD)


def test_a_flood_ends_when_few_come_and_what_was_summed_sounds_again() -> None:
    rule = flooded()
    assert rule.look(START)
    come(rule, *(alarm(number, START + 300 * SECOND) for number in range(20, 25)))
    # Five of the last ten minutes keep it up, four do not.
    assert rule.look(START + SPAN) is None
    assert rule.flood
    later = START + 300 * SECOND + SPAN
    assert rule.look(later) == Sound(Grade.MEDIUM, Why.REPEAT)
    assert not rule.flood
    come(rule, alarm(30, later))
    assert rule.look(later + GAP) == Sound(Grade.MEDIUM, Why.FIRST)
    assert [one.incident for one in named(rule)] == [30]


STEPS = st.lists(
    st.tuples(
        st.integers(0, 240),
        st.sampled_from(["come", "come", "come", "many", "hear", "care", "go"]),
        st.sampled_from(Kind),
        st.sampled_from(Priority),
    ),
    max_size=80,
)


class Day:
    """Plays the steps of a day, one look a second, and keeps what sounded when."""

    def __init__(self) -> None:
        self.rule, self.now = Alarming(), START
        self.number = 0
        self.played: list[tuple[datetime, Sound]] = []
        self.expected: set[int] = set()

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            self.now += SECOND
            sound = self.rule.look(self.now)
            if sound is not None:
                self.played.append((self.now, sound))

    def come(self, kind: Kind, priority: Priority, count: int) -> None:
        for _ in range(count):
            self.number += 1
            self.rule.come([alarm(self.number, self.now, kind, priority)], self.now)
            self.expected.add(self.number)

    def leave(self, what: str) -> None:
        if what == "hear":
            self.rule.hear(named(self.rule)[:1] or self.rule.summed, self.now)
        elif what == "care":
            self.rule.take_care(self.number, self.now)
        else:
            self.rule.go(self.number, lambda _alarm: True)
            self.expected.discard(self.number)


def agrees_with_its_lists(rule: Alarming) -> None:
    """What is kept at hand is what going through all alarms would find."""
    by_name, summed = named(rule), rule.summed
    assert rule.first == (by_name[0] if by_name else None)
    assert rule.gravest == min((one.grade for one in rule.waiting), default=None)
    summary = rule.summary
    assert (summary is None) == (not summed)
    if summary is not None:
        assert summary.count == len(summed)
        assert summary.since == min(one.at for one in summed)
        assert dict(summary.kinds) == Counter(one.kind for one in summed)
        urgent = {one.incident for one in summed if one.priority is Priority.URGENT}
        assert summary.urgent == len(urgent)


@settings(max_examples=60)
@given(STEPS)
def test_never_more_sounds_than_agreed_and_no_alarm_lost(
    steps: list[tuple[int, str, Kind, Priority]],
) -> None:
    day = Day()
    for seconds, what, kind, priority in steps:
        day.run(seconds)
        if what in ("come", "many"):
            day.come(kind, priority, 15 if what == "many" else 1)
        else:
            day.leave(what)
        assert {one.incident for one in day.rule.all} == day.expected
        agrees_with_its_lists(day.rule)
    day.run(1200)
    for at, _sound in day.played:
        window = [sound for when, sound in day.played if at <= when < at + SPAN]
        assert sum(sound.grade is not Grade.EMERGENCY for sound in window) <= MOST_SOUNDS
    assert all(later - sooner >= GAP for (sooner, _), (later, _) in pairwise(day.played))
    emergencies = [one for one in day.rule.waiting if one.grade is Grade.EMERGENCY]
    by_name = named(day.rule)
    assert all(one in by_name for one in emergencies), "an emergency is told by name"
