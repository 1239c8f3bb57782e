"""Fills the demonstration center with a shift's work, through the same deeds as people use."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from console.commands.center import establish, load_center
from console.commands.demo_plan import LONGEST_MIN, Beat, Plan, plan
from console.commands.demo_shifts import plan_demo_shifts
from console.commands.demo_week import report_week_ago
from console.commands.office import Office
from console.commands.perform import perform
from console.commands.stories import NAME, Stories, load_stories, report_of
from console.db import members as people
from console.db import queries
from console.db.engine import Database
from console.db.migrate import revision, upgrade
from console.domain.change import Catalogue
from console.domain.checking import Callback
from console.domain.crew import Crew
from console.domain.errors import Refusal, Refused
from console.domain.grid import GridTree
from console.domain.incident import Origin
from console.domain.ladder import Card, Rung, Who
from console.domain.lifecycle import Deed
from console.domain.orders import (
    NEEDS_REASON,
    ChangeLadder,
    Dispatch,
    Merge,
    Order,
    Report,
    Step,
    Verify,
)
from console.domain.people import Camera, Member
from console.domain.place import LonLat, distance_m
from console.domain.ranking import propose
from console.domain.rights import Actor

OPERATOR = Actor("演示值班员", "一号席")
"""Who does an operator's deeds in the demonstration."""

RESIDENT = Actor("居民", "小程序")
"""Who reports through the mini-program."""

PHONE = "手机"
"""The workstation of a member under way."""

SEED = 441_900_122_010

_BY_MEMBER = frozenset({Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE})
_CAMERA_REACH_M = 250.0
_MINUTE = timedelta(minutes=1)
RUNGS = (
    Rung(1, 100, 0 * _MINUTE, Who.NEXT, Card.NONE, "", 0 * _MINUTE),
    Rung(2, 100, 2 * _MINUTE, Who.LEADER, Card.YELLOW, "值班长", 15 * _MINUTE),
    Rung(3, 100, 30 * _MINUTE, Who.COMMUNITY, Card.YELLOW, "社区运营中心主任", 30 * _MINUTE),
    Rung(4, 100, 120 * _MINUTE, Who.TOWN, Card.RED, "镇指挥调度中心值班主任", 60 * _MINUTE),
)
"""The demonstration's ladder, modelled: so steep that something can be seen within minutes."""

_LEADER = "值班长"
_CHECKED = "回访核实，处置到位。"
_DEALT_WITH = "handled"


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def prepare(url: str, clock: Callable[[], datetime] = utc_now) -> None:
    """Make an empty database the demonstration's; one that is not empty stays as it is.

    Of two consoles that start on the same empty database, one fills it.

    Raises:
        FaultError: If the database cannot be reached, made or written.
    """
    database = Database.open(url)
    try:
        if revision(database) is not None:
            return
        upgrade(database)
        now = clock()
        began = now - timedelta(minutes=LONGEST_MIN + 10)
        try:
            establish(Office(database, OPERATOR, lambda: began), load_center(NAME))
        except Refusal as refusal:
            if refusal.code is Refused.CENTER_EXISTS:
                return
            raise
        perform(Office(database, OPERATOR, lambda: began), ChangeLadder(RUNGS), uuid4())
        plan_demo_shifts(Office(database, OPERATOR, lambda: began))
        chance = Random(SEED)  # noqa: S311 - it tells stories and keeps no secrets
        report_week_ago(Office(database, OPERATOR, lambda: began), Random(SEED), now)  # noqa: S311
        fill(Office(database, OPERATOR, clock), chance, now)
    finally:
        database.close()


def fill(office: Office, rng: Random, now: datetime) -> None:
    """Make incidents in every state, whose past lies in the hours before ``now``.

    The center must have been established before that. The same seed and time make the same
    incidents.

    Args:
        office: The operator whose deeds they are; its clock is not asked.
        rng: Where chance comes from.
        now: When the demonstration begins.

    Raises:
        FaultError: If the database fails.
    """
    stories = load_stories()
    with office.database.read() as session:
        catalogue = queries.catalogue(session)
    local = now.astimezone(ZoneInfo(catalogue.center.zone))
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    made = plan(stories, rng, now, local - midnight)
    player = _Player(office, rng, stories, made, catalogue)
    for beat in made.beats:
        player.play(beat)


