"""Reports of one matter: a merging can be undone, and what is near or was merged is found."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_BACK = ("reported", "verified", "rework")
"""Where a merged incident may have stood before; that it is reopened was possible already."""

_MERGED = sa.text("merged_into IS NOT NULL")
_KNOWN = sa.text("reporter_phone <> ''")


def upgrade() -> None:
    """Allow the moves back, and add the indexes; no row changes."""
    moves = sa.table("lifecycle_move", sa.column("source"), sa.column("target"))
    op.bulk_insert(moves, [{"source": "merged", "target": state} for state in _BACK])
    op.create_index("ix_incident_place", "incident", ["lat", "lon", "reported_at"])
    op.create_index("ix_incident_reported", "incident", ["reported_at"])
    op.create_index(
        "ix_incident_merged",
        "incident",
        ["merged_into"],
        sqlite_where=_MERGED,
        postgresql_where=_MERGED,
    )
    op.create_index(
        "ix_incident_reporter",
        "incident",
        ["reporter_phone"],
        sqlite_where=_KNOWN,
        postgresql_where=_KNOWN,
    )
