"""On the incident panel: how often something was reported here before, and what."""

from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.premises import MONTH, YEAR, Before, PlaceHistory
from console.domain.text import one_line
from console.live.asking_place import ask_place_history
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.alike import Lines
from console.views.common.rest import Rest
from console.views.incident.words import day_text
from console.widgets.keys import key_mark
from console.widgets.labels import distance_text, localised, state_label
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle

REST_MS = 80
"""It is asked when the selection has rested so long: not for each row that is passed."""

TITLE_SHOWN = 40

OFTEN = 2
"""From so many within a month before on it is said as a warning: it is the third time."""

_TELLS_MORE = frozenset({Deed.CORRECT, Deed.MERGE, Deed.SEPARATE, Deed.REJECT})
"""The deeds after which it is looked again."""


class PlacePart(QWidget):
    """A sentence with its count; opened, a line for each incident before, the latest first."""

    incident_wanted = Signal(int)
    keyboard_left = Signal()

    def __init__(self, hub: Hub, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._incident: int | None = None
        self._asked: UUID | None = None
        self.known = PlaceHistory()
        self.caption = plain_label(self)
        self.caption.setProperty("role", "caption")
        self.told = plain_label(self)
        self.told.setWordWrap(True)
        self.switch = QPushButton(self)
        self.switch.setProperty("kind", "quiet")
        self.switch.setCheckable(True)
        self.lines = Lines(self)
        self.lines.hide()
        self.more = plain_label(self)
        self.more.setProperty("role", "dim")
        self.more.hide()
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.caption)
        layout.addLayout(head)
        layout.addWidget(self.lines)
        layout.addWidget(self.more)
        self._rest = Rest(desk, REST_MS, self)
        self._rest.over.connect(self._ask)
        self.switch.toggled.connect(self._show_lines)
        self.lines.opened.connect(self.incident_wanted)
        desk.questions.answered.connect(self._answered)
        hub.changed.connect(self._changed)
        self.hide()

    def show_of(self, incident: Incident) -> None:
        """Show what was before at the place of an incident, once it is known."""
        if incident.id != self._incident:
            self._incident, self._asked, self.known = incident.id, None, PlaceHistory()
            self.switch.setChecked(False)
            self._say()
            self._rest.start()

    def take_keyboard(self) -> None:
        """List what was before, and give the first line the keyboard; once more puts it away."""
        if self.isHidden():
            return
        self.switch.setChecked(not self.switch.isChecked())
        if self.switch.isChecked():
            self.lines.take_keyboard()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _ask(self) -> None:
        if self._incident is not None:
            self._asked = ask_place_history(self._desk, self._incident)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, PlaceHistory):
            self._asked, self.known = None, answer
            self._say()

    def _changed(self, change: Change) -> None:
        if any(event.kind in _TELLS_MORE for event in change.events):
            self._rest.start()

    def _say(self) -> None:
        known = self.known
        self.caption.setText(self.tr("This place before"))
        self.told.setText(self._sentence())
        restyle(self.told, role="warning" if known.month >= OFTEN else "")
        self.switch.setText(self.tr("List") + f"  {key_mark('place_history')}")
        self.switch.setAccessibleName(self.tr("List what was reported here before"))
        told = [(one.number, self._line(one), "") for one in known.before]
        self.lines.show_lines(told)
        self.more.setText(self.tr("and {n} more").format(n=known.year - len(told)))
        self._show_lines(self.switch.isChecked())
        self.setVisible(bool(told))

    def _sentence(self) -> str:
        known = self.known
        count = f"{known.year}+" if known.more else str(known.year)
        year = self.tr("{n} within {days} days before").format(n=count, days=YEAR.days)
        if not known.month:
            return year
        month = self.tr("No. {n} here within {days} days")
        return f"{month.format(n=known.month + 1, days=MONTH.days)} · {year}"

    def _line(self, one: Before) -> str:
        category = self._hub.picture.categories.get(one.category)
        kind = localised(category.name, category.name_en) if category else one.category
        where = self.tr("same address") if one.same_address else ""
        if not where and one.metres is not None:
            where = distance_text(one.metres)
        parts = (
            f"{one.number:04d} {one_line(one.title)[:TITLE_SHOWN]}",
            day_text(one.at, self._hub.picture.zone),
            kind,
            state_label(one.state),
            where,
        )
        return " · ".join(part for part in parts if part)

    def _show_lines(self, shown: bool) -> None:
        focused = QApplication.focusWidget()
        had_keyboard = focused is not None and self.lines.isAncestorOf(focused)
        self.lines.setVisible(shown)
        self.more.setVisible(shown and self.known.year > len(self.known.before))
        if had_keyboard and not shown:
            self.keyboard_left.emit()
