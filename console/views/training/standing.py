"""How a member stands in a skill, in a sentence."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from console.domain.people import Badge, BadgeLevel, Member
from console.domain.text import one_line


def standing_text(badge: Badge | None, members: Mapping[int, Member], today: date) -> str:
    """Whether a badge is held, since when, by whom certified, until when; or who the mentor is."""
    if badge is None:
        return QCoreApplication.translate("Standing", "Not held.")
    if badge.level is BadgeLevel.TRAINING:
        return _training(badge, members, today)
    parts = [_held(badge, today)]
    if badge.certified_on is not None:
        parts.append(
            QCoreApplication.translate("Standing", "Certified by {by} on {on}.").format(
                by=one_line(badge.certified_by), on=badge.certified_on.isoformat()
            )
        )
    mentor = members.get(badge.mentor or 0)
    if mentor is not None:
        parts.append(
            QCoreApplication.translate("Standing", "Learned with {mentor}.").format(
                mentor=one_line(mentor.name)
            )
        )
    return " ".join(parts)


def _held(badge: Badge, today: date) -> str:
    if badge.valid_until is None:
        return QCoreApplication.translate("Standing", "Held without end.")
    until = badge.valid_until.isoformat()
    if badge.valid_until < today:
        return QCoreApplication.translate("Standing", "Ended on {until}.").format(until=until)
    return QCoreApplication.translate("Standing", "Held until {until}.").format(until=until)


def _training(badge: Badge, members: Mapping[int, Member], today: date) -> str:
    mentor = members.get(badge.mentor or 0)
    if mentor is None:
        return QCoreApplication.translate("Standing", "In training; no mentor is known.")
    name = one_line(mentor.name)
    if mentor.holds(badge.skill, today):
        return QCoreApplication.translate("Standing", "In training with {mentor}.").format(
            mentor=name
        )
    return QCoreApplication.translate(
        "Standing", "In training with {mentor}, who no longer holds the skill."
    ).format(mentor=name)
