"""What obeys the settings at once."""

from PySide6.QtCore import QObject

from console.domain.settings import SETTINGS
from console.widgets.language import Language
from console.widgets.motion import use_motion
from console.widgets.settings import Settings
from console.widgets.theme import Look


class Obedience(QObject):
    """Look and language follow the settings, and the settings the keys that switch them."""

    def __init__(
        self, settings: Settings, look: Look, language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings, self._look, self._language = settings, look, language
        self._obey("look.text_size")
        use_motion(str(settings.value("look.motion")))
        # The command line may have asked for others than are kept; they hold for this run.
        settings.suppose("look.theme", look.theme.name)
        settings.suppose("look.language", language.name)
        settings.changed.connect(self._obey)
        look.changed.connect(self._looked)
        language.changed.connect(self._spoken)

    def _obey(self, name: str) -> None:
        value = self._settings.value(name)
        match name:
            case "look.theme" if value != self._look.theme.name:
                self._look.use(str(value))
            case "look.text_size" if value != self._look.theme.percent:
                self._look.use(self._look.theme.name, int(value))
            case "look.motion":
                use_motion(str(value))
            case "look.language":
                self._language.use(str(value))

    def grow(self) -> None:
        """Make all text larger, as far as it goes."""
        self._resize(1)

    def shrink(self) -> None:
        """Make all text smaller, as far as it goes."""
        self._resize(-1)

    def _resize(self, steps: int) -> None:
        setting = SETTINGS["look.text_size"]
        wanted = int(self._settings.value(setting.name)) + steps * setting.step
        self._settings.change(setting.name, min(max(wanted, setting.least), setting.most))

    def first_size(self) -> None:
        """Make all text as large as at first."""
        self._settings.reset("look.text_size")

    def _looked(self) -> None:
        self._settings.change("look.theme", self._look.theme.name)

    def _spoken(self, name: str) -> None:
        self._settings.change("look.language", name)
