"""Shifts: three kinds to begin with, a weekly pattern a member, and days that differ."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import key_type

revision = "0008"
down_revision = "0007"

_KINDS = (
    ("early", 0, "早", "早班", "early shift", 420, 900),
    ("late", 1, "中", "中班", "late shift", 900, 1380),
    ("night", 2, "夜", "夜班", "night shift", 1380, 420),
)


def upgrade() -> None:
    """Add the tables; nobody has a shift until somebody plans one."""
    kinds = op.create_table(
        "shift_kind",
        sa.Column("code", sa.String(16), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sign", sa.String(4), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("begins", sa.Integer(), nullable=False),
        sa.Column("ends", sa.Integer(), nullable=False),
    )
    names = ("code", "position", "sign", "name", "name_en", "begins", "ends")
    op.bulk_insert(kinds, [dict(zip(names, kind, strict=True)) for kind in _KINDS])
    op.create_table(
        "shift_pattern",
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), primary_key=True),
        sa.Column("days", sa.Text(), nullable=False),
    )
    op.create_table(
        "shift_day",
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("kind", sa.String(16), sa.ForeignKey("shift_kind.code")),
        sa.Column("why", sa.String(8), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("partner_id", key_type(), sa.ForeignKey("member.id")),
        sa.CheckConstraint("why IN ('leave', 'change', 'swap')", name="why"),
        sa.CheckConstraint("why <> 'leave' OR kind IS NULL", name="leave"),
    )
    op.create_index("ix_shift_day_day", "shift_day", ["day"])
