"""The language of the screen: Chinese first, English at a key, switched while running."""

from functools import cache

from PySide6.QtCore import (
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)

from console import assets

LOCALES = {"zh": "zh_CN", "en": "en_GB"}
"""The languages and the locale that each stands for."""


@cache
def _chinese() -> QTranslator:
    found = QTranslator()
    found.load(str(assets.path("i18n", "zh_CN.qm")))
    return found


def in_chinese(context: str, source: str) -> str:
    """The Chinese for a text, whichever language is spoken; empty where there is none."""
    return _chinese().translate(context, source) or ""


class Language(QObject):
    """Installs the translations; every widget hears of a switch by its language-change event."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self._name = ""

    @property
    def name(self) -> str:
        """``zh`` or ``en``."""
        return self._name

    def use(self, name: str) -> None:
        """Speak a language.

        Raises:
            ValueError: If it is not one of ``LOCALES``.
        """
        if name not in LOCALES:
            raise ValueError(f"unknown language: {name!r}")
        if name == self._name:
            return
        self._name = name
        # The locale comes first: widgets ask for it when the translators tell of the switch.
        QLocale.setDefault(QLocale(LOCALES[name]))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        if name == "zh":
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            for path in (f"{qt_folder}/qtbase_zh_CN.qm", str(assets.path("i18n", "zh_CN.qm"))):
                translator = QTranslator(self)
                if translator.load(path):
                    self._app.installTranslator(translator)
                    self._translators.append(translator)
        self.changed.emit(name)

    def stop(self) -> None:
        """Take the translations away again, before another one speaks in this process."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        self._name = ""

    def switch(self) -> None:
        """Speak the other language."""
        self.use("en" if self._name == "zh" else "zh")
