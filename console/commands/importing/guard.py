"""Texts that a spreadsheet would take for formulas: written with an apostrophe, read without.

The two undo each other for every text, also for one that begins with apostrophes of its own.
"""

import re

_FORMULA = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")


def guarded(text: str) -> str:
    """A text that no spreadsheet computes, for a format that knows no types of cells."""
    return f"'{text}" if _FORMULA.match(text) else text


def guarded_typed(text: str) -> str:
    """The same where cells are marked as texts: only what would be read wrongly is guarded."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """A text as it was before it was guarded."""
    return text[1:] if _GUARDED.match(text) else text
