"""What the roster says of a member in sentences: badges with their days, and when seen."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from console.domain.people import Badge, BadgeLevel, BadgeLook, Member, Skill, look_of
from console.widgets.badge import badge_text


def badge_lines(member: Member, skills: Iterable[Skill], today: date) -> list[str]:
    """A member's badges in words, in the order of the catalogue, each with its last day."""
    lines = []
    for skill in skills:
        badge = member.badge(skill.code)
        if badge is not None:
            lines.append(badge_line(skill, badge, today))
    return lines


def badge_line(skill: Skill, badge: Badge, today: date) -> str:
    """A badge in words with its last day; one that has ended says so."""
    look = look_of(badge, today)
    until = badge.valid_until
    if until is None:
        return badge_text(skill, look)
    if look is BadgeLook.NOT_HELD and badge.level is BadgeLevel.HELD:
        line = QCoreApplication.translate("Roster", "{badge}, ended on {day}")
    else:
        line = QCoreApplication.translate("Roster", "{badge}, last day {day}")
    return line.format(badge=badge_text(skill, look), day=until.isoformat())


def when_text(at: datetime | None, now: datetime, zone: tzinfo) -> str:
    """An instant as short as it is unmistakable: the time today, with the day before that."""
    if at is None:
        return ""
    there = at.astimezone(zone)
    same_day = there.date() == now.astimezone(zone).date()
    return f"{there:%H:%M}" if same_day else f"{there:%m-%d %H:%M}"
