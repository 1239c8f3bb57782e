"""What to do where none of the own members may go: what is missing, and the next best."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.offers import Missing, NextBest, OfferKind, Offers
from console.domain.people import Skill
from console.domain.text import one_line
from console.widgets.labels import localised, obstacle_label, way_text
from console.widgets.plain import button_text, plain_label

MOST = 9
"""So many can be pressed with the keys 1 to 9; there are never more."""


class NextBests(QWidget):
    """Says who is missing, and offers whom to send or to ask; a key or a click takes an offer.

    ``member_wanted`` tells whom to send; ``escalation_wanted`` the reason to begin with.
    """

    member_wanted = Signal(int)
    escalation_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers: Offers | None = None
        self._skill: Skill | None = None
        self._may_send = False
        self._pressed: list[NextBest] = []
        self.missing = plain_label(self)
        self.missing.setProperty("role", "warning")
        self.told = plain_label(self)
        self.told.setProperty("role", "dim")
        self.buttons: list[QPushButton] = []
        self.reasons: list[QLabel] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        for label in (self.missing, self.told):
            label.setWordWrap(True)
            self._lines.addWidget(label)

    def show_offers(self, offers: Offers | None, skill: Skill | None, *, may_send: bool) -> None:
        """Show the offers; before a report is verified nobody can be sent yet, only asked."""
        self._offers, self._skill, self._may_send = offers, skill, may_send
        ways = offers.ways if offers else ()
        self._pressed = [way for way in ways if _is_pressed(way)][:MOST]
        self.setVisible(offers is not None)
        self._say()

    def take(self, rank: int) -> None:
        """Take an offer, from 0; one that is not there or not possible now is not taken."""
        if self.isHidden() or not 0 <= rank < len(self._pressed) or self._offers is None:
            return
        way = self._pressed[rank]
        if way.member is not None:
            if self._may_send:
                self.member_wanted.emit(way.member.id)
            return
        reason = self._missing(self._offers.missing)
        if way.kind is OfferKind.ASK_NEIGHBOUR:
            reason = self.tr("{community} is asked for help. {reason}").format(
                community=self._community(way), reason=reason
            )
        self.escalation_wanted.emit(reason)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        if self._offers is None:
            return
        self.missing.setText(self._missing(self._offers.missing))
        self.told.setText(
            self.tr(
                "Own members of neighbouring base grids are candidates from the start; none of"
                " them can go either. The next best:"
            )
        )
        while len(self.buttons) < len(self._pressed):
            self._add_line(len(self.buttons))
        for rank, (button, reason) in enumerate(zip(self.buttons, self.reasons, strict=True)):
            self._say_way(rank, button, reason)

    def _add_line(self, rank: int) -> None:
        button, reason = QPushButton(self), plain_label(self)
        button.setProperty("kind", "quiet")
        button.clicked.connect(lambda: self.take(rank))
        reason.setProperty("role", "dim")
        reason.setWordWrap(True)
        QWidget.setTabOrder(self.buttons[-1] if self.buttons else self, button)
        self._lines.addWidget(button)
        self._lines.addWidget(reason)
        self.buttons.append(button)
        self.reasons.append(reason)

    def _say_way(self, rank: int, button: QPushButton, reason: QLabel) -> None:
        there = rank < len(self._pressed)
        button.setVisible(there)
        reason.setVisible(there)
        if there:
            way = self._pressed[rank]
            button.setText(button_text(f"{rank + 1}  {self._words(way)}"))
            button.setEnabled(way.member is None or self._may_send)
            reason.setText(self._reason(way))
            button.setAccessibleName(f"{self._words(way)}. {self._reason(way)}")

    def _words(self, way: NextBest) -> str:
        if way.member is not None:
            name = one_line(way.member.name)
            if way.kind is OfferKind.SQUAD:
                return self.tr("Send {name} of the mobile squad").format(name=name)
            return self.tr("Send {name} of {organisation}").format(
                name=name, organisation=one_line(way.organisation)
            )
        if way.kind is OfferKind.ASK_NEIGHBOUR:
            return self.tr("Ask {community} for help…").format(community=self._community(way))
        return self.tr("Escalate to the town…")

    def _reason(self, way: NextBest) -> str:
        texts = {
            OfferKind.SQUAD: self.tr("certified and on duty; no base grid loses its cover"),
            OfferKind.NEIGHBOURING_COMMUNITY: self.tr(
                "certified and on duty; lent by the neighbouring community"
            ),
            OfferKind.ASK_NEIGHBOUR: self.tr(
                "none of its members is certified and on duty here; the incident is handed over"
                " by way of the town, with a note"
            ),
            OfferKind.PARTNER: self.tr("certified and on duty; a partner organisation"),
        }
        text = texts.get(way.kind, self.tr("the limits rest until it answers"))
        if way.distance is not None and way.eta is not None:
            text = f"{text} · {way_text(way.distance, way.eta)}"
        return text

    def _community(self, way: NextBest) -> str:
        return one_line(way.organisation) or self.tr("the neighbouring community")

    def _missing(self, missing: Missing) -> str:
        skill = "" if self._skill is None else localised(self._skill.name, self._skill.name_en)
        parts = [
            self.tr("{n} {obstacle}").format(n=count, obstacle=obstacle_label(obstacle))
            for obstacle, count in missing.obstacles
        ]
        if not parts:
            return self.tr("None of our own is certified for {skill}.").format(skill=skill)
        return self.tr("None of our own can go who is certified for {skill}: {parts}.").format(
            skill=skill, parts=self.tr(", ").join(parts)
        )


def _is_pressed(way: NextBest) -> bool:
    return way.kind is not OfferKind.NEIGHBOURING_GRID
