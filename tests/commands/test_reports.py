"""Taking reports in, verifying, merging and commenting: what is stored, what is refused."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from console.commands.attachments import read_attachment
from console.commands.office import Outcome
from console.db.tables import CameraRow, CategoryRow, GridRow, IncidentRow
from console.domain.category import Priority
from console.domain.errors import Refused
from console.domain.events import Subject
from console.domain.incident import Origin, State
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Comment, Dispatch, Merge, Order, Step, Verify
from console.domain.people import Duty
from console.domain.place import LonLat
from console.domain.text import TEXT_LIMIT, TITLE_LIMIT
from tests.clock import START
from tests.commands.seat import MARKET, Seat, refused

HOSTILE = "<b onclick='x'>\u202e乱丢🗑️\n'; DROP TABLE incident; --"


def test_a_report_is_stored_as_it_was_told(seat: Seat) -> None:
    number = seat.report(
        " 文宗路乱丢垃圾 ",
        origin=Origin.RESIDENT,
        description="两袋\r\n在路边",
        address="文宗路 12 号",
        reporter_name="陈某",
        reporter_phone="13800138000",
        reported_at=START - timedelta(minutes=5),
    )
    case = seat.case(number)
    incident = case.incident
    assert (incident.title, incident.address) == ("文宗路乱丢垃圾", "文宗路 12 号")
    assert (incident.state, incident.origin) == (State.REPORTED, Origin.RESIDENT)
    assert (case.description, case.reporter_name) == ("两袋\n在路边", "陈某")
    assert case.reporter_phone == "13800138000"
    assert incident.reported_at == incident.stage_from == START - timedelta(minutes=5)
    assert incident.place == MARKET


def test_its_event_says_what_it_is_and_names_no_resident(seat: Seat) -> None:
    number = seat.report(reporter_name="陈某", reporter_phone="13800138000", description="私事")
    [event] = seat.events("incident", number)
    assert event.payload == {
        "to": "reported",
        "title": "文宗路乱丢垃圾",
        "category": "litter",
        "origin": "phone",
    }
    assert (event.kind, event.at, event.operator) == (Deed.REPORT, START, "测试员")


def test_the_priority_is_the_categorys_unless_one_is_given(seat: Seat) -> None:
    with seat.session() as session:
        usual = session.scalars(
            select(CategoryRow.priority).where(CategoryRow.code == "litter")
        ).one()
    assert seat.incident(seat.report()).priority == usual
    urgent = seat.report(priority=Priority.URGENT)
    assert seat.incident(urgent).priority is Priority.URGENT


def test_a_place_finds_its_smallest_grid_and_one_outside_finds_none(seat: Seat) -> None:
    grid = seat.incident(seat.report()).grid
    assert grid is not None
    assert len(grid) == 16
    assert seat.incident(seat.report(place=LonLat(0.0, 0.0))).grid is None
    assert seat.incident(seat.report(place=None)).grid is None


def test_grids_are_loaded_once_and_again_when_the_catalogue_has_changed(seat: Seat) -> None:
    """Outlines changed behind the deeds' back go unseen until an event of the catalogue."""
    grid = seat.incident(seat.report()).grid
    seat.write(update(GridRow).values(outline=[]))
    assert seat.incident(seat.report()).grid == grid
    catalogue = Outcome(Subject("catalogue", 1), {})
    seat.office.run(Deed.IMPORT_GRIDS, uuid4(), lambda _: catalogue)
    assert seat.incident(seat.report()).grid is None


def test_titles_of_every_kind_are_stored_as_text(seat: Seat) -> None:
    assert seat.incident(seat.report(HOSTILE)).title == HOSTILE
    longest = "长" * TITLE_LIMIT
    assert seat.incident(seat.report(longest)).title == longest
    assert seat.incident(seat.report("a\0b\x07c")).title == "abc"


def test_a_report_is_refused_for_what_is_missing_or_wrong(seat: Seat) -> None:
    with refused(Refused.MISSING, field="title"):
        seat.report(" \n\0 ")
    with refused(Refused.TOO_LONG, field="title", limit=TITLE_LIMIT):
        seat.report("长" * (TITLE_LIMIT + 1))
    with refused(Refused.TOO_LONG, field="description", limit=TEXT_LIMIT):
        seat.report(description="长" * (TEXT_LIMIT + 1))
    with refused(Refused.UNKNOWN_CATEGORY, category="ufo"):
        seat.report(category="ufo")
    with refused(Refused.BAD_VALUE, field="reported_at"):
        seat.report(reported_at=START + timedelta(seconds=1))
    with seat.session() as session:
        assert session.scalars(select(IncidentRow.id)).all() == []
    seat.sound()


