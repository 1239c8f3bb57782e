"""Deeds on major incidents: declaring one, taking parts in and out, standing down.

Whoever changes what belongs together locks the major one, so that nobody joins what ends.
"""

from console.commands.moves import note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row
from console.db.major import open_parts, standing_of
from console.db.tables import IncidentRow
from console.domain.errors import Refusal, Refused
from console.domain.lifecycle import Deed
from console.domain.major import require_may_join, require_may_lead
from console.domain.orders import DeclareMajor, JoinMajor, LeaveMajor, StandDown


def declare_major(work: Work, order: DeclareMajor) -> Outcome:
    """Lead an incident as a major one."""
    note = note_for(Deed.DECLARE_MAJOR, order.note)
    row = incident_row(work, order.incident, order.seen)
    require_may_lead(standing_of(row))
    row.major_from = work.now
    return outcome(row.id, {"major": row.id}, note)


def join_major(work: Work, order: JoinMajor) -> Outcome:
    """Lead an incident as a part of a major one."""
    note = note_for(Deed.JOIN_MAJOR, order.note)
    major = found(work.session, IncidentRow, order.major, lock=True)
    if major is None:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=order.major)
    row = incident_row(work, order.incident, order.seen)
    require_may_join(standing_of(row), standing_of(major))
    row.part_of = major.id
    return outcome(row.id, {"major": major.id, "incidents": [major.id]}, note)


def leave_major(work: Work, order: LeaveMajor) -> Outcome:
    """Lead a part by itself again."""
    note = note_for(Deed.LEAVE_MAJOR, order.note)
    row = incident_row(work, order.incident, order.seen)
    major = row.part_of
    if major is None:
        raise Refusal(Refused.NO_PART, incident=row.id)
    row.part_of = None
    return outcome(row.id, {"major": major, "incidents": [major]}, note)


def stand_down(work: Work, order: StandDown) -> Outcome:
    """Lead a major incident as an ordinary one again.

    What has ended as a part of it stays so in the archive.
    """
    note = note_for(Deed.STAND_DOWN, order.note)
    found(work.session, IncidentRow, order.incident, lock=True)
    row = incident_row(work, order.incident, order.seen)
    if row.major_from is None:
        raise Refusal(Refused.NOT_MAJOR, incident=row.id)
    parts = open_parts(work.session, row.id)
    for part in parts:
        part.part_of = None
    row.major_from = None
    return outcome(row.id, {"major": row.id, "incidents": [part.id for part in parts]}, note)


def lead_again(work: Work, incident: int, parts: list[int], note: str) -> Outcome:
    """Lead what was stood down as a major one again, with the parts that went on by themselves.

    Raises:
        Refusal: HAS_ENDED, MAJOR_ALREADY or PART_ALREADY if that is not possible any more.
    """
    row = incident_row(work, incident)
    require_may_lead(standing_of(row))
    row.major_from = work.now
    for number in parts:
        part = incident_row(work, number)
        require_may_join(standing_of(part), standing_of(row))
        part.part_of = row.id
    return outcome(row.id, {"major": row.id, "incidents": parts}, note)
