"""Who else looks at an incident, in words: short in a row, in full in a tip and for a reader."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from console.domain.attention import Onlooker
from console.domain.text import one_line

LONGEST = 24
"""So many characters of an operator's and of a workstation's name are shown."""


def onlookers_short(found: Sequence[Onlooker]) -> str:
    """Who has been there longest, with their seat, and how many more there are; empty for none."""
    if not found:
        return ""
    first, more = found[0], len(found) - 1
    told = f"{_cut(first.operator)} {_cut(first.workstation)}"
    return f"{told} +{more}" if more else told


def onlookers_full(found: Sequence[Onlooker], zone: ZoneInfo) -> str:
    """All of them, each in a line with since when; empty for none."""
    source = QCoreApplication.translate("Onlooker", "{name} ({seat}) looks at it since {time}")
    return "\n".join(
        source.format(
            name=_cut(one.operator),
            seat=_cut(one.workstation),
            time=f"{one.since.astimezone(zone):%H:%M}",
        )
        for one in found
    )


def _cut(name: str) -> str:
    return one_line(name[:LONGEST])
