"""What must be acknowledged: the count in the strip, the list of it, and alarms that stay."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.ladder import Matter, Supervision, highest
from console.domain.text import one_line
from console.live.hub import Hub
from console.views.common.tables import prepare
from console.widgets.keys import bind, key_mark
from console.widgets.ladder_words import answer_text, mark_color, mark_sign, mark_text
from console.widgets.measure import sized, sized_window
from console.widgets.messages import MessageStack
from console.widgets.restyle import restyle
from console.widgets.theme import Look

TITLE_SHOWN = 60


class CardsButton(QPushButton):
    """How many cards and alarms are open; hidden while there are none."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self.setProperty("kind", "counter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        hub.loaded.connect(self._say)
        hub.changed.connect(self._changed)
        self._say()

    def _changed(self, change: Change) -> None:
        if change.supervisions:
            self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        found = self._hub.picture.oversight.open()
        told = self.tr("Open cards {n}").format(n=len(found))
        gravest = highest(found)
        if gravest is not None:
            self.setText(f"{mark_sign(gravest)} {told}  {key_mark('cards')}")
            # As loud as the gravest of them, and no louder.
            restyle(self, grade=mark_color(gravest))
        self.setAccessibleName(told)
        self.setVisible(gravest is not None)


class CardList(QDialog):
    """All that is open, what must be answered first at the top; Enter or K acknowledges."""

    chosen = Signal(int)

    def __init__(
        self, hub: Hub, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hub, self._look, self._clock = hub, look, clock
        self._found: list[Supervision] = []
        self.table = QTableWidget(0, 4, self)
        prepare(self.table)
        for column, width in enumerate((170, 80, 330)):
            sized(self.table.setColumnWidth, width, at=column)
        self.acknowledge = QPushButton(self)
        self.acknowledge.setProperty("kind", "primary")
        bind("acknowledge_card", self, self._choose)
        self.acknowledge.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.table)
        layout.addWidget(self.acknowledge, alignment=Qt.AlignmentFlag.AlignRight)
        self.acknowledge.clicked.connect(self._choose)
        self.table.doubleClicked.connect(self._choose)
        hub.changed.connect(self._fill)
        sized_window(self, 1000, 480)
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Open cards"))
        self.table.setAccessibleName(self.tr("Open cards"))
        self.acknowledge.setText(self.tr("Acknowledge") + f"  {key_mark('acknowledge_card')}")
        self.table.setHorizontalHeaderLabels(
            [self.tr("Card"), self.tr("Incident"), self.tr("What has happened"), self.tr("Owner")]
        )
        self._fill()

    def _fill(self, _change: object = None) -> None:
        row = max(0, self.table.currentRow())
        self._found = self._hub.picture.oversight.open()
        now = self._clock()
        self.table.setRowCount(len(self._found))
        for place, one in enumerate(self._found):
            incident = self._hub.picture.incidents.get(one.incident)
            title = one_line(incident.title[:TITLE_SHOWN]) if incident else ""
            texts = (mark_text(one), f"{one.incident:04d}", title, answer_text(one, now))
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column == 0:
                    item.setForeground(self._look.theme.color(mark_color(one)))
                self.table.setItem(place, column, item)
        if self._found:
            self.table.selectRow(min(row, len(self._found) - 1))
        self.acknowledge.setEnabled(bool(self._found))

    def _choose(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row].incident)
            self.accept()


class Alarms(QObject):
    """Says loudly, until it is acknowledged, that somebody alone on scene was not heard of."""

    def __init__(
        self,
        hub: Hub,
        messages: MessageStack,
        show: Callable[[int], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._messages, self._show = hub, messages, show
        self._told: set[int] = set()
        hub.loaded.connect(self._look)
        hub.changed.connect(self._changed)
        # An alarm stays for so long that the language may change meanwhile.
        messages.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            for one in self._hub.picture.oversight.open():
                # One that was put away by hand does not come back for that.
                if one.id in self._told and _key(one.id) in self._messages.messages:
                    self._tell(one)
        return False

    def _changed(self, change: Change) -> None:
        if change.supervisions:
            self._look()

    def _look(self) -> None:
        found = {
            one.id: one
            for one in self._hub.picture.oversight.open()
            if one.matter is Matter.SAFETY
        }
        for gone in self._told - found.keys():
            self._messages.dismiss(_key(gone))
        for number in sorted(found.keys() - self._told):
            self._tell(found[number])
        self._told = set(found)

    def _tell(self, one: Supervision) -> None:
        incident = self._hub.picture.incidents.get(one.incident)
        watch = self._hub.picture.oversight.watch(incident) if incident else None
        member = self._hub.picture.members.get(watch.member) if watch else None
        self._messages.show_message(
            "error",
            self.tr(
                "✚ Incident {number}: {name} is alone on scene and has not checked in."
            ).format(number=f"{one.incident:04d}", name=one_line(member.name) if member else "—"),
            key=_key(one.id),
            action=self.tr("Show it"),
            callback=partial(self._show, one.incident),
        )


def _key(number: int) -> str:
    return f"alarm{number}"
