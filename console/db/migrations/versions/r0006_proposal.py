"""What the proposal of a member asks for: its weights, and the assignments of the last days."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add what earlier proposals did not ask for."""
    op.create_index("ix_assignment_dispatched", "assignment", ["dispatched_at"])
    op.create_index("ix_assignment_member", "assignment", ["member_id", "dispatched_at"])
    op.create_table(
        "weight",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.Float(53), nullable=False),
    )
