"""Small incidents, snapshots and changes for tests of the screens' models."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from console.domain.category import Category, Limits, Priority
from console.domain.change import Catalogue, Center, Change, Snapshot
from console.domain.events import Event, Subject
from console.domain.grid import Grid
from console.domain.incident import Incident, Origin, State
from console.domain.lifecycle import Deed

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)

HOUR = timedelta(hours=1)
LITTER = Category(
    "litter", "乱丢垃圾", "Litter", "urban", Priority.NORMAL, Limits(HOUR, HOUR, HOUR, HOUR)
)

GRID = Grid("4419001220100401", "文宗里", ((((0, 0), (1, 0), (1, 1), (0, 0)),),))


def incident(
    number: int,
    *,
    due_min: int | None = 30,
    state: State = State.REPORTED,
    priority: Priority = Priority.NORMAL,
    title: str = "文宗路乱丢垃圾",
    address: str = "文宗路",
    version: int = 1,
) -> Incident:
    """An incident due so many minutes after ``START``, or with no limit running."""
    return Incident(
        id=number,
        version=version,
        state=state,
        priority=priority,
        category="litter",
        title=title,
        address=address,
        place=None,
        grid="4419001220100401",
        origin=Origin.PHONE,
        reported_at=START + timedelta(seconds=number),
        stage_from=START,
        due_at=None if due_min is None else START + timedelta(minutes=due_min),
        warn_at=None if due_min is None else START + timedelta(minutes=due_min) * 4 / 5,
        assignee=None,
    )


def snapshot(*incidents: Incident) -> Snapshot:
    """A small center with these incidents open."""
    center = Center("441900122010", "宝屯社区", "Baotun", "Asia/Shanghai", demonstration=True)
    catalogue = Catalogue(center, (GRID,), (), (LITTER,), ())
    return Snapshot(0, catalogue, (), incidents, ())


def reported(number: int) -> Event:
    """The event of a report."""
    subject = Subject("incident", number)
    return Event(
        number, START, "甲", "一号席", UUID(int=number), Deed.REPORT, subject, {}, "0" * 64
    )


def change(*incidents: Incident, ended: tuple[int, ...] = (), arrived: bool = False) -> Change:
    """A change that brings these incidents as they now stand."""
    events = tuple(reported(i.id) for i in incidents) if arrived else ()
    return Change(len(events), events, incidents, ended)
