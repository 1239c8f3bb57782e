"""A member's running assignments as buttons that lead to the incidents."""

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.incident import RUNNING, Incident
from console.domain.people import Member
from console.domain.text import one_line
from console.live.picture import Picture
from console.widgets.labels import state_label
from console.widgets.plain import button_text, plain_label
from console.widgets.tips import plain_tip

SHOWN = 200
"""So many characters of a title can ever be seen."""

PADDING = 16
"""What a button needs beside its text, in pixels."""


class LineButton(QPushButton):
    """A button of one line of any text, cut where there is no room; Enter presses it."""

    def __init__(self, line: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(line)
        self.setToolTip(plain_tip(line))
        self._fit()

    @property
    def line(self) -> str:
        """The whole text."""
        return self._line

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        room = max(0, self.width() - PADDING)
        cut = self.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        self.setText(button_text(cut))


class Running(QWidget):
    """The incidents that a member is on, each a button; arrow keys go along them."""

    incident_requested = Signal(int)

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._member: Member | None = None
        self._incidents: tuple[Incident, ...] = ()
        self._shown: tuple[str, ...] = ()
        self.buttons: list[LineButton] = []
        self._title = plain_label(self)
        self._title.setProperty("role", "caption")
        self.others = plain_label(self)
        self.others.setProperty("role", "dim")
        self.others.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self.others)
        self._title.setText(self.tr("Running assignments"))

    def show_of(self, member: Member) -> None:
        """Show what a member is on now; buttons that stay the same keep the keyboard."""
        self._member = member
        found = (
            incident
            for incident in self._picture.incidents.values()
            if incident.assignee == member.id and incident.state in RUNNING
        )
        self._incidents = tuple(sorted(found, key=lambda incident: incident.id))
        lines = tuple(self._line(incident) for incident in self._incidents)
        if lines != self._shown:
            self._shown = lines
            self._make_buttons()
        self._say_others(member)

    def concerned(self, change: Change) -> bool:
        """Whether a change brought, altered or ended any of what is shown or is to be shown."""
        shown = {incident.id for incident in self._incidents}
        if shown.intersection(change.ended):
            return True
        member = None if self._member is None else self._member.id
        return any(i.id in shown or i.assignee == member for i in change.incidents)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._title.setText(self.tr("Running assignments"))
            if self._member is not None:
                self.show_of(self._member)
        super().changeEvent(event)

    def _line(self, incident: Incident) -> str:
        title = one_line(incident.title[:SHOWN])
        return f"{incident.number}  {state_label(incident.state)}  {title}"

    def _make_buttons(self) -> None:
        had_keys = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), None)
        for old in self.buttons:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = [LineButton(line, self) for line in self._shown]
        for place, button in enumerate(self.buttons):
            button.clicked.connect(
                partial(self.incident_requested.emit, self._incidents[place].id)
            )
            self._layout.insertWidget(place + 1, button)
        if had_keys is not None and self.buttons:
            self.buttons[min(had_keys, len(self.buttons) - 1)].setFocus()

    def _say_others(self, member: Member) -> None:
        """Say of how many more they are on: those that somebody else leads are not known here."""
        others = member.load - len(self._incidents)
        if others > 0:
            text = self.tr("and {n} led by somebody else").format(n=others)
        else:
            text = "" if self._incidents else self.tr("none")
        self.others.setText(text)
        self.others.setVisible(bool(text))
