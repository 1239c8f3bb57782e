"""The table of settings: what can be chosen, by whom, among what, and what holds at first.

What a setting is called stands in ``widgets/words_settings.py``; what it does, where it is obeyed.
Whoever adds a setting adds it here, and it is found in the dialog, kept, exported and imported.
"""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

Value = str | int | bool
"""What a setting can be set to."""


LONGEST = 100_000
"""So many characters a document may have; none of ours is nearly as long."""


class Whose(StrEnum):
    """Whom a setting belongs to, and so where it is kept."""

    WORKSTATION = "workstation"
    OPERATOR = "operator"


class Setting(NamedTuple):
    """One setting: its name as ``section.name``, whose it is, and what it is at first.

    The kind of a value is that of ``first``. A text is one of ``among``, where that is not empty;
    a number lies from ``least`` to ``most``, both included, in steps of ``step``. A ``document``
    is a list as JSON, empty at first, that a screen of its own reads and writes: it is kept and
    goes from seat to seat as the others, but has no row in the dialog.
    """

    name: str
    whose: Whose
    first: Value
    among: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    step: int = 1
    document: bool = False

    @property
    def section(self) -> str:
        """The part of the dialog that it stands in."""
        return self.name.partition(".")[0]

    def allows(self, value: object) -> bool:
        """Whether the setting can be set to a value."""
        match self.first:
            case bool():
                return isinstance(value, bool)
            case int():
                return type(value) is int and self.least <= value <= self.most
            case _ if self.document:
                return isinstance(value, str) and (not value or _listed(value) is not None)
            case _:
                return isinstance(value, str) and (not self.among or value in self.among)

    def read(self, text: str) -> Value | None:
        """Read what ``written`` wrote; None if it is not a value that the setting allows."""
        value: Value = text
        match self.first:
            case bool():
                value = {"true": True, "false": False}.get(text, text)
            case int():
                value = int(text) if text.isascii() and text.isdecimal() else text
        return value if self.allows(value) else None


def document(value: Value) -> list[object]:
    """What a document holds; nothing where it is none."""
    return _listed(str(value)) or []


def _listed(text: str) -> list[object] | None:
    if len(text) > LONGEST:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, list) else None


def written(value: Value) -> str:
    """A value as it is kept and exported."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table() -> Iterator[Setting]:
    seat, own = Whose.WORKSTATION, Whose.OPERATOR
    yield Setting("look.language", seat, "zh", among=("zh", "en"))
    yield Setting("look.theme", seat, "dark", among=("dark", "light", "contrast"))
    yield Setting("look.text_size", own, 100, least=90, most=200, step=10)
    yield Setting("look.motion", own, "system", among=("system", "full", "reduced"))
    yield Setting("sound.on", seat, first=True)
    yield Setting("sound.volume", seat, 70, least=10, most=100, step=10)
    yield Setting("sound.repeat", seat, first=True)
    yield Setting("sound.quiet_from", seat, 0, most=23)
    yield Setting("sound.quiet_until", seat, 0, most=23)
    yield Setting("sound.emergencies_always", seat, first=True)
    yield Setting("sound.mute_minutes", seat, 10, least=1, most=60)
    yield Setting("sound.notices", seat, first=True)
    yield Setting("queue.form", own, "rows", among=("rows", "lines", "table"))
    # For so many seconds after a key or a movement over them the rows stand still; 0 is never.
    yield Setting("queue.hold_s", own, 3, least=0, most=30)
    yield Setting("queue.views", own, "", document=True)
    yield Setting("queue.columns", own, "", document=True)


SETTINGS: Mapping[str, Setting] = {setting.name: setting for setting in _table()}
"""All settings, by their names, in the order in which they are shown."""
