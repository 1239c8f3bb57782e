"""Major incidents and their parts, which stay incidents of their own; themes are found."""

import sqlalchemy as sa
from alembic import op

from console.db.types import Utc

revision = "0023"
down_revision = "0022"

_PART = sa.text("part_of IS NOT NULL")


def upgrade() -> None:
    """Add who leads and who is a part; nobody is yet."""
    op.add_column("incident", sa.Column("major_from", Utc, nullable=True))
    key = "INTEGER" if op.get_context().dialect.name == "sqlite" else "BIGINT"
    # Alembic adds no column with a reference on SQLite, which allows one that begins empty.
    op.execute(f"ALTER TABLE incident ADD COLUMN part_of {key} REFERENCES incident (id)")
    # What is of one theme is looked for among all of its kind.
    op.create_index("ix_incident_category", "incident", ["category", "reported_at"])
    op.create_index(
        "ix_incident_part", "incident", ["part_of"], sqlite_where=_PART, postgresql_where=_PART
    )
