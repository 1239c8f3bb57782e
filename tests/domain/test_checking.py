"""The check before closing: who is the same person, and which reason a text begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.checking import EndReason, handled, same_person, split_reason
from console.domain.lifecycle import Deed

REASONS = (
    EndReason("handled", Deed.CLOSE, "已处置", "dealt with"),
    EndReason("handled_all", Deed.CLOSE, "已处置到位", "dealt with before"),
)


@pytest.mark.parametrize(
    ("one", "other"), [("李强", " 李强 "), ("Li Qiang", "li  qiang"), ("王\n芳", "王芳")]
)
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert same_person(one, other)
    assert handled(one, ["周敏", other])


def test_another_name_is_another_person() -> None:
    assert not same_person("李强", "李强强")
    assert not handled("李强", ["周敏", "王芳"])
    assert not handled("李强", [])


@pytest.mark.parametrize(
    ("text", "code", "rest"),
    [
        ("已处置", "handled", ""),
        ("已处置到位", "handled_all", ""),
        ("已处置：已清走两车", "handled", "已清走两车"),
        ("Dealt with, two carts", "handled", "two carts"),
        ("dealt with before", "handled_all", ""),
        ("dealt without", "", "dealt without"),
        ("没有处置", "", "没有处置"),
        ("", "", ""),
    ],
)
def test_a_text_begins_with_a_reason_from_the_list_or_is_free(
    text: str, code: str, rest: str
) -> None:
    assert split_reason(text, REASONS) == (code, rest)


@given(st.text())
def test_free_words_stay_whole(text: str) -> None:
    code, rest = split_reason(text, REASONS)
    assert rest == text if not code else rest in text
