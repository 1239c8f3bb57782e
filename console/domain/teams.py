"""Roles and teams: who may fill which place when several people go together."""

from dataclasses import dataclass
from datetime import date

from console.domain.people import Member, Unit


@dataclass(frozen=True, slots=True)
class Role:
    """A place in a team; the catalogue of them is data.

    Who is named for it may fill it. So may who belongs to ``unit``, if one is given, and is
    certified for ``skill``, or for the skill that the incident needs if ``of_incident``.
    """

    code: str
    name: str
    name_en: str
    skill: str = ""
    of_incident: bool = False
    unit: Unit | None = None

    def may_be_filled(self, member: Member, needed: str, today: date) -> bool:
        """Whether a member may fill it at an incident that needs a skill, on a day."""
        if self.code in member.roles:
            return True
        if self.unit not in (None, member.unit):
            return False
        skill = needed if self.of_incident else self.skill
        return bool(skill) and member.holds(skill, today)


@dataclass(frozen=True, slots=True)
class Team:
    """Several roles that go together; the first one leads."""

    code: str
    name: str
    name_en: str
    roles: tuple[str, ...]
