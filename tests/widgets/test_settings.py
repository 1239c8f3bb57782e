"""Settings are kept where they belong and come back, whatever stands in the file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from console.domain.settings import SETTINGS, Setting, Whose, written
from console.widgets.settings import Settings


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


def test_every_first_value_is_allowed() -> None:
    assert all(setting.allows(setting.first) for setting in SETTINGS.values())
