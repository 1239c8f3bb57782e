"""Mentions in notes: who is meant, where it stands, and who is proposed while a name is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.mentions import (
    LONGEST_FRAGMENT,
    MOST,
    SHOWN,
    Mention,
    Whom,
    fragment_before,
    mentioned,
    mentions_in,
    proposed,
    spans,
)

WANG = Mention(Whom.OPERATOR, "王芳")
CHEN = Mention(Whom.MEMBER, "陈小七", 7, "BT-007")
CHEN_LANG = Mention(Whom.MEMBER, "陈小七郎", 8, "BT-008")
SQUAD = Mention(Whom.UNIT, "城管中队")
ALL = (WANG, CHEN, CHEN_LANG, SQUAD)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("请@王芳 跟进", [WANG]),
        ("请＠王芳跟进", [WANG]),
        ("@城管中队、@王芳,@王芳", [SQUAD, WANG]),
        ("@陈小七郎 到了", [CHEN_LANG]),
        ("@陈小七到了", [CHEN]),
        ("mail@王芳", []),
        ("王芳", []),
        ("@ 王芳", []),
        ("", []),
    ],
)
def test_who_is_named_after_the_mark_is_meant(text: str, meant: list[Mention]) -> None:
    assert list(mentions_in(text, ALL)) == meant


def test_an_operator_goes_before_a_member_of_the_same_name() -> None:
    assert mentions_in("@王芳", [WANG, Mention(Whom.MEMBER, "王芳", 9)]) == (WANG,)


@given(st.text(alphabet="@＠王芳陈小七郎a ", max_size=40))
def test_what_is_found_stands_there(text: str) -> None:
    names = [one.name for one in ALL]
    for begin, end in spans(text, names):
        assert text[begin] in "@＠"
        assert text[begin + 1 : end] in names
    assert len(mentions_in(text * 9, ALL)) <= MOST


@pytest.mark.parametrize(
    ("text", "cursor", "fragment"),
    [
        ("请@", 2, ""),
        ("请@wf", 4, "wf"),
        ("请@wf 好", 6, None),
        ("请@wf", 3, "w"),
        ("请", 1, None),
        ("@" + "a" * (LONGEST_FRAGMENT + 1), LONGEST_FRAGMENT + 2, None),
        ("＠王", 2, "王"),
    ],
)
def test_a_name_is_being_typed_after_the_mark(text: str, cursor: int, fragment: str) -> None:
    assert fragment_before(text, cursor) == fragment


def test_names_are_proposed_by_letters_number_and_sound() -> None:
    assert proposed("", ALL, by_sound=False) == list(ALL)
    assert proposed("小七", ALL, by_sound=False) == [CHEN, CHEN_LANG]
    assert proposed("bt-008", ALL, by_sound=False) == [CHEN_LANG]
    assert proposed("cxq", ALL, by_sound=False) == []
    assert proposed("cxq", ALL, by_sound=True) == [CHEN, CHEN_LANG]
    assert proposed("cgzd", ALL, by_sound=True) == [SQUAD]
    many = [Mention(Whom.MEMBER, f"张{n}", n) for n in range(99)]
    assert len(proposed("张", many, by_sound=True)) == SHOWN


def test_an_event_tells_who_was_meant_and_nonsense_tells_nobody() -> None:
    payload = {"mentions": [CHEN.payload, WANG.payload]}
    assert mentioned(payload) == (Mention(Whom.MEMBER, "陈小七", 7), WANG)
    assert mentioned({}) == ()
    assert mentioned({"mentions": ["x", {"kind": "ghost", "name": "x"}]}) == ()
