"""Limits in working time: the center's hours, each category's clock, and when a limit warns."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type

revision = "0004"
down_revision = "0003"

_SPANS = '[["08:30", "12:00"], ["14:00", "17:30"]]'
_HOURS = f"[{', '.join([_SPANS] * 5)}, [], []]"
"""Monday to Friday; the hours of a center that has told none, at the time of this revision."""


def upgrade() -> None:
    """Add the columns; limits that run already go on in plain time and warn at four fifths."""
    op.add_column("center", sa.Column("hours", sa.JSON(), nullable=False, server_default=_HOURS))
    op.add_column(
        "category",
        sa.Column(
            "clock",
            sa.String(8),
            # With the column and not after it: SQLite adds it so without copying the table.
            sa.CheckConstraint("clock IN ('working', 'plain')", name="clock"),
            nullable=False,
            server_default="plain",
        ),
    )
    op.add_column("incident", sa.Column("warn_at", instant_type()))
    # The same words for intervals and for microseconds.
    op.execute("UPDATE incident SET warn_at = due_at - (due_at - stage_from) / 5")
