"""Ctrl+Z: takes one's own last deed back, says so, and asks first if somebody hears of it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError, Refusal
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Order, TakeBack
from console.domain.undoing import UNDOING, Taking, refusal, tells_somebody
from console.live.desk import Desk
from console.live.hub import Hub
from console.live.own_deeds import OwnDeeds
from console.views.common.one_by_one import OneByOne
from console.widgets.labels import deed_label, error_sentence
from console.widgets.plain import button_text

_WITH_REASON = frozenset({Deed.WITHDRAW, Deed.SEPARATE, Deed.MERGE})
"""What takes a deed back and says why, as it does when it is done by itself."""


class TakingBack(QPushButton):
    """The button that says what Ctrl+Z takes back; hidden while there is nothing.

    Where somebody outside hears of it, the button asks first: Enter confirms, Escape leaves.
    """

    said = Signal(str, str)
    """A kind of message and its text: what was taken back, or why not."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "key")
        self._hub, self._desk, self._clock = hub, desk, clock
        self._deeds = OwnDeeds(desk.operator, desk.workstation)
        self._asking: tuple[Event, ...] = ()
        self._before: QWidget | None = None
        self._sent: dict[UUID, Event] = {}
        self.several = OneByOne(desk, lambda: hub.picture.zone, self)
        """Takes back what was done at once, and tells of each."""
        self.several.said.connect(self.said)
        self.clicked.connect(self._clicked)
        hub.loaded.connect(self._loaded)
        hub.changed.connect(self._changed)
        desk.together.connect(self._deeds.together)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self._say()

    def take_last(self) -> None:
        """Take one's own last deed back; ask first, if somebody outside hears of it."""
        if self._asking or self._sent or self.several.busy:
            return
        last = self._deeds.last
        possible = self._possible(last)
        if possible and any(map(tells_somebody, possible)):
            self._ask(possible)
        elif possible:
            self._take_back(possible)
        elif last:
            found = self._refusal(last[-1])
            self._deeds.forget_last()
            if found is not None:
                where, told = _where(last[-1]), error_sentence(found, self._hub.picture.zone)
                self.said.emit("warning", f"{where}: {told}" if where else told)
        else:
            self.said.emit("info", self.tr("There is nothing to take back."))
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Escape and self._asking:
            self._leave()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Whoever goes elsewhere has not confirmed; another window in front changes nothing.
        if self._asking and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._before = None
            self._leave()

    # What is asked and done

    def _clicked(self) -> None:
        if self._asking:
            asked = self._asking
            self._leave()
            # Somebody may have gone on from it while the question stood there.
            possible = self._possible(asked)
            if possible:
                self._take_back(possible)
            self._say()
        else:
            self.take_last()

    def _ask(self, events: tuple[Event, ...]) -> None:
        self._before = QApplication.focusWidget()
        self._asking = events
        self._say()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._asking = ()
        before, self._before = self._before, None
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _take_back(self, events: Sequence[Event]) -> None:
        # The last one first: each stands as it stood when the one before it was done.
        orders = [(_where(event), self._order(event)) for event in reversed(events)]
        if len(orders) > 1:
            title = self.tr("Taken back: {deed}").format(deed=deed_label(events[0].kind))
            self.several.send(title, orders)
        else:
            self._sent = {self._desk.do(orders[0][1]): events[0]}

    def _order(self, event: Event) -> TakeBack:
        taking = UNDOING[event.kind]
        by = taking.by if isinstance(taking, Taking) else Deed.TAKE_BACK
        reason = self.tr("taken back by the dispatcher at once") if by in _WITH_REASON else ""
        return TakeBack(event.seq, by, event.subject, reason)

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        event = self._sent.pop(command, None)
        if event is not None:
            told = self.tr("Taken back: {deed} {where}")
            text = told.format(deed=deed_label(event.kind), where=_where(event))
            self.said.emit("success", text)

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        self._sent.pop(command, None)
        self._say()

    # What is known and shown

    def _refusal(self, event: Event) -> Refusal | None:
        return refusal(event, self._hub.picture.events, self._clock())

    def _possible(self, events: Sequence[Event]) -> tuple[Event, ...]:
        return tuple(one for one in events if self._refusal(one) is None)

    def _loaded(self) -> None:
        self._deeds.take_in(self._hub.picture.events)
        self._say()

    def _changed(self, change: Change) -> None:
        self._deeds.take_in(change.events)
        self._say()

    def _say(self) -> None:
        if self._asking:
            self.setText(button_text(self._question(self._asking)))
            self.setVisible(True)
            return
        possible = self._possible(self._deeds.last)
        self.setVisible(bool(possible))
        if possible:
            told = self.tr("Ctrl+Z  take back: {what}").format(what=self._named(possible))
            self.setText(button_text(told))

    def _question(self, events: Sequence[Event]) -> str:
        names = [str(one.payload.get("member_name") or "") for one in events]
        who = "、".join(dict.fromkeys(name for name in names if name))
        return self.tr("Take back: {what}? {who} hears of it.  Enter: yes  Esc: no").format(
            what=self._named(events), who=who
        )

    def _named(self, events: Sequence[Event]) -> str:
        deed = deed_label(events[0].kind)
        if len(events) > 1:
            return self.tr("{deed} ({n} incidents)").format(deed=deed, n=len(events))
        return f"{deed} {_where(events[0])}".strip()


def _where(event: Event) -> str:
    """What a deed was about, in short: an incident's number, or a member's name."""
    if event.subject.kind == "incident":
        return f"{event.subject.id:04d}"
    return str(event.payload.get("member_name", ""))
