"""How lengths of time, limits and distances are said, in the language used."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from console.domain.incident import Incident, State

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
SECONDS_BELOW = 10 * MINUTE
"""Seconds are told of durations shorter than this, in seconds."""


def duration_text(duration: timedelta) -> str:
    """A length of time; seconds are told only below ten minutes, minutes only below a day."""
    return _duration(max(0, int(duration.total_seconds())), SECONDS_BELOW)


def minutes_text(duration: timedelta) -> str:
    """A length of time; seconds are told only in the first minute."""
    return _duration(max(0, int(duration.total_seconds())), MINUTE)


def overdue_text(over: timedelta) -> str:
    """By how much a time limit is over; seconds are told only in the first minute."""
    told = _duration(max(0, int(over.total_seconds())), MINUTE)
    return QCoreApplication.translate("Time", "overdue {duration}").format(duration=told)


def limit_text(incident: Incident, now: datetime) -> str:
    """How much of the running time limit is left, by how much it is over, or why none runs."""
    if incident.due_at is not None:
        if incident.due_at >= now:
            return duration_text(incident.due_at - now)
        return overdue_text(now - incident.due_at)
    if incident.state is State.SUSPENDED:
        return QCoreApplication.translate("Time", "limit rests")
    return QCoreApplication.translate("Time", "no limit")


def distance_text(metres: float) -> str:
    """A distance: metres to the nearest ten below a kilometre, then kilometres."""
    tens = round(metres / 10) * 10
    if tens < 1000:
        return QCoreApplication.translate("Distance", "{n} m").format(n=tens)
    places = 1 if tens < 10_000 else 0
    kilometres = f"{metres / 1000:.{places}f}"
    return QCoreApplication.translate("Distance", "{n} km").format(n=kilometres)


def way_text(metres: float, seconds: float) -> str:
    """How far it is, and how long it takes on foot."""
    return f"{distance_text(metres)} · {duration_text(timedelta(seconds=seconds))}"


def _duration(seconds: int, seconds_below: int) -> str:
    minutes, hours = seconds // MINUTE, seconds // HOUR
    if seconds < MINUTE:
        return QCoreApplication.translate("Time", "{s} s").format(s=seconds)
    if seconds < seconds_below:
        return QCoreApplication.translate("Time", "{m} min {s:02d} s").format(
            m=minutes, s=seconds % MINUTE
        )
    if seconds < HOUR:
        return QCoreApplication.translate("Time", "{m} min").format(m=minutes)
    if seconds < DAY:
        return QCoreApplication.translate("Time", "{h} h {m:02d} min").format(
            h=hours, m=minutes % 60
        )
    return QCoreApplication.translate("Time", "{d} d {h} h").format(d=hours // 24, h=hours % 24)
