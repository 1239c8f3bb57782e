"""Finding settings by what is typed: Chinese words, the sound of them, or English."""

from collections.abc import Iterable

from console.domain.pinyin import pattern_of, spelling


def finds(typed: str, words: Iterable[str]) -> bool:
    """Whether words are what is looked for.

    Args:
        typed: One or several words, parted by spaces; each must be found.
        words: What something is called, in whichever languages.
    """
    known = [word.lower() for word in words]
    return all(_found(part, known) for part in typed.lower().split())


def _found(part: str, known: list[str]) -> bool:
    if any(part in word for word in known):
        return True
    pattern = pattern_of(part)
    return pattern is not None and any(pattern.search(spelling(word)) for word in known)
