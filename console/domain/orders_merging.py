"""Orders about reports of one matter: a further one is added to it, or taken out of it again."""

from dataclasses import dataclass

from console.domain.orders_incident import Report


@dataclass(frozen=True, slots=True)
class Join:
    """A report comes in of what is known already: it is merged into that incident at once."""

    report: Report
    into: int


@dataclass(frozen=True, slots=True)
class Separate:
    """Undo that an incident was merged: it stands again where it stood, on its old clock."""

    incident: int
    seen: int | None = None
    note: str = ""
