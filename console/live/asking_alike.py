"""Asks what is the same as a report; apart from the other questions, for every start needs it."""

from dataclasses import replace
from uuid import UUID

from console.commands.office import Office
from console.domain.duplicates import Telling
from console.live.desk import Desk


def ask_same_as_typed(desk: Desk, telling: Telling, phone: str) -> UUID:
    """Ask what is known of a report that is being typed now: a ``Sameness``."""

    def look(office: Office) -> object:
        from console.db.alike import Asked, same_as_typed

        with office.database.read() as session:
            return same_as_typed(session, Asked(replace(telling, at=office.clock()), phone))

    return desk.questions.ask(look)


def ask_same_as_incident(desk: Desk, incident: int) -> UUID:
    """Ask what is known of an incident: a ``Sameness``."""

    def look(office: Office) -> object:
        from console.db.alike import same_as_incident

        with office.database.read() as session:
            return same_as_incident(session, incident)

    return desk.questions.ask(look)
