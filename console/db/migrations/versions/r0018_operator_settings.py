"""What each operator has chosen follows them to another workstation."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Add the table; nothing has been chosen yet."""
    op.create_table(
        "operator_setting",
        sa.Column("operator", sa.Text(), primary_key=True),
        sa.Column("name", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("changed_at", instant_type(), nullable=False),
    )
