"""The two deeds that need more than a key: a leave, and a swap with another member."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.orders import GrantLeave, SwapShifts
from console.domain.people import Member
from console.domain.shifts import DAY
from console.live.picture import Picture
from console.views.common.days import FORMAT, MARGIN, day_of
from console.views.common.member_choice import MemberChoice
from console.views.common.shift_words import day_heading
from console.widgets.form import Form
from console.widgets.labels import localised
from console.widgets.plain import plain_label

SWAP_WITHIN = 14
"""Days of the other member are offered for so many days from the chosen one on."""


class ShiftForm(Form):
    """Shown below the holes while one of the two is filled in."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._member: Member | None = None
        self._day: date | None = None
        self._is_swap = False
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.caption.setWordWrap(True)
        self.last = QDateEdit(self)
        self.last.setDisplayFormat(FORMAT)
        self.last.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.reason = QLineEdit(self)
        self.other = MemberChoice(self._others, self)
        self.other_day = QComboBox(self)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self.fields = QFormLayout()
        self._names = {
            field: plain_label(self)
            for field in (self.last, self.reason, self.other, self.other_day)
        }
        for field, name in self._names.items():
            self.fields.addRow(name, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.caption)
        layout.addLayout(self.fields)
        layout.addWidget(self.submit)
        self.submit.clicked.connect(self.send)
        self.reason.returnPressed.connect(self.send)
        self.other.chosen.connect(self._offer_days)
        self.retranslate()
        self.hide()

    def open_leave(self, member: Member, day: date) -> None:
        """Ask until when and why."""
        self._open(member, day, is_swap=False)
        self.last.setDate(QDate(day.year, day.month, day.day))
        self.reason.clear()
        self.last.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_swap(self, member: Member, day: date) -> None:
        """Ask with whom, and for which of their shifts."""
        self._open(member, day, is_swap=True)
        self.other.line.clear()
        self.other_day.clear()
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def send(self) -> None:
        """Ask for the deed, if everything is there; who decides whether it may be is the deed."""
        member, day = self._member, self._day
        if member is None or day is None:
            return
        if not self._is_swap:
            self.wanted.emit(
                GrantLeave(member.id, day, day_of(self.last), self.reason.text(), member.version)
            )
            return
        other, other_day = self.other.member, self.other_day.currentData()
        if other is not None and other_day is not None:
            self.wanted.emit(
                SwapShifts(member.id, day, other, date.fromisoformat(other_day), member.version)
            )

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        for field, text in (
            (self.last, self.tr("Last day")),
            (self.reason, self.tr("Reason")),
            (self.other, self.tr("With")),
            (self.other_day, self.tr("For the shift")),
        ):
            self._names[field].setText(text)
            field.setAccessibleName(text)
        # The keyboard is in the line inside, and that is what is read out.
        self.other.line.setAccessibleName(self.tr("With"))
        self._say()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, member: Member, day: date, *, is_swap: bool) -> None:
        self._member, self._day, self._is_swap = member, day, is_swap
        for field in self._names:
            swaps = field in (self.other, self.other_day)
            self.fields.setRowVisible(field, swaps is is_swap)
        self._say()
        self.show()

    def _say(self) -> None:
        if self._member is None or self._day is None:
            return
        source = (
            self.tr("Swap the shift of {name} on {day}")
            if self._is_swap
            else self.tr("Leave for {name} from {day} on")
        )
        self.caption.setText(source.format(name=self._member.name, day=day_heading(self._day)))
        self.submit.setText(self.tr("Swap") if self._is_swap else self.tr("Grant leave"))

    def _others(self) -> Iterable[Member]:
        mine = None if self._member is None else self._member.id
        return (m for m in self._picture.members.values() if m.id != mine)

    def _offer_days(self, other: int | None) -> None:
        self.other_day.clear()
        if other is None or self._day is None:
            return
        rota = self._picture.rota
        for step in range(SWAP_WITHIN):
            day = self._day + step * DAY
            kind = rota.scheduled(other, day)
            if kind is not None:
                text = f"{day_heading(day)}  {localised(kind.name, kind.name_en)}"
                self.other_day.addItem(text, day.isoformat())
