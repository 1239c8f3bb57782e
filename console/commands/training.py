"""Deeds on badges: a member is certified, goes into training with a mentor, loses a badge."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from console.commands.office import Outcome, Work
from console.commands.rows import found, member_row, skill_row, today
from console.db.tables import BadgeRow, MemberRow, SkillRow
from console.db.values import badge_of
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import Certify, Revoke, Train
from console.domain.people import BadgeLevel
from console.domain.text import clean, one_line
from console.domain.training import require_mentor

NAME_LIMIT = 100
"""Longest name of who certifies."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A member, a skill, and the member's badge of it if there is one."""

    member: MemberRow
    skill: SkillRow
    badge: BadgeRow | None

    def told(self, **more: object) -> Outcome:
        """What happened, with everybody's names."""
        names = {
            "member": self.member.id,
            "member_name": self.member.name,
            "skill": self.skill.code,
            "skill_name": self.skill.name,
            "skill_name_en": self.skill.name_en,
        }
        return Outcome(Subject("member", self.member.id), {**names, **more})

    def names(self) -> dict[str, str]:
        """The same for a refusal."""
        return {
            "member": self.member.name,
            "skill": self.skill.name,
            "skill_en": self.skill.name_en,
        }


def certify(work: Work, order: Certify) -> Outcome:
    """Certify a member, whether they are in training, hold the badge already, or neither.

    Raises:
        Refusal: BAD_VALUE if the day is still to come, or the badge would have ended already.
    """
    standing = _standing(work, order)
    day = today(work)
    on = order.on or day
    if on > day:
        raise Refusal(Refused.BAD_VALUE, field="certified_on", value=on.isoformat())
    if order.until is not None and order.until < day:
        raise Refusal(Refused.BAD_VALUE, field="valid_until", value=order.until.isoformat())
    by = one_line(clean(order.by, field="certified_by", limit=NAME_LIMIT))
    row = _badge(work, standing)
    row.level = BadgeLevel.HELD.value
    row.valid_until = order.until
    row.certified_on = on
    row.certified_by = by or work.actor.operator
    return standing.told(
        certified_by=row.certified_by,
        certified_on=on.isoformat(),
        valid_until=None if order.until is None else order.until.isoformat(),
    )


def train(work: Work, order: Train) -> Outcome:
    """Put a member into training with a mentor, or give a trainee another one.

    Raises:
        Refusal: ALREADY_CERTIFIED; or the mentor is not on the list, is the member, does not hold
            the skill, or has learned it from the member.
    """
    standing = _standing(work, order)
    day = today(work)
    if standing.badge is not None and badge_of(standing.badge).certifies(day):
        raise Refusal(Refused.ALREADY_CERTIFIED, **standing.names())
    mentor = found(work.session, MemberRow, order.mentor, lock=True)
    if mentor is None:
        raise Refusal(Refused.UNKNOWN_MENTOR, mentor=order.mentor)
    rows = work.session.scalars(select(BadgeRow).where(BadgeRow.skill == order.skill))
    badges = {row.member_id: badge_of(row) for row in rows}
    names = {**standing.names(), "mentor": mentor.name}
    require_mentor(order.member, mentor.id, badges, day, names)
    row = _badge(work, standing)
    row.level = BadgeLevel.TRAINING.value
    row.valid_until = row.certified_on = None
    row.certified_by = ""
    row.mentor_id = mentor.id
    return standing.told(mentor=mentor.id, mentor_name=mentor.name)


def revoke(work: Work, order: Revoke) -> Outcome:
    """Take a badge away, or end a training.

    Raises:
        Refusal: MISSING without a reason, NO_BADGE if there is nothing to take.
    """
    note = clean(order.note, field="note")
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    standing = _standing(work, order)
    if standing.badge is None:
        raise Refusal(Refused.NO_BADGE, **standing.names())
    level = standing.badge.level
    work.session.delete(standing.badge)
    return standing.told(level=level, note=note)


def _standing(work: Work, order: Certify | Train | Revoke) -> _Standing:
    skill = skill_row(work, order.skill)
    member = member_row(work, order.member, order.seen)
    # Badges are no columns of the member's row; it gets a new version all the same.
    flag_modified(member, "name")
    return _Standing(member, skill, work.session.get(BadgeRow, (member.id, skill.code)))


def _badge(work: Work, standing: _Standing) -> BadgeRow:
    if standing.badge is not None:
        return standing.badge
    row = BadgeRow(member_id=standing.member.id, skill=standing.skill.code)
    work.session.add(row)
    return row
