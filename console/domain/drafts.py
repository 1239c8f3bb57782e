"""What was half typed when a console ended, as it is kept in a file and read again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from console.domain.lifecycle import Deed
from console.domain.place import LonLat

KEPT_FOR = timedelta(days=7)
"""So long a draft is kept that nobody takes up: it holds personal data."""


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """A half-typed report: texts by the names of the form's fields, and files of photos."""

    key: str
    at: datetime
    texts: Mapping[str, str] = field(default_factory=dict)
    place: LonLat | None = None
    photos: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A half-typed text for a deed on an incident, about one member or not."""

    key: str
    at: datetime
    incident: int
    deed: Deed
    text: str
    member: int | None = None


Draft = ReportDraft | TextDraft


def write_draft(draft: Draft) -> str:
    """A draft as the text of a file."""
    told: dict[str, object] = {"key": draft.key, "at": draft.at.isoformat()}
    if isinstance(draft, ReportDraft):
        place = draft.place
        told["texts"] = dict(draft.texts)
        told["place"] = None if place is None else [place.lon, place.lat]
        told["photos"] = list(draft.photos)
    else:
        told |= {"incident": draft.incident, "deed": draft.deed.value}
        told |= {"text": draft.text, "member": draft.member}
    return json.dumps(told, ensure_ascii=False)


def read_draft(text: str) -> Draft:
    """Read what ``write_draft`` wrote.

    Raises:
        ValueError: If it is not that, whole: cut off, of another version, or written by hand.
    """
    told = json.loads(text)
    try:
        at = datetime.fromisoformat(_text(told["at"]))
        if at.tzinfo is None:
            raise ValueError("a time without a zone")
        if "texts" in told:
            return ReportDraft(
                _text(told["key"]),
                at,
                {_text(name): _text(value) for name, value in told["texts"].items()},
                _place(told["place"]),
                tuple(_text(path) for path in told["photos"]),
            )
        member = told["member"]
        return TextDraft(
            _text(told["key"]),
            at,
            _number(told["incident"]),
            Deed(told["deed"]),
            _text(told["text"]),
            None if member is None else _number(member),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a draft: {error}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is missing")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a number is missing")
    return value


def _place(value: object) -> LonLat | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2:
        raise TypeError("a place has two coordinates")
    lon, lat = value
    return LonLat(float(lon), float(lat))
