"""What the screens ask the database for beyond the Picture; each answer comes by a signal."""

from collections.abc import Mapping
from uuid import UUID

from console.live.desk import Desk


def ask_weights(desk: Desk, values: Mapping[str, float]) -> UUID:
    """Ask what other weights would have proposed for the last dispatches: a ``Comparison``."""
    from console.commands.weighing import weigh

    return desk.questions.ask(lambda office: weigh(office.database, dict(values)))
