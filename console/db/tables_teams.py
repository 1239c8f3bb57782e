"""The mapped tables of roles and teams, and how they are read."""

from typing import TypedDict

from sqlalchemy import JSON, CheckConstraint, Integer, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from console.db.tables import Base
from console.domain.people import Unit
from console.domain.teams import Role, Team


class RoleRow(Base):
    """A place in a team."""

    __tablename__ = "role"
    __table_args__ = (
        CheckConstraint("unit IN ('own', 'squad', 'partner', 'neighbour')", name="unit"),
    )

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    skill: Mapped[str] = mapped_column(String(32), default="")
    of_incident: Mapped[bool] = mapped_column(default=False)
    unit: Mapped[str | None] = mapped_column(String(16))


class TeamRow(Base):
    """Several roles that go together, in their order."""

    __tablename__ = "team"

    code: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_en: Mapped[str] = mapped_column(Text)
    roles: Mapped[list[str]] = mapped_column(JSON)
    position: Mapped[int] = mapped_column(Integer, default=0)


class RolesAndTeams(TypedDict):
    """What the catalogue tells of them."""

    roles: tuple[Role, ...]
    teams: tuple[Team, ...]


def roles_and_teams(session: Session) -> RolesAndTeams:
    """All roles and teams, teams in the order in which they are offered."""
    roles = session.scalars(select(RoleRow).order_by(RoleRow.code))
    teams = session.scalars(select(TeamRow).order_by(TeamRow.position, TeamRow.code))
    return RolesAndTeams(
        roles=tuple(map(role_of, roles)),
        teams=tuple(Team(t.code, t.name, t.name_en, tuple(t.roles)) for t in teams),
    )


def role_of(row: RoleRow) -> Role:
    """The role in its row."""
    unit = None if row.unit is None else Unit(row.unit)
    return Role(row.code, row.name, row.name_en, row.skill, row.of_incident, unit)
