"""Looks through cameras: who, which one and why; and stills that tell where they are from."""

from datetime import UTC, datetime

import pytest

from console.commands.watching import LONGEST_S
from console.domain.checking import Moment
from console.domain.errors import Refused
from console.domain.events import Subject
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, EndWatch, WatchCamera
from tests.commands.seat import Seat, refused
from tests.photos import JPEG, PNG


def test_a_look_through_a_camera_is_written_down_with_its_reason(seat: Seat) -> None:
    incident = seat.report()
    before = seat.incident(incident)
    for about, subject in (
        (incident, Subject("incident", incident)),
        (None, Subject("camera", 1)),
    ):
        event = seat.do(WatchCamera(1, " 核实\n事件 ", about))
        assert (event.kind, event.subject) == (Deed.WATCH, subject)
        name = event.payload["camera_name"]
        assert event.payload == {"camera": 1, "camera_name": name, "note": "核实 事件"}
        event = seat.do(EndWatch(1, 12, about))
        assert (event.kind, event.subject) == (Deed.END_WATCH, subject)
        assert event.payload == {"camera": 1, "camera_name": name, "seconds": 12}
    assert seat.incident(incident) == before
    seat.sound()


def test_what_is_wrong_with_a_look_is_refused(seat: Seat) -> None:
    with refused(Refused.MISSING, field="note"):
        seat.do(WatchCamera(1, " "))
    with refused(Refused.BAD_VALUE, field="camera", value=9999):
        seat.do(WatchCamera(9999, "核实"))
    with refused(Refused.UNKNOWN_INCIDENT, incident=99):
        seat.do(WatchCamera(1, "核实", 99))
    for seconds in (-1, LONGEST_S + 1):
        with refused(Refused.BAD_VALUE, field="seconds", value=seconds):
            seat.do(EndWatch(1, seconds))


def test_a_still_tells_its_camera_and_time(seat: Seat) -> None:
    incident = seat.report()
    at = datetime(2026, 3, 2, 2, 0, 5, tzinfo=UTC)
    event = seat.do(Attach(incident, "a.jpg", JPEG, Moment.BEFORE, camera=1, taken_at=at))
    assert event.kind is Deed.ATTACH
    assert event.payload["camera"] == 1
    assert event.payload["camera_name"]
    assert event.payload["taken_at"] == at.isoformat()
    assert event.payload["moment"] == "before"
    with refused(Refused.BAD_VALUE, field="camera", value=9999):
        seat.do(Attach(incident, "b.jpg", PNG, camera=9999))
    seat.sound()


@pytest.mark.parametrize("order", [WatchCamera(1, "核实"), Attach(1, "a", b"secret content")])
def test_what_is_seen_is_not_printed(order: object) -> None:
    assert "secret content" not in repr(order)
