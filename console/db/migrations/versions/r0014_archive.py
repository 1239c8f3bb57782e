"""The archive: ended incidents, found by their texts, people, grids, times and places.

With a million ended incidents this takes a few minutes: each one's marks are computed here.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from console.db.types import BigKey, Utc

revision = "0014"
down_revision = "0013"

_BATCH = 5000


def upgrade() -> None:
    """Add the tables, and fill them with what has ended so far."""
    local = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        "archive",
        sa.Column(
            "incident_id",
            BigKey,
            sa.ForeignKey("incident.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("ended_at", Utc, nullable=False),
        sa.Column("result", sa.String(16), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("grid", sa.Text()),
        sa.Column("lon", sa.Float(53)),
        sa.Column("lat", sa.Float(53)),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text() if local else sa.ARRAY(sa.Integer())),
    )
    if local:
        # Without its own copy of the words, and without their places in it: words are never read
        # back, and cases are compared with the text that the archive holds.
        op.execute(
            "CREATE VIRTUAL TABLE archive_marks USING fts5"
            " (marks, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
    _fill()
    if local:
        op.execute("INSERT INTO archive_marks (archive_marks) VALUES ('optimize')")
    else:
        # With a list of what is pending, each search would have to read that list, too.
        op.execute(
            "CREATE INDEX ix_archive_marks ON archive USING gin (marks) WITH (fastupdate = off)"
        )
        op.create_index("ix_archive_ended_at", "archive", ["ended_at"])
        op.execute("ANALYZE archive")


def _fill() -> None:
    from console.db.archiving import archive_all  # Late: most databases have nothing to fill in.

    connection = op.get_bind()
    after = 0
    ended: Any = sa.text(
        "SELECT id FROM incident WHERE id > :after AND state IN ('closed', 'rejected', 'merged')"
        " ORDER BY id LIMIT :batch"
    )
    while some := connection.scalars(ended, {"after": after, "batch": _BATCH}).all():
        archive_all(connection, some)
        after = some[-1]
