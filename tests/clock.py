"""A clock that stands still until a test sets it."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
"""A Monday morning, ten o'clock in the demonstration center."""


class Clock:
    """Tells the same instant until it is advanced."""

    def __init__(self, start: datetime = START) -> None:
        self._now = start

    def now(self) -> datetime:
        """The instant that the clock shows."""
        return self._now

    def advance(self, seconds: float) -> datetime:
        """Move the clock on and return the new instant."""
        self._now += timedelta(seconds=seconds)
        return self._now
