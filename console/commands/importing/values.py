"""Cells turned into values, or refused with the field they are in."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from console.domain.category import Priority
from console.domain.errors import Refusal
from console.domain.importing import RowFault, RowRefusal
from console.domain.place import LonLat
from console.domain.text import TEXT_LIMIT, clean, one_line

LINE_LIMIT = 1000
"""Longest address, name or other text of one line."""

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_YEARS = range(1900, 2200)
_DAY_SIGNS = str.maketrans({"年": "-", "月": "-", "日": " "})
_PRIORITY_WORDS = {
    "1": Priority.URGENT,
    "2": Priority.HIGH,
    "3": Priority.NORMAL,
    "4": Priority.LOW,
    "紧急": Priority.URGENT,
    "高": Priority.HIGH,
    "较高": Priority.HIGH,
    "普通": Priority.NORMAL,
    "一般": Priority.NORMAL,
    "低": Priority.LOW,
    "较低": Priority.LOW,
} | {priority.name.casefold(): priority for priority in Priority}


def text_of(text: str, field: str, limit: int = TEXT_LIMIT) -> str:
    """Free text fit to be stored.

    Raises:
        RowRefusal: If it is too long.
    """
    if len(text) <= limit and text.isascii() and text.isprintable():
        return text.strip()  # Nothing to clean, as in most rows; clean looks at every character.
    try:
        return clean(text, field=field, limit=limit)
    except Refusal as refusal:
        raise RowRefusal(RowFault.FIELD_TOO_LONG, field=field, limit=limit) from refusal


def line_of(text: str, field: str, limit: int = LINE_LIMIT) -> str:
    """Text of one line fit to be stored.

    Raises:
        RowRefusal: If it is too long.
    """
    # Once more after cleaning: what was taken out may have stood between two blanks.
    return one_line(text_of(one_line(text), field, limit))


def needed_line(text: str, field: str, limit: int = LINE_LIMIT) -> str:
    """Text of one line that must not be empty.

    Raises:
        RowRefusal: If it is empty or too long.
    """
    line = line_of(text, field, limit)
    if not line:
        raise RowRefusal(RowFault.EMPTY_FIELD, field=field)
    return line


def place_of(lon: str, lat: str) -> LonLat | None:
    """A place, or None where there is none.

    0, 0 lies in the sea off Africa and is what programs write that know no place.

    Raises:
        RowRefusal: If the coordinates are no numbers or out of range.
    """
    if not lon and not lat:
        return None
    if not lon or not lat:
        raise RowRefusal(RowFault.NO_PLACE)
    place = _number(lon, "lon"), _number(lat, "lat")
    if place == (0.0, 0.0):
        raise RowRefusal(RowFault.ZERO_PLACE)
    try:
        return LonLat(*place)
    except ValueError as error:
        raise RowRefusal(RowFault.BAD_PLACE, lon=lon[:40], lat=lat[:40]) from error


def _number(text: str, field: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise bad_field(field, text)
    return float(text)


class Times:
    """Reads times in several forms, local ones in a zone."""

    def __init__(self, formats: Iterable[str], zone: str) -> None:
        self._formats = tuple(formats)
        self._zone = ZoneInfo(zone)

    def read(self, text: str, field: str) -> datetime:
        """An instant in UTC.

        Raises:
            RowRefusal: If the text is in none of the forms, or lies outside 1900 to 2199.
        """
        local = self._parse(text)
        if local is None or local.year not in _YEARS:
            raise RowRefusal(RowFault.BAD_TIME, field=field, value=text[:80])
        if local.tzinfo is None:
            local = local.replace(tzinfo=self._zone)
        return local.astimezone(UTC)

    def _parse(self, text: str) -> datetime | None:
        for form in self._formats:
            try:
                # The zone of a time without one is the mapping's, see read.
                return datetime.strptime(text, form)  # noqa: DTZ007
            except ValueError:
                continue
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return None


def day_of(text: str) -> date | None:
    """A day as 2027-05-01, 2027/5/1 or 2027年5月1日, with or without a time; None if it is none.

    A year outside 1900 to 2199 makes it none: it is one of two digits, or a slip.
    """
    head = text.replace("/", "-").translate(_DAY_SIGNS).split(" ")[0].split("T")[0]
    parts = head.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    try:
        day = date(*map(int, parts))
    except (ValueError, OverflowError):
        return None
    return day if day.year in _YEARS else None


def priority_of(text: str) -> Priority | None:
    """A priority by number or word; None if the text is empty.

    Raises:
        RowRefusal: If it is neither.
    """
    if not text:
        return None
    found = _PRIORITY_WORDS.get(text.casefold())
    if found is None:
        raise bad_field("priority", text)
    return found


def bad_field(field: str, value: str) -> RowRefusal:
    """A refusal of a field's value."""
    return RowRefusal(RowFault.BAD_FIELD, field=field, value=value[:80])
