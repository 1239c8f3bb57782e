"""What can be done now: the large button, the other deeds with their keys, a line for reasons."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.lifecycle import Deed
from console.domain.orders import NEEDS_REASON
from console.views.incident.deeds import BUTTONS, Offer
from console.widgets.flow import Flow
from console.widgets.keys import key_mark
from console.widgets.labels import deed_label
from console.widgets.measure import sized
from console.widgets.plain import button_text, plain_label

COLUMNS = 4
"""So many of the other deeds stand side by side."""


class TextBar(QFrame):
    """A line that a deed needs before it is done; Enter does it, Escape puts it away."""

    confirmed = Signal(object, str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("text_bar")
        self.deed = Deed.COMMENT
        self._asked: Callable[[], str] | None = None
        self._optional = False
        self._offered: tuple[str, ...] = ()
        self.caption = plain_label(self)
        self.caption.setWordWrap(True)
        self.line = QLineEdit(self)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.confirm = QPushButton(self)
        self.confirm.setProperty("kind", "primary")
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.caption)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        # Only while there is something to offer: else the key belongs to what is suggested.
        self._down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.line)
        self._down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._down.setEnabled(False)
        self._down.activated.connect(self._show_all)
        self.line.returnPressed.connect(self._confirm)
        self.line.textChanged.connect(self._typed)
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.cancelled)
        self.hide()

    def open_for(
        self,
        deed: Deed,
        draft: str,
        caption: Callable[[], str] | None = None,
        *,
        may_stay_empty: bool = False,
    ) -> None:
        """Ask for what a deed needs; what was typed for it before stands there again.

        Args:
            deed: What the text is for.
            draft: What was typed so far.
            caption: Says what is asked for, where that is not what the deed always needs.
            may_stay_empty: Whether the deed is done without any text as well.
        """
        self.deed, self._asked, self._optional = deed, caption, may_stay_empty
        self._names.setStringList([])
        self._offered = ()
        self._down.setEnabled(False)
        self.line.setText(draft)
        self.retranslate()
        self._typed()
        self.show()
        # Another reason would select the draft, and the next letter would replace it.
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def suggest(self, names: Sequence[str]) -> None:
        """Offer names while one of them is typed; the next letter replaces what stands there."""
        self._names.setStringList(names)
        self.line.selectAll()

    def offer(self, texts: Sequence[str]) -> None:
        """Offer texts on the arrow key down; nothing opens while other words are typed."""
        self._offered = tuple(texts)
        self._down.setEnabled(bool(texts))

    def _show_all(self) -> None:
        if self._offered:
            self._names.setStringList(self._offered)
            # Else what was typed before would still narrow the list.
            self.line.completer().setCompletionPrefix("")
            self.line.completer().complete()

    def retranslate(self) -> None:
        """Say it in the language that now holds."""
        self.caption.setText(self._caption(self.deed) if self._asked is None else self._asked())
        self.line.setAccessibleName(self.caption.text())
        self.confirm.setText(deed_label(self.deed))
        self.cancel.setText(self.tr("Cancel"))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        # A list that is still open would keep the keyboard.
        popup = self.line.completer().popup()
        if popup is not None:
            popup.hide()
        super().hideEvent(event)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the line or on one of the buttons."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _typed(self) -> None:
        self.confirm.setEnabled(self._optional or bool(self.line.text().strip()))

    def _confirm(self) -> None:
        text = self.line.text().strip()
        if text or self._optional:
            self.confirmed.emit(self.deed, text)

    def _caption(self, deed: Deed) -> str:
        if deed is Deed.MERGE:
            return self.tr("Number of the incident that goes on")
        if deed is Deed.COMMENT:
            return self.tr("Note")
        if deed is Deed.REJECT:
            return self.tr("Reason: from the list (↓), or in your own words")
        if deed in NEEDS_REASON:
            return self.tr("Reason")
        return self.tr("Note (may stay empty)")


class DeedButton(QPushButton):
    """A deed with its key in front of it."""

    requested = Signal(object)

    def __init__(self, deed: Deed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deed = deed
        self.setProperty("kind", "key")
        # A click leaves the keyboard in the rows.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._request)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that now holds."""
        self.setText(f"{key_mark(self.deed.value)}  {deed_label(self.deed)}")
        self.setAccessibleName(deed_label(self.deed))

    def _request(self) -> None:
        self.requested.emit(self.deed)


class Actions(QWidget):
    """The deeds that are possible now; what is not possible is not shown."""

    primary_requested = Signal()
    deed_requested = Signal(object)
    text_given = Signal(object, str)
    text_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary = QPushButton(self)
        self.primary.setProperty("kind", "primary_large")
        sized(self.primary.setMinimumHeight, 52)
        self.primary.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.primary.clicked.connect(self.primary_requested)
        self.bar = TextBar(self)
        self.bar.confirmed.connect(self.text_given)
        self.bar.cancelled.connect(self.text_cancelled)
        self.buttons = {deed: DeedButton(deed, self) for deed in BUTTONS}
        for button in self.buttons.values():
            button.requested.connect(self.deed_requested)
        self._laid: tuple[Deed, ...] | None = None
        self._keys = Flow(gap=6, columns=COLUMNS)
        for button in self.buttons.values():
            self._keys.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.primary)
        layout.addLayout(self._keys)

    def show_offer(self, offer: Offer, primary_text: str, *, enabled: bool, busy: bool) -> None:
        """Show what can be done.

        Args:
            offer: The deeds to show.
            primary_text: What the large button says: the deed and its object.
            enabled: Whether the primary deed can be done (somebody can be sent).
            busy: Whether a deed on this incident is in flight.
        """
        shown = button_text(primary_text)
        self.primary.setText(self.tr("Working…") if busy else f"{shown}    ⏎")
        self.primary.setAccessibleName(primary_text)
        self.primary.setEnabled(enabled and not busy)
        for button in self.buttons.values():
            button.setEnabled(not busy)
        # Taking buttons out and in again makes the whole window find its places anew.
        if offer.others != self._laid:
            self._laid = offer.others
            self._lay_out(offer.others)

    def _lay_out(self, deeds: tuple[Deed, ...]) -> None:
        self._keys.arrange([self.buttons[deed] for deed in deeds])
        for before, after in pairwise(deeds):
            QWidget.setTabOrder(self.buttons[before], self.buttons[after])
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)

    def ask(self, deed: Deed, draft: str, caption: Callable[[], str] | None = None) -> None:
        """Ask for the text that a deed needs; see ``TextBar.open_for``."""
        self.bar.open_for(deed, draft, caption)

    def close_bar(self) -> None:
        """Put the line away."""
        self.bar.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for button in self.buttons.values():
                button.retranslate()
        super().changeEvent(event)
