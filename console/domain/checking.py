"""The check before an incident is closed (核查结案): who may, what was asked, and how it ended.

The rule is the two-person rule of the field: in GB/T 30428 handling (任务处理) and checking with
closing (核查结案) are phases of different people. Whoever handled an incident neither checks nor
closes it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from console.domain.lifecycle import Deed
from console.domain.text import one_line


class Callback(StrEnum):
    """What came of calling the reporter back."""

    SATISFIED = "satisfied"
    DISSATISFIED = "dissatisfied"
    NOT_REACHED = "not_reached"
    DECLINED = "declined"


class Moment(StrEnum):
    """When a photo was taken: before the incident was dealt with, or after."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class EndReason:
    """A reason from the list of those with which incidents end; ``deed`` is CLOSE or REJECT."""

    code: str
    deed: Deed
    name: str
    name_en: str


CHECKS = frozenset({Deed.CHECK, Deed.CLOSE})
"""The deeds that only somebody else than the handlers may do."""

WITH_REASON = frozenset({Deed.CLOSE, Deed.REJECT})
"""The deeds that end an incident with a reason from the list."""


def same_person(one: str, other: str) -> bool:
    """Whether two names are written for the same person, but for blanks and capital letters."""
    return person_key(one) == person_key(other)


def handled(name: str, handlers: Iterable[str]) -> bool:
    """Whether somebody is among those who handled an incident."""
    return any(same_person(name, handler) for handler in handlers)


def split_reason(text: str, reasons: Collection[EndReason]) -> tuple[str, str]:
    """The code of the reason that a text begins with, and the words after it.

    A text that begins with none of them is free words: no code, all of the text. The longest name
    counts, so that one may begin with another.
    """
    names = [(name, one.code) for one in reasons for name in (one.name, one.name_en) if name]
    for name, code in sorted(names, key=lambda pair: -len(pair[0])):
        if text[: len(name)].casefold() == name.casefold():
            rest = text[len(name) :]
            if not rest or not rest[0].isalnum() or not name[-1].isascii():
                return code, rest.lstrip(" :：,，.。;；-–—").strip()
    return "", text


def person_key(name: str) -> str:
    """A name as people are told apart by it: blanks and capital letters do not count."""
    return "".join(one_line(name).split()).casefold()
