"""Members' safety: who is alone on scene at a serious incident, and by when they must check in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from console.domain.category import Priority
from console.domain.incident import AssignmentState, Incident
from console.domain.ladder import command_for

DEFAULT_MINUTES = 15
"""How often somebody alone at an urgent incident checks in, where the center tells nothing."""


@dataclass(frozen=True, slots=True)
class SafetyRules:
    """How often whoever is alone must check in; None means never.

    ``categories`` holds the kinds of incident that have a time of their own, whatever their
    priority. ``owner`` must acknowledge a missed check-in within ``acknowledge``.
    """

    urgent: timedelta | None = timedelta(minutes=DEFAULT_MINUTES)
    categories: Mapping[str, timedelta | None] = field(default_factory=dict)
    owner: str = ""
    acknowledge: timedelta = timedelta(minutes=5)

    def interval(self, incident: Incident) -> timedelta | None:
        """How often somebody alone there checks in; None where nobody need."""
        if incident.category in self.categories:
            return self.categories[incident.category]
        return self.urgent if incident.priority is Priority.URGENT else None


@dataclass(frozen=True, slots=True)
class Presence:
    """One assignment of an incident, as far as safety asks: who, since when, last heard of."""

    assignment: int
    incident: int
    member: int
    state: AssignmentState
    arrived_at: datetime | None
    ended_at: datetime | None = None
    heard_at: datetime | None = None
    """When they last checked in, or the last alarm about them was acknowledged."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A check-in clock that runs: who is alone, since when it counts, and when it ends."""

    incident: int
    assignment: int
    member: int
    since: datetime
    due_at: datetime

    @property
    def command(self) -> UUID:
        """The command id of its alarm: the same wherever and whenever it is raised."""
        return command_for("check_in", self.incident, self.due_at, self.assignment)


def watch_of(
    incident: Incident, presences: Iterable[Presence], rules: SafetyRules
) -> Watch | None:
    """The check-in clock of an incident, if somebody is alone there.

    Args:
        incident: Where.
        presences: Its assignments; those that have ended may be among them, because whoever has
            left leaves the other one alone from then on.
        rules: How often one must check in.
    """
    interval = rules.interval(incident)
    there, left = [], []
    for one in presences:
        if one.state is AssignmentState.ON_SCENE:
            there.append(one)
        elif one.arrived_at is not None and one.ended_at is not None:
            left.append(one.ended_at)
    if interval is None or len(there) != 1:
        return None
    [alone] = there
    known = [at for at in (alone.arrived_at, alone.heard_at, *left) if at is not None]
    if not known:
        return None
    since = max(known)
    return Watch(incident.id, alone.assignment, alone.member, since, since + interval)
