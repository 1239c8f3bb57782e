"""Operators who are mentioned in notes, until they have read them."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type

revision = "0020"
down_revision = "0019"

_UNREAD = sa.text("read_at IS NULL")


def upgrade() -> None:
    """Add the table; nobody was mentioned before."""
    op.create_table(
        "mention",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column(
            "incident_id", key_type(), sa.ForeignKey("incident.id"), nullable=False, index=True
        ),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", instant_type(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("read_at", instant_type()),
    )
    op.create_index(
        "ix_mention_unread",
        "mention",
        ["operator"],
        sqlite_where=_UNREAD,
        postgresql_where=_UNREAD,
    )
