"""Assignments that members send back: a state of their own, and how often it has happened."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type

revision = "0007"
down_revision = "0006"

_STATES = (
    "state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene', 'done',"
    " 'withdrawn', 'returned', 'released')"
)
_LIVE = "state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene')"
_COPY = (
    "INSERT INTO assignment (id, version, incident_id, member_id, is_primary, state,"
    " dispatched_at, acknowledged_at, set_out_at, arrived_at, ended_at)"
    " SELECT id, version, incident_id, member_id, is_primary, state,"
    " dispatched_at, acknowledged_at, set_out_at, arrived_at, ended_at FROM assignment_before"
)


def upgrade() -> None:
    """Add the count, and let an assignment end as returned."""
    op.add_column(
        "incident", sa.Column("returns", sa.Integer(), nullable=False, server_default="0")
    )
    if op.get_bind().dialect.name == "sqlite":
        _rebuild()
    else:
        op.drop_constraint(op.f("ck_assignment_state"), "assignment", type_="check")
        op.create_check_constraint("state", "assignment", _STATES)


def _rebuild() -> None:
    """Make the table anew with its rows: SQLite cannot change a constraint.

    Nothing refers to it, and its indexes go with the old one.
    """
    op.rename_table("assignment", "assignment_before")
    for name in ("incident_id", "dispatched", "live_member", "member"):
        op.drop_index(f"ix_assignment_{name}", "assignment_before")
    op.drop_index("uq_assignment_live_primary", "assignment_before")
    op.create_table(
        "assignment",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "incident_id", key_type(), sa.ForeignKey("incident.id"), nullable=False, index=True
        ),
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("dispatched_at", instant_type(), nullable=False),
        sa.Column("acknowledged_at", instant_type()),
        sa.Column("set_out_at", instant_type()),
        sa.Column("arrived_at", instant_type()),
        sa.Column("ended_at", instant_type()),
        sa.CheckConstraint(_STATES, name="state"),
    )
    op.execute(_COPY)
    op.drop_table("assignment_before")
    op.create_index(
        "uq_assignment_live_primary",
        "assignment",
        ["incident_id"],
        unique=True,
        sqlite_where=sa.text(f"is_primary AND {_LIVE}"),
    )
    op.create_index(
        "ix_assignment_live_member", "assignment", ["member_id"], sqlite_where=sa.text(_LIVE)
    )
    op.create_index("ix_assignment_dispatched", "assignment", ["dispatched_at"])
    op.create_index("ix_assignment_member", "assignment", ["member_id", "dispatched_at"])
