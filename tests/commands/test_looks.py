"""Looks at personal data: each leaves an event with its reason, and changes nothing else."""

import pytest

from console.commands.looks import ROSTER
from console.domain.errors import Refused
from console.domain.events import Subject
from console.domain.lifecycle import Deed
from console.domain.orders import Look
from tests.commands.seat import Seat, refused


def test_a_look_is_written_down_with_its_reason(seat: Seat) -> None:
    incident = seat.report()
    member = seat.members()[0]
    before = seat.incident(incident)
    for subject, named in (
        (Subject("incident", incident), {}),
        (Subject("member", member.id), {"member": member.id, "member_name": member.name}),
        (ROSTER, {}),
    ):
        event = seat.do(Look(subject, " 回访\n核对 "))
        assert (event.kind, event.subject) == (Deed.LOOK, subject)
        assert event.payload == {**named, "note": "回访 核对"}
    assert seat.incident(incident) == before
    assert seat.member(member.id) == member
    seat.sound()


@pytest.mark.parametrize("kind", ["incident", "member", "roster"])
def test_without_a_reason_nothing_is_looked_at(seat: Seat, kind: str) -> None:
    with refused(Refused.MISSING, field="note"):
        seat.do(Look(Subject(kind, 1), " "))


def test_what_is_not_there_cannot_be_looked_at(seat: Seat) -> None:
    with refused(Refused.UNKNOWN_INCIDENT, incident=99):
        seat.do(Look(Subject("incident", 99), "回访"))
    with refused(Refused.UNKNOWN_MEMBER, member=9999):
        seat.do(Look(Subject("member", 9999), "回访"))
    with refused(Refused.BAD_VALUE, field="subject", value="camera:1"):
        seat.do(Look(Subject("camera", 1), "回访"))
