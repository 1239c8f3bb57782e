"""Words found in many texts: the same as by looking at each of them, whatever has changed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from console.domain.haystack import Haystack

KEYS = st.one_of(st.integers(0, 40), st.integers(1000, 1060), st.integers(2040, 2060))
TEXTS = st.text(alphabet="ab文路 7", max_size=8)
CHANGES = st.lists(st.tuples(KEYS, st.one_of(st.none(), TEXTS)), max_size=40)
WORDS = st.lists(st.text(alphabet="ab文路7", min_size=1, max_size=3), min_size=1, max_size=3)


def changed(
    changes: list[tuple[int, str | None]], *, backwards: bool
) -> tuple[Haystack, dict[int, str]]:
    haystack, plain = Haystack(backwards=backwards), dict[int, str]()
    for key, text in changes:
        # In between somebody looks, so that what was joined must be joined anew.
        haystack.holding(["a"], 3)
        if text is None:
            haystack.drop(key)
            plain.pop(key, None)
        else:
            haystack.put(key, text)
            plain[key] = text
    return haystack, plain


@given(CHANGES, WORDS, st.booleans(), st.integers(1, 5))
def test_the_first_texts_with_all_the_words_are_found(
    changes: list[tuple[int, str | None]], words: list[str], backwards: bool, most: int
) -> None:
    haystack, plain = changed(changes, backwards=backwards)
    fitting = [key for key, text in plain.items() if all(word in text for word in words)]
    assert haystack.holding(words, most) == sorted(fitting, reverse=backwards)[:most]


@given(CHANGES, st.sampled_from(["^a", "b$", "^a.*7$", "文|路", "^[^\n]$"]), st.booleans())
def test_a_pattern_knows_where_a_text_begins_and_ends(
    changes: list[tuple[int, str | None]], pattern: str, backwards: bool
) -> None:
    haystack, plain = changed(changes, backwards=backwards)
    found = haystack.matching(re.compile(pattern, re.MULTILINE), 99)
    fitting = [key for key, text in plain.items() if re.search(pattern, text)]
    assert found == sorted(fitting, reverse=backwards)


def test_nothing_is_found_where_nothing_is_asked() -> None:
    haystack = Haystack()
    haystack.put(1, "a")
    assert haystack.holding([], 5) == []
