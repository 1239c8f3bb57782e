"""Questions to the database: the answers are domain values of one snapshot."""

import gc
from dataclasses import FrozenInstanceError, fields
from datetime import timedelta

import pytest
from sqlalchemy import insert, select, text

from console.db import members as people
from console.db import queries
from console.db.chunks import CHUNK
from console.db.engine import Database
from console.db.tables import OPEN, AttachmentRow, IncidentRow
from console.domain.category import Category, Limits, Priority
from console.domain.change import AssignmentView, AttachmentView, Center, Road
from console.domain.errors import Refusal, Refused
from console.domain.grid import Grid
from console.domain.incident import Assigned, AssignmentState, Incident, Origin, State
from console.domain.lifecycle import Deed
from console.domain.people import Badge, BadgeLevel, Camera, Duty, Member, Skill
from console.domain.place import LonLat
from tests.conftest import Templates
from tests.db import rows


@pytest.fixture(autouse=True)
def _center(database: Database) -> None:
    with database.write() as session:
        rows.center(session)


def test_the_catalogue_holds_the_center_and_all_that_changes_seldom(database: Database) -> None:
    with database.read() as session:
        found = queries.catalogue(session)
    ring = ((113.6, 22.9), (113.7, 22.9), (113.7, 23.0), (113.6, 22.9))
    assert found.center == Center(rows.COMMUNITY, "宝屯社区", "Baotun", "Asia/Shanghai", False)
    assert found.grids == tuple(
        Grid(code, code, ((ring,),)) for code in (rows.COMMUNITY, rows.BASE, rows.SUB)
    )
    assert found.skills == (
        Skill("safety", "安", "安全员", "", "#c00", position=1),
        Skill("fire", "消", "消防员", "", "#a00", position=2),
    )
    limits = Limits(
        timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=2)
    )
    assert found.categories == (Category("fire", "火情", "Fire", "fire", Priority.URGENT, limits),)
    assert found.roads == (Road("文宗路", ((113.6, 22.9), (113.7, 23.0)), main=True),)
    assert found.cameras == (Camera(1, "C1", "村口", LonLat(113.61, 22.91), rows.SUB),)


def test_members_come_with_badges_in_the_catalogues_order_and_their_load(
    database: Database,
) -> None:
    with database.write() as session:
        for state in ("dispatched", "on_scene", "done"):
            rows.assign(session, rows.incident(session), 1, state)
    expected = (
        Member(2, 1, "B001", "王五", "", rows.SUB, Duty.ON_DUTY, (), None, rows.NOW),
        Member(
            1,
            1,
            "B002",
            "李四",
            "",
            rows.SUB,
            Duty.OFF,
            (
                Badge("safety", BadgeLevel.TRAINING),
                Badge("fire", BadgeLevel.HELD, rows.NOW.date()),
            ),
            LonLat(113.6, 22.9),
            load=2,
        ),
    )
    with database.read() as session:
        assert people.members(session) == expected
        assert people.members(session, [1, 2]) == expected
        assert people.members(session, {1, 99}) == expected[1:]
        assert people.members(session, []) == ()


def test_a_snapshot_holds_what_is_open_and_the_last_events(database: Database) -> None:
    with database.write() as session:
        placed = rows.incident(
            session,
            lon=113.6,
            lat=22.9,
            grid=rows.SUB,
            address="文宗路 1 号",
            due_at=None,
            warn_at=None,
        )
        running = rows.incident(session, priority=3)
        rows.move(session, running, State.VERIFIED, State.DISPATCHED)
        rows.assign(session, running, 2)
        rejected = rows.incident(session)
        rows.move(session, rejected, State.REJECTED)
        merged = rows.incident(session)
        rows.move(session, merged, State.MERGED, merged_into=running)
        rows.incident(session, state="closed", origin="import")
        for n in range(queries.LAST_EVENTS):
            rows.event(session, placed, payload={"note": str(n)})
    with database.read() as session:
        found = queries.snapshot(session)
    later = rows.NOW + timedelta(seconds=60)
    assert set(found.incidents) == {
        Incident(
            placed,
            1,
            State.REPORTED,
            Priority.URGENT,
            "fire",
            "文宗路起火",
            "文宗路 1 号",
            LonLat(113.6, 22.9),
            rows.SUB,
            Origin.PHONE,
            rows.NOW,
            rows.NOW,
            None,
            None,
            None,
        ),
        Incident(
            running,
            1,
            State.DISPATCHED,
            Priority.NORMAL,
            "fire",
            "文宗路起火",
            "",
            None,
            None,
            Origin.PHONE,
            rows.NOW,
            rows.NOW,
            later,
            rows.NOW + timedelta(seconds=48),
            2,
            people=(Assigned(2, AssignmentState.DISPATCHED, leads=True),),
        ),
    }
    assert len(found.incidents) == 2
    assert found.seq == found.events[-1].seq
    assert [event.seq for event in found.events] == list(
        range(found.seq - queries.LAST_EVENTS + 1, found.seq + 1)
    )
    assert [member.load for member in found.members] == [1, 0]
    assert found.catalogue.center.name == "宝屯社区"


