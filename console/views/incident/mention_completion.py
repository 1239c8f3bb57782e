"""While a note is typed, @ proposes who can be mentioned: operators, units, members."""

from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from console.domain.lifecycle import Deed
from console.domain.mentions import SHOWN, Mention, Whom, fragment_before, mentions_in, proposed
from console.domain.text import one_line
from console.live.asking_mentions import ask_operators
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.incident.actions import TextBar
from console.widgets.measure import px
from console.widgets.words_mentions import whom_label

WIDTH = 300
"""How wide the list of names is, in pixels."""

_NAME = Qt.ItemDataRole.UserRole
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class MentionCompletion(QObject):
    """Proposes names below the line; Enter or a click puts one in."""

    def __init__(self, picture: Picture, desk: Desk, bar: TextBar) -> None:
        super().__init__(bar)
        self._picture, self._desk, self._bar = picture, desk, bar
        self._line: QLineEdit = bar.line
        self._operators: tuple[str, ...] = ()
        self._asked: UUID | None = None
        self._answered_once = False
        self._line.textEdited.connect(self._typed)
        desk.questions.answered.connect(self._answered)

    @cached_property
    def popup(self) -> QListView:
        """The list of names, made when somebody is mentioned first: no start needs it."""
        popup = QListView()
        popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._completer.setPopup(popup)
        popup.setAccessibleName(self.tr("Who is meant"))
        # Before the completer's own one, which lets the line have the key first: it would send.
        popup.installEventFilter(self)
        return popup

    @cached_property
    def _completer(self) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_NAME)
        completer.setMaxVisibleItems(SHOWN)
        completer.setWidget(self._line)
        completer.activated.connect(self._put_in)
        return completer

    @cached_property
    def _model(self) -> QStandardItemModel:
        return QStandardItemModel(self)

    def prepare(self) -> None:
        """Ask who works here; a note is begun to be typed."""
        if self._asked is None:
            names = [member.name for member in self._picture.members.values()]
            self._asked = ask_operators(self._desk, names)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Who is mentioned in a note."""
        return mentions_in(text, self._known())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chosen = self.popup.currentIndex()
            if event.key() in _TAKES and chosen.isValid():
                self.popup.hide()
                self._put_in(str(chosen.data(_NAME)))
                return True
        return super().eventFilter(watched, event)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, tuple):
            self._asked, self._operators, self._answered_once = None, answer, True
            # A name may be half typed already, and be found by its sound now.
            if self._bar.isVisible() and self._line.hasFocus():
                self._typed()

    def _known(self) -> list[Mention]:
        """All who can be mentioned, in the order in which they are proposed."""
        members = self._picture.members.values()
        units = sorted({member.organisation for member in members if member.organisation})
        people = [Mention(Whom.MEMBER, one.name, one.id, one.number) for one in members]
        return [
            *(Mention(Whom.OPERATOR, name) for name in self._operators),
            *(Mention(Whom.UNIT, name) for name in units),
            *people,
        ]

    def _typed(self) -> None:
        fragment = None
        if self._bar.deed is Deed.COMMENT:
            fragment = fragment_before(self._line.text(), self._line.cursorPosition())
        found = []
        if fragment is not None:
            found = proposed(fragment, self._known(), by_sound=self._answered_once)
        if not found:
            self._put_away()
            return
        self._model.clear()
        for one in found:
            item = QStandardItem(self._told(one))
            item.setData(one.name, _NAME)
            self._model.appendRow(item)
        popup = self.popup
        self._completer.complete(self._place())
        # Enter then takes the first one, and does not send the note.
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _place(self) -> QRect:
        cursor = self._line.cursorRect()
        width = px(WIDTH)
        left = min(cursor.left(), max(0, self._line.width() - width))
        return QRect(left, cursor.top(), width, self._line.height())

    @staticmethod
    def _told(one: Mention) -> str:
        return f"{one_line(one.name)}  ·  {one.number or whom_label(one.kind)}"

    def _put_away(self) -> None:
        if "popup" in vars(self):
            self.popup.hide()

    def _put_in(self, name: str) -> None:
        text, cursor = self._line.text(), self._line.cursorPosition()
        fragment = fragment_before(text, cursor)
        if fragment is None:
            return
        begin = cursor - len(fragment)
        self._line.setText(f"{text[:begin]}{name} {text[cursor:]}")
        self._line.setCursorPosition(begin + len(name) + 1)
        # What is typed is kept as a draft; this was typed as well.
        self._line.textEdited.emit(self._line.text())
