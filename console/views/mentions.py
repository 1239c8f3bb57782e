"""Notes that mention whoever sits here: told when they come, and until they are read."""

from collections.abc import Callable
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
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
from console.domain.checking import same_person
from console.domain.lifecycle import Deed
from console.domain.mentions import Unread, tells
from console.domain.orders import ReadMentions
from console.domain.text import one_line
from console.live.asking_mentions import ask_unread
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.tables import prepare
from console.widgets.keys import key_mark
from console.widgets.measure import sized, sized_window
from console.widgets.messages import MessageStack

KEY = "mention"

READ_MS = 900
"""An incident that is shown for so long counts as read, in milliseconds."""

NOTE_SHOWN = 80


class MentionsButton(QPushButton):
    """How many notes wait to be read; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setProperty("kind", "counter")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many there are."""
        self._count = count
        told = self.tr("Mentioned {n}").format(n=count)
        self.setText(f"@ {told}  {key_mark('mentions')}")
        self.setAccessibleName(told)
        self.setVisible(count > 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_count(self._count)
        super().changeEvent(event)


class MentionList(QDialog):
    """The notes that wait, the newest first; Enter opens the incident."""

    chosen = Signal(int)

    def __init__(
        self, found: tuple[Unread, ...], zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = found
        self.setWindowTitle(self.tr("Notes that mention you"))
        self.table = QTableWidget(len(found), 5, self)
        prepare(self.table)
        for column, width in enumerate((80, 120, 120, 260)):
            sized(self.table.setColumnWidth, width, at=column)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Incident"),
                self.tr("When"),
                self.tr("By"),
                self.tr("What has happened"),
                self.tr("Note"),
            ]
        )
        for row, one in enumerate(found):
            at = f"{one.at.astimezone(zone):%m-%d %H:%M}"
            texts = f"{one.incident:04d}", at, one.by, one.title, one.note
            for column, text in enumerate(texts):
                self.table.setItem(row, column, QTableWidgetItem(one_line(text)[:NOTE_SHOWN]))
        self.table.selectRow(0)
        self.open_button = QPushButton(self.tr("Open"), self)
        self.open_button.setProperty("kind", "primary")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._choose)
        self.table.doubleClicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.addWidget(self.table)
        layout.addWidget(self.open_button, alignment=Qt.AlignmentFlag.AlignRight)
        sized_window(self, 1000, 420)

    def _choose(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row].incident)
            self.accept()


class Mentions(QObject):
    """Knows what is not read yet, says so, and notes that it was read once it is looked at."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        messages: MessageStack,
        add_button: Callable[[QWidget], None],
        open_incident: Callable[[int], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._hub, self._desk, self._messages = hub, desk, messages
        self._open, self._window = open_incident, window
        self._asked: UUID | None = None
        self._told: set[int] = set()
        self._shown: int | None = None
        self.unread: tuple[Unread, ...] = ()
        self.button = MentionsButton(window)
        self.button.clicked.connect(self.show)
        add_button(self.button)
        self._reading = QTimer(self, singleShot=True, interval=READ_MS)
        self._reading.timeout.connect(self._read)
        hub.changed.connect(self._changed)
        hub.loaded.connect(self._ask)
        desk.questions.answered.connect(self._answered)

    def follow(self) -> None:
        """Ask what waits, now that somebody sits here."""
        self._ask()

    def show(self) -> None:
        """Open the incident whose note waits; of several, list them first."""
        if not self.unread:
            self._messages.show_message(
                "info", self.tr("No note that mentions you waits to be read."), key=KEY
            )
        elif len({one.incident for one in self.unread}) == 1:
            self._open(self.unread[0].incident)
        else:
            found = MentionList(self.unread, self._hub.picture.zone, self._window)
            found.chosen.connect(self._open)
            found.open()

    def incident_shown(self, incident: int) -> None:
        """An incident is looked at from now on."""
        self._shown = incident
        self._look()

    def _changed(self, change: Change) -> None:
        me = self._desk.operator
        for event in change.events:
            own = event.kind is Deed.READ_MENTIONS and same_person(event.operator, me)
            if own or (event.kind is Deed.COMMENT and tells(event, me)):
                self._ask()
                return

    def _ask(self) -> None:
        self._asked = ask_unread(self._desk)

    def _answered(self, number: UUID, answer: object) -> None:
        if number != self._asked or not isinstance(answer, tuple):
            return
        self._asked, self.unread = None, answer
        self.button.show_count(len(answer))
        fresh = [one for one in self.unread if one.id not in self._told]
        self._told = {one.id for one in self.unread}
        if fresh:
            self._tell(fresh)
        elif not self.unread:
            self._messages.dismiss(KEY)
        self._look()

    def _tell(self, fresh: list[Unread]) -> None:
        newest = fresh[0]
        text = self.tr("{name} mentions you on {number}: {note}")
        if len(fresh) > 1:
            text = self.tr("{count} notes mention you; the last one by {name} on {number}: {note}")
        self._messages.show_message(
            "info",
            text.format(
                count=len(fresh),
                name=one_line(newest.by),
                number=f"{newest.incident:04d}",
                note=one_line(newest.note)[:NOTE_SHOWN],
            ),
            key=KEY,
            action=f"{self.tr('Open')}  {key_mark('mentions')}",
            callback=self.show,
        )

    def _look(self) -> None:
        if any(one.incident == self._shown for one in self.unread):
            self._reading.start()
        else:
            self._reading.stop()

    def _read(self) -> None:
        if self._shown is not None and self._window.isActiveWindow():
            self._desk.do(ReadMentions(self._shown))
