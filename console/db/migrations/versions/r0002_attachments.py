"""Attachments, and the keys by which imported rows are known again."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what the first databases did not have."""
    for table in ("grid", "incident"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("source_key", sa.Text()))
            # An index and not a constraint: SQLite adds it without copying the table.
            batch.create_index(f"uq_{table}_source_key", ["source_key"], unique=True)
    op.create_table(
        "attachment",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column(
            "incident_id", key_type(), sa.ForeignKey("incident.id"), nullable=False, index=True
        ),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", instant_type(), nullable=False),
        sa.UniqueConstraint("incident_id", "digest"),
    )
    op.create_table(
        "blob",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
    )
