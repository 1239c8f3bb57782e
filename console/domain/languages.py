"""Languages that somebody at an incident may need, and the words by which a note asks for one."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language that not everybody speaks; the list of them is data.

    ``words`` are those by which a report tells that it is needed, such as 讲粤语.
    """

    code: str
    name: str
    name_en: str
    words: tuple[str, ...] = ()


def language_in(text: str, languages: Iterable[Language]) -> str:
    """The code of the language that a text asks for first; empty if it asks for none."""
    low = text.lower()
    found = [
        (at, language.code)
        for language in languages
        for word in language.words
        if word and (at := low.find(word.lower())) >= 0
    ]
    return min(found, default=(0, ""))[1]


def spoken(text: str) -> tuple[str, ...]:
    """The codes in a column of them, such as ``yue teochew``."""
    return tuple(text.split())
