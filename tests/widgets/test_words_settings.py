"""Every setting has its words, in both languages."""

import pytest

from console.domain.settings import SETTINGS, Whose
from console.widgets.language import in_chinese
from console.widgets.words_settings import (
    choice_label,
    section_label,
    setting_label,
    sources_of,
    value_text,
    whose_label,
)


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_its_section_and_its_choices_have_words(name: str) -> None:
    setting = SETTINGS[name]
    assert setting_label(name)
    assert section_label(setting.section)
    assert all(choice_label(name, choice) for choice in setting.among)
    assert value_text(name, setting.first)
    for source in sources_of(name):
        own_name = name == "look.language" and source in ("中文", "English")
        assert own_name or in_chinese("Setting", source), source


def test_a_value_is_told_with_its_unit() -> None:
    assert value_text("look.text_size", 150) == "150 %"
    assert value_text("look.theme", "contrast") == "High contrast"
    assert value_text("sound.volume", 70) == "70 %"
    assert value_text("sound.quiet_from", 22) == "22:00"
    assert value_text("look.theme", "dark") == "Dark"


def test_each_owner_has_a_word() -> None:
    assert len({whose_label(whose) for whose in Whose}) == len(Whose)
