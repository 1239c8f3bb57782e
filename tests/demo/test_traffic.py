"""Demonstration traffic: reports come, members react, operators' work is left to operators."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from threading import Event as Flag
from threading import Thread
from uuid import uuid4

import pytest

from console.commands import traffic as module
from console.commands.center import establish, load_center
from console.commands.demo import fill
from console.commands.office import Office
from console.commands.perform import perform
from console.commands.traffic import ACTOR, Traffic, run
from console.db import members as people
from console.db import queries
from console.db.check import check
from console.db.engine import Database
from console.db.feed import Feed, read_change
from console.db.migrate import upgrade
from console.domain.change import Snapshot
from console.domain.crew import Crew
from console.domain.errors import Fault, FaultError
from console.domain.grid import GridTree
from console.domain.incident import RUNNING, TO_DISPATCH, AssignmentState, Incident, Origin, State
from console.domain.lifecycle import Deed
from console.domain.orders import AddMember, Dispatch, Report, Step, Verify
from console.domain.people import Duty
from console.domain.ranking import propose
from tests.clock import Clock

REPORT = Report("乱丢垃圾", "litter", address="文宗路")


def snapshot(database: Database) -> Snapshot:
    with database.read() as session:
        return queries.snapshot(session)


def traffic_in(office: Office, *, seed: int = 5, busy: bool = False) -> Traffic:
    return Traffic(Office(office.database, ACTOR, office.clock), Random(seed), busy=busy)


def advance_to_next(traffic: Traffic, clock: Clock) -> None:
    clock.advance(max(0.0, (traffic.next_at - clock.now()).total_seconds()))
    traffic.step()


def run_for(traffic: Traffic, clock: Clock, minutes: float) -> None:
    end = clock.now() + timedelta(minutes=minutes)
    while traffic.next_at <= end:
        advance_to_next(traffic, clock)
    clock.advance((end - clock.now()).total_seconds())


def dispatch_all(office: Office) -> None:
    """Do what operators do with everything that waits for them."""
    seen = snapshot(office.database)
    crew = Crew(GridTree(seen.catalogue.grids), seen.members)
    skills = {category.code: category.skill for category in seen.catalogue.categories}
    today = office.clock().date()
    for incident in seen.incidents:
        if incident.state is State.REPORTED:
            perform(office, Verify(incident.id), uuid4())
        elif incident.state in TO_DISPATCH:
            skill = skills[incident.category]
            best = propose(incident, skill, crew, today, most=1).candidates[0]
            perform(office, Dispatch(incident.id, best.member.id), uuid4())


def by_id(incident: Incident) -> int:
    return incident.id


def dispatched(office: Office) -> Incident:
    number = perform(office, REPORT, uuid4()).subject.id
    dispatch_all(office)
    dispatch_all(office)
    with office.database.read() as session:
        found = queries.get_incident(session, number)
    assert found.state is State.DISPATCHED
    return found


def test_reports_arrive_every_twenty_to_forty_seconds(office: Office, clock: Clock) -> None:
    run_for(traffic_in(office), clock, 20)
    reported = [incident.reported_at for incident in snapshot(office.database).incidents]
    reported.sort()
    gaps = [later - earlier for earlier, later in pairwise(reported)]
    assert len(reported) in range(30, 61)
    assert all(timedelta(seconds=20) <= gap <= timedelta(seconds=40) for gap in gaps)


def test_a_busy_day_brings_more(office: Office, clock: Clock) -> None:
    run_for(traffic_in(office, busy=True), clock, 10)
    assert len(snapshot(office.database).incidents) in range(60, 151)


def test_reports_come_in_all_ways_and_at_places_of_the_center(
    office: Office, clock: Clock
) -> None:
    run_for(traffic_in(office), clock, 20)
    incidents = snapshot(office.database).incidents
    assert {i.origin for i in incidents} == {Origin.PHONE, Origin.RESIDENT, Origin.MEMBER}
    assert all(incident.grid is not None for incident in incidents)
    titles = Counter(incident.title for incident in incidents)
    assert max(titles.values()) == 1 or len(incidents) > 40


def test_operators_work_is_left_to_operators(office: Office, clock: Clock) -> None:
    run_for(traffic_in(office), clock, 30)
    assert {i.state for i in snapshot(office.database).incidents} == {State.REPORTED}


def test_whoever_is_sent_acknowledges_goes_arrives_and_resolves(
    office: Office, clock: Clock
) -> None:
    sent = dispatched(office)
    traffic = traffic_in(office)
    run_for(traffic, clock, 2)
    with office.database.read() as session:
        assert queries.get_incident(session, sent.id).state is not State.DISPATCHED
    run_for(traffic, clock, 25)
    with office.database.read() as session:
        case = queries.case(session, sent.id)
    assert case.incident.state is State.RESOLVED
    assert [event.kind for event in case.timeline][-4:] == [
        Deed.ACKNOWLEDGE,
        Deed.SET_OUT,
        Deed.ARRIVE,
        Deed.RESOLVE,
    ]
    assert {event.workstation for event in case.timeline[-4:]} == {"demo-traffic"}
    assert case.timeline[-1].payload["note"]


def test_further_members_of_a_team_go_too(office: Office, clock: Clock) -> None:
    sent = dispatched(office)
    with office.database.read() as session:
        free = [m for m in people.members(session) if m.duty is Duty.ON_DUTY]
        skill = next(c for c in queries.catalogue(session).categories if c.code == sent.category)
    today = clock.now().date()
    further = next(m for m in free if m.id != sent.assignee and m.holds(skill.skill, today))
    perform(office, AddMember(sent.id, further.id), uuid4())
    traffic = traffic_in(office)
    run_for(traffic, clock, 30)
    with office.database.read() as session:
        case = queries.case(session, sent.id)
    assert case.incident.state is State.RESOLVED
    steps = [event.kind for event in case.timeline if event.payload.get("member") == further.id]
    assert steps[:3] == [Deed.ADD_MEMBER, Deed.ACKNOWLEDGE, Deed.SET_OUT]
    [theirs] = [one for one in case.assignments if one.member == further.id]
    assert theirs.state is AssignmentState.DONE


def test_members_who_have_no_place_arrive_too(office: Office, clock: Clock) -> None:
    sent = dispatched(office)
    assert sent.place is None
    run_for(traffic_in(office), clock, 20)
    with office.database.read() as session:
        assert queries.get_incident(session, sent.id).state is State.RESOLVED


def test_it_lets_go_where_people_were_faster(office: Office, clock: Clock) -> None:
    sent = dispatched(office)
    traffic = traffic_in(office)
    advance_to_next(traffic, clock)  # It has seen who was sent.
    perform(office, Step(Deed.ACKNOWLEDGE, sent.id), uuid4())
    perform(office, Step(Deed.WITHDRAW, sent.id, note="改派"), uuid4())
    run_for(traffic, clock, 5)
    with office.database.read() as session:
        assert queries.get_incident(session, sent.id).state is State.VERIFIED


def test_the_same_seed_makes_the_same_traffic(
    office: Office, clock: Clock, sqlite_center_url: str
) -> None:
    again = Database.open(sqlite_center_url)
    try:
        other = Clock()
        run_for(traffic_in(office), clock, 5)
        run_for(traffic_in(Office(again, office.actor, other.now)), other, 5)
        ours, theirs = snapshot(again).incidents, snapshot(office.database).incidents
        assert sorted(ours, key=by_id) == sorted(theirs, key=by_id)
    finally:
        again.close()


def test_a_database_that_fails_leaves_the_thing_due(
    office: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    traffic = traffic_in(office)
    due = traffic.next_at
    lost = FaultError(Fault.LOST, reason="gone")

    def fail(*_: object) -> None:
        raise lost

    with monkeypatch.context() as patch:
        patch.setattr(Database, "read", fail)
        with pytest.raises(FaultError):
            traffic.step()
    assert traffic.next_at == due
    run_for(traffic, clock, 3)
    assert snapshot(office.database).incidents


def test_the_database_is_sound_after_three_hundred_steps(office: Office, clock: Clock) -> None:
    now = clock.advance(12 * 3600)
    fill(office, Random(1), now)
    traffic = traffic_in(office, busy=True)
    for number in range(300):
        advance_to_next(traffic, clock)
        if number % 20 == 0:
            dispatch_all(office)
    with office.database.read() as session:
        assert check(session) == []
        states = Counter(i.state for i in queries.list_incidents(session, set(State), 1000))
    assert RUNNING & set(states)
    assert states[State.CLOSED] == 28


def test_it_runs_on_a_thread_until_it_is_stopped(sqlite_center_url: str) -> None:
    database = Database.open(sqlite_center_url)
    feed = Feed(database)
    stop = Flag()
    clock = Clock()

    def hurry() -> datetime:
        # Time flies here, so that nobody has to wait for the next report.
        return clock.advance(30)

    thread = Thread(target=run, args=(sqlite_center_url, stop), kwargs={"clock": hurry, "seed": 2})
    thread.start()
    try:
        seen = 4
        while seen < 8:
            assert feed.wait(20)
            with database.read() as session:
                change = read_change(session, seen)
            seen = change.seq
            assert all(event.operator == "演示" for event in change.events)
    finally:
        stop.set()
        thread.join()
        feed.close()
        database.close()


def test_a_database_that_is_lost_is_waited_for(
    sqlite_center_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop = Flag()
    steps: list[Traffic] = []

    def fail_then_stop(traffic: Traffic) -> None:
        steps.append(traffic)
        if len(steps) == 2:
            stop.set()
            return
        raise FaultError(Fault.LOST, reason="gone")

    monkeypatch.setattr(Traffic, "step", fail_then_stop)
    monkeypatch.setattr(module, "_PAUSE_S", 0.0)
    clock = Clock()
    run(sqlite_center_url, stop, clock=lambda: clock.advance(1), seed=1)
    assert len(steps) == 2
    assert "waits for the database" in caplog.text


def test_a_database_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultError):
        run(f"sqlite:///{tmp_path / 'no' / 'folder.db'}", Flag())


def test_a_real_center_gets_no_invented_reports(
    url: str, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    center = load_center("baotun")
    real = replace(center, center=replace(center.center, demonstration=False))
    database = Database.open(url)
    try:
        upgrade(database)
        establish(Office(database, ACTOR, clock.now), real)
        run(url, Flag(), clock=lambda: clock.advance(60))
        assert snapshot(database).incidents == ()
    finally:
        database.close()
    assert "no demonstration" in caplog.text
