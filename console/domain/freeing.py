"""When somebody who is on an incident is likely to be free again."""

from datetime import datetime

from console.domain.category import Category, LimitClock
from console.domain.continuity import Dealings
from console.domain.incident import AssignmentState, Incident


def free_at(
    incident: Incident, member: int, category: Category, dealings: Dealings
) -> datetime | None:
    """When a member on an incident is likely to be free; None where it cannot be said.

    For somebody on scene: when they arrived, and the median time that such incidents took on scene
    in the last thirty days. Where too few are known, and for somebody who is not there yet: when
    the category's time limit for dealing with it ends. One that is counted in working hours is
    told only on scene, where it is known when it ends.
    """
    if member not in incident.on_it:
        return None
    usual = dealings.usual(category.code)
    dealt = dealings.of(incident.id, member)
    if incident.standing_of(member) is AssignmentState.ON_SCENE:
        if usual is not None and dealt is not None and dealt.arrived_at is not None:
            return dealt.arrived_at + usual
        return incident.due_at
    if category.limits.clock is not LimitClock.PLAIN:
        return None
    return incident.stage_from + category.limits.resolve
