"""Those who are on an incident or reserved for it: each with a line, and keys to move that one on.

It is shown only where there is more to tell than the large button does: a team, or somebody who is
reserved.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import AssignmentView, Case
from console.domain.incident import LIVE_ASSIGNMENT, Assigned, AssignmentState, Incident
from console.domain.lifecycle import Deed
from console.domain.orders import NEEDS_REASON, MemberStep
from console.domain.people import Member
from console.domain.text import one_line
from console.domain.training import goes_with
from console.live.desk import Desk
from console.live.picture import Picture
from console.widgets.keys import is_key
from console.widgets.labels import assignment_label, deed_label, localised
from console.widgets.plain import button_text, plain_label

_NEXT = {
    AssignmentState.RESERVED: Deed.CALL,
    AssignmentState.DISPATCHED: Deed.ACKNOWLEDGE,
    AssignmentState.ACKNOWLEDGED: Deed.SET_OUT,
    AssignmentState.EN_ROUTE: Deed.ARRIVE,
}
"""What Enter does about a member in each state; who is at the scene can only leave."""

_REASONED = (Deed.WITHDRAW, Deed.RETURN)
"""Their keys end one member's assignment for a reason: the same as for the whole incident."""

_CAN_RETURN = LIVE_ASSIGNMENT - {AssignmentState.ON_SCENE}
"""In which states an assignment can be sent back."""

MARKS = {
    AssignmentState.RESERVED: "◌",
    AssignmentState.DISPATCHED: "○",
    AssignmentState.ACKNOWLEDGED: "◔",
    AssignmentState.EN_ROUTE: "➤",
    AssignmentState.ON_SCENE: "●",
}
"""A sign for each state beside its word."""


class PersonLine(QWidget):
    """One member: who, as what, how far and since when; one button moves on, one lets go."""

    wanted = Signal(int, str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one: Assigned | None = None
        self.onward = _LineButton(self)
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.leave = _LineButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.onward)
        layout.addWidget(self.leave)
        self.onward.clicked.connect(self._go_on)
        for button in (self.onward, self.leave):
            button.let_go.connect(self._let_go)
            button.stepped.connect(self.stepped)
        self.onward.reason_wanted.connect(self._end_for_reason)
        self.leave.clicked.connect(self._let_go)

    def show_one(self, one: Assigned, name: str, role: str, since: str) -> None:
        """Say who it is and what can be done."""
        self._one = one
        # A space that does not break: the sign stays beside its word.
        state = f"{MARKS.get(one.state, '')}\u00a0{assignment_label(one.state)}"
        lead = self.tr("leads") if one.leads else ""
        told = " · ".join(part for part in (name, role, lead, state, since) if part)
        self.said.setText(told)
        deed = _NEXT.get(one.state)
        self.onward.setText(button_text(deed_label(deed) if deed else "—"))
        self.onward.setAccessibleName(f"{told}: {self.onward.text()}")
        self.leave.setText(self.tr("Let go"))
        self.leave.setAccessibleName(f"{name}: {self.leave.text()}")

    def _go_on(self) -> None:
        deed = None if self._one is None else _NEXT.get(self._one.state)
        if self._one is not None and deed is not None:
            self.wanted.emit(self._one.member, deed.value)

    def _let_go(self) -> None:
        if self._one is not None:
            self.wanted.emit(self._one.member, Deed.LEAVE.value)

    def _end_for_reason(self, deed: str) -> None:
        if self._one is None:
            return
        if Deed(deed) is Deed.WITHDRAW or self._one.state in _CAN_RETURN:
            self.wanted.emit(self._one.member, deed)


class _LineButton(QPushButton):
    """Enter presses it, Delete lets go, W and T end it; the arrow keys go along the lines."""

    let_go = Signal()
    stepped = Signal(int)
    reason_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")

    @override
    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and _reasoned(event) is not None:
            # Here these keys are about the one member, not about the whole incident.
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        deed = _reasoned(event)
        if deed is not None:
            if not event.isAutoRepeat():
                self.reason_wanted.emit(deed.value)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.let_go.emit()
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case _:
                super().keyPressEvent(event)


def _reasoned(event: QKeyEvent) -> Deed | None:
    return next((deed for deed in _REASONED if is_key(deed.value, event)), None)


class PeopleList(QWidget):
    """Everybody on the incident shown."""

    reason_wanted = Signal(object, int)
    """A deed about a member needs a reason."""

    def __init__(self, picture: Picture, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._desk = picture, desk
        self._incident: Incident | None = None
        self._case: Case | None = None
        self.lines: list[PersonLine] = []
        self.caption = plain_label(self)
        self.caption.setProperty("role", "caption")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.caption)

    @property
    def shown(self) -> int:
        """How many have a line."""
        return sum(not line.isHidden() for line in self.lines)

    def show_of(self, incident: Incident, case: Case | None) -> None:
        """Show those who are on an incident; the times come with its case."""
        self._incident, self._case = incident, case
        people = incident.people
        self.setVisible(len(people) > 1 or any(not one.is_live for one in people))
        self.caption.setText(
            self.tr("On it · Y, then Enter moves one on, W withdraws, T returns, Del lets go")
        )
        for number, one in enumerate(people):
            if number == len(self.lines):
                line = PersonLine(self)
                line.wanted.connect(self._do)
                line.stepped.connect(partial(self._step, number))
                self._layout.addWidget(line)
                self.lines.append(line)
            member = self._picture.members.get(one.member)
            name = one_line(member.name) if member else ""
            role = self._role(one.role) or self._mentored(member)
            self.lines[number].show_one(one, name, role, self._since(one))
            self.lines[number].show()
        for line in self.lines[len(people) :]:
            line.hide()

    def _step(self, line: int, by: int) -> None:
        """Go to the line below or above; from the last one there is none below."""
        wanted = line + by
        if 0 <= wanted < self.shown:
            self.lines[wanted].onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_keyboard(self) -> None:
        """Give the first line the keyboard."""
        if self.isVisible() and self.lines:
            self.lines[0].onward.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._incident is not None:
            self.show_of(self._incident, self._case)
        super().changeEvent(event)

    def _do(self, member: int, deed: str) -> None:
        if self._incident is None:
            return
        if Deed(deed) in NEEDS_REASON:
            self.reason_wanted.emit(Deed(deed), member)
        else:
            self._desk.do(MemberStep(Deed(deed), self._incident.id, member))

    def _role(self, code: str) -> str:
        catalogue = self._picture.catalogue
        roles = () if catalogue is None else catalogue.roles
        return next((localised(r.name, r.name_en) for r in roles if r.code == code), code)

    def _mentored(self, member: Member | None) -> str:
        """With whom somebody is there who is not certified for what the incident needs."""
        category = self._picture.categories.get(self._incident.category if self._incident else "")
        if member is None or category is None:
            return ""
        mentor = self._picture.members.get(goes_with(member, category.skill) or 0)
        if mentor is None:
            return ""
        return self.tr("in training with {mentor}").format(mentor=one_line(mentor.name))

    def _since(self, one: Assigned) -> str:
        if self._case is None or self._incident is None:
            return ""
        if self._case.incident.id != self._incident.id:
            return ""
        found = [view for view in self._case.assignments if view.member == one.member]
        at = _last(found[-1]) if found and found[-1].state is one.state else None
        return "" if at is None else f"{at.astimezone(self._picture.zone):%H:%M}"


def _last(view: AssignmentView) -> datetime | None:
    times = (
        view.arrived_at,
        view.set_out_at,
        view.acknowledged_at,
        view.dispatched_at,
        view.reserved_at,
    )
    return next((at for at in times if at is not None), None)
