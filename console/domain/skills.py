"""The catalogue of skills as people edit it: what may stand in it, and which ink is read."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from console.domain.errors import Refusal, Refused
from console.domain.people import Skill
from console.domain.text import clean, one_line

NAME_LIMIT = 40
"""Longest name of a skill in characters."""

CODE_LIMIT = 32
POSITION_LIMIT = 999
MONTHS_LIMIT = 600
"""Longest validity of a badge in months."""

READABLE = 4.5
"""The least contrast of text on its ground, after WCAG 2.2, success criterion 1.4.3 (AA)."""

LIGHT_INK, DARK_INK = "#ffffff", "#000000"
"""The inks of monograms: on every colour one of the two has a contrast of at least 4.58."""

_COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


@dataclass(frozen=True, slots=True)
class SkillDraft:
    """What people say of a skill; ``valid_months`` is None where its badges never end."""

    monogram: str
    name: str
    name_en: str = ""
    color: str = "#64778c"
    icon: str = "general"
    valid_months: int | None = None
    position: int = 0


def draft_of(skill: Skill) -> SkillDraft:
    """A skill of the catalogue as a draft, to change some of it."""
    return SkillDraft(
        skill.monogram,
        skill.name,
        skill.name_en,
        skill.color,
        skill.icon,
        skill.valid_months,
        skill.position,
    )


def checked(draft: SkillDraft, others: Iterable[Skill]) -> SkillDraft:
    """The draft as it is stored.

    Args:
        draft: What somebody typed.
        others: All skills of the catalogue but the one that is changed.

    Raises:
        Refusal: MISSING, TOO_LONG or BAD_VALUE with the field that is wrong; TAKEN with the skill
            that has the same monogram or name.
    """
    tidy = replace(
        draft,
        monogram=_monogram(draft.monogram),
        name=_line(draft.name, "name"),
        name_en=_line(draft.name_en, "name_en"),
        color=_color(draft.color),
        icon=_line(draft.icon, "icon"),
    )
    if not tidy.name:
        raise Refusal(Refused.MISSING, field="name")
    _within(tidy.valid_months, 1, MONTHS_LIMIT, "valid_months")
    _within(tidy.position, 0, POSITION_LIMIT, "position")
    for other in others:
        for field in ("monogram", "name", "name_en"):
            value: str = getattr(tidy, field)
            if value and value.casefold() == getattr(other, field).casefold():
                raise Refusal(
                    Refused.TAKEN,
                    field=field,
                    value=value,
                    skill=other.name,
                    skill_en=other.name_en,
                )
    return tidy


def code_for(draft: SkillDraft, taken: Collection[str]) -> str:
    """A code for a new skill: after its English name, with a number if that is taken."""
    words = unicodedata.normalize("NFKD", draft.name_en).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", words).strip("_")[: CODE_LIMIT - 4].rstrip("_") or "skill"
    if stem not in taken:
        return stem
    return next(code for n in range(2, 1000) if (code := f"{stem}_{n}") not in taken)


def last_day(certified_on: date, valid_months: int | None) -> date | None:
    """The last day of a badge by its skill's validity; None if it never ends.

    It is the same day of a later month, or that month's last one (*modelled*).
    """
    if valid_months is None:
        return None
    years, month = divmod(certified_on.month - 1 + valid_months, 12)
    year, month = certified_on.year + years, month + 1
    return date(year, month, min(certified_on.day, monthrange(year, month)[1]))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours (``#rrggbb``) after WCAG 2.2: 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(color: str, wanted: str = LIGHT_INK) -> str:
    """The ink for a monogram on a colour: the wanted one if it can be read, or another.

    Args:
        color: The badge's colour, as ``#rrggbb``.
        wanted: An ink that a catalogue gives, likewise.
    """
    inks = (wanted, LIGHT_INK, DARK_INK)
    return next(ink for ink in inks if contrast(ink, color) >= READABLE)


def readable_pair(color: str, wanted: str, least: float) -> tuple[str, str]:
    """A badge's colour and its ink where more contrast is asked for than a catalogue must give.

    A colour of middling lightness has no ink that can be read from afar: it is made lighter, and
    stays the same colour to the eye, until the dark ink can.

    Args:
        color: The badge's colour, as ``#rrggbb``.
        wanted: The ink that the catalogue gives, likewise.
        least: The least contrast.
    """
    ink, fill = ink_on(color, wanted), color
    for share in range(1, 101):
        if contrast(ink, fill) >= least:
            break
        ink, fill = DARK_INK, _lighter(color, share / 100)
    return fill, ink


def _lighter(color: str, share: float) -> str:
    digits = _six(color)
    parts = (int(digits[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def _luminance(color: str) -> float:
    digits = _six(color)
    parts = (int(digits[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _six(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(digit * 2 for digit in color[1:])


def _monogram(text: str) -> str:
    monogram = _line(text, "monogram")
    if not monogram:
        raise Refusal(Refused.MISSING, field="monogram")
    if len(monogram) > 1:
        raise Refusal(Refused.TOO_LONG, field="monogram", limit=1)
    return monogram


def _line(text: str, field: str) -> str:
    return one_line(clean(text, field=field, limit=NAME_LIMIT))


def _color(text: str) -> str:
    color = text.strip().lower()
    if not _COLOR.fullmatch(color):
        raise Refusal(Refused.BAD_VALUE, field="color", value=text)
    return _six(color)


def _within(value: int | None, least: int, most: int, field: str) -> None:
    if value is not None and not least <= value <= most:
        raise Refusal(Refused.BAD_VALUE, field=field, value=value)
