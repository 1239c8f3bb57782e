"""The keys in force: they are kept at the workstation, bound to widgets and shown beside deeds.

As with the language there is one of them in a program: what a button shows of its key and what the
key does come from the same place, wherever on the screen that is.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.key_text import normal, variants
from console.domain.keymap import Conflict, Keys

GROUP = "keys"
"""The group of the settings in which changed keys are kept, by the names of their actions."""

HERE = Qt.ShortcutContext.WidgetShortcut
BELOW = Qt.ShortcutContext.WidgetWithChildrenShortcut


class Keymap(QObject):
    """The keys of a workstation; whoever changes one is obeyed, and remembered, at once."""

    changed = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.keys = Keys(self._kept())

    def change(self, name: str, key: str) -> Conflict | None:
        """Give an action another key; tells why not, if it cannot have it."""
        found = self.keys.change(name, key)
        if found is None:
            self._tell()
        return found

    def reset(self, name: str) -> Conflict | None:
        """Give an action its first key again; tells why not, if another one has it."""
        found = self.keys.reset(name)
        if found is None:
            self._tell()
        return found

    def reset_all(self) -> None:
        """Give all actions their first keys again."""
        self.keys.reset_all()
        self._tell()

    def take(self, changed: Mapping[str, str]) -> None:
        """Change these keys and no other ones; what cannot be is left out, see `Keys`."""
        self.keys = Keys(changed)
        self._tell()

    def _kept(self) -> dict[str, str]:
        if self._settings is None:
            return {}
        self._settings.beginGroup(GROUP)
        found = {name: str(self._settings.value(name)) for name in self._settings.childKeys()}
        self._settings.endGroup()
        return found

    def _tell(self) -> None:
        if self._settings is not None:
            self._settings.remove(GROUP)
            for name, key in self.keys.changed.items():
                self._settings.setValue(f"{GROUP}/{name}", key)
        self.changed.emit()
        # Whatever shows a key says it anew, as when another language is spoken.
        for window in QApplication.topLevelWidgets():
            QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


class _Force:
    """Which keys are in force."""

    keymap = Keymap()


def use(keymap: Keymap) -> None:
    """Put keys in force, for all that is bound and shown from now on."""
    _Force.keymap = keymap


def key_mark(name: str) -> str:
    """The key of an action, as a button shows it."""
    return _Force.keymap.keys.shown(name)


def is_key(name: str, event: QKeyEvent) -> bool:
    """Whether a key that was pressed is that of an action."""
    return normal(key_text(event)) in _Force.keymap.keys.of(name)


def key_text(event: QKeyEvent) -> str:
    """What was pressed, in words; empty while only modifiers are held."""
    if event.key() in (
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_unknown,
    ):
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(event.key() | held.value)
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


class Bound(QShortcut):
    """A shortcut that follows its action's key."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._keymap = name, _Force.keymap
        self._keymap.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        found = self._keymap.keys.of(self._name)
        self.setKeys([QKeySequence(form) for key in found for form in variants(key)])


def bind(
    name: str,
    parent: QWidget,
    slot: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
    *,
    repeat: bool = False,
) -> QShortcut:
    """Let an action's key do something.

    A text field keeps its letters: it claims them before a shortcut is looked for.

    Args:
        name: The action, of the table of keys.
        parent: The widget in which the key holds.
        slot: What it does.
        context: Whether it holds in the widget alone, in those below it too, or in its window.
        repeat: Whether a key that is held down does it again and again.
    """
    return _finish(Bound(name, parent), slot, context, repeat=repeat)


def bind_fixed(
    key: str,
    parent: QWidget,
    slot: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> QShortcut:
    """Let a key that nobody can change do something: one of several that an action has."""
    shortcut = QShortcut(parent)
    shortcut.setKeys([QKeySequence(form) for form in variants(key)])
    return _finish(shortcut, slot, context, repeat=False)


def _finish(
    shortcut: QShortcut,
    slot: Callable[[], object],
    context: Qt.ShortcutContext,
    *,
    repeat: bool,
) -> QShortcut:
    shortcut.setContext(context)
    shortcut.setAutoRepeat(repeat)
    shortcut.activated.connect(slot)
    return shortcut
