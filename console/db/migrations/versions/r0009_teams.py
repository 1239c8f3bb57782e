"""Members who belong to no grid, roles and teams, and assignments that are only reserved."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type, place_type

revision = "0009"
down_revision = "0008"

_UNITS = "unit IN ('own', 'squad', 'partner', 'neighbour')"
_GRID = "unit <> 'own' OR grid IS NOT NULL"
_COPY = (
    "INSERT INTO member_anew (id, version, number, name, phone, grid, duty, lon, lat, seen_at)"
    " SELECT id, version, number, name, phone, grid, duty, lon, lat, seen_at FROM member"
)


_LIVE = "state IN ('dispatched', 'acknowledged', 'en_route', 'on_scene')"
_BOUND = "state IN ('reserved', 'dispatched', 'acknowledged', 'en_route', 'on_scene')"
_STATES = (
    "state IN ('reserved', 'dispatched', 'acknowledged', 'en_route', 'on_scene', 'done',"
    " 'withdrawn', 'returned', 'released')"
)
_BEGUN = "reserved_at IS NOT NULL OR dispatched_at IS NOT NULL"
_COPY_ASSIGNMENTS = (
    "INSERT INTO assignment (id, version, incident_id, member_id, is_primary, role, state,"
    " dispatched_at, acknowledged_at, set_out_at, arrived_at, ended_at)"
    " SELECT id, version, incident_id, member_id, is_primary, '', state,"
    " dispatched_at, acknowledged_at, set_out_at, arrived_at, ended_at FROM assignment_before"
)
_RUNNING = ("dispatched", "acknowledged", "en_route", "on_scene")
_ONWARDS = {("dispatched", "acknowledged"), ("acknowledged", "en_route"), ("en_route", "on_scene")}
"""The moves among the running states that there are already."""


def upgrade() -> None:
    """All members so far are the center's own."""
    _members()
    _teams()
    _hand_overs()
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_assignments()
    else:
        _change_assignments()


def _teams() -> None:
    role = op.create_table(
        "role",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("skill", sa.String(32), nullable=False),
        sa.Column("of_incident", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.String(16)),
        sa.CheckConstraint(_UNITS, name="unit"),
    )
    team = op.create_table(
        "team",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    names = {
        "grid_member": ("网格员", "Grid member", "own"),
        "medic": ("社区医生", "Clinic medic", None),
        "auxiliary": ("辅警", "Auxiliary officer", None),
    }
    op.bulk_insert(
        role,
        [
            {
                "code": code,
                "name": name,
                "name_en": name_en,
                "skill": "",
                "of_incident": unit is not None,
                "unit": unit,
            }
            for code, (name, name_en, unit) in names.items()
        ],
    )
    three = {"code": "three", "name": "三人小组", "name_en": "Team of three"}
    op.bulk_insert(team, [three | {"roles": list(names), "position": 0}])


def _hand_overs() -> None:
    """Who leads may come free while others are less far."""
    moves = sa.table("lifecycle_move", sa.column("source"), sa.column("target"))
    pairs = ((source, target) for source in _RUNNING for target in _RUNNING if source != target)
    op.bulk_insert(moves, [{"source": s, "target": t} for s, t in pairs if (s, t) not in _ONWARDS])


def _change_assignments() -> None:
    op.drop_constraint(op.f("ck_assignment_state"), "assignment", type_="check")
    op.create_check_constraint("state", "assignment", _STATES)
    op.add_column(
        "assignment", sa.Column("role", sa.String(32), nullable=False, server_default="")
    )
    op.add_column("assignment", sa.Column("reserved_at", instant_type()))
    op.alter_column("assignment", "dispatched_at", nullable=True)
    op.create_check_constraint("begun", "assignment", _BEGUN)
    op.create_index(
        "uq_assignment_bound",
        "assignment",
        ["incident_id", "member_id"],
        unique=True,
        postgresql_where=sa.text(_BOUND),
    )


def _rebuild_assignments() -> None:
    """Make the table anew with its rows, as revision 0007 did; nothing refers to it."""
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
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reserved_at", instant_type()),
        sa.Column("dispatched_at", instant_type()),
        sa.Column("acknowledged_at", instant_type()),
        sa.Column("set_out_at", instant_type()),
        sa.Column("arrived_at", instant_type()),
        sa.Column("ended_at", instant_type()),
        sa.CheckConstraint(_STATES, name="state"),
        sa.CheckConstraint(_BEGUN, name="begun"),
    )
    op.execute(_COPY_ASSIGNMENTS)
    op.drop_table("assignment_before")
    for name, condition, columns in (
        ("uq_assignment_live_primary", f"is_primary AND {_LIVE}", ["incident_id"]),
        ("uq_assignment_bound", _BOUND, ["incident_id", "member_id"]),
        ("ix_assignment_live_member", _LIVE, ["member_id"]),
    ):
        op.create_index(
            name,
            "assignment",
            columns,
            unique=name.startswith("uq"),
            sqlite_where=sa.text(condition),
        )
    op.create_index("ix_assignment_dispatched", "assignment", ["dispatched_at"])
    op.create_index("ix_assignment_member", "assignment", ["member_id", "dispatched_at"])


def _members() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _rebuild_members()
        return
    for column in _new_columns():
        op.add_column("member", column)
    op.alter_column("member", "grid", nullable=True)
    op.create_check_constraint("unit", "member", _UNITS)
    op.create_check_constraint("grid", "member", _GRID)


def _new_columns() -> tuple[sa.Column[str], sa.Column[str], sa.Column[list[str]]]:
    return (
        sa.Column("unit", sa.String(16), nullable=False, server_default="own"),
        sa.Column("organisation", sa.Text(), nullable=False, server_default=""),
        sa.Column("roles", sa.JSON(), nullable=False, server_default="[]"),
    )


def _rebuild_members() -> None:
    """Make the table anew under another name and let it take the old one's place.

    SQLite cannot let a column be empty that might not be. Others refer to the table by its name,
    which comes back; foreign keys are off meanwhile and are checked at the end.
    """
    op.create_table(
        "member_anew",
        sa.Column("id", key_type(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("grid", sa.String(16), sa.ForeignKey("grid.code", name="fk_member_grid")),
        sa.Column("duty", sa.String(16), nullable=False),
        sa.Column("lon", place_type()),
        sa.Column("lat", place_type()),
        sa.Column("seen_at", instant_type()),
        *_new_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.UniqueConstraint("number", name="uq_member_number"),
        sa.CheckConstraint(
            "duty IN ('off', 'on_duty', 'en_route', 'on_scene', 'break')",
            name=op.f("ck_member_duty"),
        ),
        sa.CheckConstraint(_UNITS, name=op.f("ck_member_unit")),
        sa.CheckConstraint(_GRID, name=op.f("ck_member_grid")),
    )
    op.execute(_COPY)
    op.drop_table("member")
    op.rename_table("member_anew", "member")
    op.create_index("ix_member_grid", "member", ["grid"])
