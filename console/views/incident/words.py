"""Instants in the words of the incident panel: in the center's zone."""

from datetime import datetime
from zoneinfo import ZoneInfo


def clock_text(at: datetime, zone: ZoneInfo) -> str:
    """An instant as hours and minutes in the center's zone."""
    return f"{at.astimezone(zone):%H:%M}"


def day_text(at: datetime, zone: ZoneInfo) -> str:
    """An instant with its date, and without seconds, in the center's zone."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def full_text(at: datetime, zone: ZoneInfo) -> str:
    """An instant with its date and seconds in the center's zone."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def read_number(text: str) -> int | None:
    """The incident number that was typed, a hash before it or not; None if it is none."""
    number = text.lstrip("#").strip()
    fine = number.isascii() and number.isdigit() and len(number) < 18
    return int(number) if fine else None
