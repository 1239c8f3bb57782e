"""The table of keys: no key means two things, what may be changed, and what is refused."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.key_text import Unfit, normal, unfit, variants
from console.domain.keymap import ACTIONS, Conflict, Keys, Scope, overlap
from console.domain.lifecycle import Deed
from console.widgets.words_keys import action_source

CHANGEABLE = [action.name for action in ACTIONS.values() if not action.fixed]
SOME_KEYS = ["R", "M", "F8", "Ctrl+K", "Z", "Shift+L", "Ctrl+A", "Esc", "？", "ｒ", "/", "F7", "9"]


def clashes(keys: Keys) -> list[tuple[str, str]]:
    """The pairs of actions that one key would mean at once."""
    return [
        (one.name, other.name)
        for one, other in combinations(ACTIONS.values(), 2)
        if overlap(one.scope, other.scope) and set(keys.of(one.name)) & set(keys.of(other.name))
    ]


def test_no_key_of_the_table_means_two_things_in_one_place() -> None:
    assert not clashes(Keys())


def test_every_key_of_the_table_is_in_its_normal_spelling() -> None:
    for action in ACTIONS.values():
        for key in action.keys:
            assert normal(key) == key
            assert action.fixed or not unfit(key)


def test_every_action_has_words() -> None:
    for name in ACTIONS:
        context, english = action_source(name)
        assert english
        assert context == "Key" or Deed(name)


@pytest.mark.parametrize(
    ("pressed", "key"),
    [
        ("r", "R"),
        ("ｒ", "R"),
        ("Ｒ", "R"),
        ("Shift+ｌ", "Shift+L"),
        ("Shift+?", "?"),
        ("？", "?"),
        ("、", "/"),
        ("【", "["),
        ("shift+ctrl+k", "Ctrl+Shift+K"),
        ("Ctrl++", "Ctrl++"),
        ("f12", "F12"),
        ("", ""),
        ("Hyper+K", ""),
        ("Nonsense", ""),
    ],
)
def test_a_key_has_one_spelling(pressed: str, key: str) -> None:
    assert normal(pressed) == key


@given(st.text(max_size=12))
def test_any_text_has_a_spelling_that_stays(text: str) -> None:
    key = normal(text)
    assert normal(key) == key
    for form in variants(key):
        assert normal(form) == key


def test_a_key_of_another_action_in_the_same_place_is_refused_by_its_name() -> None:
    keys = Keys()
    assert keys.change("reject", "m") == Conflict(other="merge")
    assert keys.change("reject", "F9") == Conflict(other="language")
    assert keys.change("language", "D") in (Conflict(other="extend"), Conflict(other="duty_on"))
    assert keys.changed == {}


def test_a_key_may_mean_something_else_on_another_screen() -> None:
    keys = Keys()
    assert keys.change("reject", "F") is None
    assert keys.of("reject") == keys.of("duty_off") == ("F",)
    assert not overlap(Scope.SKILLS, Scope.COURSES)
    assert overlap(Scope.TRAINING, Scope.SKILLS)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("Ctrl+C", Unfit.TEXT),
        ("Ctrl+Space", Unfit.INPUT_METHOD),
        ("Ctrl+。", Unfit.INPUT_METHOD),
        ("Tab", Unfit.NAVIGATION),
        ("Esc", Unfit.NAVIGATION),
        ("Alt+F4", Unfit.SYSTEM),
        ("", Unfit.NO_KEY),
    ],
)
def test_what_text_fields_and_input_methods_need_is_not_taken_away(
    key: str, reason: Unfit
) -> None:
    keys = Keys()
    assert keys.change("reject", key) == Conflict(reason)
    assert keys.of("reject") == ("R",)


def test_what_is_fixed_stays() -> None:
    keys = Keys({"help": "F2"})
    assert keys.change("help", "F2") == Conflict(Unfit.SYSTEM)
    assert keys.of("help") == ("F1",)


def test_two_actions_can_change_places() -> None:
    keys = Keys()
    assert keys.change("reject", "Ctrl+F9") is None
    assert keys.change("merge", "R") is None
    assert keys.change("reject", "M") is None
    again = Keys(keys.changed)
    assert (again.of("reject"), again.of("merge")) == (("M",), ("R",))


def test_the_first_key_comes_back_unless_another_action_has_it() -> None:
    keys = Keys()
    keys.change("reject", "Ctrl+F9")
    keys.change("merge", "R")
    assert keys.reset("reject") == Conflict(other="merge")
    assert keys.reset("merge") is None
    assert keys.reset("reject") is None
    assert keys.changed == {}


@given(st.dictionaries(st.sampled_from([*CHANGEABLE, "nothing"]), st.sampled_from(SOME_KEYS)))
def test_whatever_was_kept_no_key_means_two_things(kept: dict[str, str]) -> None:
    keys = Keys(kept)
    assert not clashes(keys)
    assert Keys(keys.changed).changed == keys.changed


@given(st.lists(st.tuples(st.sampled_from(CHANGEABLE), st.sampled_from(SOME_KEYS))))
def test_whatever_is_changed_no_key_means_two_things(changes: list[tuple[str, str]]) -> None:
    keys = Keys()
    for name, key in changes:
        before = keys.of(name)
        if keys.change(name, key) is not None:
            assert keys.of(name) == before
    assert not clashes(keys)
