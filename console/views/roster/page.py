"""A member's page: everything that the center knows of the selected one, beside the rows."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.codes import base_of_grid, short_code
from console.domain.people import Member
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.shift_words import slot_text
from console.views.roster.history import History
from console.views.roster.running import Running
from console.views.roster.telephone import Telephone
from console.views.roster.words import badge_lines, when_text
from console.widgets.badge import BadgeStrip
from console.widgets.keys import BELOW, bind_fixed
from console.widgets.labels import duty_label, localised
from console.widgets.measure import sized
from console.widgets.monogram import Monogram
from console.widgets.plain import ElidedLabel, plain_label
from console.widgets.theme import Look

WIDTH = 340
"""The least width of the page in pixels."""

FACTS = ("duty", "shift", "base", "sub", "load", "seen", "languages")
"""What is told of a member in a line each, from top to bottom; the telephone number follows."""


class MemberPage(QScrollArea):
    """The selected member in full; Enter leads into it, Escape back to the rows."""

    left = Signal()

    def __init__(
        self,
        picture: Picture,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture, self._clock = picture, clock
        self._member: Member | None = None
        self.monogram = Monogram(look, self)
        self.name = ElidedLabel(self)
        self.name.setProperty("role", "panel_title")
        self.number = plain_label(self)
        self.number.setProperty("role", "dim")
        self.facts = {fact: plain_label(self) for fact in FACTS}
        self.telephone = Telephone(desk, self)
        self._captions = {fact: plain_label(self) for fact in (*FACTS, "phone")}
        self.strip = BadgeStrip(look, self)
        self.badges = plain_label(self)
        self._skills = self._heading()
        self.running = Running(picture, self, self)
        self.history = History(picture, desk, clock, self)
        self._nobody = plain_label(self)
        self._nobody.setProperty("role", "dim")
        self._nobody.setWordWrap(True)
        self._build()
        self.running.keys_lost.connect(self.setFocus)
        bind_fixed("Esc", self, self._back, BELOW)
        self.retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.monogram)
        head.addWidget(self.name, 1)
        head.addWidget(self.number)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for caption in self._captions.values():
            caption.setProperty("role", "dim")
        for fact, label in self.facts.items():
            label.setWordWrap(True)
            form.addRow(self._captions[fact], label)
        form.addRow(self._captions["phone"], self.telephone)
        self.badges.setWordWrap(True)
        self._whole = QWidget(self)
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(head)
        whole.addLayout(form)
        for widget in (self.running, self._skills, self.strip, self.badges, self.history):
            whole.addWidget(widget)
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self._nobody)
        layout.addWidget(self._whole)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(self.setMinimumWidth, WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _heading(self) -> QLabel:
        label = plain_label(self)
        label.setProperty("role", "caption")
        return label

    @property
    def member(self) -> Member | None:
        """The member who is shown."""
        return self._member

    def show_member(self, member: Member | None) -> None:
        """Show a member as they now are, or that nobody is selected."""
        other = (self._member and self._member.id) != (member and member.id)
        self._member = member
        self._say()
        if other:
            self.verticalScrollBar().setValue(0)

    def apply(self, change: Change) -> None:
        """Show what a change brought about the member's incidents; members come by themselves."""
        if self._member is not None and self.running.concerned(change):
            self.running.show_of(self._member)

    def take_keys(self) -> None:
        """Put the keyboard onto the first incident, or onto the page where there is none."""
        if self._member is not None:
            target = self.running.buttons[0] if self.running.buttons else self
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.setAccessibleName(self.tr("Member"))
        for fact, text in (
            ("duty", self.tr("Duty")),
            ("shift", self.tr("Shift")),
            ("base", self.tr("Base grid")),
            ("sub", self.tr("Sub-grid")),
            ("load", self.tr("Running")),
            ("seen", self.tr("Last seen")),
            ("phone", self.tr("Telephone")),
            ("languages", self.tr("Languages")),
        ):
            self._captions[fact].setText(text)
        self._skills.setText(self.tr("Skills"))
        self._nobody.setText(self.tr("Nobody is selected."))
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _back(self) -> None:
        if self.telephone.reason.hasFocus():
            self.telephone.put_away()
        else:
            self.left.emit()

    # What is said

    def _say(self) -> None:
        member = self._member
        self._whole.setVisible(member is not None)
        self._nobody.setVisible(member is None)
        self.telephone.show_member(member)
        self.history.show_member(member)
        if member is None:
            return
        today = self._picture.day_of(self._clock())
        skills = tuple(self._picture.skills.values())
        self.monogram.set_name(member.name)
        self.name.setText(one_line(member.name))
        self.number.setText(one_line(member.number))
        self._say_facts(member)
        self.strip.set_badges(skills, member.badges, today)
        lines = badge_lines(member, skills, today)
        self.badges.setText("\n".join(lines) or self.tr("No skills"))
        self.running.show_of(member)

    def _say_facts(self, member: Member) -> None:
        facts = self.facts
        facts["duty"].setText(duty_label(member.duty))
        facts["shift"].setText(self._shift(member))
        base = base_of_grid(member.grid)
        if base is None:
            facts["base"].setText(one_line(member.home))
            facts["sub"].setText(self.tr("belongs to no grid"))
        else:
            whole = base == member.grid
            sub = self.tr("the whole base grid") if whole else self._grid(member.grid)
            facts["base"].setText(self._grid(base))
            facts["sub"].setText(sub)
        facts["load"].setText(str(member.load) if member.load else self.tr("nothing"))
        facts["seen"].setText(self._seen(member))
        facts["languages"].setText(self._languages(member))

    def _languages(self, member: Member) -> str:
        known = self._picture.languages
        names = [
            localised(known[code].name, known[code].name_en) if code in known else one_line(code)
            for code in member.languages
        ]
        return "、".join(names) or self.tr("none noted")

    def _shift(self, member: Member) -> str:
        """The shift that they are in, and their next one."""
        picture = self._picture
        now, following = picture.rota.now_and_next(member.id, self._clock(), picture.zone)
        told = []
        if now is not None:
            told.append(self.tr("now {shift}").format(shift=slot_text(now)))
        if following is not None:
            told.append(self.tr("next {shift}").format(shift=slot_text(following)))
        return "\n".join(told) or self.tr("none within a week")

    def _grid(self, code: str) -> str:
        grid = self._picture.tree.get(code)
        return f"{short_code(code)}  {one_line(grid.name)}" if grid else short_code(code)

    def _seen(self, member: Member) -> str:
        when = when_text(member.seen_at, self._clock(), self._picture.zone)
        if not when:
            return self.tr("never")
        where = None if member.place is None else self._picture.tree.locate(member.place)
        if where is None:
            return when
        return self.tr("{time} in {grid}").format(time=when, grid=self._grid(where))
