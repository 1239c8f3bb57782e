"""Text from outside: what is stored of it, and how personal data is masked."""

import unicodedata

from console.domain.errors import Refusal, Refused

TITLE_LIMIT = 10_000
"""Longest title in characters."""

TEXT_LIMIT = 100_000
"""Longest free text in characters."""

_KEPT_CONTROLS = frozenset("\n\t")
_NO_CHARACTERS = frozenset("\ufffe\uffff")
"""What stands for no character, and what no XML file can hold."""


def clean(text: str, *, field: str, limit: int = TEXT_LIMIT) -> str:
    """Text fit to be stored: normalised (NFC), trimmed, without control characters.

    Line breaks, tabs and marks of writing direction stay: they belong to what was written, and the
    screens show them harmlessly.

    Raises:
        Refusal: If it is longer than the limit; a text is never cut silently.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(
        c
        for c in text
        if c in _KEPT_CONTROLS
        or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _NO_CHARACTERS)
    )
    # Last, because a control character taken out may bring a letter and its accent together.
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > limit:
        raise Refusal(Refused.TOO_LONG, field=field, limit=limit)
    return text


_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


def one_line(text: str) -> str:
    """Text for one line of a screen: line breaks become blanks and overrides of direction go.

    A report must not be able to turn round the text that stands beside it.
    """
    return " ".join(text.translate(_BIDI).split())


def mask_name(name: str) -> str:
    """A person's name with only its first character shown."""
    return name[:1] + "*" * (len(name) - 1)


def mask_phone(phone: str) -> str:
    """A telephone number with its middle hidden: the first three and last two digits stay."""
    if len(phone) < 7:
        return "*" * len(phone)
    return phone[:3] + "*" * (len(phone) - 5) + phone[-2:]
