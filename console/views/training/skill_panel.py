"""The catalogue of skills as a table: add, change and remove by keys and buttons."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import Order, RemoveSkill
from console.domain.people import BadgeLook, Skill
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.tables import prepare
from console.views.training.skill_model import SKILL_ROLE, Column, SkillModel
from console.widgets.badge import paint_badge
from console.widgets.icons import icon
from console.widgets.keys import HERE, bind, bind_fixed, key_mark
from console.widgets.labels import localised
from console.widgets.measure import sized
from console.widgets.plain import button_text, plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

WIDTHS = {
    Column.BADGE: 76,
    Column.NAME: 150,
    Column.NAME_EN: 150,
    Column.VALIDITY: 110,
    Column.HELD: 90,
    Column.TRAINING: 100,
}
ICON = 18


class BadgeDelegate(QStyledItemDelegate):
    """Paints a skill's badge, and its icon beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, QModelIndex())
        skill = index.data(SKILL_ROLE)
        if not isinstance(skill, Skill):
            return
        theme = self._look.theme
        side, rect = theme.size("badge"), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = rect.top() + (rect.height() - side) / 2
        box = QRectF(rect.left() + 8, top, side, side)
        paint_badge(painter, box, skill, BadgeLook.HELD, theme)
        drawing = icon(skill.icon, theme, "dim")
        drawing.paint(painter, rect.left() + side + theme.px(18), round(top), theme.px(ICON), side)
        painter.restore()


class SkillPanel(QWidget):
    """The table; what is typed into a form stands elsewhere."""

    add_wanted = Signal()
    change_wanted = Signal(object)

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._current: str | None = None
        self._asked: str | None = None
        self._command: UUID | None = None
        self._behind = True
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.model = SkillModel(hub.picture, today, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(Column.BADGE, BadgeDelegate(look, self.table))
        self.add = QPushButton(self)
        self.change = QPushButton(self)
        self.remove = QPushButton(self)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        prepare(self.table)
        for column, width in WIDTHS.items():
            sized(self.table.setColumnWidth, width, at=column)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.change, self.remove):
            button.setProperty("kind", "key")
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.caption)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self._changed)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self.ask_to_remove)
        self.table.doubleClicked.connect(self._change)
        self.table.selectionModel().currentRowChanged.connect(self._moved)
        self.model.modelReset.connect(self._restore)
        bind("skill_add", self.table, self.add_wanted.emit, HERE)
        bind("skill_change", self.table, self._change, HERE)
        for key, slot in (
            ("Return", self._change),
            ("Enter", self._change),
            ("Del", self.ask_to_remove),
            ("Esc", self._calm),
        ):
            bind_fixed(key, self.table, slot, HERE)

    @property
    def current(self) -> Skill | None:
        """The skill in the selected row, as the Picture knows it now."""
        return None if self._current is None else self._hub.picture.skills.get(self._current)

    def select(self, code: str) -> None:
        """Go to a skill, now or as soon as the feed brings it."""
        self._current = code
        self._restore()

    def focus_rows(self) -> None:
        """Put the keyboard into the rows."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.setCurrentIndex(self.model.index(0, 0))

    def ask_to_remove(self) -> None:
        """Remove the selected skill: asked once, done when it is asked for once more."""
        skill = self.current
        if skill is None or self._command is not None:
            return
        if self._asked == skill.code:
            self._asked = None
            self._command = self._desk.do(RemoveSkill(skill.code, skill.version))
        else:
            self._asked = skill.code
        self._say_buttons()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.caption.setText(self.tr("Skills"))
        self.table.setAccessibleName(self.tr("Skills"))
        self.add.setText(f"{key_mark('skill_add')}  " + self.tr("Add a skill"))
        self.change.setText(f"{key_mark('skill_change')}  " + self.tr("Change"))
        self._say_buttons()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    def _say_buttons(self) -> None:
        skill = self.current
        for button in (self.change, self.remove):
            button.setEnabled(skill is not None)
        sure = skill is not None and self._asked == skill.code
        text = self.tr("Del  Remove")
        if sure and skill is not None:
            name = localised(skill.name, skill.name_en)
            text = self.tr("Del  Really remove {name}?").format(name=name)
        self.remove.setText(button_text(text))
        restyle(self.remove, kind="danger" if sure else "key")

    def _change(self) -> None:
        if self.current is not None:
            self.change_wanted.emit(self.current)

    def _calm(self) -> None:
        self._asked = None
        self._say_buttons()

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        skill = self.model.skill(current.row()) if current.isValid() else None
        if skill is not None:
            self._current = skill.code
        self._calm()

    def _restore(self) -> None:
        row = None if self._current is None else self.model.row_of(self._current)
        if row is not None:
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._say_buttons()

    def load(self) -> None:
        """Show what the Picture holds."""
        self._behind = True
        if self.isVisible():
            self._catch_up()

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None or change.members:
            self.load()

    def _catch_up(self) -> None:
        if self._behind:
            self._behind = False
            self.model.refresh()
            self._restore()

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        if command == self._command:
            self._command = None

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        if command == self._command:
            self._command = None
