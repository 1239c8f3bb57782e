"""The catalogue of skills: what may stand in it, and that every monogram can be read."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.errors import Refusal, Refused
from console.domain.people import Skill
from console.domain.skills import SkillDraft, checked, code_for, contrast, ink_on, last_day

HEALTH = SkillDraft("健", "健康网格员", "Health", "#2f7d8c", "medicine", 24, 8)
FIRE = Skill("fire", "消", "兼职消防员", "Fire", "#c14e44")


@given(st.integers(0, 0xFFFFFF))
def test_a_monogram_can_be_read_on_every_colour(number: int) -> None:
    color = f"#{number:06x}"
    assert contrast(ink_on(color), color) >= 4.5


def test_an_ink_that_a_catalogue_gives_is_taken_if_it_can_be_read() -> None:
    assert ink_on("#f4c542", "#3a2a00") == "#3a2a00"
    assert ink_on("#f4c542", "#ffffff") == "#000000"
    assert ink_on("#338174", "#888888") == "#ffffff"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#c00", "#fff", 5.89),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_the_standard(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_a_draft_is_stored_tidied() -> None:
    typed = replace(
        HEALTH, monogram=" 健 ", name="健康 \n网格员", name_en=" Health ", color="#ABC"
    )
    tidy = checked(typed, [FIRE])
    assert (tidy.monogram, tidy.name, tidy.name_en) == ("健", "健康 网格员", "Health")
    assert tidy.color == "#aabbcc"


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        ({"monogram": " "}, Refused.MISSING, "monogram"),
        ({"monogram": "健康"}, Refused.TOO_LONG, "monogram"),
        ({"name": "\n"}, Refused.MISSING, "name"),
        ({"name": "健" * 41}, Refused.TOO_LONG, "name"),
        ({"name_en": "h" * 41}, Refused.TOO_LONG, "name_en"),
        ({"color": "red"}, Refused.BAD_VALUE, "color"),
        ({"color": "#12345"}, Refused.BAD_VALUE, "color"),
        ({"valid_months": 0}, Refused.BAD_VALUE, "valid_months"),
        ({"valid_months": 601}, Refused.BAD_VALUE, "valid_months"),
        ({"position": -1}, Refused.BAD_VALUE, "position"),
        ({"monogram": "消"}, Refused.TAKEN, "monogram"),
        ({"name": "兼职消防员"}, Refused.TAKEN, "name"),
        ({"name_en": "FIRE"}, Refused.TAKEN, "name_en"),
    ],
)
def test_what_cannot_stand_is_refused_with_its_field(
    wrong: dict[str, Any], code: Refused, field: str
) -> None:
    with pytest.raises(Refusal) as caught:
        checked(replace(HEALTH, **wrong), [FIRE])
    assert caught.value.code is code
    assert caught.value.details["field"] == field
    if code is Refused.TAKEN:
        assert caught.value.details["skill"] == "兼职消防员"


def test_two_skills_may_both_lack_an_english_name() -> None:
    assert checked(replace(HEALTH, name_en=""), [replace(FIRE, name_en="")]).name_en == ""


@pytest.mark.parametrize(
    ("name_en", "taken", "code"),
    [
        ("Health", set(), "health"),
        ("Food and drugs", set(), "food_and_drugs"),
        ("Health", {"health", "health_2"}, "health_3"),
        ("", set(), "skill"),
        ("健康", {"skill"}, "skill_2"),
        ("Équipe d’été", set(), "equipe_dete"),
        ("h" * 40, set(), "h" * 28),
    ],
)
def test_a_code_is_made_of_the_english_name(name_en: str, taken: set[str], code: str) -> None:
    assert code_for(replace(HEALTH, name_en=name_en), taken) == code


@pytest.mark.parametrize(
    ("on", "months", "last"),
    [
        (date(2026, 3, 2), 12, date(2027, 3, 2)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
        (date(2026, 11, 30), 1, date(2026, 12, 30)),
        (date(2026, 3, 2), None, None),
    ],
)
def test_a_badge_ends_on_the_same_day_of_a_later_month(
    on: date, months: int | None, last: date | None
) -> None:
    assert last_day(on, months) == last
