"""The ladder: rungs raised exactly once and in order, cards, check-ins and extensions."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from console.commands.raising import raise_all, raiser
from console.db.feed import read_change
from console.db.ladder import rungs, supervisions
from console.db.queries import snapshot
from console.domain.category import Priority
from console.domain.errors import Refused
from console.domain.events import Event
from console.domain.incident import State
from console.domain.ladder import BY_ITSELF, Card, Matter, Rung, Supervision, Who
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AcknowledgeCard,
    AddMember,
    ChangeLadder,
    CheckIn,
    Extend,
    MemberStep,
    Step,
)
from console.domain.rights import Actor
from console.live.picture import Picture
from tests.clock import START, Clock
from tests.commands.seat import LEADER, Seat, refused

MINUTE = timedelta(minutes=1)


def plain(seat: Seat, **more: object) -> int:
    """A new report of a kind whose limits run day and night."""
    return seat.report("井盖缺失", category="manhole", **more)


def run(seat: Seat, workstation: str = "test-1") -> list[Event]:
    """What a workstation raises now."""
    return raise_all(replace(seat.office, actor=raiser(workstation)))[0]


def raised(seat: Seat, incident: int) -> list[Supervision]:
    with seat.session() as session:
        return list(supervisions(session, [incident]))


def end_of(seat: Seat, incident: int) -> datetime:
    due = seat.incident(incident).due_at
    assert due is not None
    return due


def to(clock: Clock, at: datetime) -> None:
    clock.advance((at - clock.now()).total_seconds())


def test_nothing_is_raised_before_a_limit_has_ended(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    to(clock, end_of(seat, incident) - timedelta(microseconds=1))
    assert run(seat) == []
    clock.advance(0.000001)
    [event] = run(seat)
    assert (event.kind, event.subject.id, event.operator) == (Deed.CLIMB, incident, BY_ITSELF)
    assert event.payload["who"] == Who.NEXT.value
    seat.sound()


def test_the_next_instant_is_told(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    end = end_of(seat, incident)
    office = replace(seat.office, actor=raiser("test-1"))
    assert raise_all(office) == ([], end)
    to(clock, end)
    assert raise_all(office)[1] == end + 30 * MINUTE


def test_a_start_after_a_night_makes_all_in_order_with_their_true_times(
    seat: Seat, clock: Clock
) -> None:
    first = plain(seat)
    clock.advance(600)
    second = plain(seat)
    ends = end_of(seat, first), end_of(seat, second)
    assert ends[1] - ends[0] == 10 * MINUTE
    clock.advance(12 * 3600)
    events = run(seat)
    told = [
        (event.subject.id, datetime.fromisoformat(str(event.payload["due"]))) for event in events
    ]
    after = [timedelta(0), 30 * MINUTE, 120 * MINUTE, 480 * MINUTE]
    wanted = [(first, ends[0] + one) for one in after] + [(second, ends[1] + one) for one in after]
    assert told == sorted(wanted, key=lambda entry: entry[1])
    assert {event.at for event in events} == {clock.now()}
    assert [event.seq for event in events] == sorted(event.seq for event in events)
    kept = raised(seat, first)
    assert [one.due_at for one in kept] == [ends[0] + one for one in after]
    assert {one.raised_at for one in kept} == {clock.now()}
    assert [one.card for one in kept] == [Card.NONE, Card.YELLOW, Card.YELLOW, Card.RED]
    assert run(seat) == []
    assert run(seat, "test-2") == []
    assert len(raised(seat, first)) == 4


def test_each_limit_has_a_ladder_of_its_own(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    clock.advance(24 * 3600)
    assert len(run(seat)) == 4
    seat.do(seat.order(Deed.VERIFY, incident))
    seat.do(seat.order(Deed.DISPATCH, incident))
    assert run(seat) == [], "the same limit runs on"
    seat.step(Deed.ACKNOWLEDGE, incident)
    assert len(run(seat)) == 4, "the limit of the arrival is over too"


def test_who_is_typing_is_not_overtaken_by_the_ladder(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    seen = seat.incident(incident).version
    clock.advance(24 * 3600)
    run(seat)
    assert seat.step(Deed.REJECT, incident, "重复", seen).payload["to"] == State.REJECTED.value


def test_what_has_ended_climbs_no_more(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    seat.step(Deed.REJECT, incident, "重复")
    clock.advance(24 * 3600)
    assert run(seat) == []


def test_a_working_limit_climbs_in_working_time(seat: Seat, clock: Clock) -> None:
    incident = seat.report()  # Litter, on a Monday at ten.
    end = end_of(seat, incident)
    to(clock, end)
    assert len(run(seat)) == 1
    to(clock, START + timedelta(days=4))
    run(seat)
    due = [one.due_at for one in raised(seat, incident)]
    assert due[-1] > end + timedelta(hours=8), "the night does not count"
    assert len(due) == 4
    for at in due:
        assert 8 * 60 + 30 <= at.hour * 60 + 8 * 60 + at.minute <= 17 * 60 + 30


def test_a_rung_catches_nothing_of_the_past_and_shares_warn_before_the_end(
    seat: Seat, clock: Clock
) -> None:
    incident = plain(seat)
    shown = seat.incident(incident)
    assert shown.due_at
    assert shown.warn_at
    rung = Rung(1, 80, timedelta(0), Who.NEXT, Card.NONE, "", timedelta(0))
    to(clock, shown.due_at)
    late = Rung(7, 50, timedelta(0), Who.NEXT, Card.NONE, "", timedelta(0))
    seat.do(ChangeLadder((rung, late)))
    [event] = run(seat)
    assert event.payload["step"] == 1
    assert event.payload["due"] == shown.warn_at.isoformat()


def test_a_card_needs_an_owner(seat: Seat) -> None:
    rung = Rung(1, 100, timedelta(0), Who.NEXT, Card.RED, " ", timedelta(0))
    with refused(Refused.MISSING, field="rung_owner"):
        seat.do(ChangeLadder((rung,)))
    with seat.session() as session:
        assert len(rungs(session)) == 4


def test_a_card_is_acknowledged_by_its_owner_or_with_a_word_of_theirs(
    seat: Seat, clock: Clock
) -> None:
    incident = plain(seat)
    clock.advance(24 * 3600)
    run(seat)
    _, yellow, other, red = raised(seat, incident)
    assert (yellow.answer_by, yellow.open) == (clock.now() + 15 * MINUTE, True)
    with refused(Refused.NOT_THE_OWNER, owner=yellow.owner):
        seat.do(AcknowledgeCard(incident, yellow.id))
    with refused(Refused.UNKNOWN_CARD):
        seat.do(AcknowledgeCard(incident + 1, yellow.id))
    owner = Seat(replace(seat.office, actor=Actor(yellow.owner, "值班台")))
    owner.do(AcknowledgeCard(incident, yellow.id))
    seat.do(AcknowledgeCard(incident, red.id, "张主任电话确认"))
    with refused(Refused.CARD_ACKNOWLEDGED, operator=yellow.owner):
        seat.do(AcknowledgeCard(incident, yellow.id, "再次"))
    assert [one.id for one in raised(seat, incident) if one.open] == [other.id]
    assert run(seat) == []


# Alone on scene


def alone(seat: Seat, priority: Priority = Priority.URGENT) -> int:
    """An incident at which one member is."""
    incident = seat.report(priority=priority)
    for deed in (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        seat.do(seat.order(deed, incident))
    return incident


def alarms(seat: Seat, incident: int) -> list[Supervision]:
    return [one for one in raised(seat, incident) if one.matter is Matter.SAFETY]


def test_who_is_alone_must_check_in(seat: Seat, clock: Clock) -> None:
    incident = alone(seat)
    clock.advance(14 * 60)
    seat.do(CheckIn(incident))
    clock.advance(14 * 60)
    run(seat)
    assert alarms(seat, incident) == []
    clock.advance(60)
    run(seat)
    run(seat, "test-2")
    [alarm] = alarms(seat, incident)
    assert (alarm.due_at, alarm.open) == (clock.now(), True)
    kinds = [event.kind for event in seat.events("incident", incident)]
    assert kinds.count(Deed.MISS_CHECK_IN) == 1


def test_the_clock_goes_on_after_an_alarm_was_acknowledged(seat: Seat, clock: Clock) -> None:
    incident = alone(seat)
    clock.advance(40 * 60)
    run(seat)
    [alarm] = alarms(seat, incident)
    clock.advance(60)
    seat.do(AcknowledgeCard(incident, alarm.id, "班长电话确认人员安全"))
    clock.advance(15 * 60)
    run(seat)
    assert [one.due_at for one in alarms(seat, incident)] == [alarm.due_at, clock.now()]


def test_no_clock_runs_where_it_is_not_serious_or_nobody_is(seat: Seat, clock: Clock) -> None:
    harmless = alone(seat, Priority.NORMAL)
    with refused(Refused.NOBODY_ON_SCENE):
        seat.do(CheckIn(harmless))
    empty = seat.report(priority=Priority.URGENT)
    with refused(Refused.NOBODY_ON_SCENE):
        seat.do(CheckIn(empty))
    serious = alone(seat)
    seat.step(Deed.RESOLVE, serious)
    clock.advance(24 * 3600)
    run(seat)
    assert not any(alarms(seat, one) for one in (harmless, empty, serious))


def test_a_helper_who_is_there_before_the_leader_is_alone_too(seat: Seat, clock: Clock) -> None:
    leader, helper = (member.id for member in seat.ready()[:2])
    incident = seat.report(priority=Priority.URGENT)
    seat.do(seat.order(Deed.VERIFY, incident))
    seat.do(seat.order(Deed.DISPATCH, incident, leader))
    added = seat.do(AddMember(incident, helper))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        arrived = seat.do(MemberStep(deed, incident, helper))
    assert seat.incident(incident).state is State.DISPATCHED
    with seat.session() as session:
        change = read_change(session, arrived.seq - 1)
        assert [one.member for one in change.presences if one.arrived_at] == [helper]
    picture = Picture()
    with seat.session() as session:
        picture.load(snapshot(session))
    watch = picture.oversight.watch(picture.incidents[incident])
    assert watch is not None
    assert (watch.member, added.subject.id) == (helper, incident)
    clock.advance(15 * 60)
    run(seat)
    assert len(alarms(seat, incident)) == 1
    # Once the leader is there too, nobody is alone.
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        seat.step(deed, incident)
    clock.advance(24 * 3600)
    run(seat)
    assert len(alarms(seat, incident)) == 1


def test_a_kind_of_incident_has_a_time_of_its_own(seat: Seat, clock: Clock) -> None:
    incident = alone(seat, Priority.NORMAL)
    seat.do(ChangeLadder(check_in=(("litter", 5),)))
    clock.advance(5 * 60)
    run(seat)
    assert len(alarms(seat, incident)) == 1


# Extensions


def test_an_extension_moves_the_limits_of_its_round(seat: Seat, clock: Clock) -> None:
    incident = plain(seat)
    other = plain(seat)
    before = end_of(seat, incident)
    event = seat.do(Extend(incident, timedelta(hours=2), "等吊车", LEADER))
    shown = seat.incident(incident)
    assert shown.due_at == before + timedelta(hours=2)
    assert shown.warn_at == shown.stage_from + (shown.due_at - shown.stage_from) * 4 / 5
    assert (shown.extended, shown.extensions) == (timedelta(hours=2), 1)
    assert (event.payload["consent"], event.payload["note"]) == (LEADER, "等吊车")
    clock.advance((before - clock.now()).total_seconds())
    assert [one.subject.id for one in run(seat)] == [other]
    for one in (incident, other):
        seat.do(seat.order(Deed.VERIFY, one))
        seat.do(seat.order(Deed.DISPATCH, one))
        seat.step(Deed.ACKNOWLEDGE, one)
    assert end_of(seat, incident) - end_of(seat, other) == timedelta(hours=2)
    for one in (incident, other):
        for deed in (Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE):
            seat.step(deed, one)
    assert end_of(seat, incident) == end_of(seat, other), "the check is a round of its own"
    assert seat.incident(incident).extensions == 1


@pytest.mark.parametrize(
    ("order", "code"),
    [
        (Extend(1, timedelta(hours=2), " ", LEADER), Refused.MISSING),
        (Extend(1, timedelta(hours=2), "等吊车", " "), Refused.LEADER_CONSENTS),
        (Extend(1, timedelta(0), "等吊车", LEADER), Refused.BAD_VALUE),
        (Extend(1, timedelta(days=91), "等吊车", LEADER), Refused.BAD_VALUE),
    ],
)
def test_an_extension_needs_reason_span_and_consent(
    seat: Seat, order: Extend, code: Refused
) -> None:
    incident = plain(seat)
    before = end_of(seat, incident)
    with refused(code):
        seat.do(replace(order, incident=incident))
    assert end_of(seat, incident) == before


def test_a_suspension_needs_the_leaders_consent(seat: Seat) -> None:
    incident = seat.bring(State.VERIFIED)
    order = seat.order(Deed.SUSPEND, incident)
    with refused(Refused.LEADER_CONSENTS):
        seat.do(Step(Deed.SUSPEND, incident, note="等配件", consent=" "))
    assert seat.do(order, uuid4()).payload["consent"] == LEADER
    with refused(Refused.NO_LIMIT):
        seat.do(Extend(incident, timedelta(hours=1), "等吊车", LEADER))
