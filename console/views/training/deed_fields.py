"""The fields that certifying, training and revoking need, one set for each."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.lifecycle import Deed
from console.domain.orders import Certify, Revoke, Train
from console.domain.people import Member
from console.domain.skills import last_day
from console.domain.training import mentors
from console.live.hub import Hub
from console.views.common.days import FORMAT, MARGIN, day_of
from console.views.common.member_choice import member_text
from console.widgets.measure import sized
from console.widgets.plain import plain_label

NAME_WIDTH = 84
"""Width of the names beside the fields in pixels."""


class DeedFields(QWidget):
    """Shows the fields of one deed, and makes its order of them."""

    def __init__(self, hub: Hub, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._today = hub, today
        self._shown: tuple[int | None, str | None] = None, None
        self.by = QLineEdit(self)
        self.on = QDateEdit(self)
        self.until = QDateEdit(self)
        self.endless = QCheckBox(self)
        self.mentor = QComboBox(self)
        self.reason = QLineEdit(self)
        self.missing = ""
        self._names = {key: plain_label(self) for key in ("by", "on", "until", "mentor", "reason")}
        self._pages = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        for box in (self.on, self.until):
            box.setDisplayFormat(FORMAT)
            box.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        names = self._names
        self._page(
            (names["by"], self.by),
            (names["on"], self.on),
            (names["until"], self.until),
            (plain_label(self), self.endless),
        )
        self._page((names["mentor"], self.mentor))
        self._page((names["reason"], self.reason))
        self.on.dateChanged.connect(self._propose)
        self.endless.toggled.connect(self.until.setDisabled)
        self.retranslate()

    def _page(self, *rows: tuple[QLabel, QWidget]) -> None:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name, field in rows:
            sized(name.setMinimumWidth, NAME_WIDTH)
            form.addRow(name, field)
            name.setBuddy(field)
        self._pages.addWidget(page)

    def show_for(self, deed: Deed, member: int | None, skill: str | None) -> None:
        """Show a deed's fields; another member or skill brings other proposals."""
        self._pages.setCurrentIndex((Deed.CERTIFY, Deed.TRAIN, Deed.REVOKE).index(deed))
        if (member, skill) != self._shown:
            self._shown = member, skill
            self._set(self.on, self._today())
            self._propose()
        self.fill_mentors()

    def begin(self) -> None:
        """Put the keyboard into the first field of the deed."""
        first = (self.by, self.mentor, self.reason)[self._pages.currentIndex()]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self, deed: Deed, member: Member, skill: str) -> Certify | Train | Revoke | None:
        """The order for a deed; None if something is missing, which ``missing`` then tells."""
        self.missing = ""
        match deed:
            case Deed.CERTIFY:
                until = None if self.endless.isChecked() else day_of(self.until)
                by = self.by.text()
                return Certify(member.id, skill, until, day_of(self.on), by, member.version)
            case Deed.TRAIN:
                mentor = self.mentor.currentData()
                if mentor is None:
                    self.missing = self.tr("Choose a mentor: somebody who holds the skill.")
                    self.mentor.setFocus(Qt.FocusReason.OtherFocusReason)
                    return None
                return Train(member.id, skill, mentor, member.version)
            case _:
                if not self.reason.text().strip():
                    self.missing = self.tr("Say for which reason the badge is revoked.")
                    self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
                    return None
                return Revoke(member.id, skill, self.reason.text(), member.version)

    def clear(self) -> None:
        """Forget the reason; who certifies is likely the same for the next member."""
        self.reason.clear()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        for key, text in (
            ("by", self.tr("Certified by")),
            ("on", self.tr("On")),
            ("until", self.tr("Last day")),
            ("mentor", self.tr("Mentor")),
            ("reason", self.tr("Reason")),
        ):
            self._names[key].setText(text)
        self.by.setPlaceholderText(self.tr("You, unless another name is given"))
        self.endless.setText(self.tr("without end"))
        self.mentor.clear()
        self.fill_mentors()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _propose(self) -> None:
        """The last day, by the validity of the skill's badges."""
        skill = self._hub.picture.skills.get(self._shown[1] or "")
        months = None if skill is None else skill.valid_months
        on = day_of(self.on)
        self.endless.setChecked(months is None)
        self._set(self.until, last_day(on, 12 if months is None else months) or on)

    @staticmethod
    def _set(box: QDateEdit, day: date) -> None:
        box.blockSignals(True)
        box.setDate(QDate(day.year, day.month, day.day))
        box.blockSignals(False)

    def fill_mentors(self) -> None:
        """Offer whom the rule lets teach; who is chosen stays."""
        box, (member, skill) = self.mentor, self._shown
        everybody = list(self._hub.picture.members.values())
        found = mentors(everybody, member or 0, skill or "", self._today())
        if [box.itemData(n) for n in range(box.count())] == [None, *(m.id for m in found)]:
            return
        chosen = box.currentData()
        box.clear()
        box.addItem(self.tr("not chosen"), None)
        for mentor in found:
            box.addItem(member_text(mentor), mentor.id)
        box.setCurrentIndex(max(box.findData(chosen), 0))