class _Player:
    """Carries out a plan, each deed at its own time."""

    def __init__(
        self, office: Office, rng: Random, stories: Stories, made: Plan, catalogue: Catalogue
    ) -> None:
        self._office = office
        self._rng = rng
        self._stories = stories
        self._plan = made
        self._zone = ZoneInfo(catalogue.center.zone)
        self._cameras = catalogue.cameras
        self._skills = {category.code: category.skill for category in catalogue.categories}
        self._tree = GridTree(catalogue.grids)
        self._incidents: dict[int, int] = {}
        self._sent: dict[int, Actor] = {}
        self._places: dict[int, LonLat] = {}
        self._taken: set[str] = set()

    def play(self, beat: Beat) -> None:
        """Carry out the next deed of the plan."""
        if beat.deed is Deed.REPORT:
            self._report(beat)
            return
        actor = self._sent[beat.case] if beat.deed in _BY_MEMBER else self._office.actor
        self._do(beat, actor, self._order(beat))

    def _do(self, beat: Beat, actor: Actor, order: Order) -> int:
        office = Office(self._office.database, actor, lambda: beat.at)
        command_id = UUID(int=self._rng.getrandbits(128), version=4)
        return perform(office, order, command_id).subject.id

    def _report(self, beat: Beat) -> None:
        tale = self._plan.tales[beat.case]
        spot = self._stories.spot_for(tale, self._rng, self._taken)
        self._taken.add(spot.address)
        self._places[beat.case] = spot.place
        members = self._members()
        report = report_of(tale, spot, members, self._rng)
        self._incidents[beat.case] = self._do(beat, self._reporter(report), report)

    def _reporter(self, report: Report) -> Actor:
        if report.origin is Origin.MEMBER:
            return Actor(report.reporter_name, PHONE)
        return RESIDENT if report.origin is Origin.RESIDENT else self._office.actor

    def _order(self, beat: Beat) -> Order:
        incident = self._incidents[beat.case]
        tale = self._plan.tales[beat.case]
        match beat.deed:
            case Deed.VERIFY:
                return Verify(incident, note=tale.seen, camera=self._camera(beat.case))
            case Deed.DISPATCH:
                member = self._best(incident, beat.at)
                self._sent[beat.case] = Actor(member.name, PHONE)
                return Dispatch(incident, member.id)
            case Deed.MERGE:
                return Merge(incident, self._same(beat.case), note=self._plan.notes[beat.case])
            case Deed.CHECK:
                # Every fourth reporter does not answer.
                reached = Callback.SATISFIED if beat.case % 4 else Callback.NOT_REACHED
                return Step(beat.deed, incident, note=_CHECKED, callback=reached)
            case Deed.CLOSE:
                return Step(beat.deed, incident, reason=_DEALT_WITH)
            case _:
                return Step(beat.deed, incident, note=self._note(beat), consent=_LEADER)

    def _note(self, beat: Beat) -> str:
        if beat.deed is Deed.RESOLVE:
            return self._plan.tales[beat.case].done
        return self._plan.notes[beat.case] if beat.deed in NEEDS_REASON else ""

    def _camera(self, case: int) -> int | None:
        place = self._places[case]

        def away(camera: Camera) -> float:
            return distance_m(camera.place, place)

        best = min(self._cameras, key=away)
        return best.id if away(best) <= _CAMERA_REACH_M else None

    def _same(self, case: int) -> int:
        """The incident of the same category at the same place that was reported first."""
        tale = self._plan.tales[case]
        return next(
            self._incidents[other]
            for other, earlier in enumerate(self._plan.tales)
            if other != case
            and (earlier.category, earlier.address) == (tale.category, tale.address)
        )

    def _best(self, incident: int, at: datetime) -> Member:
        with self._office.database.read() as session:
            found = queries.get_incident(session, incident)
            members = people.members(session)
        today = at.astimezone(self._zone).date()
        skill = self._skills[found.category]
        return propose(found, skill, Crew(self._tree, members), today, most=1).candidates[0].member

    def _members(self) -> tuple[Member, ...]:
        with self._office.database.read() as session:
            return people.members(session)
