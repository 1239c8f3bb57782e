"""The duty of the selected member by key or button, never twice while one is on its way."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.orders import ChangeDuty, Order
from console.domain.people import Duty, Member
from console.live.desk import Desk
from console.live.flight import InFlight
from console.live.hub import Hub
from console.widgets.keys import key_mark
from console.widgets.labels import duty_label

DUTY_ACTIONS = {Duty.ON_DUTY: "duty_on", Duty.BREAK: "duty_break", Duty.OFF: "duty_off"}
"""The actions that set the selected member's duty."""


class DutyButtons(QWidget):
    """One button for each duty that is set by hand."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        current: Callable[[], Member | None],
        parent: QWidget | None = None,
    ) -> None:
        """Make the buttons.

        Args:
            hub: Tells when what was asked for is seen to be done.
            desk: Does it.
            current: Tells whose duty is meant now, or None for nobody's.
            parent: The widget above.
        """
        super().__init__(parent)
        self._hub, self._desk, self._current = hub, desk, current
        self._in_flight = InFlight()
        self._buttons = {duty: QPushButton(self) for duty in DUTY_ACTIONS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for duty, button in self._buttons.items():
            button.setProperty("kind", "key")
            button.clicked.connect(partial(self.set_duty, duty))
            layout.addWidget(button)
        hub.loaded.connect(self._in_flight.saw_all)
        hub.changed.connect(self._changed)
        desk.deed_started.connect(self._started)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self._retranslate()

    def button(self, duty: Duty) -> QPushButton:
        """The button of a duty."""
        return self._buttons[duty]

    def set_duty(self, duty: Duty) -> None:
        """Give the current member a duty, unless they have it or another is on its way."""
        member = self._current()
        if member is None or member.duty is duty or self._in_flight.holds(member.id):
            return
        self._desk.do(ChangeDuty(member.id, duty, member.version))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for duty, button in self._buttons.items():
            button.setText(f"{key_mark(DUTY_ACTIONS[duty])}  {duty_label(duty)}")

    def _changed(self, change: Change) -> None:
        self._in_flight.take_in(change)

    def _started(self, command: UUID, order: Order) -> None:
        if isinstance(order, ChangeDuty):
            self._in_flight.start(command, order.member)

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        self._in_flight.done(command, event.seq, self._hub.picture.seq)

    def _failed(self, command: UUID, _order: Order, _error: ConsoleError) -> None:
        self._in_flight.failed(command)
