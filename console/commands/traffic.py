"""Demonstration traffic: reports arrive and members react, all through the usual deeds.

It never verifies, dispatches, checks or closes: that is the operators' work.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random
from threading import Event as Flag
from uuid import UUID

from console.commands.demo import utc_now
from console.commands.office import Office
from console.commands.perform import perform
from console.commands.stories import load_stories, report_of
from console.db import members as people
from console.db import queries
from console.db.engine import Database
from console.domain.errors import FaultError, Refusal
from console.domain.incident import RUNNING, Assigned, AssignmentState, Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import MemberStep, Order, Step
from console.domain.people import Member
from console.domain.place import DETOUR, distance_m
from console.domain.rights import Actor

ACTOR = Actor("演示", "demo-traffic")
"""Who is behind the demonstration's traffic; its events say so."""

RIDING_SPEED_M_S = 4.5
"""Speed of a member on an electric bicycle in metres a second; modelled."""

_QUIET_S = (20.0, 40.0)
_BUSY_S = (4.0, 10.0)
_LOOK_S = 2.0
_PAUSE_S = 2.0
_MOST_WATCHED = 500
_WITHOUT_PLACE_S = (120.0, 300.0)

_NEXT: dict[State, tuple[Deed, tuple[float, float]]] = {
    State.DISPATCHED: (Deed.ACKNOWLEDGE, (15.0, 60.0)),
    State.ACKNOWLEDGED: (Deed.SET_OUT, (20.0, 60.0)),
    State.EN_ROUTE: (Deed.ARRIVE, (20.0, 60.0)),
    State.ON_SCENE: (Deed.RESOLVE, (120.0, 480.0)),
}
"""What a member does next, and after how many seconds; the way to the place comes on top."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    at: datetime
    number: int
    do: Callable[[], None] = field(compare=False)


class Traffic:
    """What happens next in the demonstration, one thing at a time.

    The same seed, clock and operators' deeds make the same traffic.
    """

    def __init__(self, office: Office, rng: Random, *, busy: bool = False) -> None:
        """Begin; nothing is done before the first ``step``.

        Args:
            office: Whose deeds they are, and the clock that is asked.
            rng: Where chance comes from.
            busy: Whether reports arrive as fast as on a bad day.
        """
        self._office = office
        self._rng = rng
        self._between = _BUSY_S if busy else _QUIET_S
        self._stories = load_stories()
        self._done = {tale.title: tale.done for tale in self._stories.tales}
        self._waiting: list[_Due] = []
        self._count = 0
        self._watched: dict[int, int] = {}
        self._following: dict[tuple[int, int], AssignmentState] = {}
        self._after(_LOOK_S, self._look)
        self._after(rng.uniform(*self._between), self._arrive)

    @property
    def next_at(self) -> datetime:
        """When the next thing is due."""
        return self._waiting[0].at

    def step(self) -> None:
        """Do the next due thing, whatever the clock says.

        Where people were faster, they were: a deed that is refused is let go.

        Raises:
            FaultError: If the database fails; the thing stays due.
        """
        due = heappop(self._waiting)
        try:
            due.do()
        except FaultError:
            heappush(self._waiting, due)
            raise

    def _after(self, seconds: float, do: Callable[[], None]) -> None:
        self._count += 1
        at = self._office.clock() + timedelta(seconds=seconds)
        heappush(self._waiting, _Due(at, self._count, do))

    def _arrive(self) -> None:
        with self._office.database.read() as session:
            members = people.members(session)
            open_now = queries.open_incidents(session)
        told = {incident.title for incident in open_now}
        fresh = [tale for tale in self._stories.tales if tale.title not in told]
        tale = self._rng.choice(fresh or self._stories.tales)
        taken = {incident.address for incident in open_now}
        spot = self._stories.spot_for(tale, self._rng, taken)
        self._try(report_of(tale, spot, members, self._rng))
        self._after(self._rng.uniform(*self._between), self._arrive)

    def _look(self) -> None:
        """Find whom operators have sent since, and let them react in their own time."""
        with self._office.database.read() as session:
            running = queries.list_incidents(session, RUNNING, _MOST_WATCHED)
            sent = {member for incident in running for member in incident.on_it}
            members = {m.id: m for m in people.members(session, sent)}
        for incident in running:
            if self._watched.get(incident.id) != incident.version:
                self._react(incident, members)
        self._watched = {incident.id: incident.version for incident in running}
        following = {
            (incident.id, one.member): one.state
            for incident in running
            for one in incident.people
            if one.is_live and not one.leads
        }
        for incident in running:
            for one in incident.people:
                key = (incident.id, one.member)
                if key in following and self._following.get(key) is not one.state:
                    self._follow(incident, one, members)
        self._following = following
        self._after(_LOOK_S, self._look)

    def _react(self, incident: Incident, members: dict[int, Member]) -> None:
        deed, between = _NEXT[incident.state]
        seconds = self._rng.uniform(*between)
        if deed is Deed.ARRIVE:
            seconds += self._way_s(incident, members.get(incident.assignee or 0))
        note = self._done.get(incident.title, "") if deed is Deed.RESOLVE else ""
        # Only as it stands now: if it is withdrawn and somebody else is sent, they begin anew.
        order = Step(deed, incident.id, seen=incident.version, note=note)
        self._after(seconds, lambda: self._try(order))

    def _follow(self, incident: Incident, one: Assigned, members: dict[int, Member]) -> None:
        """Let a further member go too, in their own time, and stay there until it is over."""
        deed, between = _NEXT[State(one.state.value)]
        if deed is Deed.RESOLVE:
            return
        seconds = self._rng.uniform(*between)
        if deed is Deed.ARRIVE:
            seconds += self._way_s(incident, members.get(one.member))
        order = MemberStep(deed, incident.id, one.member)
        self._after(seconds, lambda: self._try(order))

    def _way_s(self, incident: Incident, member: Member | None) -> float:
        if member is None or member.place is None or incident.place is None:
            return self._rng.uniform(*_WITHOUT_PLACE_S)
        return distance_m(member.place, incident.place) * DETOUR / RIDING_SPEED_M_S

    def _try(self, order: Order) -> None:
        command_id = UUID(int=self._rng.getrandbits(128), version=4)
        try:
            perform(self._office, order, command_id)
        except Refusal as refusal:
            _log.info("people were faster than the demonstration: %s", refusal)


def run(
    url: str,
    stop: Flag,
    *,
    busy: bool = False,
    seed: int | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> None:
    """Make traffic until told to stop; to be run on a thread of its own.

    A database that fails is waited for: the traffic goes on when it is back. In a database that
    is not a demonstration's nothing is done: invented reports must never mix with real ones.

    Args:
        url: The address of a database with the demonstration center.
        stop: Ends it when set.
        busy: Whether reports arrive as fast as on a bad day.
        seed: For traffic that can be repeated; None for a different one every time.
        clock: The time that the deeds are done at.

    Raises:
        FaultError: If the database cannot be opened.
    """
    database = Database.open(url)
    try:
        if not _is_demonstration(database):
            _log.warning("no traffic is made: %s is no demonstration", database.url)
            return
        chance = Random(seed)  # noqa: S311 - it tells stories and keeps no secrets
        traffic = Traffic(Office(database, ACTOR, clock), chance, busy=busy)
        while not stop.wait(max(0.0, (traffic.next_at - clock()).total_seconds())):
            try:
                traffic.step()
            except FaultError as fault:
                _log.warning("the demonstration's traffic waits for the database: %s", fault)
                stop.wait(_PAUSE_S)
    finally:
        database.close()


def _is_demonstration(database: Database) -> bool:
    with database.read() as session:
        return queries.catalogue(session).center.demonstration
