"""English words that are left where Chinese is spoken."""

import re

WORD = re.compile(r"[A-Za-z]{2,}")
MEANT = re.compile(
    r"</?span>|(?:Ctrl|Shift)\+[\w,⏎]+|Enter|Esc|Del|English|PDF|Excel|CSV|\*\.\w+"
    r"|\b[A-Z]{2}-[\w-]+|\b(?:ms|km|KB)\b|\b\d+ m\b",
)
"""Names of keys, units, the other language's own name, codes: the same in every language."""


def has_english(text: str) -> bool:
    """Whether a text has English words that are not the same in every language."""
    return WORD.search(MEANT.sub("", text)) is not None
