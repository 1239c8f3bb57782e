"""The figures of the day out of the database: read-only, and not slower with a longer history.

No table of incidents is read through. Whatever was reported or closed since midnight left an event
since midnight, and the events' numbers rise with their times: where the day begins among them is
found by halving. From there on the events lead to the incidents.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from console.db.chunks import chunks
from console.db.tables import AssignmentRow, CategoryRow, CenterRow, EventRow, IncidentRow
from console.db.values import category_of
from console.domain.category import Category, LimitClock
from console.domain.closing import Passed, closed_on_time
from console.domain.day_figures import DayCase, DayFigures, day_begin, figures
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.undoing import UNDOES
from console.domain.worktime import DEFAULT_HOURS, PLAIN, WorkingCalendar, WorkingHours

CLOCKS_DIFFER = timedelta(hours=1)
"""So much the clocks of two workstations may differ; events of different ones are out of order."""

LONGEST_WAY = timedelta(days=2)
"""Whoever was sent longer ago than this before midnight and arrived today is left out."""

WEEK = timedelta(days=7)
DAY = timedelta(days=1)

AGAIN_AFTER = timedelta(minutes=10)
"""The day a week ago is read again after so long: an import may have added to it."""


class DayReader:
    """Reads the figures of the day again and again; used by one thread.

    It remembers which closed incidents were on time, by their versions, and the day a week ago.
    """

    def __init__(self) -> None:
        self._on_time: dict[int, tuple[int, bool | None]] = {}
        self._week_ago: tuple[datetime, datetime, tuple[datetime, ...]] | None = None

    def read(self, session: Session, at: datetime) -> DayFigures:
        """The figures of the day on which an instant falls in the center, until then.

        Sources: ``reported`` and ``hours`` from ``incident.reported_at``; ``closed`` from
        ``incident.state`` and ``stage_from``, which a closed incident has from its closing;
        ``on_time`` from the incident's events; ``arrival`` from ``assignment.dispatched_at`` and
        ``arrived_at`` of those who lead.

        Raises:
            FaultError: If the database fails.
        """
        center = session.scalars(select(CenterRow)).first()
        zone = ZoneInfo("UTC" if center is None else center.zone)
        hours = DEFAULT_HOURS if center is None else WorkingHours.of(center.hours)
        begin = day_begin(at.astimezone(zone).date(), zone)
        rows = _cases(session, begin, at)
        self._judge(session, rows, WorkingCalendar(hours, zone), begin)
        cases = [
            DayCase(
                row.id,
                row.category,
                row.reported_at,
                State(row.state),
                row.stage_from,
                self._on_time[row.id][1] if row.id in self._on_time else None,
            )
            for row in rows
        ]
        before = self._day_a_week_ago(session, begin, zone, at)
        return figures(at, zone, cases, _ways(session, begin, at), before)

    def _judge(
        self,
        session: Session,
        rows: list[Row[Any]],
        working: WorkingCalendar,
        begin: datetime,
    ) -> None:
        """Find out of those closed today whether they were closed on time."""
        closed = [r for r in rows if r.state == State.CLOSED.value and r.stage_from >= begin]
        known = {r.id: self._on_time.get(r.id) for r in closed}
        new = [row for row in closed if (known[row.id] or (0, None))[0] != row.version]
        self._on_time = {number: verdict for number, verdict in known.items() if verdict}
        if not new:
            return
        categories = {row.code: category_of(row) for row in session.scalars(select(CategoryRow))}
        passed = _passed(session, [row.id for row in new])
        for row in new:
            category: Category = categories[row.category]
            plain = category.limits.clock is LimitClock.PLAIN
            verdict = closed_on_time(
                row.reported_at, passed[row.id], category.limits, PLAIN if plain else working
            )
            self._on_time[row.id] = row.version, verdict

    def _day_a_week_ago(
        self, session: Session, begin: datetime, zone: ZoneInfo, at: datetime
    ) -> tuple[datetime, ...]:
        kept = self._week_ago
        if kept is not None and kept[0] == begin and timedelta(0) <= at - kept[1] < AGAIN_AFTER:
            return kept[2]
        day = begin.astimezone(zone).date() - WEEK
        first, after = day_begin(day, zone), day_begin(day + DAY, zone)
        within = and_(IncidentRow.reported_at >= first, IncidentRow.reported_at < after)
        found = session.execute(_told_since(session, first, (Deed.REPORT,), within))
        instants = tuple(row.reported_at for row in found)
        self._week_ago = begin, at, instants
        return instants


def first_since(session: Session, at: datetime) -> int:
    """The number of the first event at or after an instant, or of one a little before it."""
    wanted = at - CLOCKS_DIFFER
    low, high = 1, (session.scalars(select(func.max(EventRow.seq))).one() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        # The numbers have no gaps; should one be missing, the next one answers for it.
        told = session.execute(
            select(EventRow.at).where(EventRow.seq >= middle).order_by(EventRow.seq).limit(1)
        ).scalar_one()
        if told < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _cases(session: Session, begin: datetime, at: datetime) -> list[Row[Any]]:
    """The incidents reported or closed between two instants."""
    within = or_(
        IncidentRow.reported_at.between(begin, at),
        and_(
            IncidentRow.state == State.CLOSED.value,
            IncidentRow.stage_from.between(begin, at),
        ),
    )
    # A closed one that was imported has no other event than that of its report.
    told = _told_since(session, begin, (Deed.REPORT, Deed.CLOSE), within)
    return list(session.execute(told))


def _told_since(
    session: Session, at: datetime, deeds: Collection[Deed], within: ColumnElement[bool]
) -> Select[*tuple[Any, ...]]:
    # What kind of subject it is follows from the deed; if it were asked too, SQLite would take the
    # index that begins with it and read through all events there are.
    subjects = select(EventRow.subject_id).where(
        EventRow.seq >= first_since(session, at), EventRow.kind.in_([deed.value for deed in deeds])
    )
    return select(
        IncidentRow.id,
        IncidentRow.version,
        IncidentRow.category,
        IncidentRow.reported_at,
        IncidentRow.state,
        IncidentRow.stage_from,
    ).where(IncidentRow.id.in_(subjects), within)


def _ways(session: Session, begin: datetime, at: datetime) -> list[timedelta]:
    """How long those who lead, and arrived between two instants, took from being sent."""
    rows = session.execute(
        select(AssignmentRow.dispatched_at, AssignmentRow.arrived_at).where(
            AssignmentRow.is_primary,
            AssignmentRow.dispatched_at > begin - LONGEST_WAY,
            AssignmentRow.arrived_at.between(begin, at),
        )
    )
    return [there - sent for sent, there in rows if sent is not None and there is not None]


def _passed(session: Session, incidents: list[int]) -> dict[int, list[Passed]]:
    """What happened to some incidents, the oldest first."""
    found: dict[int, list[Passed]] = defaultdict(list)
    for some in chunks(incidents):
        rows = session.execute(
            select(EventRow.subject_id, EventRow.seq, EventRow.at, EventRow.kind, EventRow.payload)
            .where(
                EventRow.subject_kind == "incident",
                EventRow.subject_id.in_(some),
            )
            .order_by(EventRow.seq)
        )
        told = rows.all()
        # What was taken back is as if it had never been: its limit went on.
        undone = {row.payload.get(UNDOES) for row in told}
        for number, seq, at, kind, payload in told:
            if seq not in undone and UNDOES not in payload:
                found[number] += _one(at, kind, payload)
    return found


def _one(at: datetime, kind: str, payload: dict[str, Any]) -> Iterator[Passed]:
    if kind == Deed.EXTEND.value:
        yield Passed(at, extended=timedelta(minutes=int(payload.get("minutes", 0))))
    elif "from" in payload and "to" in payload:
        yield Passed(at, State(payload["from"]), State(payload["to"]))
