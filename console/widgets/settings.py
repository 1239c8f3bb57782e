"""The settings in force: kept at the workstation or with the operator, obeyed as soon as changed.

As with the keys there is one set of them in a program.
"""

from collections.abc import Mapping
from urllib.parse import quote

from PySide6.QtCore import QObject, QSettings, Signal

from console.domain.settings import SETTINGS, Value, Whose, written

GROUP = "settings"
"""The group of the settings file for the workstation; an operator's are below their name."""


UNKEPT = "unkept"
"""Where the names of those settings stand that the database has not been told yet."""

_BEFORE = {"theme": "look.theme", "language": "look.language"}
"""Where settings stood in the file before there was a table of them."""


class Settings(QObject):
    """What is chosen at a workstation by an operator; whoever obeys one listens for its name."""

    changed = Signal(str)
    chosen = Signal(str)
    """A setting was changed here, and not because it was so elsewhere; after ``changed``."""

    def __init__(
        self, kept: QSettings | None = None, operator: str = "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kept, self._operator = kept, operator
        self._values = {name: self._read(name) for name in SETTINGS}
        self._unkept = self._read_unkept()

    @property
    def values(self) -> dict[str, Value]:
        """What all settings are set to, in the order of the table."""
        return dict(self._values)

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
        if self._set(name, value):
            self._keep(name)
            if SETTINGS[name].whose is Whose.OPERATOR:
                self._unkept.add(name)
                self._keep_unkept()
            self.changed.emit(name)
            self.chosen.emit(name)

    def reset(self, name: str) -> None:
        """Set a setting to what it is at first."""
        self.change(name, SETTINGS[name].first)

    def reset_all(self) -> None:
        """Set all settings to what they are at first, but for the language, which is read now.

        What somebody has put together on a screen of its own stays, too.
        """
        for name, setting in SETTINGS.items():
            if name != "look.language" and not setting.document:
                self.reset(name)

    def suppose(self, name: str, value: Value) -> None:
        """Take a setting to be so for this run, as the command line has it; it is not kept.

        Raises:
            ValueError: If it cannot be set to this value.
        """
        if self._set(name, value):
            self.changed.emit(name)

    def take(self, name: str, text: str) -> None:
        """Take over what the operator has chosen elsewhere; what cannot be is left out."""
        setting = SETTINGS.get(name)
        value = None if setting is None else setting.read(text)
        if setting is None or setting.whose is not Whose.OPERATOR or value is None:
            return
        if self._set(name, value):
            self._keep(name)
            self.changed.emit(name)

    @property
    def unkept(self) -> dict[str, str]:
        """What the operator has chosen and the database has not been told yet, by name."""
        return {name: written(self._values[name]) for name in sorted(self._unkept)}

    def told(self, values: Mapping[str, str]) -> None:
        """The database knows these values of the operator's settings now."""
        for name, text in values.items():
            if name in self._unkept and written(self._values[name]) == text:
                self._unkept.discard(name)
        self._keep_unkept()

    def _set(self, name: str, value: Value) -> bool:
        if not SETTINGS[name].allows(value):
            raise ValueError(f"{name} cannot be {value!r}")
        if self._values[name] == value:
            return False
        self._values[name] = value
        return True

    def _keep(self, name: str) -> None:
        if self._kept is not None:
            self._kept.setValue(self._place(name), written(self._values[name]))

    def _read(self, name: str) -> Value:
        setting = SETTINGS[name]
        if self._kept is None or not self._kept.contains(self._place(name)):
            return setting.first
        # What was kept may have been written by another version, or by hand.
        found = setting.read(str(self._kept.value(self._place(name))))
        return setting.first if found is None else found

    def _read_unkept(self) -> set[str]:
        if self._kept is None:
            return set()
        names = str(self._kept.value(self._own(UNKEPT), "")).split()
        return {n for n in names if n in SETTINGS and SETTINGS[n].whose is Whose.OPERATOR}

    def _keep_unkept(self) -> None:
        if self._kept is not None:
            self._kept.setValue(self._own(UNKEPT), " ".join(sorted(self._unkept)))

    def _place(self, name: str) -> str:
        return self._own(name) if SETTINGS[name].whose is Whose.OPERATOR else f"{GROUP}/{name}"

    def _own(self, name: str) -> str:
        return f"{GROUP}/operators/{quote(self._operator, safe='')}/{name}"


def take_over(kept: QSettings) -> None:
    """Bring what an earlier version has kept to where the table has its place, once."""
    for before, name in _BEFORE.items():
        if kept.contains(before):
            value = SETTINGS[name].read(str(kept.value(before)))
            if value is not None and not kept.contains(f"{GROUP}/{name}"):
                kept.setValue(f"{GROUP}/{name}", written(value))
            kept.remove(before)


class _Force:
    """Which settings are in force."""

    settings = Settings()


def use(settings: Settings) -> None:
    """Put settings in force."""
    _Force.settings = settings


def in_force() -> Settings:
    """The settings in force."""
    return _Force.settings
