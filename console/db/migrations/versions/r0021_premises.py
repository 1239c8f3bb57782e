"""Addresses that name a door have a key by which what was there before is found."""

import sqlalchemy as sa
from alembic import op

from console.domain.premises import premises_key

revision = "0021"
down_revision = "0020"

_KNOWN = sa.text("premises <> ''")
_BATCH = 5000


def upgrade() -> None:
    """Add the key, and give it to the addresses that are there."""
    op.add_column(
        "incident", sa.Column("premises", sa.String(64), nullable=False, server_default="")
    )
    _fill()
    op.create_index(
        "ix_incident_premises",
        "incident",
        ["premises", "reported_at"],
        sqlite_where=_KNOWN,
        postgresql_where=_KNOWN,
    )


def _fill() -> None:
    incident = sa.table("incident", sa.column("id"), sa.column("address"), sa.column("premises"))
    connection = op.get_bind()
    change = (
        sa.update(incident)
        .where(incident.c.id == sa.bindparam("number"))
        .values(premises=sa.bindparam("key"))
    )
    last = 0
    while rows := _some(connection, incident, last):
        last = rows[-1][0]
        keyed = [{"number": number, "key": premises_key(address)} for number, address in rows]
        if known := [one for one in keyed if one["key"]]:
            connection.execute(change, known)


def _some(
    connection: sa.Connection, incident: sa.TableClause, after: int
) -> list[tuple[int, str]]:
    found = connection.execute(
        sa.select(incident.c.id, incident.c.address)
        .where(incident.c.id > after, incident.c.address != "")
        .order_by(incident.c.id)
        .limit(_BATCH)
    )
    return [(number, address) for number, address in found]
