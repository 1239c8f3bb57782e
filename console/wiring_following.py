"""How an operator's own settings follow them to other workstations."""

from PySide6.QtCore import QObject

from console.domain.settings import SETTINGS, Whose, written
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.preferences import Preferences
from console.widgets.settings import Settings


class Following(QObject):
    """Brings an operator's choices to the database, and from there to wherever they sit."""

    def __init__(self, settings: Settings, desk: Desk, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._preferences = Preferences(desk, hub, settings.unkept, self)
        self._preferences.found.connect(self._found)
        self._preferences.kept.connect(settings.told)
        settings.chosen.connect(self._chosen)

    def begin(self) -> None:
        """Ask for what was chosen elsewhere; what is kept at this workstation holds until then."""
        self._preferences.begin()

    def stop(self) -> None:
        """Have the last choices kept."""
        self._preferences.stop()

    def _found(self, values: dict[str, str]) -> None:
        for name, text in values.items():
            self._settings.take(name, text)

    def _chosen(self, name: str) -> None:
        if SETTINGS[name].whose is Whose.OPERATOR:
            self._preferences.keep(name, written(self._settings.value(name)))
