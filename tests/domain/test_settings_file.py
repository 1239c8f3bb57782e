"""A file of settings comes back as it was written, and names what is wrong with it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.keymap import Keys
from console.domain.settings import SETTINGS
from console.domain.settings_file import (
    MARK,
    Difference,
    SettingsFile,
    SettingsFileError,
    Wrong,
    compose,
    differences,
    parse,
)
from console.domain.settings_search import finds

FIRST = {name: setting.first for name, setting in SETTINGS.items()}


def text(**parts: object) -> str:
    return json.dumps({"format": MARK, "version": 1, **parts})


def refused(content: str) -> SettingsFileError:
    with pytest.raises(SettingsFileError) as caught:
        parse(content)
    return caught.value


def test_what_was_written_is_read_again() -> None:
    values = {**FIRST, "look.theme": "contrast", "look.text_size": 150}
    keys = {"report": "Z", "palette": "Ctrl+P"}
    assert parse(compose(values, keys)) == SettingsFile(values, keys)


def test_the_line_or_the_name_at_fault_is_told() -> None:
    broken = refused('{\n "format": "x",\n "settings": {"look.theme": dark}\n}')
    assert (broken.wrong, broken.details["line"]) == (Wrong.NO_JSON, 3)
    value = refused(text(settings={"look.text_size": 300}))
    assert value.details == {"name": "look.text_size", "value": "300"}
    assert refused(text(settings=[])).details == {"name": "settings"}
    assert refused(text(version=2)).details == {"version": 2}
    twice = f'{{"format": "{MARK}", "version": 1, "settings": {{"a": 1, "a": 2}}}}'
    assert refused(twice).details == {"name": "a"}


@pytest.mark.parametrize(
    "content",
    [
        *("[]", '"x"', "{}", '{"format": "other", "version": 1}', "NaN", "[" * 100_000),
        *("9" * 9999, text(version="1"), text(version=True), " " * 1_000_001),
    ],
)
def test_what_is_not_ours_is_foreign(content: str) -> None:
    assert refused(content).wrong in (Wrong.FOREIGN, Wrong.NO_JSON)


@pytest.mark.parametrize(
    "keys",
    [
        *({"report": "M"}, {"report": 7}, {"report": "Ctrl+C"}, {"help": "F3"}, {"report": ""}),
        {"reject": "Z", "merge": "Z"},
    ],
)
def test_a_key_that_cannot_be_had_is_refused_by_the_name_of_its_action(
    keys: dict[str, object],
) -> None:
    error = refused(text(keys=keys))
    assert error.wrong is Wrong.KEY
    assert error.details["name"] in keys


def test_keys_may_change_places_and_unknown_names_are_skipped() -> None:
    found = parse(text(settings={"later.thing": 1}, keys={"reject": "M", "merge": "R", "no": "Z"}))
    assert found == SettingsFile({}, {"reject": "M", "merge": "R"}, ("later.thing", "no"))


def test_only_what_differs_is_a_difference() -> None:
    keys = Keys({"report": "Z"})
    file = SettingsFile({**FIRST, "look.theme": "light"}, {})
    assert differences(file, FIRST, keys) == [
        Difference("look.theme", "dark", "light"),
        Difference("report", "Z", "N", is_key=True),
    ]
    assert differences(SettingsFile({}), FIRST, keys) == []


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_any_text_is_read_or_refused(content: str) -> None:
    with pytest.raises(SettingsFileError):
        parse(content)


@given(
    st.dictionaries(st.sampled_from([*SETTINGS, "x"]), st.integers() | st.text() | st.booleans())
)
def test_any_values_are_taken_or_refused(values: dict[str, object]) -> None:
    known = {name: value for name, value in values.items() if name in SETTINGS}
    if all(SETTINGS[name].allows(value) for name, value in known.items()):
        assert parse(text(settings=values)).values == known
    else:
        assert refused(text(settings=values)).details["name"] in known


@pytest.mark.parametrize("typed", ["字号", "zihao", "zh", "text si", "SIZE", "字 大小"])
def test_a_setting_is_found_by_words_sound_and_english(typed: str) -> None:
    assert finds(typed, ["Text size", "字号", "大小"])
    assert not finds(f"{typed} x9", ["Text size", "字号", "大小"])
