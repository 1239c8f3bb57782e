"""Asks what was at a place before; apart from the other questions, for every start needs it."""

from uuid import UUID

from console.commands.office import Office
from console.live.desk import Desk


def ask_place_history(desk: Desk, incident: int) -> UUID:
    """Ask what was reported at an incident's place before it: a ``PlaceHistory``."""

    def look(office: Office) -> object:
        from console.db.place_history import place_history

        with office.database.read() as session:
            return place_history(session, incident)

    return desk.questions.ask(look)
