"""All keys in one list, by where they hold; each can be changed by pressing another one."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.key_text import normal
from console.domain.keymap import ACTIONS, Conflict, Scope
from console.views.common.tables import prepare
from console.widgets.keys import Keymap, bind_fixed, key_text
from console.widgets.measure import sized, sized_window
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look
from console.widgets.tips import plain_tip
from console.widgets.words_keys import action_label, conflict_text, scope_label

ROW = 23
KEY_WIDTH, TEXT_WIDTH = 108, 300
HIGHEST = 720
"""Of the list, in pixels: a small screen has room for it."""

SIDES = 3
"""So many lists side by side: one that must be scrolled is not looked at."""

FIRST = "camera"
"""What is selected at first: one that can be changed."""

ACTION = Qt.ItemDataRole.UserRole


class KeyTable(QTableWidget):
    """The actions with their keys; while one waits for its new key, every key is that key."""

    pressed_key = Signal(str)
    left = Signal()
    waiting = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 2 * SIDES, parent)
        prepare(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().hide()
        sized(self.verticalHeader().setMinimumSectionSize, ROW)
        sized(self.verticalHeader().setDefaultSectionSize, ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(2 * SIDES - 1):
            width = TEXT_WIDTH if column % 2 else KEY_WIDTH
            sized(self.setColumnWidth, width, at=column)

    @override
    def event(self, event: QEvent) -> bool:
        if self.waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.waiting:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.waiting:
            text = key_text(event)
            if text and not event.isAutoRepeat():
                self.pressed_key.emit(normal(text))
            event.accept()
            return
        super().keyPressEvent(event)


class KeyList(QDialog):
    """Shows which key does what; Enter waits for another key, which is refused if it is taken."""

    def __init__(self, keymap: Keymap, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keymap, self._look = keymap, look
        self.table = KeyTable(self)
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.change = QPushButton(self)
        self.reset = QPushButton(self)
        self.reset_all = QPushButton(self)
        self._build()
        self._connect()
        self._say()

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.said, 1)
        for button in (self.change, self.reset, self.reset_all):
            button.setProperty("kind", "key")
            button.setAutoDefault(False)
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.table.pressed_key.connect(self._take)
        self.table.itemDoubleClicked.connect(self._wait)
        self.table.currentItemChanged.connect(self._moved)
        for key in ("Return", "Enter"):
            bind_fixed(key, self.table, self._wait, Qt.ShortcutContext.WidgetShortcut)
        bind_fixed("Del", self.table, self._reset, Qt.ShortcutContext.WidgetShortcut)
        self.change.clicked.connect(self._wait)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._keymap.reset_all)
        self.table.left.connect(self._moved)
        self._keymap.changed.connect(self._say)

    @property
    def action(self) -> str:
        """The action that is selected, or nothing."""
        item: QTableWidgetItem | None = self.table.currentItem()
        return "" if item is None else str(item.data(ACTION) or "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    # What it says

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Keys"))
        self.table.setAccessibleName(self.tr("Keys"))
        self.change.setText(self.tr("Enter  Change…"))
        self.reset.setText(self.tr("Del  Back to the first"))
        self.reset_all.setText(self.tr("All back to the first"))
        self._fill()

    def _fill(self) -> None:
        chosen = self.action or FIRST
        rows = list(_rows())
        height = -(-len(rows) // SIDES)
        self.table.blockSignals(True)
        self.table.clear()
        self.table.clearSpans()
        self.table.setRowCount(height)
        for place, name in enumerate(rows):
            side, row = divmod(place, height)
            if isinstance(name, Scope):
                self._put_heading(row, 2 * side, scope_label(name))
                continue
            self._put(row, 2 * side, name)
            if name == chosen:
                self.table.setCurrentCell(row, 2 * side)
        self.table.blockSignals(False)
        self._moved()
        width = SIDES * (KEY_WIDTH + TEXT_WIDTH) + 50
        sized_window(self, width, min(height * ROW + 76, HIGHEST))

    def _put_heading(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setForeground(self._look.theme.color("text"))
        font = QFont(self.table.font())
        font.setBold(True)
        item.setFont(font)
        self.table.setItem(row, column, item)
        self.table.setSpan(row, column, 1, 2)

    def _put(self, row: int, column: int, name: str) -> None:
        theme, keys = self._look.theme, self._keymap.keys
        label = action_label(name)
        key = QTableWidgetItem(keys.shown(name))
        key.setData(ACTION, name)
        key.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}: {keys.shown(name)}")
        if ACTIONS[name].fixed:
            key.setForeground(theme.color("dim"))
        elif name in keys.changed:
            # Not by colour alone: a changed key has a dot.
            key.setText(f"{keys.shown(name)} •")
            key.setForeground(theme.color("accent"))
        text = QTableWidgetItem(label)
        text.setFlags(Qt.ItemFlag.NoItemFlags)
        text.setForeground(theme.color("text"))
        text.setToolTip(plain_tip(label))
        self.table.setItem(row, column, key)
        self.table.setItem(row, column + 1, text)

    # What it does

    def _moved(self) -> None:
        self._stop_waiting()
        name = self.action
        changeable = bool(name) and not ACTIONS[name].fixed
        self.change.setEnabled(changeable)
        self.reset.setEnabled(name in self._keymap.keys.changed)
        self.reset_all.setEnabled(bool(self._keymap.keys.changed))
        fixed = self.tr("This key cannot be changed.")
        self._tell("" if changeable or not name else fixed, "dim")

    def _wait(self) -> None:
        name = self.action
        if not name or ACTIONS[name].fixed:
            return
        self.table.waiting = True
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(
            self.tr("Press the new key for: {action}. Esc leaves it as it is.").format(
                action=action_label(name)
            ),
            "warning",
        )

    def _take(self, key: str) -> None:
        self._stop_waiting()
        if key == "Esc":
            self._tell("", "dim")
            return
        name = self.action
        self._report(name, key, self._keymap.change(name, key))

    def _reset(self) -> None:
        name = self.action
        if name in self._keymap.keys.changed:
            self._report(name, ACTIONS[name].keys[0], self._keymap.reset(name))

    def _report(self, name: str, key: str, conflict: Conflict | None) -> None:
        if conflict is not None:
            self._tell(conflict_text(key, conflict), "error")
            return
        done = self.tr("{key} is now the key for: {action}")
        self._tell(done.format(key=key, action=action_label(name)), "success")

    def _stop_waiting(self) -> None:
        self.table.waiting = False

    def _tell(self, text: str, role: str) -> None:
        self.said.setText(text)
        restyle(self.said, role=role)


def _rows() -> Iterator[Scope | str]:
    """The places where keys hold, each followed by its actions."""
    for scope in (Scope.DESK, *(scope for scope in Scope if scope is not Scope.DESK)):
        yield scope
        yield from (action.name for action in ACTIONS.values() if action.scope is scope)
