"""Streets for the map's background."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import key_type

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what the first maps did not show."""
    op.create_table(
        "road",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("line", sa.JSON(), nullable=False),
    )