def test_a_row_of_a_file_is_reported_only_once(seat: Seat) -> None:
    seat.report(source_key="nyc:1")
    with refused(Refused.BAD_VALUE, field="source_key", value="nyc:1"):
        seat.report(source_key="nyc:1")
    seat.report(source_key="nyc:2")


def test_verifying_tells_through_which_camera(seat: Seat) -> None:
    with seat.session() as session:
        camera = session.scalars(select(CameraRow.id)).first()
    number = seat.report()
    event = seat.do(Verify(number, camera=camera, note="看到两袋"))
    assert event.payload == {
        "stood": event.payload["stood"],
        "from": "reported",
        "to": "verified",
        "camera": camera,
        "note": "看到两袋",
    }


def test_verifying_through_a_camera_that_is_not_there_is_refused(seat: Seat) -> None:
    number = seat.report()
    with refused(Refused.BAD_VALUE, field="camera", value=999_999):
        seat.do(Verify(number, camera=999_999))
    assert seat.incident(number).state is State.REPORTED


def test_merging_names_the_incident_that_goes_on(seat: Seat) -> None:
    number, into = seat.report(), seat.report()
    event = seat.do(Merge(number, into, note="同一件"))
    told = {name: value for name, value in event.payload.items() if name != "stood"}
    assert told == {"from": "reported", "to": "merged", "into": into, "note": "同一件"}
    assert seat.incident(number).merged_into == into
    assert seat.incident(into).state is State.REPORTED
    assert seat.incident(into).version == 1


@pytest.mark.parametrize("ended", [State.CLOSED, State.REJECTED, State.MERGED])
def test_merging_into_an_ended_one_is_refused(seat: Seat, ended: State) -> None:
    number, into = seat.report(), seat.bring(ended)
    with refused(Refused.MERGE_INTO_ENDED, incident=into):
        seat.do(Merge(number, into))


def test_merging_into_itself_or_nothing_is_refused(seat: Seat) -> None:
    number = seat.report()
    with refused(Refused.MERGE_INTO_ITSELF, incident=number):
        seat.do(Merge(number, number))
    with refused(Refused.UNKNOWN_INCIDENT, incident=999):
        seat.do(Merge(number, 999))
    assert seat.incident(number).state is State.REPORTED


def test_a_comment_changes_nothing_but_the_timeline(seat: Seat) -> None:
    number = seat.bring(State.CLOSED)
    before = seat.incident(number)
    event = seat.do(Comment(number, " 居民来电感谢 "))
    assert event.payload == {"note": "居民来电感谢"}
    assert seat.incident(number) == before
    assert seat.case(number).timeline[-1] == event


def test_an_empty_comment_and_one_on_nothing_are_refused(seat: Seat) -> None:
    with refused(Refused.MISSING, field="text"):
        seat.do(Comment(seat.report(), "  "))
    with refused(Refused.UNKNOWN_INCIDENT, incident=999):
        seat.do(Comment(999, "谁？"))


BEYOND = [0, -1, 2**63, 10**30]
"""Numbers that no row can have; a driver would choke on the last ones."""


@pytest.mark.parametrize("number", BEYOND)
def test_numbers_that_no_row_can_have_are_unknown_like_any_other(seat: Seat, number: int) -> None:
    known, ready = seat.report(), seat.ready()[0].id
    orders: list[Order] = [
        Step(Deed.CLOSE, number),
        Dispatch(number, ready),
        Merge(number, known),
        Merge(known, number),
        Comment(number, "x"),
    ]
    for order in orders:
        with refused(Refused.UNKNOWN_INCIDENT, incident=number):
            seat.do(order)
    for order in (Dispatch(known, number), ChangeDuty(number, Duty.OFF)):
        with refused(Refused.UNKNOWN_MEMBER, member=number):
            seat.do(order)
    with refused(Refused.BAD_VALUE, field="camera"):
        seat.do(Verify(known, camera=number))
    with refused(Refused.BAD_VALUE, field="attachment"):
        read_attachment(seat.office.database, number)
    with refused(Refused.UNKNOWN_INCIDENT, incident=number):
        seat.case(number)
