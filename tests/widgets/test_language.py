"""The language is switched while running, and every widget hears of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from console.widgets.language import LOCALES, Language


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    before = QLocale()
    language = Language(qapp)
    yield language
    language.use("en")
    QLocale.setDefault(before)
    language.deleteLater()


class Listener(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.heard = 0

    @override
    def changeEvent(self, event: QEvent) -> None:
        self.heard += event.type() == QEvent.Type.LanguageChange
        super().changeEvent(event)


def test_a_switch_changes_locale_and_words_and_is_told(qtbot: QtBot, language: Language) -> None:
    listener = Listener()
    qtbot.addWidget(listener)
    listener.show()
    with qtbot.waitSignal(language.changed) as told:
        language.use("zh")
    assert told.args == ["zh"]
    assert QLocale().name() == "zh_CN"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own words"
    qtbot.waitUntil(lambda: listener.heard > 0)
    language.switch()
    assert language.name == "en"
    assert QLocale().name() == "en_GB"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_same_language_again_tells_nobody(qtbot: QtBot, language: Language) -> None:
    language.use("en")
    with qtbot.assertNotEmitted(language.changed):
        language.use("en")


def test_an_unknown_language_is_refused(language: Language) -> None:
    with pytest.raises(ValueError, match="klingon"):
        language.use("klingon")
    assert set(LOCALES) == {"zh", "en"}
