"""Who is on now and next, and which grids and skills have nobody in the time to come."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.people import AVAILABLE
from console.domain.shifts import Hole
from console.live.picture import Picture
from console.views.common.holes import DAY_AHEAD, holes_of
from console.views.common.shift_words import hole_text, slot_text
from console.widgets.keys import key_mark
from console.widgets.plain import plain_label

WEEK_AHEAD = timedelta(days=7)


class Coverage(QWidget):
    """The strip at the side; it is filled when the screen is shown and when plans change."""

    def __init__(
        self, picture: Picture, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture, self._clock = picture, clock
        self._ahead = DAY_AHEAD
        self.now = plain_label(self)
        self.next = plain_label(self)
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.holes = QListWidget(self)
        self.holes.setWordWrap(True)
        self.further = QPushButton(self)
        self.further.setProperty("kind", "key")
        self.further.clicked.connect(self.switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self.now, self.next, self.caption):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.holes, 1)
        layout.addWidget(self.further, alignment=Qt.AlignmentFlag.AlignLeft)

    def switch(self) -> None:
        """Look a week ahead instead of a day, or a day instead of a week."""
        self._ahead = WEEK_AHEAD if self._ahead == DAY_AHEAD else DAY_AHEAD
        self.show_now()

    def show_now(self) -> None:
        """Say everything as it is at this moment."""
        picture, now = self._picture, self._clock()
        rota, members = picture.rota, list(picture.members.values())
        running = rota.running(now, picture.zone)
        told = []
        for slot in running:
            planned = rota.on(slot, members)
            there = sum(member.duty in AVAILABLE for member in planned)
            told.append(
                self.tr("Now: {slot}, {planned} planned, {there} of them on duty").format(
                    slot=slot_text(slot), planned=len(planned), there=there
                )
            )
        self.now.setText("\n".join(told))
        following = rota.following(now, picture.zone)
        self.next.setText(
            ""
            if following is None
            else self.tr("Next: {slot}, {planned} planned").format(
                slot=slot_text(following), planned=len(rota.on(following, members))
            )
        )
        self._show_holes(holes_of(picture, now, self._ahead))

    def _show_holes(self, holes: Sequence[Hole]) -> None:
        day = self._ahead == DAY_AHEAD
        if self._picture.rota.is_empty:
            self.caption.setText(self.tr("No shifts are planned yet."))
        elif day:
            self.caption.setText(
                self.tr("Holes in the next 24 hours: {count}").format(count=len(holes))
            )
        else:
            self.caption.setText(
                self.tr("Holes in the next 7 days: {count}").format(count=len(holes))
            )
        self.holes.clear()
        self.holes.addItems([hole_text(hole, self._picture.skills) for hole in holes])
        self.holes.setAccessibleName(self.tr("Holes"))
        other = self.tr("Next 7 days") if day else self.tr("Next 24 hours")
        self.further.setText(f"{key_mark('ahead')}  {other}")

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.show_now()
        super().changeEvent(event)
