"""The figures of the day out of a database of either kind, against cases worked by hand."""

from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event as sql_event
from sqlalchemy import func, select

from console.commands.demo import fill
from console.commands.office import Office
from console.commands.perform import perform
from console.db import members as people
from console.db.day_figures import DayReader, first_since
from console.db.engine import Database
from console.db.tables import AssignmentRow, CategoryRow, EventRow, IncidentRow
from console.domain.day_figures import DayFigures
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Extend, Order, Step, Verify
from tests.clock import Clock
from tests.views.reports import litter

MINUTE = 60


def do(office: Office, order: Order) -> int:
    return perform(office, order, uuid4()).subject.id


def a_member(office: Office) -> int:
    with office.database.read() as session:
        found = people.members(session)
    today = office.clock().date()
    return next(
        m.id for m in found if m.holds("urban", today) and not m.load and m.duty == "on_duty"
    )


def read(office: Office, reader: DayReader | None = None) -> DayFigures:
    with office.database.read() as session:
        return (reader or DayReader()).read(session, office.clock())


def work_off(office: Office, clock: Clock, number: int, *, way: int, work: int) -> None:
    """From the report to the closing; the way and the work take so many minutes."""
    do(office, Verify(number))
    do(office, Dispatch(number, a_member(office)))
    do(office, Step(Deed.ACKNOWLEDGE, number))
    do(office, Step(Deed.SET_OUT, number))
    clock.advance(way * MINUTE)
    do(office, Step(Deed.ARRIVE, number))
    clock.advance(work * MINUTE)
    do(office, Step(Deed.RESOLVE, number, note="清了"))
    do(office, Step(Deed.CHECK, number, note="好", by="周敏"))
    do(office, Step(Deed.CLOSE, number, by="周敏", reason="handled"))


def test_a_morning_worked_by_hand(office: Office, clock: Clock) -> None:
    # Ten o'clock on a Monday. The limit of litter is four working hours: 10:00 to 15:30.
    first, second = do(office, litter("第一件")), do(office, litter("第二件"))
    do(office, litter("第三件"))
    work_off(office, clock, first, way=6, work=20)
    work_off(office, clock, second, way=10, work=420)
    found = read(office)
    assert found.day == clock.now().date()
    assert (found.reported, found.closed) == (3, 2)
    assert (found.on_time, found.judged) == (1, 2)
    assert found.arrivals == 2
    assert found.arrival == timedelta(minutes=8)
    assert found.hours[10] == 3
    assert sum(found.hours) == 3
    assert found.categories == (("litter", 3),)


def test_yesterday_does_not_count_and_a_week_ago_is_its_own_line(
    office: Office, clock: Clock
) -> None:
    reader = DayReader()
    old = do(office, litter("上周"))
    work_off(office, clock, old, way=5, work=10)
    assert read(office, reader).closed == 1
    # Six days and fourteen hours later it is Monday again: the midnight has been passed.
    clock.advance(6 * 24 * 3600 + 14 * 3600)
    found = read(office, reader)
    assert (found.reported, found.closed, found.arrivals) == (0, 0, 0)
    assert found.arrival is None
    assert found.on_time_rate is None
    assert found.week_ago[10] == 1
    assert sum(found.week_ago) == 1
    new = do(office, litter("今天"))
    assert read(office, reader).reported == 1
    work_off(office, clock, new, way=5, work=1)
    assert read(office, reader).closed == 1


def test_a_late_one_with_an_extension_was_on_time_and_a_reopened_one_is_not_closed(
    office: Office, clock: Clock
) -> None:
    reader, number = DayReader(), do(office, litter())
    do(office, Verify(number))
    do(office, Dispatch(number, a_member(office)))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        do(office, Step(deed, number))
    hours = timedelta(hours=3)
    do(office, Extend(number, hours, note="吊车未到", consent="李班长"))
    clock.advance(7 * 3600)
    do(office, Step(Deed.RESOLVE, number, note="清了"))
    do(office, Step(Deed.CHECK, number, note="好", by="周敏"))
    do(office, Step(Deed.CLOSE, number, by="周敏", reason="handled"))
    assert (read(office, reader).on_time, read(office, reader).judged) == (1, 1)
    do(office, Step(Deed.REOPEN, number, note="又有"))
    found = read(office, reader)
    assert (found.closed, found.judged, found.reported) == (0, 0, 1)


@pytest.mark.parametrize("hours", [0, 5, 30])
def test_the_figures_equal_a_recount_of_all_rows(office: Office, hours: int) -> None:
    at = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    fill(office, Random(3), at)
    zone = ZoneInfo("Asia/Shanghai")
    now = at + timedelta(hours=hours)
    begin = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    with office.database.read() as session:
        found = DayReader().read(session, now)
        incidents = session.execute(
            select(IncidentRow.reported_at, IncidentRow.state, IncidentRow.stage_from)
        ).all()
        ways = session.execute(
            select(AssignmentRow.dispatched_at, AssignmentRow.arrived_at).where(
                AssignmentRow.is_primary, AssignmentRow.arrived_at.is_not(None)
            )
        ).all()
    assert found.reported == sum(begin <= at_ <= now for at_, _, _ in incidents)
    assert found.closed == sum(
        state == State.CLOSED.value and begin <= since <= now for _, state, since in incidents
    )
    took = [there - sent for sent, there in ways if there and sent and begin <= there <= now]
    assert found.arrivals == len(took)
    assert found.arrival == (sum(took, timedelta(0)) / len(took) if took else None)
    if not hours:
        assert found.reported > 40
        assert found.closed == found.judged == 28


def test_the_day_is_found_by_halving_and_not_by_reading(office: Office, clock: Clock) -> None:
    with office.database.read() as session:
        before = session.scalars(select(func.max(EventRow.seq))).one() or 0
    for _ in range(20):
        do(office, litter())
        clock.advance(3600)
    middle = clock.now() - timedelta(hours=10)
    asked: list[str] = []
    sql_event.listen(
        office.database.engine, "before_cursor_execute", lambda *told: asked.append(told[2])
    )
    with office.database.read() as session:
        found = first_since(session, middle)
    # Twenty reports, one an hour; an hour more is read because clocks differ.
    assert found == before + 10
    assert len(asked) < 12


def test_nothing_is_written_and_an_empty_database_has_no_figures(database: Database) -> None:
    at = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)
    with database.read() as session:
        found = DayReader().read(session, at)
        assert session.scalars(select(CategoryRow.code)).first() is None
    assert (found.reported, found.closed, found.arrival) == (0, 0, None)
