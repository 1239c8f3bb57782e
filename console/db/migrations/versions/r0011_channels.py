"""Channels by which members are told, and the outbox that messages wait in."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the tables; nobody is told anything until a channel is added."""
    op.create_table(
        "channel",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
    )
    op.create_index(
        "uq_channel_default",
        "channel",
        ["is_default"],
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )
    op.create_table(
        "member_channel",
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), primary_key=True),
        sa.Column(
            "channel", sa.String(32), sa.ForeignKey("channel.code"), nullable=False, index=True
        ),
        sa.Column("address", sa.Text(), nullable=False),
    )
    _outbox()


def _outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("key", sa.String(48), nullable=False, unique=True),
        sa.Column(
            "assignment_id", key_type(), sa.ForeignKey("assignment.id"), nullable=False, index=True
        ),
        sa.Column(
            "incident_id", key_type(), sa.ForeignKey("incident.id"), nullable=False, index=True
        ),
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("tidings", sa.String(16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_at", instant_type()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("queued_at", instant_type(), nullable=False),
        sa.Column("next_try_at", instant_type(), nullable=False),
        sa.Column("sent_at", instant_type()),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("claimed_by", sa.String(36)),
        sa.Column("claimed_until", instant_type()),
        sa.CheckConstraint("state IN ('queued', 'sent', 'failed')", name="state"),
        sa.CheckConstraint("tidings IN ('dispatched', 'withdrawn')", name="tidings"),
    )
    queued = sa.text("state = 'queued'")
    op.create_index(
        "ix_outbox_queued",
        "outbox",
        ["next_try_at"],
        sqlite_where=queued,
        postgresql_where=queued,
    )
