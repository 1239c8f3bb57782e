"""The link: how a console stands with its database."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.errors import FaultError


class LinkState(StrEnum):
    """How it stands with the database."""

    CONNECTING = "connecting"
    LIVE = "live"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Link:
    """How it stands with the database, and since when; the latency in milliseconds."""

    state: LinkState
    shared: bool
    latency_ms: float | None
    since: datetime
    fault: FaultError | None = None
