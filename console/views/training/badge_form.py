"""Deeds on a member's badge: choose a member, a skill and a deed; certify, train or revoke."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError, Refusal
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.orders import Certify, Order, Revoke, Train
from console.domain.people import Badge, Member
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.member_choice import MemberChoice
from console.views.training.deed_fields import NAME_WIDTH, DeedFields
from console.views.training.standing import standing_text
from console.widgets.badge import BadgeStrip
from console.widgets.form import Form
from console.widgets.labels import deed_label, error_sentence, localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label
from console.widgets.theme import Look

DEEDS = (Deed.CERTIFY, Deed.TRAIN, Deed.REVOKE)


class BadgeForm(Form):
    """One member, one skill, one deed; what stands there now is told beside it."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._today = hub, desk, today
        self._command: UUID | None = None
        self._order: Certify | Train | Revoke | None = None
        self._awaited: int | None = None
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.member = MemberChoice(self._members, self)
        self.strip = BadgeStrip(look, self)
        self.skill = QComboBox(self)
        self.standing = plain_label(self)
        self.standing.setProperty("role", "dim")
        self.standing.setWordWrap(True)
        self.deed = QComboBox(self)
        self.fields = DeedFields(hub, today, self)
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self._names = {key: plain_label(self) for key in ("member", "skill", "now", "deed")}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self._names["member"], self.member)
        form.addRow("", self.strip)
        form.addRow(self._names["skill"], self.skill)
        form.addRow(self._names["now"], self.standing)
        form.addRow(self._names["deed"], self.deed)
        for name in self._names.values():
            sized(name.setMinimumWidth, NAME_WIDTH)
        self._names["member"].setBuddy(self.member.line)
        self._names["skill"].setBuddy(self.skill)
        self._names["deed"].setBuddy(self.deed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.caption)
        layout.addLayout(form)
        layout.addWidget(self.fields)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.submit)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.loaded.connect(self._free)
        self._hub.changed.connect(self._changed)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.member.chosen.connect(self._show)
        self.skill.currentIndexChanged.connect(self._show)
        self.deed.currentIndexChanged.connect(self._show)
        self.submit.clicked.connect(self.send)

    # What others ask for

    def open_for(self, member_id: int, skill: str, deed: Deed) -> None:
        """Show a member and a skill, ready for a deed."""
        member = self._hub.picture.members.get(member_id)
        if member is None:
            return
        self.skill.setCurrentIndex(max(self.skill.findData(skill), 0))
        self.deed.setCurrentIndex(DEEDS.index(deed))
        self.member.choose(member)
        self.fields.begin()

    def focus_member(self) -> None:
        """Put the keyboard into the search for a member."""
        self.member.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.member.line.selectAll()

    @override
    def send(self) -> None:
        """Ask for the deed, if all that it needs is there."""
        if self._command is not None:
            return
        member, skill = self._member, self.skill.currentData()
        if member is None:
            self.problem.setText(self.tr("Choose a member: type a part of the name or number."))
            self.focus_member()
            return
        order = self.fields.order(DEEDS[self.deed.currentIndex()], member, skill)
        if order is None:
            self.problem.setText(self.fields.missing)
            return
        self.problem.setText("")
        self._order = order
        self._desk.do(order)

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.caption.setText(self.tr("A member's badge"))
        for key, text in (
            ("member", self.tr("Member")),
            ("skill", self.tr("Skill")),
            ("now", self.tr("Now")),
            ("deed", self.tr("Deed")),
        ):
            self._names[key].setText(text)
        self.member.line.setPlaceholderText(self.tr("Part of the name, number or telephone"))
        self.member.line.setAccessibleName(self.tr("Member"))
        self.member.matches.setAccessibleName(self.tr("Members found"))
        self.problem.setText("")
        self._refill(self.deed, [(deed_label(deed), deed.value) for deed in DEEDS])
        self.load()

    # What happens inside

    def _members(self) -> Iterable[Member]:
        return self._hub.picture.members.values()

    @property
    def _member(self) -> Member | None:
        return self._hub.picture.members.get(self.member.member or 0)

    @property
    def _badge(self) -> Badge | None:
        member = self._member
        return None if member is None else member.badge(self.skill.currentData() or "")

    @staticmethod
    def _refill(box: QComboBox, choices: list[tuple[str, str]]) -> None:
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    def load(self) -> None:
        """Offer the skills that the Picture holds."""
        skills = self._hub.picture.skills.values()
        self._refill(
            self.skill, [(f"{s.monogram}  {localised(s.name, s.name_en)}", s.code) for s in skills]
        )
        self._show()

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self.load()
        elif change.members:
            self._say_standing()
            self.fields.fill_mentors()
        self._free()

    def _show(self) -> None:
        """Show what stands now, and the fields of the chosen deed."""
        deed = DEEDS[max(self.deed.currentIndex(), 0)]
        self.submit.setText(self.tr("{deed}    Ctrl+Enter").format(deed=deed_label(deed)))
        self.fields.show_for(deed, self.member.member, self.skill.currentData())
        self.problem.setText("")
        self._say_standing()

    def _say_standing(self) -> None:
        member, picture = self._member, self._hub.picture
        self.strip.setVisible(member is not None)
        badges = () if member is None else member.badges
        self.strip.set_badges(tuple(picture.skills.values()), badges, self._today())
        if member is None:
            self.standing.setText("")
            return
        self.standing.setText(standing_text(self._badge, picture.members, self._today()))

    def _started(self, command: UUID, order: Order) -> None:
        """It was sent, from here or once more from the message about its failure."""
        if order is self._order:
            self._command = command
            self.submit.setEnabled(False)

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        if command == self._command:
            self.fields.clear()
            self.focus_member()
            self._awaited = event.seq
            self._free()

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command != self._command:
            return
        self._end()
        if isinstance(error, Refusal):
            self.problem.setText(error_sentence(error, self._hub.picture.zone))

    def _free(self) -> None:
        """The next deed waits until the feed has brought this one: it changes the member."""
        if self._awaited is not None and self._hub.picture.seq >= self._awaited:
            self._end()

    def _end(self) -> None:
        self._command = self._awaited = None
        self.submit.setEnabled(True)
