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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self.setProperty("kind", "quiet")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_line(self, line: str) -> None:
        """Show a text."""
        self._line = line
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
    keys_lost = Signal()

    def __init__(self, picture: Picture, before: QWidget, parent: QWidget | None = None) -> None:
        """Make it empty.

        Args:
            picture: Knows the incidents.
            before: The widget from which Tab leads onto the first button.
            parent: The widget above.
        """
        super().__init__(parent)
        self._picture, self._before = picture, before
        self._member: Member | None = None
        self._incidents: tuple[Incident, ...] = ()
        self._buttons: dict[int, LineButton] = {}
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

    @property
    def buttons(self) -> list[LineButton]:
        """The buttons from top to bottom."""
        return [self._buttons[incident.id] for incident in self._incidents]

    def show_of(self, member: Member) -> None:
        """Show what a member is on now."""
        self._member = member
        found = (
            incident
            for incident in self._picture.incidents.values()
            if member.id in incident.on_it and incident.state in RUNNING
        )
        self._incidents = tuple(sorted(found, key=lambda incident: incident.id))
        self._bring_up()
        self._say_others(member)

    def concerned(self, change: Change) -> bool:
        """Whether a change brought, altered or ended any of what is shown or is to be shown."""
        shown = {incident.id for incident in self._incidents}
        if shown.intersection(change.ended):
            return True
        member = None if self._member is None else self._member.id
        return any(i.id in shown or member in i.on_it for i in change.incidents)

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

    def _bring_up(self) -> None:
        """Have a button for each incident; one that stays is the same, so that it keeps the keys.

        The keys of one that goes are given back: they must not press the next one.
        """
        wanted = {incident.id for incident in self._incidents}
        for number in self._buttons.keys() - wanted:
            old = self._buttons.pop(number)
            if old.hasFocus():
                self.keys_lost.emit()
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        before = self._before
        for place, incident in enumerate(self._incidents):
            button = self._buttons.get(incident.id)
            if button is None:
                button = self._add(incident.id, place)
            button.set_line(self._line(incident))
            self.setTabOrder(before, button)
            before = button

    def _add(self, incident_id: int, place: int) -> LineButton:
        button = LineButton(self)
        button.clicked.connect(partial(self.incident_requested.emit, incident_id))
        self._layout.insertWidget(place + 1, button)
        # At once, because what is not shown yet cannot have the keys.
        button.show()
        self._buttons[incident_id] = button
        return button

    def _say_others(self, member: Member) -> None:
        """Say of how many more they are on: those that somebody else leads are not known here."""
        others = member.load - len(self._incidents)
        if others > 0:
            text = self.tr("and {n} led by somebody else").format(n=others)
        else:
            text = "" if self._incidents else self.tr("none")
        self.others.setText(text)
        self.others.setVisible(bool(text))
