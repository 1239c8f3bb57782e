"""Raises all that is due: rungs of the ladder and alarms about check-ins, in order of time.

Whoever runs it, and however many do: each is raised once, because its command id follows from
what it is about. What is raised late says when it was due.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from console.commands.office import Office
from console.commands.perform import perform
from console.db import ladder
from console.db.chunks import chunks
from console.db.log import find
from console.db.queries import catalogue
from console.domain.category import LimitClock
from console.domain.change import Catalogue
from console.domain.errors import Refusal
from console.domain.events import Event
from console.domain.incident import Incident
from console.domain.ladder import BY_ITSELF, WHOLE, Climb, Matter, climbs
from console.domain.orders import MissCheckIn, RaiseRung
from console.domain.rights import Actor
from console.domain.safety import Presence, Watch, watch_of
from console.domain.worktime import PLAIN, Calendar, WorkingCalendar


def raiser(workstation: str) -> Actor:
    """Who raises what is due, at a workstation: nobody, but for the clock."""
    return Actor(BY_ITSELF, workstation)


def raise_all(
    office: Office, stopped: Callable[[], bool] = lambda: False
) -> tuple[list[Event], datetime | None]:
    """Raise all that is due now.

    Returns:
        The events that this has made, the first due first, and when the next is due, if nothing
        happens until then.

    Raises:
        FaultError: If the database fails; what was raised until then stays so.
    """
    now = office.clock()
    with office.database.read() as session:
        due, coming = _look(session, now)
    raised = []
    for one in due:
        if stopped():
            break
        event = _raise(office, one)
        if event is not None:
            raised.append(event)
    return raised, coming


def _raise(office: Office, one: Climb | Watch) -> Event | None:
    """Raise one; None if another one has, or it has become needless meanwhile."""
    with office.database.read() as session:
        if find(session, one.command) is not None:
            return None
    order = RaiseRung(one) if isinstance(one, Climb) else MissCheckIn(one)
    began = office.clock()
    try:
        event = perform(office, order, one.command)
    except Refusal:
        return None
    by_us = event.operator == office.actor.operator
    ours = by_us and event.workstation == office.actor.workstation and event.at >= began
    return event if ours else None


def _look(session: Session, now: datetime) -> tuple[list[Climb | Watch], datetime | None]:
    """What is due and was not raised yet, in order, and when the next will be."""
    known = catalogue(session)
    calendar_of = _calendars(known)
    due: list[tuple[datetime, int, int, Climb | Watch]] = []
    coming: list[datetime] = []
    if known.ladder:
        # Before a limit has ended only rungs at a part of it are due.
        early = any(rung.share < WHOLE for rung in known.ladder)
        incidents = ladder.climbing(
            session,
            max(known.ladder, key=lambda r: (r.share, r.after)).position,
            None if early else now,
        )
        raised = _raised(session, incidents)
        for incident in incidents:
            for climb in climbs(incident, known.ladder, calendar_of(incident)):
                key = (incident.id, Matter.LIMIT, climb.ends_at, climb.rung.position)
                if climb.due_at > now:
                    coming.append(climb.due_at)
                elif key not in raised:
                    due.append((climb.due_at, incident.id, climb.rung.position, climb))
        following = ladder.next_end(session, now)
        coming += [] if following is None else [following]
    for watch in _watches(session, known):
        if watch.due_at > now:
            coming.append(watch.due_at)
        else:
            due.append((watch.due_at, watch.incident, 0, watch))
    ordered = [entry[3] for entry in sorted(due, key=lambda entry: entry[:3])]
    return ordered, min(coming, default=None)


def _watches(session: Session, known: Catalogue) -> list[Watch]:
    incidents = {one.id: one for one in ladder.on_scene(session)}
    if not incidents:
        return []
    there: dict[int, list[Presence]] = {}
    for presence in ladder.presences(session):
        there.setdefault(presence.incident, []).append(presence)
    found = [
        watch_of(incidents[number], people, known.safety)
        for number, people in there.items()
        if number in incidents
    ]
    watches = [watch for watch in found if watch is not None]
    raised = ladder.raised_steps(session, [watch.incident for watch in watches])
    return [
        watch
        for watch in watches
        if (watch.incident, Matter.SAFETY, watch.due_at, watch.assignment) not in raised
    ]


def _raised(
    session: Session, incidents: Iterable[Incident]
) -> set[tuple[int, Matter, datetime, int]]:
    found: set[tuple[int, Matter, datetime, int]] = set()
    for some in chunks(incident.id for incident in incidents):
        found |= ladder.raised_steps(session, some)
    return found


def _calendars(known: Catalogue) -> Callable[[Incident], Calendar]:
    working = WorkingCalendar(known.center.hours, ZoneInfo(known.center.zone))
    clocks = {category.code: category.limits.clock for category in known.categories}

    def calendar_of(incident: Incident) -> Calendar:
        return working if clocks.get(incident.category) is LimitClock.WORKING else PLAIN

    return calendar_of