def test_an_incident_is_found_by_its_number_open_or_ended(database: Database) -> None:
    with database.write() as session:
        first = rows.incident(session)
        second = rows.incident(session)
        rows.move(session, second, State.MERGED, merged_into=first)
    with database.read() as session:
        ended = queries.get_incident(session, second)
        assert (ended.state, ended.merged_into) == (State.MERGED, first)
        assert queries.get_incident(session, first).number == f"{first:04d}"
        for question in (queries.get_incident, queries.case):
            with pytest.raises(Refusal) as caught:
                question(session, 99)
            assert caught.value.code is Refused.UNKNOWN_INCIDENT
            assert caught.value.details == {"incident": 99}


def test_many_incidents_are_found_by_their_numbers(database: Database) -> None:
    with database.write() as session:
        numbers = [rows.incident(session, log_it=False) for _ in range(CHUNK + 1)]
    with database.read() as session:
        found = queries.incidents_by_id(session, [*numbers, 10**6])
        assert [incident.id for incident in found] == numbers


def test_incidents_are_listed_by_state_the_newest_first(database: Database) -> None:
    with database.write() as session:
        reported = [rows.incident(session) for _ in range(3)]
        verified = rows.incident(session)
        rows.move(session, verified, State.VERIFIED, State.DISPATCHED)
        rows.assign(session, verified, 1)
        closed = rows.incident(session, state="closed", origin="import")

    def listed(*args: object) -> list[int]:
        with database.read() as session:
            return [i.id for i in queries.list_incidents(session, *args)]  # type: ignore[arg-type]

    assert listed() == [verified, *reversed(reported)]
    assert listed([State.REPORTED]) == list(reversed(reported))
    assert listed([State.REPORTED], 2) == list(reversed(reported))[:2]
    assert listed([State.CLOSED, State.REPORTED]) == [closed, *reversed(reported)]
    assert listed([]) == []
    with database.read() as session:
        assert queries.list_incidents(session, [State.DISPATCHED])[0].assignee == 1


def test_a_case_holds_everything_about_one_incident(database: Database) -> None:
    with database.write() as session:
        number = rows.incident(
            session, description="很大的火", reporter_name="赵六", reporter_phone="13800000000"
        )
        rows.assign(session, number, 2, "withdrawn")
        rows.assign(session, number, 1, "on_scene")
        rows.assign(session, rows.incident(session), 1)
        session.execute(
            insert(AttachmentRow).values(
                incident_id=number,
                digest="ab",
                name="火.jpg",
                media_type="image/jpeg",
                size=9,
                added_at=rows.NOW,
            )
        )
        rows.event(session, number, Deed.COMMENT, {"note": "x"})
        rows.event(session, number, Deed.CHANGE_DUTY, {}, subject="member")
    with database.read() as session:
        found = queries.case(session, number)
        assert found.incident == queries.get_incident(session, number)
    assert (found.description, found.reporter_name, found.reporter_phone) == (
        "很大的火",
        "赵六",
        "13800000000",
    )
    assert found.incident.assignee == 1
    assert [event.kind for event in found.timeline] == [Deed.REPORT, Deed.COMMENT]
    none = (None, None, None, None)
    assert found.assignments == (
        AssignmentView(2, AssignmentState.WITHDRAWN, rows.NOW, *none),
        AssignmentView(1, AssignmentState.ON_SCENE, rows.NOW, *none),
    )
    photo = AttachmentView(1, "ab", "火.jpg", "image/jpeg", 9, rows.NOW, incident=1)
    assert found.attachments == (photo,)


def test_open_incidents_are_found_through_an_index_among_many_closed(database: Database) -> None:
    with database.write() as session:
        number = rows.incident(session, state="closed", origin="import", due_at=None)
        copied = [c for c in IncidentRow.__table__.columns if c.key != "id"]
        [closed] = session.execute(select(*copied).where(IncidentRow.id == number)).mappings()
        session.execute(insert(IncidentRow), [dict(closed)] * 5000)
        rows.incident(session)
    with database.write() as session:
        session.execute(text("ANALYZE"))
    with database.read() as session:
        explain = "EXPLAIN " if database.is_shared else "EXPLAIN QUERY PLAN "
        asked = select(IncidentRow.title).where(OPEN)
        plan = session.execute(text(explain + str(asked)))
        assert "ix_incident_open" in str(plan.all())
        assert len(queries.open_incidents(session)) == 1


def test_the_garbage_collector_is_left_as_it_was(database: Database) -> None:
    assert gc.isenabled()
    with database.read() as session:
        queries.snapshot(session)
        assert gc.isenabled()
        gc.disable()
        try:
            queries.snapshot(session)
            assert not gc.isenabled()
        finally:
            gc.enable()


def test_an_empty_database_has_an_empty_snapshot(templates: Templates) -> None:
    database = Database.open(templates.migrated())
    with database.read() as session:
        found = queries.snapshot(session)
    database.close()
    assert found.catalogue.center.code == ""
    assert (found.seq, found.events, found.incidents, found.members) == (0, (), (), ())


def test_incidents_read_are_as_frozen_as_any(database: Database) -> None:
    with database.write() as session:
        number = rows.incident(session)
    with database.read() as session:
        found = queries.get_incident(session, number)
    assert type(found) is Incident
    assert found == Incident(**{f.name: getattr(found, f.name) for f in fields(Incident)})
    with pytest.raises(FrozenInstanceError):
        found.title = "another"  # type: ignore[misc]
