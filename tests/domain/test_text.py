"""Text from outside: what is kept of it, and what a screen may show."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.domain.errors import Refusal, Refused
from console.domain.text import clean, mask_name, mask_phone, one_line


@given(st.text(max_size=200))
@example("e\x00\u0301")
def test_what_is_stored_is_settled(text: str) -> None:
    stored = clean(text, field="title")

    assert stored == stored.strip()
    assert stored == unicodedata.normalize("NFC", stored)
    assert "\x00" not in stored
    assert clean(stored, field="title") == stored
    stored.encode()  # no lone surrogates: a database would refuse them


def test_hostile_text_is_kept_as_it_was_written() -> None:
    text = "<script>alert(1)</script> 👮‍♂️ שלום\n第二行\t{name} %s"
    assert clean(text, field="title") == text


def test_a_text_too_long_is_refused_and_never_cut() -> None:
    assert clean("x" * 10, field="title", limit=10) == "x" * 10
    with pytest.raises(Refusal) as caught:
        clean("x" * 11, field="title", limit=10)
    assert caught.value.code is Refused.TOO_LONG
    assert caught.value.details == {"field": "title", "limit": 10}


def test_one_line_cannot_turn_its_neighbours_round() -> None:
    assert one_line("甲\r\n乙\u202e丙\u2066 \t丁") == "甲 乙丙 丁"


@pytest.mark.parametrize(("name", "shown"), [("", ""), ("王", "王"), ("王小明", "王**")])
def test_a_name_shows_its_first_character(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("", ""), ("110", "***"), ("1234567", "123**67"), ("13800138000", "138******00")],
)
def test_a_number_hides_its_middle(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown
