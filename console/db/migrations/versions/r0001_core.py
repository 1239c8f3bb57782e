"""Center, grids, people, incidents, assignments and the chain of events."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type, place_type
from console.db.migrations.triggers import POSTGRESQL, SQLITE

revision = "0001"
down_revision = None

MOVES = (
    ("acknowledged", "en_route"),
    ("acknowledged", "verified"),
    ("checked", "closed"),
    ("checked", "rework"),
    ("closed", "reopened"),
    ("dispatched", "acknowledged"),
    ("dispatched", "verified"),
    ("en_route", "on_scene"),
    ("en_route", "verified"),
    ("escalated", "resolved"),
    ("escalated", "verified"),
    ("merged", "reopened"),
    ("on_scene", "escalated"),
    ("on_scene", "resolved"),
    ("on_scene", "suspended"),
    ("on_scene", "verified"),
    ("rejected", "reopened"),
    ("reopened", "dispatched"),
    ("reopened", "escalated"),
    ("reopened", "merged"),
    ("reopened", "rejected"),
    ("reopened", "suspended"),
    ("reported", "escalated"),
    ("reported", "merged"),
    ("reported", "rejected"),
    ("reported", "verified"),
    ("resolved", "checked"),
    ("resolved", "rework"),
    ("rework", "dispatched"),
    ("rework", "escalated"),
    ("rework", "merged"),
    ("rework", "rejected"),
    ("rework", "suspended"),
    ("suspended", "escalated"),
    ("suspended", "verified"),
    ("verified", "dispatched"),
    ("verified", "escalated"),
    ("verified", "merged"),
    ("verified", "rejected"),
    ("verified", "suspended"),
)
"""The allowed moves at the time of this revision; a later change of them is a later revision."""

_OPEN = sa.text("state NOT IN ('closed', 'rejected', 'merged')")
_LIVE = "state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene')"


def upgrade() -> None:
    """Make the tables, their triggers, the moves and the beginning of the chain."""
    _places_and_catalogue()
    _people()
    _incidents()
    _assignments()
    _events()
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _places_and_catalogue() -> None:
    op.create_table(
        "center",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.create_table(
        "grid",
        sa.Column("code", sa.String(16), primary_key=True),
        sa.Column("parent", sa.String(16), sa.ForeignKey("grid.code"), index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outline", sa.JSON(), nullable=False),
    )
    op.create_table(
        "skill",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("monogram", sa.String(4), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("color", sa.String(7), nullable=False),
        sa.Column("text_color", sa.String(7), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    op.create_table(
        "category",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("skill", sa.String(32), sa.ForeignKey("skill.code"), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("icon", sa.String(32), nullable=False),
        sa.Column("acknowledge_s", sa.Integer(), nullable=False),
        sa.Column("arrive_s", sa.Integer(), nullable=False),
        sa.Column("resolve_s", sa.Integer(), nullable=False),
        sa.Column("check_s", sa.Integer(), nullable=False),
        sa.CheckConstraint("priority BETWEEN 1 AND 4", name="priority"),
    )
    op.create_table(
        "camera",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("code", sa.String(64), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lon", place_type(), nullable=False),
        sa.Column("lat", place_type(), nullable=False),
        sa.Column("grid", sa.String(16), sa.ForeignKey("grid.code")),
        sa.Column("url", sa.Text(), nullable=False),
    )


def _people() -> None:
    op.create_table(
        "member",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(32), nullable=False, unique=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("grid", sa.String(16), sa.ForeignKey("grid.code"), nullable=False, index=True),
        sa.Column("duty", sa.String(16), nullable=False),
        sa.Column("lon", place_type()),
        sa.Column("lat", place_type()),
        sa.Column("seen_at", instant_type()),
        sa.CheckConstraint(
            "duty IN ('off', 'on_duty', 'en_route', 'on_scene', 'break')", name="duty"
        ),
    )
    op.create_table(
        "badge",
        sa.Column("member_id", key_type(), sa.ForeignKey("member.id"), primary_key=True),
        sa.Column("skill", sa.String(32), sa.ForeignKey("skill.code"), primary_key=True),
        sa.Column("level", sa.String(16), nullable=False),
        sa.Column("valid_until", sa.Date()),
        sa.CheckConstraint("level IN ('held', 'training')", name="level"),
    )


def _incidents() -> None:
    moves = op.create_table(
        "lifecycle_move",
        sa.Column("source", sa.String(16), primary_key=True),
        sa.Column("target", sa.String(16), primary_key=True),
    )
    op.bulk_insert(moves, [{"source": source, "target": target} for source, target in MOVES])
    op.create_table(
        "incident",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(32), sa.ForeignKey("category.code"), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("lon", place_type()),
        sa.Column("lat", place_type()),
        sa.Column("grid", sa.String(16), sa.ForeignKey("grid.code")),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.Column("reporter_name", sa.Text(), nullable=False),
        sa.Column("reporter_phone", sa.Text(), nullable=False),
        sa.Column("reported_at", instant_type(), nullable=False),
        sa.Column("round_from", instant_type(), nullable=False),
        sa.Column("stage_from", instant_type(), nullable=False),
        sa.Column("due_at", instant_type()),
        sa.Column("merged_into", key_type(), sa.ForeignKey("incident.id")),
        sa.CheckConstraint("priority BETWEEN 1 AND 4", name="priority"),
        sa.CheckConstraint("(lon IS NULL) = (lat IS NULL)", name="place"),
        sa.CheckConstraint("(state = 'merged') = (merged_into IS NOT NULL)", name="merged"),
        sa.CheckConstraint(
            "state IN ('reported', 'verified', 'dispatched', 'acknowledged', 'en_route',"
            " 'on_scene', 'resolved', 'checked', 'closed', 'rejected', 'merged', 'suspended',"
            " 'rework', 'escalated', 'reopened')",
            name="state",
        ),
    )
    op.create_index(
        "ix_incident_open", "incident", ["due_at"], sqlite_where=_OPEN, postgresql_where=_OPEN
    )


def _assignments() -> None:
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
        sa.CheckConstraint(
            "state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene', 'done',"
            " 'withdrawn', 'released')",
            name="state",
        ),
    )
    primary = sa.text(f"is_primary AND {_LIVE}")
    op.create_index(
        "uq_assignment_live_primary",
        "assignment",
        ["incident_id"],
        unique=True,
        sqlite_where=primary,
        postgresql_where=primary,
    )
    live = sa.text(_LIVE)
    op.create_index(
        "ix_assignment_live_member",
        "assignment",
        ["member_id"],
        sqlite_where=live,
        postgresql_where=live,
    )


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("seq", key_type(), primary_key=True, autoincrement=False),
        sa.Column("at", instant_type(), nullable=False),
        sa.Column("operator", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("command_id", sa.Uuid(), nullable=False, unique=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject_kind", sa.String(16), nullable=False),
        sa.Column("subject_id", key_type(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("ix_event_subject", "event", ["subject_kind", "subject_id", "seq"])
    head = op.create_table(
        "event_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("seq", key_type(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
    )
    op.bulk_insert(head, [{"id": 1, "seq": 0, "hash": "0" * 64}])
