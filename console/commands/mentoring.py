"""Who is in training goes with the mentor only (以旧带新): they join after, and leave before.

In training on an incident is whoever was sent for the skill that it needs, in no other role, and
is not certified for it yet.
"""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from console.commands.office import Work
from console.commands.rows import category_row
from console.db.tables import LIVE, AssignmentRow, BadgeRow, IncidentRow, MemberRow, SkillRow
from console.domain.errors import Refusal, Refused
from console.domain.incident import LIVE_ASSIGNMENT, AssignmentState
from console.domain.people import BadgeLevel, Member
from console.domain.training import goes_with


def require_mentor_there(work: Work, row: IncidentRow, member: Member, skill: str) -> None:
    """Let a member who is not certified for a skill join their mentor, and nobody else.

    Raises:
        Refusal: SKILL_NOT_HELD, or MENTOR_FIRST if the mentor is not on the incident.
    """
    mentor = goes_with(member, skill)
    if mentor is None:
        raise Refusal(Refused.SKILL_NOT_HELD, member=member.name, skill=skill)
    there = work.session.scalars(
        select(AssignmentRow).where(
            AssignmentRow.incident_id == row.id, AssignmentRow.member_id == mentor, LIVE
        )
    ).first()
    if there is None:
        known = work.session.get_one(SkillRow, skill)
        raise Refusal(
            Refused.MENTOR_FIRST,
            member=member.name,
            mentor=work.session.get_one(MemberRow, mentor).name,
            skill=known.name,
            skill_en=known.name_en,
            incident=row.id,
        )
    # A new version: a mentor who leaves meanwhile must see who came with them.
    flag_modified(there, "state")


def require_no_trainee(
    work: Work, row: IncidentRow, staying: Sequence[AssignmentRow], leaving: MemberRow
) -> None:
    """Keep a mentor on an incident for as long as somebody is there only because of them.

    Raises:
        Refusal: TRAINEE_ALONE with the trainee who would stay.
    """
    with_mentors = trainees(work, row, staying)
    alone = next((one for one, mentor in with_mentors.items() if mentor == leaving.id), None)
    if alone is not None:
        raise left_alone(work, row, alone, leaving)


def left_alone(work: Work, row: IncidentRow, trainee: int, leaving: MemberRow) -> Refusal:
    """Says who would be left alone, and must be let go first."""
    name = work.session.get_one(MemberRow, trainee).name
    return Refusal(Refused.TRAINEE_ALONE, member=leaving.name, trainee=name, incident=row.id)


def trainees(
    work: Work, row: IncidentRow, assignments: Sequence[AssignmentRow]
) -> dict[int, int | None]:
    """Who of those on an incident is there in training, each with the mentor."""
    sent = [
        one.member_id
        for one in assignments
        if not one.role and AssignmentState(one.state) in LIVE_ASSIGNMENT
    ]
    if not sent:
        return {}
    skill = category_row(work.session, row.category).skill
    rows = work.session.execute(
        select(BadgeRow.member_id, BadgeRow.mentor_id).where(
            BadgeRow.skill == skill,
            BadgeRow.level == BadgeLevel.TRAINING.value,
            BadgeRow.member_id.in_(sent),
        )
    )
    return {row.member_id: row.mentor_id for row in rows}
