"""Extension (延期): a time limit that is prolonged, for a reason and with the leader's consent."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from console.domain.category import Limits
from console.domain.errors import Refusal, Refused
from console.domain.incident import Incident
from console.domain.worktime import Calendar

LONGEST = timedelta(days=90)
"""No extension at once is longer; counted in the limit's own time."""

_SPAN = re.compile(
    r"\s*(\d{1,4})\s*(h|m|小时|分钟|时(?=\s)|分(?=\s))\s*(.*)", re.IGNORECASE | re.DOTALL
)


def read_extension(text: str) -> tuple[timedelta, str] | None:
    """How long and why, out of a line such as ``2h the crane is late``; None if it is not one."""
    found = _SPAN.fullmatch(text)
    if found is None or not found[3].strip():
        return None
    hours = found[2].lower() in ("h", "小时", "时")
    return timedelta(hours=int(found[1])) if hours else timedelta(minutes=int(found[1])), found[3]


def require_span(by: timedelta) -> timedelta:
    """A span by which a limit can be prolonged.

    Raises:
        Refusal: BAD_VALUE if it is none, or too long.
    """
    if not timedelta(0) < by <= LONGEST:
        raise Refusal(Refused.BAD_VALUE, field="extension", value=str(by))
    return by


def prolonged(limits: Limits, by: timedelta) -> Limits:
    """Limits that are longer by a span: all of a round, because all count from its beginning."""
    return replace(
        limits,
        acknowledge=limits.acknowledge + by,
        arrive=limits.arrive + by,
        resolve=limits.resolve + by,
    )


def original_end(incident: Incident, calendar: Calendar) -> datetime | None:
    """When the limit that runs would have ended without extension; None without one."""
    if incident.due_at is None or not incident.extended:
        return None
    limit = calendar.between(incident.stage_from, incident.due_at) - incident.extended
    return calendar.due_after(incident.stage_from, limit)
