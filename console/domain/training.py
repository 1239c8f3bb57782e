"""Who may be whose mentor, and whose badges end soon."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from console.domain.errors import Refusal, Refused
from console.domain.people import Badge, BadgeLevel, BadgeLook, Member, look_of


def require_mentor(
    member: int, mentor: int, badges: Mapping[int, Badge], today: date, names: Mapping[str, str]
) -> None:
    """Let only who holds a skill teach it, and nobody who has learned it from the trainee.

    Args:
        member: Who is to be trained.
        mentor: With whom they would walk.
        badges: The skill's badges by member.
        today: The day in the center.
        names: The details that a refusal tells: member, mentor and skill.

    Raises:
        Refusal: OWN_MENTOR, MENTOR_NOT_CERTIFIED or MENTOR_CYCLE.
    """
    if member == mentor:
        raise Refusal(Refused.OWN_MENTOR, **names)
    badge = badges.get(mentor)
    if badge is None or not badge.certifies(today):
        raise Refusal(Refused.MENTOR_NOT_CERTIFIED, **names)
    if member in _line(mentor, badges):
        raise Refusal(Refused.MENTOR_CYCLE, **names)


def _line(member: int, badges: Mapping[int, Badge]) -> Iterator[int]:
    """A member's mentor, the mentor's mentor, and so on."""
    seen = {member}
    badge = badges.get(member)
    while badge is not None and badge.mentor is not None and badge.mentor not in seen:
        yield badge.mentor
        seen.add(badge.mentor)
        badge = badges.get(badge.mentor)


def goes_with(member: Member, skill: str) -> int | None:
    """The mentor with whom a member in training for a skill may go; None if it is nobody."""
    badge = member.badge(skill)
    if badge is None or badge.level is not BadgeLevel.TRAINING:
        return None
    return badge.mentor


def mentors(members: Iterable[Member], trainee: int, skill: str, today: date) -> list[Member]:
    """Who can be a trainee's mentor in a skill, by number."""
    badges = {m.id: badge for m in members if (badge := m.badge(skill)) is not None}
    return sorted(
        (
            m
            for m in members
            if m.id != trainee and m.holds(skill, today) and trainee not in _line(m.id, badges)
        ),
        key=lambda m: m.number,
    )


def ending(members: Iterable[Member], today: date) -> list[tuple[date, Member, Badge]]:
    """The badges that end within the time of notice, the first to end first."""
    found = [
        (badge.valid_until, member, badge)
        for member in members
        for badge in member.badges
        if badge.valid_until is not None and look_of(badge, today) is BadgeLook.EXPIRING
    ]
    return sorted(found, key=lambda end: (end[0], end[1].number, end[2].skill))
