"""Corrections strike through and never erase."""

from datetime import timedelta

from console.db.queries import catalogue
from console.domain.category import Priority
from console.domain.errors import Refused
from console.domain.incident import State
from console.domain.orders import Comment, Correct, CorrectNote
from tests.clock import Clock
from tests.commands.seat import Seat, refused


def test_what_is_put_right_stays_in_the_log(seat: Seat) -> None:
    incident = seat.report("文宗路乱丢垃圾", address="文宗路2号")
    seen = seat.incident(incident).version
    event = seat.do(
        Correct(
            incident, seen, title=" 文华路乱丢垃圾 ", address="文宗路2号", priority=Priority(2)
        )
    )
    assert event.payload["changes"] == {
        "title": ["文宗路乱丢垃圾", "文华路乱丢垃圾"],
        "priority": [3, 2],
    }
    now = seat.incident(incident)
    assert (now.title, now.address, now.priority) == ("文华路乱丢垃圾", "文宗路2号", 2)
    assert seat.events("incident", incident)[0].payload["title"] == "文宗路乱丢垃圾"
    seat.sound()


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(seat: Seat) -> None:
    incident = seat.report()
    seen = seat.incident(incident).version
    seat.beside().do(Correct(incident, seen, title="文华路乱丢垃圾"))
    with refused(Refused.OVERTAKEN, incident=incident):
        seat.do(Correct(incident, seen, title="别的"))


def test_another_category_has_its_limits_from_where_the_old_ones_began(
    seat: Seat, clock: Clock
) -> None:
    incident = seat.report()
    began = seat.incident(incident).stage_from
    clock.advance(timedelta(minutes=3).total_seconds())
    with seat.session() as session:
        other = min(catalogue(session).categories, key=lambda one: one.limits.acknowledge)
    before = seat.incident(incident).due_at
    seat.do(Correct(incident, category=other.code))
    after = seat.incident(incident)
    assert after.category == other.code
    assert after.stage_from == began
    assert after.due_at is not None
    assert before is not None
    assert after.due_at < before
    assert after.due_at <= began + other.limits.acknowledge


def test_a_correction_that_changes_nothing_or_takes_the_title_away_is_refused(seat: Seat) -> None:
    incident = seat.report("x")
    with refused(Refused.NOTHING_CHANGED, incident=incident):
        seat.do(Correct(incident, title="x", description=""))
    with refused(Refused.MISSING, field="title"):
        seat.do(Correct(incident, title="  "))
    with refused(Refused.UNKNOWN_CATEGORY, category="none"):
        seat.do(Correct(incident, category="none"))


def test_an_ended_incident_can_be_put_right_too(seat: Seat) -> None:
    incident = seat.bring(State.REJECTED)
    seat.do(Correct(incident, category="building_waste"))
    assert seat.incident(incident).due_at is None
    # The archive follows, or the check would tell.
    seat.do(Correct(incident, title="装修垃圾乱倒"))
    seat.sound()


def test_a_note_is_struck_through_and_the_right_one_follows(seat: Seat) -> None:
    incident = seat.report()
    note = seat.do(Comment(incident, "门牌18号"))
    event = seat.do(CorrectNote(incident, note.seq, "门牌81号"))
    assert event.payload["corrects"] == note.seq
    assert (event.payload["before"], event.payload["note"]) == ("门牌18号", "门牌81号")
    kept = next(one for one in seat.events("incident", incident) if one.seq == note.seq)
    assert kept.payload["note"] == "门牌18号"
    # The correction can be put right in its turn, but the note not once more.
    with refused(Refused.NOTHING_CHANGED, incident=incident):
        seat.do(CorrectNote(incident, note.seq, "别的"))
    seat.do(CorrectNote(incident, event.seq, ""))
    seat.sound()


def test_only_notes_of_the_same_incident_are_struck_through(seat: Seat) -> None:
    incident, other = seat.report(), seat.report()
    note = seat.do(Comment(other, "x"))
    report = seat.events("incident", incident)[0]
    for event in (note.seq, report.seq, 10**6):
        with refused(Refused.BAD_VALUE, field="event", value=event):
            seat.do(CorrectNote(incident, event, "y"))
