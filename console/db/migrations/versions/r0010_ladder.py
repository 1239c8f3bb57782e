"""The ladder of time limits, supervision with its cards, check-in clocks, and extensions.

The rungs are modelled, as are their owners: a center puts its own in their place. In a database
that has incidents already they catch nothing that was due before this migration.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type

revision = "0010"
down_revision = "0009"

_WHO = "who IN ('next', 'leader', 'community', 'town')"
_CARD = "card IN ('none', 'yellow', 'red')"

_RUNGS = (
    (1, 0, "next", "none", "", 0),
    (2, 30 * 60, "leader", "yellow", "值班长", 15 * 60),
    (3, 2 * 3600, "community", "yellow", "社区运营中心主任", 30 * 60),
    (4, 8 * 3600, "town", "red", "镇指挥调度中心值班主任", 60 * 60),
)


def upgrade() -> None:
    """Make the tables with their first rungs, and count extensions."""
    for name in ("extended_s", "extensions"):
        op.add_column(
            "incident", sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        )
    rung = op.create_table(
        "rung",
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("share", sa.Integer(), nullable=False),
        sa.Column("after_s", sa.Integer(), nullable=False),
        sa.Column("who", sa.String(16), nullable=False),
        sa.Column("card", sa.String(8), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("acknowledge_s", sa.Integer(), nullable=False),
        sa.Column("since", instant_type()),
        sa.CheckConstraint("share BETWEEN 1 AND 100", name="share"),
        sa.CheckConstraint(_WHO, name="who"),
        sa.CheckConstraint(_CARD, name="card"),
    )
    _make_supervision()
    op.create_table(
        "check_in",
        sa.Column("assignment_id", key_type(), primary_key=True, autoincrement=False),
        sa.Column("incident_id", key_type(), nullable=False, index=True),
        sa.Column("at", instant_type(), nullable=False),
    )
    rule = op.create_table(
        "check_in_rule",
        sa.Column("category", sa.String(32), primary_key=True),
        sa.Column("interval_s", sa.Integer()),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("acknowledge_s", sa.Integer(), nullable=False),
    )
    names = ("position", "after_s", "who", "card", "owner", "acknowledge_s")
    since = _since()
    op.bulk_insert(
        rung,
        [dict(zip(names, row, strict=True), share=100, since=since) for row in _RUNGS],
    )
    op.bulk_insert(
        rule,
        [{"category": "", "interval_s": 15 * 60, "owner": "值班长", "acknowledge_s": 5 * 60}],
    )


def _make_supervision() -> None:
    op.create_table(
        "supervision",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("incident_id", key_type(), sa.ForeignKey("incident.id"), nullable=False),
        sa.Column("matter", sa.String(8), nullable=False),
        sa.Column("ends_at", instant_type(), nullable=False),
        sa.Column("step", key_type(), nullable=False),
        sa.Column("who", sa.String(16), nullable=False),
        sa.Column("card", sa.String(8), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_at", instant_type(), nullable=False),
        sa.Column("raised_at", instant_type(), nullable=False),
        sa.Column("answer_by", instant_type(), nullable=False),
        sa.Column("acknowledged_at", instant_type()),
        sa.Column("acknowledged_by", sa.Text(), nullable=False),
        sa.UniqueConstraint("incident_id", "matter", "ends_at", "step"),
        sa.CheckConstraint("matter IN ('limit', 'safety')", name="matter"),
        sa.CheckConstraint(_WHO, name="who"),
        sa.CheckConstraint(_CARD, name="card"),
    )
    op.create_index("ix_supervision_acknowledged", "supervision", ["acknowledged_at"])


def _since() -> datetime | int | None:
    """Now, as the database keeps it, if there are incidents already."""
    bind = op.get_bind()
    if bind.execute(sa.text("SELECT 1 FROM incident LIMIT 1")).first() is None:
        return None
    now = datetime.now(UTC)
    return int(now.timestamp() * 1_000_000) if bind.dialect.name == "sqlite" else now
