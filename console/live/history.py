"""What lies in the past, for the questions of screens."""

from console.commands.office import Office
from console.db.handovers import last_handovers
from console.db.history import last_assignments
from console.domain.handover import Handover
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


def read_handovers(office: Office) -> tuple[Handover, ...]:
    """The last handover, if there has been any.

    Raises:
        FaultError: If the database fails.
    """
    with office.database.read() as session:
        return last_handovers(session, 1)
