"""Who may not go to an incident though they have to do with its skill, and why not."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.incident import AssignmentState, Incident
from console.domain.people import Member
from console.domain.ranking import Exclusion, Obstacle
from console.widgets.labels import obstacle_label, reserved_text
from console.widgets.plain import plain_label

Running = Callable[[int], Sequence[Incident]]
"""The open incidents that bind a member, by the member's id."""

Until = Callable[[Incident, int], str | None]
"""When a member who is on an incident is likely to be free, as a time of day; None if unknown."""


class Excluded(QWidget):
    """A line that says how many, and on demand who and why; open by itself if nobody can go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._excluded: tuple[Exclusion, ...] = ()
        self._running: Running = _nobody
        self._until: Until = _unknown
        self._members: Mapping[int, Member] = {}
        self._asked = False
        self._forced = False
        self.toggle = QPushButton(self)
        self.toggle.setProperty("kind", "quiet")
        self.toggle.clicked.connect(self.switch)
        self.who = plain_label(self)
        self.who.setProperty("role", "dim")
        self.who.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.toggle)
        layout.addWidget(self.who)

    def show_excluded(
        self,
        excluded: tuple[Exclusion, ...],
        running: Running,
        members: Mapping[int, Member],
        until: Until,
        *,
        nobody: bool,
    ) -> None:
        """Show the nearest of those who may not go; all of it at once where nobody may."""
        self._excluded, self._running, self._forced = excluded, running, nobody
        self._members, self._until = members, until
        self._show()

    def switch(self) -> None:
        """Show who and why, or put it away again."""
        if not self.isHidden():
            self._asked = not self._asked
            self._show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        self.setVisible(bool(self._excluded))
        opened = self._asked or self._forced
        self.toggle.setVisible(not self._forced)
        self.toggle.setText(
            self.tr("Put away  X") if opened else self.tr("Who cannot go, and why  X")
        )
        self.who.setVisible(opened)
        if opened:
            self.who.setText("\n".join(map(self._line, self._excluded)))

    def _line(self, exclusion: Exclusion) -> str:
        member = exclusion.member
        why = obstacle_label(exclusion.obstacle)
        if exclusion.obstacle is Obstacle.AT_LIMIT:
            running = self._running(member.id)
            where = self.tr(", ").join(self._where(one, member.id) for one in running)
            why = f"{why}: {where}" if where else why
        elif (mentor := self._members.get(exclusion.mentor or 0)) is not None:
            why = self.tr("{why}, goes with {mentor}").format(why=why, mentor=mentor.name)
        elif exclusion.since is not None:
            why = f"{why}: {exclusion.since:%Y-%m-%d}"
        held = (reserved_text(exclusion.reserved),) if exclusion.reserved else ()
        return " · ".join((member.name, why, *held))

    def _where(self, incident: Incident, member: int) -> str:
        """At which incident somebody is, and until about when if that can be said."""
        where = {
            AssignmentState.ON_SCENE: self.tr("on scene at {number}"),
            AssignmentState.EN_ROUTE: self.tr("on the way to {number}"),
        }.get(
            incident.standing_of(member) or AssignmentState.DISPATCHED, self.tr("sent to {number}")
        )
        told = where.format(number=incident.number)
        until = self._until(incident, member)
        if until is None:
            return told
        return self.tr("{where} until about {time}").format(where=told, time=until)


def _nobody(_member: int) -> Sequence[Incident]:
    return ()


def _unknown(_incident: Incident, _member: int) -> str | None:
    return None
