"""The demonstration's past: every state, believable times, the same for the same seed."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from console.commands import demo
from console.commands.demo import OPERATOR, fill, prepare
from console.commands.demo_plan import CLOSED, PATHS, plan
from console.commands.demo_week import REPORTS
from console.commands.office import Office
from console.commands.stories import load_stories
from console.db import queries
from console.db.check import check
from console.db.engine import Database
from console.db.migrate import HEAD, revision, upgrade
from console.domain.category import Priority
from console.domain.change import Case, Snapshot
from console.domain.errors import Refusal, Refused
from console.domain.grid import GridTree
from console.domain.incident import RUNNING, Incident, State
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.rights import Actor
from tests.clock import START

if TYPE_CHECKING:
    from tests.conftest import Templates

NOW = START + timedelta(hours=12)


def snapshot(database: Database) -> Snapshot:
    with database.read() as session:
        return queries.snapshot(session)


def everything(database: Database) -> tuple[Incident, ...]:
    with database.read() as session:
        return queries.list_incidents(session, set(State), 1000)


def cases(database: Database) -> list[Case]:
    incidents = everything(database)
    with database.read() as session:
        return [queries.case(session, incident.id) for incident in incidents]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest) -> Iterator[Database]:
    """A database with the past in it; the tests only read it, so one of each kind is enough."""
    templates: Templates = request.getfixturevalue(f"{request.param}_templates")
    database = Database.open(templates.center())
    fill(Office(database, OPERATOR, lambda: NOW), Random(7), NOW)
    yield database
    database.close()


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'new.db'}"
    prepare(url, lambda: NOW)
    database = Database.open(url)
    yield database
    database.close()


def test_every_state_is_shown_and_the_database_is_sound(filled: Database) -> None:
    states = Counter(incident.state for incident in everything(filled))
    assert set(states) == set(State)
    assert states[State.CLOSED] == CLOSED
    assert states.total() - CLOSED == len(load_stories().opening)
    with filled.read() as session:
        assert check(session) == []


def test_each_incident_is_as_the_opening_tells(filled: Database) -> None:
    shown = {i.title: i for i in everything(filled) if i.state is not State.CLOSED}
    for scene in load_stories().opening:
        incident = shown[scene.title]
        assert incident.state is scene.state
        assert incident.reported_at == NOW - timedelta(minutes=scene.age)


def test_two_are_overdue_and_some_are_urgent(filled: Database) -> None:
    incidents = snapshot(filled).incidents
    late = {incident.title for incident in incidents if incident.overdue(NOW)}
    assert late == {"消防通道被堵", "施工噪声扰民"}
    assert sum(incident.priority is Priority.URGENT for incident in incidents) >= 3


def test_both_stories_wait_to_be_played(filled: Database) -> None:
    waiting = {i.title: i for i in snapshot(filled).incidents if i.state is State.REPORTED}
    man, litter = waiting["居民楼可疑人员徘徊"], waiting["乱丢垃圾"]
    assert man.address == "宝塘厦三巷12号"
    assert man.category == "suspicious_person"
    assert not man.overdue(NOW + timedelta(minutes=3))
    assert litter.address.startswith("文宗路")
    assert litter.category == "litter"


def test_every_incident_lies_in_the_sub_grid_of_its_place(filled: Database) -> None:
    tree = GridTree(snapshot(filled).catalogue.grids)
    for incident in everything(filled):
        assert incident.place is not None
        assert incident.grid == tree.locate(incident.place)


def test_timelines_tell_the_way_to_the_state_in_the_order_of_time(filled: Database) -> None:
    for case in cases(filled):
        deeds = tuple(event.kind for event in case.timeline)
        assert deeds == (Deed.REPORT, *PATHS[case.incident.state])
        times = [event.at for event in case.timeline]
        assert all(earlier < later for earlier, later in pairwise(times))
        assert times[-1] <= NOW
        assert times[0] == case.incident.reported_at


def test_the_log_runs_forward_in_time(filled: Database) -> None:
    times = [event.at for event in snapshot(filled).events]
    assert times == sorted(times)


def test_members_act_as_themselves_and_their_duty_fits(filled: Database) -> None:
    seen = snapshot(filled)
    members = {member.id: member for member in seen.members}
    for incident in seen.incidents:
        if incident.state in RUNNING:
            assert incident.assignee is not None
        if incident.state is State.ON_SCENE:
            member = members[incident.assignee or 0]
            assert member.duty is Duty.ON_SCENE
            assert member.place == incident.place
    names = {member.name for member in seen.members}
    acted = [e for case in cases(filled) for e in case.timeline if e.kind is Deed.ACKNOWLEDGE]
    assert all(event.operator == event.payload["member_name"] for event in acted)
    assert {event.operator for event in acted} <= names


def test_reporters_have_telephone_numbers_that_do_not_exist(filled: Database) -> None:
    for case in cases(filled):
        assert case.reporter_name
        assert case.reporter_phone.startswith("1000000")
        assert len(case.reporter_phone) == 11


def test_what_was_closed_was_reported_today(filled: Database) -> None:
    midnight = datetime(2026, 3, 2, tzinfo=UTC) - timedelta(hours=8)
    closed = [i for i in everything(filled) if i.state is State.CLOSED]
    assert all(incident.reported_at >= midnight for incident in closed)


def told(case: Case) -> tuple[object, ...]:
    events = [(e.at, e.operator, e.command_id, e.kind, dict(e.payload)) for e in case.timeline]
    return case.incident, case.description, case.reporter_name, case.reporter_phone, events


def test_the_same_seed_makes_the_same_past(filled: Database, sqlite_center_url: str) -> None:
    again = Database.open(sqlite_center_url)
    try:
        fill(Office(again, OPERATOR, lambda: NOW), Random(7), NOW)
        ours, theirs = cases(again), cases(filled)
    finally:
        again.close()
    assert [told(case) for case in ours] == [told(case) for case in theirs]


def test_another_seed_makes_another_past() -> None:
    stories = load_stories()
    plans = [plan(stories, Random(seed), NOW, timedelta(hours=10)) for seed in (1, 1, 2)]
    assert plans[0] == plans[1]
    assert plans[0] != plans[2]


@pytest.mark.parametrize("hours", [0, 1, 9, 23])
def test_a_plan_ends_before_now_whatever_the_hour(hours: int) -> None:
    made = plan(load_stories(), Random(3), NOW, timedelta(hours=hours))
    assert all(NOW - timedelta(minutes=570) <= beat.at <= NOW for beat in made.beats)
    assert len(made.tales) == len(made.notes) == CLOSED + len(load_stories().opening)


def test_a_new_file_becomes_the_demonstration(prepared: Database) -> None:
    assert revision(prepared) == HEAD
    seen = snapshot(prepared)
    assert seen.catalogue.center.demonstration
    assert len(seen.incidents) == len(load_stories().opening) - 2  # rejected, merged
    times = [event.at for event in seen.events]
    assert times == sorted(times)
    with prepared.read() as session:
        assert check(session) == []


def test_a_database_with_a_schema_stays_as_it_is(url: str) -> None:
    empty = Database.open(url)
    try:
        upgrade(empty)
        prepare(url, lambda: NOW)
        assert snapshot(empty).seq == 0
    finally:
        empty.close()


def test_preparing_twice_changes_nothing(prepared: Database) -> None:
    before = snapshot(prepared)
    prepare(f"sqlite:///{prepared.path}", lambda: NOW + timedelta(hours=1))
    assert snapshot(prepared) == before


def test_two_consoles_that_start_at_once_make_one_demonstration(url: str) -> None:
    both = Barrier(2)

    def start(_: int) -> None:
        both.wait()
        prepare(url)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(start, range(2)))
    database = Database.open(url)
    try:
        assert len(everything(database)) == REPORTS + CLOSED + len(load_stories().opening)
        assert len(snapshot(database).members) == 61
    finally:
        database.close()


def test_whoever_may_not_establish_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "OPERATOR", Actor("演示值班员", "一号席", frozenset()))
    with pytest.raises(Refusal) as refused:
        prepare(url)
    assert refused.value.code is Refused.NO_RIGHT


def test_whoever_comes_second_leaves_it_to_the_first(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As it looks to one who asked before the other one had made the tables.
    prepare(url, lambda: NOW)
    monkeypatch.setattr(demo, "revision", lambda _: None)
    prepare(url, lambda: NOW + timedelta(hours=1))
    database = Database.open(url)
    try:
        assert len(everything(database)) == REPORTS + CLOSED + len(load_stories().opening)
    finally:
        database.close()
