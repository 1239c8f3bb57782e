"""What is watched of an incident: its cards, the check-in clock, and how a limit was extended."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.extending import original_end
from console.domain.incident import Incident
from console.domain.ladder import Card, Matter, Supervision, highest
from console.domain.orders import AcknowledgeCard, CheckIn
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.incident.words import full_text
from console.widgets.keys import key_mark
from console.widgets.labels import duration_text
from console.widgets.ladder_words import answer_text, mark_color, mark_text
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle

_ROLES = {"amber": "warning", "red": "error", "dim": "dim"}


class _Line(QWidget):
    """One line of words with a key button at its right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = plain_label(self)
        self.text.setWordWrap(True)
        self.key = QPushButton(self)
        self.key.setProperty("kind", "key")
        self.key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.key)

    def say(self, text: str, role: str) -> None:
        """Show words in a role's colour, or nothing at all."""
        self.setVisible(bool(text))
        if self.text.text() != text:
            self.text.setText(text)
        restyle(self.text, role=role)


class SupervisionPart(QWidget):
    """Shown below the header where there is anything to say; K acknowledges, I checks in."""

    owner_word_wanted = Signal(object)
    """Somebody else than the owner acknowledges a card: how did the owner?"""

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._desk, self._clock = picture, desk, clock
        self._incident: Incident | None = None
        self.alarm, self.card, self.watch = _Line(self), _Line(self), _Line(self)
        self.extension = plain_label(self)
        self.extension.setProperty("role", "dim")
        self.extension.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.alarm, self.card, self.watch, self.extension):
            layout.addWidget(widget)
        self.alarm.key.clicked.connect(self._acknowledge_alarm)
        self.card.key.clicked.connect(self._acknowledge_card)
        self.watch.key.clicked.connect(self.check_in)
        self._retranslate()

    def show_incident(self, incident: Incident) -> None:
        """Show what is watched of an incident."""
        self._incident = incident
        self.tick()

    def acknowledge(self) -> None:
        """Acknowledge what is open: the alarm before a card."""
        self._acknowledge(self._open(Matter.SAFETY) or self._open(Matter.LIMIT))

    def check_in(self) -> None:
        """Whoever is alone on scene is well."""
        incident = self._incident
        if incident is not None and self._picture.oversight.watch(incident) is not None:
            self._desk.do(CheckIn(incident.id))

    def tick(self) -> None:
        """Tell the remaining times anew."""
        incident = self._incident
        if incident is None:
            return
        # The Picture's own word: the case that was read may be older.
        incident = self._picture.incidents.get(incident.id, incident)
        now = self._clock()
        self._say(self.alarm, self._shown(Matter.SAFETY), now)
        self._say(self.card, self._shown(Matter.LIMIT), now)
        self._say_watch(incident, now)
        self._say_extension(incident)
        # Hidden as a whole, it takes no space between its neighbours.
        lines = (self.alarm, self.card, self.watch, self.extension)
        self.setVisible(any(not line.isHidden() for line in lines))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for line in (self.alarm, self.card):
            acknowledge = self.tr("Acknowledge")
            line.key.setText(f"{key_mark('acknowledge_card')}  {acknowledge}")
            line.key.setAccessibleName(acknowledge)
        checked = self.tr("Checked in")
        self.watch.key.setText(f"{key_mark('check_in')}  {checked}")
        self.watch.key.setAccessibleName(checked)
        self.tick()

    def _raised(self, matter: Matter) -> list[Supervision]:
        if self._incident is None:
            return []
        found = self._picture.oversight.raised(self._incident.id)
        return [one for one in found if one.matter is matter]

    def _open(self, matter: Matter) -> Supervision | None:
        """What must be acknowledged next: the gravest that is open."""
        return highest(one for one in self._raised(matter) if one.open)

    def _shown(self, matter: Matter) -> Supervision | None:
        found = self._raised(matter)
        if matter is Matter.SAFETY:
            return self._open(matter)
        return self._open(matter) or highest(one for one in found if one.card is not Card.NONE)

    def _say(self, line: _Line, one: Supervision | None, now: datetime) -> None:
        if one is None:
            line.say("", "dim")
            return
        more = sum(other.open for other in self._raised(one.matter)) - 1
        text = f"{mark_text(one)} · {answer_text(one, now)}"
        if more > 0:
            text += self.tr(" · {n} more open").format(n=more)
        line.say(text, _ROLES[mark_color(one)])
        line.key.setVisible(one.open)
        since = self.tr("due {time}, raised {raised}").format(
            time=full_text(one.due_at, self._picture.zone),
            raised=full_text(one.raised_at, self._picture.zone),
        )
        line.setToolTip(since)

    def _say_watch(self, incident: Incident, now: datetime) -> None:
        watch = self._picture.oversight.watch(incident)
        if watch is None:
            self.watch.say("", "dim")
            return
        member = self._picture.members.get(watch.member)
        name = one_line(member.name) if member else ""
        if now < watch.due_at:
            left = duration_text(watch.due_at - now)
            told = self.tr("{name} is alone on scene, checks in within {time}")
            self.watch.say(told.format(name=name, time=left), "dim")
        else:
            over = duration_text(now - watch.due_at)
            told = self.tr("✚ {name} is alone on scene, should have checked in {time} ago")
            self.watch.say(told.format(name=name, time=over), "error")

    def _say_extension(self, incident: Incident) -> None:
        text = ""
        first = original_end(incident, self._picture.oversight.calendar_of(incident))
        if first is not None:
            text = self.tr("extended (×{n}) by {time}; first until {end}").format(
                n=incident.extensions,
                time=duration_text(incident.extended),
                end=full_text(first, self._picture.zone),
            )
        self.extension.setText(text)
        self.extension.setVisible(bool(text))

    def _acknowledge_alarm(self) -> None:
        self._acknowledge(self._open(Matter.SAFETY))

    def _acknowledge_card(self) -> None:
        self._acknowledge(self._open(Matter.LIMIT))

    def _acknowledge(self, one: Supervision | None) -> None:
        if one is None:
            return
        if self._desk.operator.casefold() == one.owner.casefold():
            self._desk.do(AcknowledgeCard(one.incident, one.id))
        else:
            self.owner_word_wanted.emit(one)
