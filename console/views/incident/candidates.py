"""The recommended members: cards with badges, distance and reasons; one is chosen."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.codes import base_of_grid, short_code
from console.domain.continuity import Dealt
from console.domain.offers import Offers
from console.domain.people import Member, Skill
from console.domain.ranking import Candidate, Proposal, Reason
from console.views.incident.excluded import Excluded, Running, Until
from console.views.incident.next_best import NextBests
from console.widgets.badge import BadgeStrip
from console.widgets.flow import Flow
from console.widgets.keys import key_mark
from console.widgets.labels import (
    duty_label,
    localised,
    reason_label,
    reserved_text,
    way_text,
)
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

FEW = 3
"""So many candidates are shown at first."""

MOST = 9
"""So many can be shown, and chosen with the keys 1 to 9."""

MoveUp = Callable[[str, str], Member | None]
"""Who could move up into a base grid for a skill."""


class CandidateCard(QAbstractButton):
    """One candidate; a click chooses, a double click sends."""

    chosen = Signal(int)
    sent = Signal(int)

    def __init__(self, rank: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rank = rank
        self.setObjectName("candidate")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCheckable(True)
        self.pressed.connect(self._choose)
        self.name = plain_label(self)
        self.name.setProperty("role", "row_title")
        self.duty = plain_label(self)
        self.duty.setProperty("role", "chip")
        self.distance = plain_label(self)
        self.distance.setProperty("role", "figure")
        self.badges = BadgeStrip(look, self)
        self.reasons = plain_label(self)
        self.reasons.setProperty("role", "dim")
        self.reasons.setWordWrap(True)
        self.cover = plain_label(self)
        self.cover.setProperty("role", "warning")
        self.cover.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name)
        line.addWidget(self.duty)
        line.addStretch(1)
        line.addWidget(self.distance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(5)
        layout.addLayout(line)
        layout.addWidget(self.badges)
        layout.addWidget(self.reasons)
        layout.addWidget(self.cover)

    def show_candidate(
        self, candidate: Candidate, skills: Mapping[str, Skill], today: date, move_up: MoveUp
    ) -> None:
        """Show who it is, how far away, why here, and what their going leaves behind."""
        member = candidate.member
        self.name.setText(f"{self.rank + 1}  {member.name}")
        self.duty.setText(duty_label(member.duty))
        self.badges.set_badges(tuple(skills.values()), member.badges, today)
        self.distance.setText(_distance(candidate))
        reasons = [reason_label(reason) for reason in candidate.reasons]
        if candidate.been is not None:
            reasons[candidate.reasons.index(Reason.BEEN_THERE)] = self._been(candidate.been)
        if candidate.reserved:
            reasons[candidate.reasons.index(Reason.RESERVED)] = reserved_text(candidate.reserved)
        if member.load:
            reasons.append(self.tr("%n running", "", member.load))
        self.reasons.setText(" · ".join(reasons))
        self._show_cover(candidate, skills, move_up)
        told = (member.name, self.distance.text(), self.reasons.text(), self.cover.text())
        self.setAccessibleName(" ".join(part for part in told if part))

    def _been(self, dealt: Dealt) -> str:
        return self.tr("was on {number} there").format(number=dealt.number)

    def _show_cover(
        self, candidate: Candidate, skills: Mapping[str, Skill], move_up: MoveUp
    ) -> None:
        left = [skills[code] for code in candidate.leaves if code in skills]
        base = base_of_grid(candidate.member.grid)
        self.cover.setVisible(bool(left))
        names = "、".join(localised(skill.name, skill.name_en) for skill in left)
        if not left or base is None:
            self.cover.setText("")
            return
        told = self.tr("▲ the last one free in base grid {grid} for: {skills}").format(
            grid=short_code(base), skills=names
        )
        self.cover.setText("\n".join([told, *self._moving_up(base, left, move_up)]))

    def _moving_up(self, base: str, left: Sequence[Skill], move_up: MoveUp) -> list[str]:
        """Who could move up, in one line for all skills for which it is the same one."""
        found: dict[int, tuple[Member, list[Skill]]] = {}
        for skill in left:
            member = move_up(base, skill.code)
            if member is not None:
                found.setdefault(member.id, (member, []))[1].append(skill)
        return [
            self.tr("▲ {skills}: {name} could move up from base grid {grid}").format(
                skills="、".join(localised(skill.name, skill.name_en) for skill in some),
                name=member.name,
                grid=short_code(base_of_grid(member.grid) or member.grid),
            )
            for member, some in found.values()
        ]

    def mark_chosen(self, *, chosen: bool) -> None:
        """Show whether this one will be sent."""
        restyle(self, chosen=chosen)
        self.setChecked(chosen)

    def _choose(self) -> None:
        self.chosen.emit(self.rank)

    @override
    def nextCheckState(self) -> None:
        # Whoever is asked to choose marks what is chosen.
        pass

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.sent.emit(self.rank)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            # All other keys are deeds, or go through the rows.
            event.ignore()


class Candidates(QWidget):
    """The best candidates as cards; the number of the rest in a word."""

    chosen = Signal(int)
    sent = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._members: list[int] = []
        self._eligible = 0
        self._fill: Callable[[CandidateCard], None] | None = None
        self._filled = 0
        self._wanted: int | None = None
        self._limit = FEW
        self._chosen = 0
        self.cards: list[CandidateCard] = []
        """As many as were ever shown at once: those that nobody asks for are not made."""
        self.excluded = Excluded(self)
        self.next_best = NextBests(self)
        self.next_best.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(8)
        layout.addLayout(self._stack)
        layout.addWidget(self.next_best)
        self.more = QPushButton(self)
        self.more.setProperty("kind", "quiet")
        self.more.clicked.connect(self.show_more)
        self.reserve = QPushButton(self)
        self.reserve.setProperty("kind", "quiet")
        self.reserve.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = Flow()
        row.addWidget(self.more)
        row.addWidget(self.reserve)
        layout.addLayout(row)
        layout.addWidget(self.excluded)

    @property
    def choice(self) -> int:
        """The rank of the candidate that will be sent, from 0."""
        return self._chosen

    def show_proposal(
        self,
        proposal: Proposal,
        skills: Mapping[str, Skill],
        members: Mapping[int, Member],
        running: Running,
        today: date,
        move_up: MoveUp,
        until: Until,
    ) -> None:
        """Show the best of them; who was chosen stays chosen whatever the order becomes."""
        candidates = proposal.candidates
        self._members = [candidate.member.id for candidate in candidates]
        self._eligible = proposal.eligible
        if self._wanted in self._members:
            self._chosen = self._members.index(self._wanted)
        else:
            self._chosen, self._wanted = 0, None
        self._fill = lambda card: card.show_candidate(
            candidates[card.rank], skills, today, move_up
        )
        self._filled = 0
        self.excluded.show_excluded(
            proposal.excluded, running, members, until, nobody=not candidates
        )
        self._lay_out()

    def show_next_best(
        self, offers: Offers | None, skill: Skill | None, *, may_send: bool
    ) -> None:
        """Show what to do in place of candidates, or nothing where there are any."""
        self.next_best.show_offers(offers, skill, may_send=may_send)

    def show_more(self) -> None:
        """Show as many as there are keys for."""
        self._limit = MOST
        self._lay_out()

    def choose(self, rank: int) -> None:
        """Choose another candidate by rank, from 0; one that is not there is not chosen.

        Where there is none, the same key takes the next best.
        """
        if not self._members:
            self.next_best.take(rank)
            return
        if 0 <= rank < min(len(self._members), MOST) and not self.isHidden():
            self._chosen, self._wanted = rank, self._members[rank]
            self._limit = FEW if rank < FEW and self._limit == FEW else MOST
            self._lay_out()
            self.chosen.emit(rank)

    def reset(self) -> None:
        """Choose the first again, for another incident."""
        self._chosen, self._wanted = 0, None
        self._limit = FEW

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._lay_out()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        shown = min(len(self._members), self._limit)
        self._fill_up_to(shown)
        for card in self.cards:
            card.setVisible(card.rank < shown)
            card.mark_chosen(chosen=card.rank == self._chosen)
        self.reserve.setVisible(bool(self._members))
        self.reserve.setText(self.tr("Reserve") + f"  {key_mark('reserve')}")
        self.reserve.setToolTip(self.tr("Hold the chosen one for this incident; nobody is told"))
        self.more.setVisible(self._eligible > shown)
        self.more.setEnabled(self._limit < MOST)
        self.more.setText(self.tr("%n more on duty with this skill", "", self._eligible - shown))

    def _fill_up_to(self, shown: int) -> None:
        """Have so many cards that say what was proposed last."""
        while len(self.cards) < shown:
            card = CandidateCard(len(self.cards), self._look, self)
            card.chosen.connect(self.choose)
            card.sent.connect(self.sent)
            QWidget.setTabOrder(self.cards[-1] if self.cards else self, card)
            self._stack.addWidget(card)
            self.cards.append(card)
        if self._fill is not None:
            for card in self.cards[self._filled : shown]:
                self._fill(card)
        self._filled = max(self._filled, shown)


def _distance(candidate: Candidate) -> str:
    if candidate.distance is None or candidate.eta is None:
        return ""
    return way_text(candidate.distance, candidate.eta)
