"""The Picture: everything that is open now, in memory, kept true by the feed."""

from bisect import bisect_left, insort
from collections import Counter, deque
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from console.domain.change import Catalogue, Center, Change, Snapshot
from console.domain.grid import GridTree
from console.domain.incident import RUNNING, TO_CHECK, TO_DISPATCH, Incident, State
from console.domain.ranking import Candidate, candidates

if TYPE_CHECKING:
    from console.domain.category import Category
    from console.domain.courses import Course
    from console.domain.events import Event
    from console.domain.people import Camera, Member, Skill

LAST_EVENTS = 200
"""So many of the last events are kept."""

DEFAULT_ZONE = "Asia/Shanghai"
"""The zone that holds until a center is known."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many incidents wait for what."""

    unverified: int
    to_dispatch: int
    running: int
    to_check: int
    overdue: int


class Picture:
    """What all screens read; plain Python, owned by the GUI thread."""

    def __init__(self) -> None:
        self.catalogue: Catalogue | None = None
        self.center: Center | None = None
        self.zone = ZoneInfo(DEFAULT_ZONE)
        self.tree = GridTree()
        self.skills: dict[str, Skill] = {}
        self.categories: dict[str, Category] = {}
        self.cameras: dict[int, Camera] = {}
        self.members: dict[int, Member] = {}
        self.courses: dict[int, Course] = {}
        self.incidents: dict[int, Incident] = {}
        self.events: deque[Event] = deque(maxlen=LAST_EVENTS)
        self.seq = 0
        self._states: Counter[State] = Counter()
        self._dues: list[datetime] = []

    def load(self, snapshot: Snapshot) -> None:
        """Begin anew with everything that is open."""
        self._take_catalogue(snapshot.catalogue)
        self.members = {member.id: member for member in snapshot.members}
        self.courses = {course.id: course for course in snapshot.courses}
        self.incidents = {incident.id: incident for incident in snapshot.incidents}
        self._states = Counter(incident.state for incident in snapshot.incidents)
        self._dues = sorted(i.due_at for i in snapshot.incidents if i.due_at is not None)
        self.events = deque(snapshot.events, maxlen=LAST_EVENTS)
        self.seq = snapshot.seq

    def apply(self, change: Change) -> None:
        """Take in a change; one that is known already does no harm."""
        if change.catalogue is not None:
            self._take_catalogue(change.catalogue)
        for member in change.members:
            self.members[member.id] = member
        for course in change.courses:
            self.courses[course.id] = course
        for number in change.ended:
            self._forget(number)
        for incident in change.incidents:
            self._forget(incident.id)
            self._remember(incident)
        self.events.extend(event for event in change.events if event.seq > self.seq)
        self.seq = max(self.seq, change.seq)

    def counts(self, now: datetime) -> Counts:
        """How many incidents wait for what at an instant."""
        return Counts(
            unverified=self._states[State.REPORTED],
            to_dispatch=sum(self._states[state] for state in TO_DISPATCH),
            running=sum(self._states[state] for state in RUNNING),
            to_check=sum(self._states[state] for state in TO_CHECK),
            overdue=bisect_left(self._dues, now),
        )

    def candidates(self, incident_id: int, today: date) -> list[Candidate]:
        """Whom to send to an open incident, the best first; nobody for an unknown one."""
        incident = self.incidents.get(incident_id)
        category = None if incident is None else self.categories.get(incident.category)
        if incident is None or category is None:
            return []
        return candidates(incident, category.skill, self.members.values(), self.tree, today)

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.center = catalogue.center
        self.zone = ZoneInfo(catalogue.center.zone)
        self.tree = GridTree(catalogue.grids)
        self.skills = {skill.code: skill for skill in catalogue.skills}
        self.categories = {category.code: category for category in catalogue.categories}
        self.cameras = {camera.id: camera for camera in catalogue.cameras}

    def _remember(self, incident: Incident) -> None:
        self.incidents[incident.id] = incident
        self._states[incident.state] += 1
        if incident.due_at is not None:
            insort(self._dues, incident.due_at)

    def _forget(self, number: int) -> None:
        incident = self.incidents.pop(number, None)
        if incident is None:
            return
        self._states[incident.state] -= 1
        if incident.due_at is not None:
            del self._dues[bisect_left(self._dues, incident.due_at)]
