"""Members who belong to no grid: the mobile squad, partners, neighbouring communities."""

import sqlalchemy as sa
from alembic import op

from console.db.migrations.columns import instant_type, key_type, place_type

revision = "0009"
down_revision = "0007"

_UNITS = "unit IN ('own', 'squad', 'partner', 'neighbour')"
_GRID = "unit <> 'own' OR grid IS NOT NULL"
_COPY = (
    "INSERT INTO member_anew (id, version, number, name, phone, grid, duty, lon, lat, seen_at)"
    " SELECT id, version, number, name, phone, grid, duty, lon, lat, seen_at FROM member"
)


def upgrade() -> None:
    """All members so far are the center's own."""
    _members()


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
