"""Reports of one matter: joined, merged and taken out again, on both databases."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update

from console.db.engine import Database
from console.db.tables import IncidentRow
from console.domain.errors import Refused
from console.domain.incident import ENDED, State
from console.domain.lifecycle import SEPARATIONS, Deed
from console.domain.orders import Attach, Comment, Extend, Join, Merge, Report, Separate, Step
from console.domain.place import LonLat
from tests.clock import Clock
from tests.commands.racer import office_of
from tests.commands.seat import LEADER, MARKET, Seat, refused
from tests.commands.test_races import in_threads
from tests.conftest import Templates
from tests.photos import PNG

AGAIN = Report(
    "垃圾堆在文宗路口",
    "litter",
    description="很臭",
    place=LonLat(MARKET.lon + 0.0003, MARKET.lat),
    reporter_name="陈小姐",
    reporter_phone="13800138001",
)
STANDING = sorted(state for _, state in SEPARATIONS)
"""Where an incident can be merged from."""


def clock_of(seat: Seat, number: int) -> tuple[Any, ...]:
    with seat.session() as session:
        row = session.get_one(IncidentRow, number)
        return row.state, row.round_from, row.stage_from, row.warn_at, row.due_at, row.extended_s


def test_a_further_report_keeps_its_reporter_and_words_at_the_incident_that_goes_on(
    seat: Seat,
) -> None:
    first = seat.report(reporter_name="王先生", reporter_phone="13900139002")
    event = seat.do(Join(AGAIN, first))
    again = event.subject.id

    assert again != first
    assert event.kind is Deed.JOIN
    assert event.payload["into"] == first
    shown = seat.case(first)
    assert (shown.reporter_name, shown.reporter_phone) == ("王先生", "13900139002")
    (part,) = shown.parts
    assert (part.id, part.title, part.description) == (again, "垃圾堆在文宗路口", "很臭")
    assert (part.reporter_name, part.reporter_phone) == ("陈小姐", "13800138001")
    assert seat.incident(again).state is State.MERGED
    assert seat.incident(first).state is State.REPORTED
    seat.sound()


def test_notes_and_photos_of_all_parts_stay_with_the_whole(seat: Seat) -> None:
    top, middle, low = (seat.report(f"垃圾 {n}") for n in range(3))
    seat.do(Comment(low, "从二楼看见的"))
    seat.do(Attach(low, "a.png", PNG))
    seat.do(Merge(low, middle))
    seat.do(Merge(middle, top))
    seat.do(Comment(low, "合并后补充"))

    parts = seat.case(top).parts
    assert [(part.id, part.merged_into) for part in parts] == [(middle, top), (low, middle)]
    notes = [e.payload["note"] for e in parts[1].timeline if e.kind is Deed.COMMENT]
    assert notes == ["从二楼看见的", "合并后补充"]
    assert [one.name for one in parts[1].attachments] == ["a.png"]


@pytest.mark.parametrize("state", STANDING)
def test_what_is_taken_out_stands_where_it_stood_on_its_old_clock(
    seat: Seat, clock: Clock, state: State
) -> None:
    other = seat.report()
    incident = seat.bring(state)
    before = clock_of(seat, incident)
    clock.advance(7 * 60)
    seat.do(Merge(incident, other))
    assert seat.incident(incident).due_at is None
    clock.advance(5 * 3600)
    event = seat.do(Separate(incident, note="不是同一件事"))

    assert clock_of(seat, incident) == before
    assert seat.incident(incident).merged_into is None
    assert event.payload["into"] == other
    assert (event.payload["from"], event.payload["to"]) == ("merged", state.value)
    assert seat.case(other).parts == ()
    seat.sound()


def test_a_limit_that_was_extended_is_still_extended_after_a_merging_that_was_undone(
    seat: Seat, clock: Clock
) -> None:
    other, incident = seat.report(), seat.bring(State.VERIFIED)
    seat.do(Extend(incident, timedelta(minutes=30), "吊车未到", LEADER))
    before = clock_of(seat, incident)
    seat.do(Merge(incident, other))
    clock.advance(3600)
    seat.do(Separate(incident))
    assert clock_of(seat, incident) == before


def test_a_further_report_that_is_taken_out_is_an_incident_of_its_own(
    seat: Seat, clock: Clock
) -> None:
    first = seat.report()
    again = seat.do(Join(AGAIN, first)).subject.id
    alone = seat.do(AGAIN).subject.id
    clock.advance(180)
    seat.do(Separate(again))
    assert clock_of(seat, again) == clock_of(seat, alone)
    assert seat.case(again).reporter_phone == "13800138001"


@pytest.mark.parametrize("state", sorted(ENDED))
def test_nothing_joins_what_has_ended(seat: Seat, state: State) -> None:
    ended = seat.bring(state)
    with refused(Refused.MERGE_INTO_ENDED, incident=ended):
        seat.do(Join(AGAIN, ended))
    with refused(Refused.UNKNOWN_INCIDENT, incident=10_000):
        seat.do(Join(AGAIN, 10_000))
    seat.sound()


def test_a_report_that_is_refused_joins_nothing(seat: Seat) -> None:
    first = seat.report()
    with refused(Refused.MISSING, field="title"):
        seat.do(Join(Report(" ", "litter"), first))
    assert seat.case(first).parts == ()


def test_only_what_is_merged_is_taken_out_and_only_as_it_was_seen(seat: Seat) -> None:
    other, incident = seat.report(), seat.report()
    with refused(Refused.ILLEGAL_MOVE, deed="separate", state="reported"):
        seat.do(Separate(incident))
    seat.do(Merge(incident, other))
    seen = seat.incident(incident).version
    seat.beside().do(Separate(incident, seen))
    with refused(Refused.OVERTAKEN, incident=incident, deed="separate", operator="王芳"):
        seat.do(Separate(incident, seen))
    seat.step(Deed.REJECT, incident, "重复")
    seat.step(Deed.REOPEN, incident, "误判")
    with refused(Refused.ILLEGAL_MOVE, deed="separate", state="reopened"):
        seat.do(Separate(incident))


def test_the_last_merging_is_the_one_that_is_undone(seat: Seat) -> None:
    one, two, incident = seat.report(), seat.report(), seat.report()
    seat.do(Merge(incident, one))
    seat.do(Separate(incident))
    seat.do(seat.order(Deed.VERIFY, incident))
    seat.do(Merge(incident, two))
    seat.do(Separate(incident))
    assert seat.incident(incident).state is State.VERIFIED
    seat.sound()


def test_a_part_can_be_taken_out_after_the_whole_has_ended(seat: Seat) -> None:
    whole, part = seat.report(), seat.report()
    seat.do(Merge(part, whole))
    seat.step(Deed.REJECT, whole, "误报")
    seat.do(Separate(part))
    assert seat.incident(part).state is State.REPORTED


def test_one_command_joins_once(seat: Seat) -> None:
    first, command = seat.report(), uuid4()
    assert seat.do(Join(AGAIN, first), command) == seat.do(Join(AGAIN, first), command)
    assert len(seat.case(first).parts) == 1


def test_a_circle_that_nobody_could_make_hangs_nothing(seat: Seat) -> None:
    one, two = seat.report(), seat.report()
    seat.do(Merge(one, two))
    merged = {"state": "merged", "merged_into": one}
    seat.write(update(IncidentRow).where(IncidentRow.id == two).values(merged))
    assert {part.id for part in seat.case(one).parts} == {one, two}


def test_nobody_joins_what_ends_at_the_same_moment(templates: Templates) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    incidents = [seat.report() for _ in range(20)]
    answers = in_threads(
        url,
        {
            "王芳": [(Join(AGAIN, number), uuid4()) for number in incidents],
            "李雷": [(Step(Deed.REJECT, number, note="误报"), uuid4()) for number in incidents],
        },
    )
    for number, joined, rejected in zip(incidents, *answers.values(), strict=True):
        assert "done" in rejected
        first = "done" in joined and joined["seq"] < rejected["seq"]
        assert first or joined["refused"] == "merge_into_ended"
        assert len(seat.case(number).parts) == int(first)
    seat.sound()
    database.close()


def test_of_two_who_undo_one_merging_one_is_told_of_the_other(templates: Templates) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    whole = seat.report()
    merged = [seat.do(Join(AGAIN, whole)).subject.id for _ in range(20)]
    answers = in_threads(
        url,
        {
            "王芳": [(Separate(number, 2), uuid4()) for number in merged],
            "李雷": [(Separate(number, 2), uuid4()) for number in merged],
        },
    )
    for one, other in zip(*answers.values(), strict=True):
        assert sorted(("done" in one, "done" in other)) == [False, True]
        assert {one.get("refused"), other.get("refused")} == {None, "overtaken"}
    assert seat.case(whole).parts == ()
    seat.sound()
    database.close()
