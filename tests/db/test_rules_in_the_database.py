"""What the database refuses by itself, whoever writes."""

from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from console.db.engine import Database
from console.db.tables import IncidentRow
from console.domain.incident import State
from console.domain.lifecycle import BACKWARD, HAND_OVERS, MOVES, SEPARATIONS
from tests.db import rows

ALLOWED = {(move.source, move.target) for move in MOVES}


def place(database: Database, state: State) -> int:
    """An incident put into a state past all rules, followed by another one."""
    with database.write() as session:
        number = rows.incident(session, log_it=False)
        other = rows.incident(session, log_it=False)
    into = other if state is State.MERGED else None
    with rows.past_all_rules(database) as connection:
        connection.execute(
            update(IncidentRow)
            .where(IncidentRow.id == number)
            .values(state=state.value, merged_into=into)
        )
    return number


@pytest.mark.parametrize("source", State)
def test_an_incident_moves_only_along_the_table_of_moves(
    database: Database, source: State
) -> None:
    with database.write() as session:
        rows.center(session)
    for target in State:
        number = place(database, source)
        into = number + 1 if target is State.MERGED else None
        change = (
            update(IncidentRow)
            .where(IncidentRow.id == number)
            .values(state=target.value, merged_into=into)
        )
        if (source, target) in ALLOWED | HAND_OVERS | SEPARATIONS | BACKWARD or source is target:
            with database.write() as session:
                session.execute(change)
        else:
            with (
                pytest.raises(IntegrityError, match="cannot make this move"),
                database.write() as session,
            ):
                session.execute(change)


@pytest.mark.parametrize("origin", ["phone", "import"])
@pytest.mark.parametrize("state", State)
def test_an_incident_begins_as_reported_or_imported_as_closed(
    database: Database, state: State, origin: str
) -> None:
    with database.write() as session:
        rows.center(session)
        first = rows.incident(session)
    into = first if state is State.MERGED else None
    allowed = state is State.REPORTED or (origin == "import" and state is State.CLOSED)
    if allowed:
        with database.write() as session:
            rows.incident(session, state=state.value, origin=origin)
    else:
        with (
            pytest.raises(IntegrityError, match="cannot begin"),
            database.write() as session,
        ):
            rows.incident(session, state=state.value, origin=origin, merged_into=into)


@pytest.mark.parametrize(
    "values",
    [
        {"priority": 0},
        {"priority": 5},
        {"lon": 113.6},
        {"lat": 22.9},
        {"merged_into": 1},
        {"category": "none"},
        {"grid": "none"},
    ],
)
def test_an_incident_that_cannot_be_is_refused(database: Database, values: dict[str, Any]) -> None:
    with database.write() as session:
        rows.center(session)
        rows.incident(session)
    with pytest.raises(IntegrityError), database.write() as session:
        rows.incident(session, **values)


def test_one_incident_has_one_live_primary_assignment(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
        number = rows.incident(session)
        rows.assign(session, number, 1, "withdrawn")
        rows.assign(session, number, 1)
        rows.assign(session, number, 2, primary=False)
    with (
        pytest.raises(IntegrityError, match=r"uq_assignment_live_primary|assignment\.incident_id"),
        database.write() as session,
    ):
        rows.assign(session, number, 2)


def test_the_first_of_two_changes_wins(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
        number = rows.incident(session)

    def overtaken() -> None:
        with database.write() as session:
            row = session.get_one(IncidentRow, number)
            session.execute(text("UPDATE incident SET version = version + 1"))
            row.title = "another title"

    with pytest.raises(StaleDataError):
        overtaken()
