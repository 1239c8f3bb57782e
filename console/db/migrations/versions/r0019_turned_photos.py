"""Photos that are shown turned: by how many degrees, clockwise."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    """Add the property; what is there is shown as it was."""
    op.add_column(
        "attachment", sa.Column("rotation", sa.Integer(), nullable=False, server_default="0")
    )
