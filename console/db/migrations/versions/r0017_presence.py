"""Who looks at which incident now."""

import sqlalchemy as sa
from alembic import op

from console.db.types import BigKey, Utc

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add the table; on PostgreSQL one that is in no log: after a crash nobody is there anyway."""
    shared = op.get_bind().dialect.name == "postgresql"
    op.create_table(
        "presence",
        sa.Column("workstation", sa.Text(), primary_key=True),
        sa.Column("operator", sa.Text(), primary_key=True),
        sa.Column("incident_id", BigKey, nullable=False),
        sa.Column("since", Utc(), nullable=False),
        sa.Column("seen", Utc(), nullable=False),
        prefixes=["UNLOGGED"] if shared else [],
    )
