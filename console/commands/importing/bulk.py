"""One statement that inserts many incidents and leaves out those whose key is there already."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, bindparam, column, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from console.db.tables import IncidentRow

Fields = dict[str, Any]

_KEY = ["source_key"]


def insert_rows(session: Session, rows: Sequence[Fields], *, shared: bool) -> dict[str, int]:
    """Insert rows, one at least, that all have the same fields.

    Returns:
        The new incidents' ids by their keys.
    """
    # On the connection, because the session would first make mapped objects out of the rows.
    connection = session.connection()
    if shared:
        inserted = connection.execute(_shared(rows[0]), {"rows": [_plain(row) for row in rows]})
    else:
        statement = sqlite.insert(IncidentRow).on_conflict_do_nothing(index_elements=_KEY)
        inserted = connection.execute(
            statement.returning(IncidentRow.source_key, IncidentRow.id), rows
        )
    return {str(row.source_key): row.id for row in inserted}


def _shared(fields: Fields) -> Any:
    """All rows as one JSON parameter.

    With a parameter for each cell, PostgreSQL's driver takes longer to number twenty thousand of
    them than the server takes to insert the rows.
    """
    columns = [column(name, getattr(IncidentRow, name).type) for name in fields]
    given = (
        func.json_to_recordset(bindparam("rows", type_=JSON))
        .table_valued(*columns, name="given")
        .render_derived(with_types=True)
    )
    statement = postgresql.insert(IncidentRow).from_select(list(fields), select(*given.c))
    return statement.on_conflict_do_nothing(index_elements=_KEY).returning(
        IncidentRow.source_key, IncidentRow.id
    )


def _plain(row: Fields) -> Fields:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }
