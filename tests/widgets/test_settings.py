"""Settings are kept where they belong and come back, whatever stands in the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from console.domain.settings import SETTINGS, Setting, Whose, written
from console.widgets.settings import Settings, take_over


def kept(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)


def test_what_is_changed_is_told_once_and_there_again(tmp_path: Path) -> None:
    settings, told = Settings(kept(tmp_path)), list[str]()
    settings.changed.connect(told.append)
    settings.change("look.theme", "light")
    settings.change("look.theme", "light")
    assert told == ["look.theme"]
    again = Settings(kept(tmp_path))
    assert (again.value("look.theme"), again.value("look.language")) == ("light", "zh")


def test_what_cannot_be_is_refused_and_what_was_spoilt_by_hand_is_as_at_first(
    tmp_path: Path,
) -> None:
    settings = Settings(kept(tmp_path))
    with pytest.raises(ValueError, match="pink"):
        settings.change("look.theme", "pink")
    file = kept(tmp_path)
    file.setValue("settings/look.theme", "pink")
    assert Settings(file).value("look.theme") == "dark"


def test_numbers_and_switches_are_read_as_they_were_written() -> None:
    number = Setting("a.number", Whose.OPERATOR, 100, least=90, most=200)
    switch = Setting("a.switch", Whose.OPERATOR, first=True)
    assert [number.read(text) for text in ("90", "200", "89", "x", "", "９０")] == [
        90,
        200,
        None,
        None,
        None,
        None,
    ]
    assert (switch.read(written(False)), switch.read("yes")) == (False, None)
    assert not number.allows(True)


def test_what_an_earlier_version_kept_is_taken_over_once(tmp_path: Path) -> None:
    file = kept(tmp_path)
    file.setValue("theme", "light")
    file.setValue("language", "tlh")
    take_over(file)
    settings = Settings(file)
    assert (settings.value("look.theme"), settings.value("look.language")) == ("light", "zh")
    settings.change("look.theme", "contrast")
    # An older version on the same machine has written it again: what was chosen since holds.
    file.setValue("theme", "dark")
    take_over(file)
    assert Settings(file).value("look.theme") == "contrast"
    assert not file.contains("theme")


def test_what_is_supposed_for_a_run_is_not_kept(tmp_path: Path) -> None:
    settings, told = Settings(kept(tmp_path)), list[str]()
    settings.chosen.connect(told.append)
    settings.suppose("look.theme", "light")
    assert settings.value("look.theme") == "light"
    assert told == []
    assert Settings(kept(tmp_path)).value("look.theme") == "dark"


@pytest.mark.parametrize("operator", ["甲", "a/b", "Ａ b", "%2F", ""])
def test_each_operator_has_their_own_at_one_workstation(tmp_path: Path, operator: str) -> None:
    file = kept(tmp_path)
    mine = Settings(file, operator)
    mine.change("look.text_size", 150)
    mine.change("look.theme", "light")
    other = Settings(file, "somebody else")
    assert (other.value("look.text_size"), other.value("look.theme")) == (100, "light")
    again = Settings(file, operator)
    assert again.value("look.text_size") == 150
    assert again.unkept == {"look.text_size": "150"}
    again.told({"look.text_size": "140"})
    assert again.unkept, "that is not what holds"
    again.told({"look.text_size": "150"})
    assert Settings(file, operator).unkept == {}


def test_what_was_chosen_elsewhere_is_taken_as_far_as_it_can_be(tmp_path: Path) -> None:
    settings, told = Settings(kept(tmp_path), "甲"), list[str]()
    settings.chosen.connect(told.append)
    for name, text in (
        ("look.text_size", "180"),
        ("look.motion", "backwards"),
        ("look.theme", "light"),
        ("later.thing", "1"),
    ):
        settings.take(name, text)
    assert settings.value("look.text_size") == 180
    assert (settings.value("look.motion"), settings.value("look.theme")) == ("system", "dark")
    assert told == []
    assert settings.unkept == {}


def test_every_first_value_is_allowed() -> None:
    assert all(setting.allows(setting.first) for setting in SETTINGS.values())
