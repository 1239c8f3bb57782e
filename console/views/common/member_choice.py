"""A member chosen by free text: any part of a number, a name or a telephone finds them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.people import Member
from console.domain.text import one_line
from console.widgets.measure import px

MOST = 6
"""So many matches are listed; who looks for another one types more."""

ROW = 30


def member_text(member: Member) -> str:
    """A member as a line: number and name."""
    return f"{member.number}  {one_line(member.name)}"


class MemberChoice(QWidget):
    """A line to type into and the matches below; Enter takes the first one or the marked one."""

    chosen = Signal(object)

    def __init__(
        self, members: Callable[[], Iterable[Member]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._members = members
        self._member: int | None = None
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.matches = QListWidget(self)
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.line)
        layout.addWidget(self.matches)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.textChanged.connect(self._emptied)
        self.line.returnPressed.connect(self._take_first)
        self.matches.itemActivated.connect(self._take)
        self.matches.itemClicked.connect(self._take)
        self.line.installEventFilter(self)

    @property
    def member(self) -> int | None:
        """The id of who is chosen."""
        return self._member

    def choose(self, member: Member) -> None:
        """Choose a member."""
        self._member = member.id
        self.line.setText(member_text(member))
        self.matches.hide()
        self.chosen.emit(member.id)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if down and event.key() == Qt.Key.Key_Down and self.matches.isVisible():  # type: ignore[attr-defined]
            self.matches.setFocus(Qt.FocusReason.OtherFocusReason)
            self.matches.setCurrentRow(0)
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        if self._member is not None:
            self._member = None
            self.chosen.emit(None)
        words = text.lower().split()
        found = [m for m in self._members() if words and _fits(m, words)]
        found.sort(key=lambda m: m.number)
        self.matches.clear()
        for member in found[:MOST]:
            item = QListWidgetItem(member_text(member))
            item.setData(Qt.ItemDataRole.UserRole, member.id)
            self.matches.addItem(item)
        self.matches.setFixedHeight(px(ROW) * self.matches.count() + 4)
        self.matches.setVisible(bool(found))

    def _emptied(self, text: str) -> None:
        # The button that clears the line is not the keyboard: the line does not call it edited.
        if not text:
            self._typed(text)

    def _take_first(self) -> None:
        if self.matches.isVisible() and self.matches.count():
            self._take(self.matches.item(0))

    def _take(self, item: QListWidgetItem) -> None:
        number = item.data(Qt.ItemDataRole.UserRole)
        member = next((m for m in self._members() if m.id == number), None)
        if member is not None:
            self.choose(member)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)


def _fits(member: Member, words: list[str]) -> bool:
    text = f"{member.number} {member.name} {member.phone}".lower()
    return all(word in text for word in words)
