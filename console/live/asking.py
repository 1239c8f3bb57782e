"""What the screens ask the database for beyond the Picture; each answer comes by a signal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from console.commands.office import Office
from console.db.queries import case
from console.domain.change import Case
from console.domain.importing import RowProblem
from console.domain.mine import InHand
from console.domain.roster_list import ListPreview
from console.live.desk import Desk
from console.live.history import read_history


def ask_weights(desk: Desk, values: Mapping[str, float]) -> UUID:
    """Ask what other weights would have proposed for the last dispatches: a ``Comparison``."""
    from console.commands.weighing import weigh

    return desk.questions.ask(lambda office: weigh(office.database, dict(values)))


def ask_preview(desk: Desk, path: Path) -> UUID:
    """Ask what a list of members would change: a ``ListPreview``."""
    from console.live.roster_files import preview_list

    return desk.questions.ask(lambda office: preview_list(office, path))


def ask_import(desk: Desk, seen: ListPreview, reason: Callable[[RowProblem], str]) -> UUID:
    """Have a list imported that was looked at: a ``ListResult``, or a new ``ListPreview``."""
    from console.live.roster_files import import_list

    return desk.questions.ask(lambda office: import_list(office, seen, reason), leaves_events=True)


def ask_export(desk: Desk, path: Path) -> UUID:
    """Have the members written to a file: a ``ListWritten``."""
    from console.live.roster_files import export_list

    return desk.questions.ask(lambda office: export_list(office, path))


def ask_handovers(desk: Desk) -> UUID:
    """Ask for the last handover and who has signed it: a tuple of ``Handover``, empty at first."""
    from console.live.history import read_handovers

    return desk.questions.ask(read_handovers)


def ask_history(desk: Desk, member: int) -> UUID:
    """Ask for a member's last assignments: a tuple of ``PastAssignment``."""
    return desk.questions.ask(lambda office: read_history(office, member))


def ask_mine(desk: Desk) -> UUID:
    """Ask which open incidents the operator had in hand so far: an ``InHand``."""
    return desk.questions.ask(_in_hand)


def _in_hand(office: Office) -> InHand:
    from console.db.hands import in_hand

    with office.database.read() as session:
        return in_hand(session, office.actor.operator)


def ask_case(desk: Desk, incident: int) -> UUID:
    """Ask for an incident in full, open or ended: a ``Case``."""
    return desk.questions.ask(lambda office: _case(office, incident))


def _case(office: Office, incident: int) -> Case:
    with office.database.read() as session:
        return case(session, incident)
