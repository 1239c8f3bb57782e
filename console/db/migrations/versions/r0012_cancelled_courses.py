"""Courses that were cancelled, and why."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Add the reason; it is empty for courses that were held or are still to come."""
    op.add_column("course", sa.Column("cancelled", sa.Text(), nullable=False, server_default=""))
