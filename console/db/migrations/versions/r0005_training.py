"""A catalogue of skills that people edit, badges that are earned, and courses."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

from console.db.migrations.columns import instant_type, key_type

revision = "0005"
down_revision = "0004"

ICONS = (
    "general", "safety", "security", "fire", "population", "urban", "labour", "food_drug",
)  # fmt: skip
"""The first eight skills, each with an icon of its own name."""


def upgrade() -> None:
    """Add what a skill and a badge did not tell until now."""
    op.add_column("skill", _told("icon", sa.String(40), "general"))
    op.add_column("skill", sa.Column("valid_months", sa.Integer()))
    op.add_column("skill", _told("version", sa.Integer(), "1"))
    skill = sa.table("skill", sa.column("code", sa.String()), sa.column("icon", sa.String()))
    op.execute(sa.update(skill).where(skill.c.code.in_(ICONS)).values(icon=skill.c.code))
    op.add_column("badge", _told("certified_by", sa.Text(), ""))
    op.add_column("badge", sa.Column("certified_on", sa.Date()))
    # Within the column's own definition: SQLite adds it so without copying the table.
    op.add_column(
        "badge",
        sa.Column("mentor_id", key_type(), sa.ForeignKey("member.id")),
        inline_references=True,
    )
    _courses()


def _courses() -> None:
    op.create_table(
        "course",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("skill", sa.String(32), sa.ForeignKey("skill.code"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("closed_at", instant_type()),
    )
    op.create_table(
        "course_member",
        sa.Column("course_id", key_type(), sa.ForeignKey("course.id"), primary_key=True),
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), primary_key=True),
        sa.Column("place_in_list", sa.Integer(), nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        sa.CheckConstraint("result IN ('listed', 'absent', 'passed', 'failed')", name="result"),
    )


def _told(name: str, kind: TypeEngine[Any], before: str) -> sa.Column[Any]:
    """A column that rows from before fill with something."""
    return sa.Column(name, kind, nullable=False, server_default=before)
