"""Asks who can be mentioned in a note, and which notes mention whoever sits here."""

from collections.abc import Iterable
from uuid import UUID

from console.commands.office import Office
from console.domain.mentions import Unread
from console.live.desk import Desk


def ask_unread(desk: Desk) -> UUID:
    """Ask for the notes that mention the operator and are not read yet: a tuple of ``Unread``."""
    return desk.questions.ask(_unread)


def ask_operators(desk: Desk, members: Iterable[str]) -> UUID:
    """Ask for the names of the operators: a tuple of texts.

    Meanwhile the sounds of their names, and of the members' names given, are made ready.
    """
    names = tuple(members)
    return desk.questions.ask(lambda office: _operators(office, names))


def _unread(office: Office) -> tuple[Unread, ...]:
    from console.db.mentions import unread

    with office.database.read() as session:
        return unread(session, office.actor.operator)


def _operators(office: Office, members: tuple[str, ...]) -> tuple[str, ...]:
    from console.db.mentions import operators
    from console.domain.pinyin import prepare

    with office.database.read() as session:
        found = operators(session)
    prepare((*found, *members))
    return found
