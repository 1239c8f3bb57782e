"""A deed that is taken back leaves everything as it was, with the clock that ran before."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from console.commands.perform import subject_of
from console.db.tables import AssignmentRow, AttachmentRow, IncidentRow, MemberRow
from console.db.tables_channels import OutboxRow
from console.domain.category import Priority
from console.domain.channels import Channel, Tidings
from console.domain.errors import Refused
from console.domain.events import Event
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import MOVES, Deed
from console.domain.orders import (
    AddChannel,
    AddMember,
    Attach,
    ChangeDuty,
    Comment,
    Correct,
    CorrectNote,
    Dispatch,
    Extend,
    Join,
    Look,
    MemberStep,
    Merge,
    NeedLanguage,
    Report,
    Reserve,
    Separate,
    TakeBack,
    TurnPhoto,
    Verify,
)
from console.domain.people import Duty
from console.domain.undoing import SHIFT, UNDOING, Taking
from tests.clock import Clock
from tests.commands.seat import LEADER, Seat, refused
from tests.photos import PNG

ROWS = (IncidentRow, AssignmentRow, MemberRow)
PASSING = {"version", "lon", "lat", "seen_at"}
"""What may be another one afterwards: a version, and where a member was seen last."""


def back(seat: Seat, event: Event, note: str = "") -> Event:
    """Take back what an event tells, by whatever the table names."""
    taking = UNDOING[event.kind]
    assert isinstance(taking, Taking)
    return seat.do(TakeBack(event.seq, taking.by, event.subject, note))


def standing(seat: Seat) -> dict[str, list[dict[str, Any]]]:
    """What a deed can change of incidents and members, but for what came to nothing."""
    found: dict[str, list[dict[str, Any]]] = {}
    with seat.session() as session:
        for table in ROWS:
            rows = session.execute(select(*table.__table__.c).order_by(table.id)).mappings()
            found[table.__tablename__] = [
                {name: value for name, value in row.items() if name not in PASSING}
                for row in rows
                if row.get("state") not in ("withdrawn", "released")
            ]
    for row in found["assignment"]:
        del row["id"]
    found["assignment"].sort(key=lambda row: (row["incident_id"], row["member_id"]))
    return found


def arrived(seat: Seat, clock: Clock, state: State) -> int:
    """An incident in a state, which it has been in for a while."""
    clock.advance(60)
    number = seat.bring(state)
    clock.advance(600)
    return number


@pytest.mark.parametrize("move", MOVES, ids=lambda move: f"{move.deed.value}-{move.source.value}")
def test_each_move_is_taken_back_with_the_clock_that_ran(
    seat: Seat, clock: Clock, move: Any
) -> None:
    number = arrived(seat, clock, move.source)
    order = seat.order(move.deed, number)
    before = standing(seat)
    done = seat.do(order)
    assert seat.incident(number).state is move.target
    clock.advance(900)
    undone = back(seat, done, "按错了")
    assert undone.payload["undoes"] == done.seq
    assert standing(seat) == before
    seat.sound()
    with refused(Refused.TAKEN_BACK, deed=move.deed.value, operator="测试员"):
        back(seat, done)


def simple(seat: Seat, number: int) -> dict[Deed, Callable[[], Event]]:
    """Deeds that leave an incident where it stands."""
    ready = [member.id for member in seat.ready()]
    return {
        Deed.EXTEND: lambda: seat.do(Extend(number, SHIFT, "等吊车", LEADER)),
        Deed.RESERVE: lambda: seat.do(Reserve(number, ready[1])),
        Deed.CORRECT: lambda: seat.do(
            Correct(number, title="新", address="别处", category="fight", priority=Priority.URGENT)
        ),
        Deed.NEED_LANGUAGE: lambda: seat.do(NeedLanguage(number, "yue")),
        Deed.CHANGE_DUTY: lambda: seat.do(ChangeDuty(ready[2], Duty.BREAK)),
    }


@pytest.mark.parametrize(
    "deed",
    [Deed.EXTEND, Deed.RESERVE, Deed.CORRECT, Deed.NEED_LANGUAGE, Deed.CHANGE_DUTY],
)
def test_each_other_deed_is_taken_back(seat: Seat, clock: Clock, deed: Deed) -> None:
    number = arrived(seat, clock, State.VERIFIED)
    before = standing(seat)
    done = simple(seat, number)[deed]()
    assert standing(seat) != before
    clock.advance(900)
    back(seat, done)
    assert standing(seat) == before
    seat.sound()


def test_a_note_is_struck_through_and_a_correction_gives_way(seat: Seat) -> None:
    number = seat.report()
    note = seat.do(Comment(number, "两袋"))
    better = seat.do(CorrectNote(number, note.seq, "三袋"))
    undone = back(seat, better)
    assert (undone.payload["corrects"], undone.payload["note"]) == (better.seq, "两袋")
    other = seat.do(Comment(number, "错的事件"))
    assert back(seat, other).payload == {
        "corrects": other.seq,
        "before": "错的事件",
        "undoes": other.seq,
    }


def test_a_photo_is_marked_and_kept_and_can_be_attached_after_all(seat: Seat) -> None:
    number = seat.report()
    done = seat.do(Attach(number, "错.png", PNG))
    back(seat, done)
    (photo,) = seat.case(number).attachments
    assert photo.withdrawn
    again = seat.do(Attach(number, "错.png", PNG))
    assert not seat.case(number).attachments[0].withdrawn
    back(seat, again)
    seat.do(Attach(number, "错.png", PNG))
    with refused(Refused.FINAL, why="nothing_new"):
        back(seat, seat.do(Attach(number, "错.png", PNG)))
    with seat.session() as session:
        assert len(session.scalars(select(AttachmentRow)).all()) == 1


def test_a_photo_that_was_turned_is_shown_as_before(seat: Seat) -> None:
    number = seat.report()
    photo = seat.do(Attach(number, "错.png", PNG)).payload["attachment"]
    assert isinstance(photo, int)
    first = seat.do(TurnPhoto(number, photo, 90))
    second = seat.do(TurnPhoto(number, photo, 180))
    with refused(Refused.ACTED_SINCE, since="turn_photo"):
        back(seat, first)
    back(seat, second)
    assert seat.case(number).attachments[0].rotation == 90
    back(seat, first)
    assert seat.case(number).attachments[0].rotation == 0


def test_a_merging_and_its_undoing_are_taken_back(seat: Seat, clock: Clock) -> None:
    first, second = arrived(seat, clock, State.VERIFIED), arrived(seat, clock, State.VERIFIED)
    before = standing(seat)
    merged = seat.do(Merge(second, first))
    after = standing(seat)
    back(seat, merged)
    assert standing(seat) == before
    again = seat.do(Merge(second, first))
    apart = seat.do(Separate(second))
    back(seat, apart)
    assert standing(seat)["incident"][1]["merged_into"] == first
    assert standing(seat)["incident"][1]["state"] == after["incident"][1]["state"]
    # What was taken back stands in nobody's way: the merging before it can be taken back, too.
    back(seat, again)
    assert standing(seat) == before
    joined = seat.do(Join(Report("又一人", "litter"), first))
    back(seat, joined)
    assert seat.incident(joined.subject.id).state is State.REPORTED
    seat.sound()


def test_a_further_member_is_called_off_and_who_was_reserved_is_so_again(seat: Seat) -> None:
    number = seat.bring(State.VERIFIED)
    first, second, third = (member.id for member in seat.ready()[:3])
    seat.do(Reserve(number, third))
    seat.do(Dispatch(number, first))
    before = standing(seat)
    further = seat.do(AddMember(number, second))
    back(seat, further)
    assert standing(seat) == before
    called = seat.do(MemberStep(Deed.CALL, number, third))
    back(seat, called)
    assert standing(seat) == before
    further = seat.do(AddMember(number, second))
    seat.do(MemberStep(Deed.ACKNOWLEDGE, number, second))
    with refused(Refused.ACTED_SINCE, since="acknowledge"):
        back(seat, further)
    seat.sound()


def test_an_answer_of_a_further_member_is_taken_back_alone(seat: Seat) -> None:
    number = seat.bring(State.VERIFIED)
    first, second = (member.id for member in seat.ready()[:2])
    seat.do(Dispatch(number, first))
    seat.do(AddMember(number, second))
    seat.do(MemberStep(Deed.ACKNOWLEDGE, number, second))
    before = standing(seat)
    out = seat.do(MemberStep(Deed.SET_OUT, number, second))
    assert seat.member(second).duty is Duty.EN_ROUTE
    back(seat, out)
    assert standing(seat) == before
    assert seat.incident(number).standing_of(second) is AssignmentState.ACKNOWLEDGED


def test_whoever_was_called_off_is_told_to_come_after_all(seat: Seat) -> None:
    number = seat.bring(State.VERIFIED)
    member = seat.ready()[0].id
    seat.do(AddChannel(Channel("hook", "值班群", "json://127.0.0.1:9/hook")))
    sent = seat.do(Dispatch(number, member))
    assert sent.payload["channel"]
    gone = seat.step(Deed.WITHDRAW, number, "换人")
    undone = back(seat, gone)
    assert (undone.payload["member"], undone.payload["channel"]) == (member, "hook")
    with seat.session() as session:
        told = session.scalars(select(OutboxRow.tidings).order_by(OutboxRow.id)).all()
    assert told == [*(Tidings.DISPATCHED.value, Tidings.WITHDRAWN.value, Tidings.DISPATCHED.value)]
    assert seat.incident(number).assignee == member
    seat.sound()


def test_whoever_is_off_duty_by_now_is_not_called_back(seat: Seat) -> None:
    number = seat.bring(State.VERIFIED)
    member = seat.ready()[0].id
    seat.do(Dispatch(number, member))
    gone = seat.step(Deed.WITHDRAW, number, "换人")
    seat.do(ChangeDuty(member, Duty.OFF))
    before = standing(seat)
    with refused(Refused.MEMBER_NOT_AVAILABLE):
        back(seat, gone)
    assert standing(seat) == before


def test_only_who_did_it_takes_it_back_and_only_while_nobody_goes_on(
    seat: Seat, clock: Clock
) -> None:
    number = seat.report()
    done = seat.do(Verify(number))
    other = seat.beside("王芳")
    with refused(Refused.NOT_YOURS, operator="测试员"):
        back(other, done)
    other.step(Deed.SUSPEND, number, "等材料")
    with refused(Refused.ACTED_SINCE, operator="王芳", since="suspend", deed="verify"):
        back(seat, done)
    looked = seat.do(Look(done.subject, "回电"))
    with refused(Refused.FINAL, why="seen"):
        seat.do(TakeBack(looked.seq, Deed.TAKE_BACK, looked.subject))
    late = seat.do(Verify(seat.report()))
    clock.advance(SHIFT.total_seconds() + 1)
    with refused(Refused.TOO_LATE, hours=8):
        back(seat, late)
    with refused(Refused.BAD_VALUE, field="event"):
        seat.do(TakeBack(10_000, Deed.TAKE_BACK, done.subject))


def test_the_same_order_twice_takes_back_once(seat: Seat) -> None:
    done = seat.do(Verify(seat.report()))
    order = TakeBack(done.seq, Deed.TAKE_BACK, done.subject)
    assert subject_of(order) == done.subject
    undone = seat.do(order)
    assert seat.do(order, undone.command_id) == undone
