"""How it is said what is likely the same, and what was before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from console.domain.duplicates import Match
from console.domain.incident import State
from console.domain.recurrence import Likely, Pattern, Sameness
from console.widgets.language import Language
from console.widgets.words_alike import likely_text, sameness_text

MATCH = Match(12, 0.88, 118.0, timedelta(minutes=14, seconds=40))
LIKELY = Likely(MATCH, 3, "文宗路\n垃圾", State.DISPATCHED, same_person=False, later=False)


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """The language of the screen, English again at the end."""
    language = Language(qapp)
    yield language
    language.use("en")


def test_a_likely_one_is_told_in_a_line(language: Language) -> None:
    language.use("en")
    assert likely_text(LIKELY) == "0012 文宗路 垃圾 · 120 m, 14 min earlier · dispatched · 88%"
    other = replace(
        LIKELY, match=replace(MATCH, score=0.9999, metres=None), same_person=True, later=True
    )
    assert likely_text(other) == (
        "0012 文宗路 垃圾 · place not known, 14 min later · dispatched · same person · 99%"
    )
    language.use("zh")
    assert "120 米, 早14 分" in likely_text(LIKELY)


def test_what_was_before_is_told_in_a_sentence(language: Language) -> None:
    language.use("en")
    assert sameness_text(Sameness()) == ""
    again = Sameness(Pattern.RECURRENCE, times=3, last=7)
    assert sameness_text(again) == "No. 3 of this kind here within 30 days, the last one 0007"
    same = replace(again, by_same_person=2)
    assert sameness_text(same).endswith(" · 2 of them by the same person")
    elsewhere = Sameness(person_times=4)
    assert sameness_text(elsewhere) == "No. 4 by the same person within 90 days"
    assert sameness_text(Sameness(person_times=2)) == ""
    many = replace(same, pattern=Pattern.MANY_AT_ONCE, people=5)
    assert sameness_text(many) == "At least 5 people within 20 min: many at once"
