"""A member's history, for the question of a screen."""

from console.commands.office import Office
from console.db.history import last_assignments
from console.domain.past import PastAssignment

SHOWN = 12
"""So many of a member's last assignments are told."""


def read_history(office: Office, member: int) -> tuple[PastAssignment, ...]:
    """A member's last assignments that have ended.

    Raises:
        FaultError: If the database fails.
    """
    with office.database.read() as session:
        return last_assignments(session, member, SHOWN)
