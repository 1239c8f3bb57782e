"""Deeds are taken back: the moves back are allowed, and a photo can be marked as an error."""

import sqlalchemy as sa
from alembic import op

from console.db.types import Utc

revision = "0022"
down_revision = "0021"

_WAITING = ("verified", "rework", "reopened")
_RUNNING = ("dispatched", "acknowledged", "en_route", "on_scene")

_BACK = {
    *((state, "reported") for state in ("verified", "rejected", "escalated")),
    *(("rejected", state) for state in _WAITING),
    *(("dispatched", state) for state in _WAITING),
    *(("verified", state) for state in (*_RUNNING, "suspended", "escalated")),
    ("acknowledged", "dispatched"),
    ("en_route", "acknowledged"),
    ("on_scene", "en_route"),
    *(("resolved", state) for state in ("on_scene", "escalated")),
    ("checked", "resolved"),
    *(("rework", state) for state in ("resolved", "checked")),
    ("closed", "checked"),
    *(("reopened", state) for state in ("closed", "rejected", "merged")),
    *(("suspended", state) for state in (*_WAITING, "on_scene")),
    *(("escalated", state) for state in (*_WAITING, "on_scene", "suspended")),
}
"""From where a deed led to where it came from."""


def upgrade() -> None:
    """Allow the moves back that were not possible before; no row changes."""
    moves = sa.table("lifecycle_move", sa.column("source"), sa.column("target"))
    rows = op.get_bind().execute(sa.select(moves.c.source, moves.c.target))
    known = {(row.source, row.target) for row in rows}
    fresh = [{"source": a, "target": b} for a, b in sorted(_BACK) if (a, b) not in known]
    op.bulk_insert(moves, fresh)
    op.add_column("attachment", sa.Column("withdrawn_at", Utc, nullable=True))
