"""Orders about the handover of a shift."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandOver:
    """Hand the shift over, with what was promised, how the equipment is, and notes."""

    promised: str = ""
    equipment: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Sign a handover, which is named by its event's sequence number."""

    handover: int
