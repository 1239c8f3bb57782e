"""The settings in force: kept at the workstation or with the operator, obeyed as soon as changed.

As with the keys there is one set of them in a program.
"""

from PySide6.QtCore import QObject, QSettings, Signal

from console.domain.settings import SETTINGS, Value, Whose, written

GROUP = "settings"
"""The group of the settings file for the workstation; an operator's are below their name."""


class Settings(QObject):
    """What is chosen at a workstation by an operator; whoever obeys one listens for its name."""

    changed = Signal(str)

    def __init__(
        self, kept: QSettings | None = None, operator: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._operator = kept, operator
        self._values = {name: self._read(name) for name in SETTINGS}

    def value(self, name: str) -> Value:
        """What a setting is set to.

        Raises:
            KeyError: If there is no setting of this name.
        """
        return self._values[name]

    def change(self, name: str, value: Value) -> None:
        """Set a setting, and keep it.

        Raises:
            KeyError: If there is no setting of this name.
            ValueError: If it cannot be set to this value.
        """
        if not SETTINGS[name].allows(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if self._values[name] == value:
            return
        self._values[name] = value
        if self._kept is not None:
            self._kept.setValue(self._place(name), written(value))
        self.changed.emit(name)

    def _read(self, name: str) -> Value:
        setting = SETTINGS[name]
        if self._kept is None:
            return setting.first
        # What was kept may have been written by another version, or by hand.
        found = setting.read(str(self._kept.value(self._place(name), "")))
        return setting.first if found is None else found

    def _place(self, name: str) -> str:
        if SETTINGS[name].whose is Whose.OPERATOR:
            return f"{GROUP}/operators/{self._operator}/{name}"
        return f"{GROUP}/{name}"


class _Force:
    """Which settings are in force."""

    settings = Settings()


def use(settings: Settings) -> None:
    """Put settings in force."""
    _Force.settings = settings


def in_force() -> Settings:
    """The settings in force."""
    return _Force.settings
