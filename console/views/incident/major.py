"""On the incident panel: a major incident with its parts, or of which one it is a part."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Case
from console.domain.checking import EndReason, split_reason
from console.domain.drafts import TextDraft
from console.domain.incident import ENDED, Incident
from console.domain.lifecycle import Deed
from console.domain.major import people_on
from console.domain.orders import (
    Comment,
    DeclareMajor,
    JoinMajor,
    LeaveMajor,
    Order,
    StandDown,
    Step,
)
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.alike import Lines
from console.views.common.one_by_one import OneByOne
from console.views.incident.actions import TextBar
from console.views.incident.drafts import Drafts
from console.views.incident.words import read_number
from console.widgets.ending_words import end_reason_label
from console.widgets.keys import key_mark
from console.widgets.labels import deed_label, state_label
from console.widgets.plain import button_text, plain_label

TITLE_SHOWN = 40
COLUMNS = 2


class MajorPart(QWidget):
    """What is led together: declared, joined, noted and closed from here; each part told of."""

    incident_wanted = Signal(int)
    keyboard_left = Signal()
    wrong_number = Signal(str)

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        drafts: Drafts,
        idle: Callable[[], Incident | None],
        parent: QWidget | None = None,
    ) -> None:
        """Stand on the panel.

        Args:
            picture: Knows the parts that are open.
            desk: Does what is ordered.
            drafts: Keeps what is typed.
            idle: The incident that is shown, or None while a deed on it is in flight.
            parent: The panel.
        """
        super().__init__(parent)
        self._picture, self._desk, self._drafts, self._idle = picture, desk, drafts, idle
        self._incident: Incident | None = None
        self._case: Case | None = None
        self._many = False
        self._asked_at = 0
        self.one_by_one = OneByOne(desk, lambda: picture.zone, self)
        self.caption = plain_label(self)
        self.caption.setProperty("role", "caption")
        self.caption.setWordWrap(True)
        self.lines = Lines(self)
        self.buttons = {
            "note_all": QPushButton(self),
            "close_all": QPushButton(self),
            "declare_major": QPushButton(self),
        }
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for place, button in enumerate(self.buttons.values()):
            button.setProperty("kind", "key")
            # Three side by side would be wider than the panel.
            buttons.addWidget(button, place // COLUMNS, place % COLUMNS)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.caption)
        layout.addWidget(self.lines)
        layout.addLayout(buttons)
        self.buttons["note_all"].clicked.connect(self.note_all)
        self.buttons["close_all"].clicked.connect(self.close_all)
        self.buttons["declare_major"].clicked.connect(self.declare_or_stand_down)
        self.lines.opened.connect(self.incident_wanted)
        self.lines.done.connect(self._take_out)
        self._say()

    @cached_property
    def bar(self) -> TextBar:
        """The line that a deed needs, made when it is first asked for."""
        bar = TextBar(self)
        self._layout.addWidget(bar)
        bar.line.textEdited.connect(self._keep)
        bar.confirmed.connect(self._given)
        bar.cancelled.connect(self.leave_bar)
        return bar

    @property
    def is_asking(self) -> bool:
        """Whether the line stands there."""
        return "bar" in vars(self) and self.bar.isVisibleTo(self)

    # What keys and buttons ask for

    def declare_or_stand_down(self) -> None:
        """Ask why it is led as a major incident from now on, or as one no more."""
        incident = self._idle()
        if incident is not None and incident.state not in ENDED:
            self._ask(incident, Deed.STAND_DOWN if incident.leads else Deed.DECLARE_MAJOR)

    def join_or_leave(self) -> None:
        """Ask for the number of the major incident, or take a part out of its own."""
        incident = self._idle()
        if incident is None or incident.state in ENDED or incident.leads:
            return
        if incident.part_of is not None:
            self._desk.do(LeaveMajor(incident.id, seen=incident.version))
        else:
            self._ask(incident, Deed.JOIN_MAJOR, self._only_major(incident))

    def note_all(self) -> None:
        """Ask for a note to the major incident and all its parts."""
        incident = self._idle()
        if incident is not None and incident.leads:
            self._ask(incident, Deed.COMMENT)

    def close_all(self) -> None:
        """Ask how the major incident ended, with all its parts."""
        incident = self._idle()
        if incident is not None and incident.leads:
            self._ask(incident, Deed.CLOSE)
            self.bar.offer([end_reason_label(one) for one in self._reasons])

    def take_keyboard(self) -> None:
        """Give the first line the keyboard."""
        self.lines.take_keyboard()

    def go_on(self, draft: TextDraft) -> bool:
        """Ask again for what was half typed here; False if it belongs elsewhere."""
        ours = frozenset({Deed.DECLARE_MAJOR, Deed.STAND_DOWN, Deed.JOIN_MAJOR})
        incident = self._idle()
        if draft.deed not in ours or incident is None or incident.state in ENDED:
            return False
        self._ask(incident, draft.deed)
        return True

    def leave_bar(self) -> None:
        """Put the line away."""
        had_keyboard = self.bar.has_keyboard
        self.bar.hide()
        self._say()
        if had_keyboard:
            self.keyboard_left.emit()

    # What is shown

    def show_of(self, incident: Incident, case: Case | None, *, many: bool) -> None:
        """Show how an incident is led; ``many`` if many people tell of it at once."""
        before = self._incident
        if self.is_asking and (before is None or before.id != incident.id):
            self.bar.hide()
        self._incident, self._many = incident, many
        self._case = case if case is not None and case.incident.id == incident.id else None
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        incident = self._incident
        leads = incident is not None and incident.leads
        part = incident is not None and incident.part_of is not None
        is_open = incident is not None and incident.state not in ENDED
        offered = is_open and not part and (leads or self._many)
        self.setVisible(leads or part or offered or self.is_asking)
        if incident is None:
            return
        self.lines.show_lines(self._told(incident))
        self.caption.setText(self._caption(incident))
        self.caption.setVisible(leads or part or offered)
        for name, button in self.buttons.items():
            shown = offered if name == "declare_major" else leads and is_open
            button.setVisible(shown)
            button.setText(button_text(f"{key_mark(name)}  {self._name(name, leads=leads)}"))

    def _name(self, name: str, *, leads: bool) -> str:
        match name:
            case "note_all":
                return self.tr("Note to all")
            case "close_all":
                return self.tr("Close with all")
            case _:
                return deed_label(Deed.STAND_DOWN if leads else Deed.DECLARE_MAJOR)

    def _caption(self, incident: Incident) -> str:
        if incident.part_of is not None:
            return self.tr("⛁ Part of a major incident")
        if not incident.leads:
            return self.tr("Many people tell of it at once: led as a major incident?")
        parts = self._picture.parts_of(incident.id)
        people = people_on([incident, *parts])
        ended = sum(one.state in ENDED for one in self._case.led) if self._case else 0
        told = self.tr("⛁ Major incident · parts open: {n}, ended: {ended} · people: {people}")
        caption = told.format(n=len(parts), ended=ended, people=len(people))
        return f"{caption} · {key_mark('parts')}" if self.lines.numbers else caption

    def _told(self, incident: Incident) -> list[tuple[int, str, str]]:
        """The lines: each part as it now stands, or the major incident of a part."""
        out = self.tr("Take out")
        if incident.part_of is not None:
            head = self._picture.incidents.get(incident.part_of)
            text = f"{incident.part_of:04d}" if head is None else self._of(head)
            return [(incident.part_of, text, out if incident.state not in ENDED else "")]
        if not incident.leads:
            return []
        parts = self._picture.parts_of(incident.id)
        told = [(one.id, self._of(one), out) for one in parts]
        known = {one.id for one in parts}
        ended = () if self._case is None else self._case.led
        told += [
            (one.id, f"{one.id:04d} {_short(one.title)} · {state_label(one.state)}", "")
            for one in ended
            if one.id not in known and one.state in ENDED
        ]
        return told

    def _of(self, incident: Incident) -> str:
        members = self._picture.members
        names = "、".join(members[one].name for one in sorted(incident.on_it) if one in members)
        parts = (f"{incident.number} {_short(incident.title)}", state_label(incident.state), names)
        return " · ".join(part for part in parts if part)

    # What is sent

    @property
    def _reasons(self) -> list[EndReason]:
        reasons = () if self._case is None else self._case.reasons
        return [one for one in reasons if one.deed is Deed.CLOSE]

    def _only_major(self, incident: Incident) -> str:
        """The number of the one major incident that is open: the one that is likely meant."""
        majors = [one for one in self._picture.incidents.values() if one.leads]
        alone = len(majors) == 1 and majors[0].id != incident.id
        return majors[0].number if alone else ""

    def _ask(self, incident: Incident, deed: Deed, begun: str = "") -> None:
        self._asked_at = incident.version
        draft = self._drafts.text(incident.id, deed) if deed not in _OF_ALL else ""
        self.show()
        self.bar.open_for(deed, draft or begun, partial(self._asked, deed))
        if begun and not draft:
            self.bar.line.selectAll()

    def _asked(self, deed: Deed) -> str:
        match deed:
            case Deed.DECLARE_MAJOR:
                return self.tr("Why it is led as a major incident")
            case Deed.STAND_DOWN:
                return self.tr("Why it is led as a major incident no more; its parts go on")
            case Deed.JOIN_MAJOR:
                return self.tr("Number of the major incident that it is a part of")
            case Deed.CLOSE:
                return self.tr("How all of it ended: from the list (↓), with a note after it")
            case _:
                return self.tr("Note to the major incident and all its parts")

    def _keep(self, text: str) -> None:
        if self._incident is not None and self.bar.deed not in _OF_ALL:
            self._drafts.keep(self._incident.id, self.bar.deed, text)

    def _given(self, deed: Deed, text: str) -> None:
        incident = self._idle()
        if incident is None:
            return
        if deed in _OF_ALL:
            self._send_to_all(incident, deed, text)
        elif deed is Deed.JOIN_MAJOR:
            number = read_number(text)
            if number is None:
                self.wrong_number.emit(text)
                return
            self._desk.do(JoinMajor(incident.id, number, seen=self._asked_at))
        elif deed is Deed.DECLARE_MAJOR:
            self._desk.do(DeclareMajor(incident.id, text, self._asked_at))
        else:
            self._desk.do(StandDown(incident.id, text, self._asked_at))
        self.leave_bar()

    def _send_to_all(self, incident: Incident, deed: Deed, text: str) -> None:
        """The parts first: the major incident ends after them."""
        every = [*self._picture.parts_of(incident.id), incident]
        orders = [(one.number, self._order(one, deed, text)) for one in every]
        title = self.tr("{deed}: {number} with its parts")
        self.one_by_one.send(title.format(deed=deed_label(deed), number=incident.number), orders)

    def _order(self, incident: Incident, deed: Deed, text: str) -> Order:
        if deed is Deed.COMMENT:
            return Comment(incident.id, text)
        code, note = split_reason(text, self._reasons)
        return Step(Deed.CLOSE, incident.id, incident.version, note, reason=code)

    def _take_out(self, number: int) -> None:
        incident = self._incident
        if incident is None:
            return
        if number == incident.part_of:
            self._desk.do(LeaveMajor(incident.id, seen=incident.version))
            return
        part = self._picture.incidents.get(number)
        if part is not None:
            self._desk.do(LeaveMajor(part.id, seen=part.version))


_OF_ALL = frozenset({Deed.COMMENT, Deed.CLOSE})
"""What is done to the major incident and all its parts, each by itself."""


def _short(title: str) -> str:
    return one_line(title)[:TITLE_SHOWN]
