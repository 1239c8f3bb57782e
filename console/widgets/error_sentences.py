"""Why something was refused or failed, and what to do: a whole sentence for each code."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from console.domain.errors import ConsoleError, Fault, Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.rights import Right
from console.domain.text import one_line
from console.domain.undoing import Why
from console.widgets.filling import filled
from console.widgets.words import localised, state_label
from console.widgets.words_deeds import deed_label
from console.widgets.words_faults import FAULTS, FIELDS
from console.widgets.words_people import duty_label, right_label
from console.widgets.words_refusals import (
    OVERTAKEN_COURSE,
    OVERTAKEN_MEMBER,
    OVERTAKEN_SKILL,
    REFUSALS,
)
from console.widgets.words_undoing import why_final

LONGEST = 300
"""So many characters of a detail are told."""


def error_sentence(error: ConsoleError, zone: tzinfo | None = None) -> str:
    """What happened and what to do, for a person to read.

    Args:
        error: What was refused or failed.
        zone: The center's time zone; without one, times are told in this computer's.
    """
    details = {name: _told(name, value, zone) for name, value in error.details.items()}
    if "skill_en" in details:
        details["skill"] = localised(details.get("skill", ""), details["skill_en"])
    if error.code is Refused.OVERTAKEN and "course" in details:
        return filled(QCoreApplication.translate("Refused", OVERTAKEN_COURSE), details)
    if error.code is Refused.OVERTAKEN and "skill" in details:
        return filled(QCoreApplication.translate("Refused", OVERTAKEN_SKILL), details)
    if error.code is Refused.OVERTAKEN and "incident" not in details:
        return filled(QCoreApplication.translate("Refused", OVERTAKEN_MEMBER), details)
    if isinstance(error.code, Refused):
        return filled(QCoreApplication.translate("Refused", REFUSALS[error.code]), details)
    if isinstance(error.code, Fault):
        return filled(QCoreApplication.translate("Fault", FAULTS[error.code]), details)
    # Other codes, such as those of importing, have sentences of their own elsewhere.
    return str(error)


def _told(name: str, value: str | int, zone: tzinfo | None) -> str:
    if name == "incident" and isinstance(value, int):
        return f"{value:04d}"
    whole = str(value)
    text = one_line(whole[:LONGEST]) + ("…" if len(whole) > LONGEST else "")
    if name == "at":
        return _time(text, zone)
    if name in _WORDS:
        return _WORDS[name](text)
    if name == "field" and text in FIELDS:
        return QCoreApplication.translate("Field", FIELDS[text])
    return text


def _time(text: str, zone: tzinfo | None) -> str:
    try:
        at = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return text
    return f"{at.astimezone(zone):%H:%M}"


def _word(kind: type[StrEnum], label: Callable[[Any], str]) -> Callable[[str], str]:
    """The label of a code, or the code itself where a newer database knows more of them."""

    def word(code: str) -> str:
        return label(kind(code)) if code in frozenset(kind) else code

    return word


_WORDS: dict[str, Callable[[str], str]] = {
    "state": _word(State, state_label),
    "deed": _word(Deed, deed_label),
    "since": _word(Deed, deed_label),
    "why": _word(Why, why_final),
    "duty": _word(Duty, duty_label),
    "right": _word(Right, right_label),
}
