"""The head of the wall: which center, what day and shift it is, how old the data are, the time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from console.live.hub import Hub
from console.live.link import Link, LinkState
from console.views.board.parts import RIGHT, Text, Tile, keep_whole
from console.views.board.scale import Scale
from console.widgets.labels import localised
from console.widgets.words_times import duration_text


class Header(Tile):
    """One line over everything else."""

    def __init__(
        self, hub: Hub, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._clock = hub, clock
        self._link: Link | None = None
        self.known_at: datetime | None = None
        """Until when the data are known to be whole."""
        self.center = Text("wall_heading", bold=True, parent=self)
        self.center.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.demonstration = Text("wall_small", "amber", parent=self)
        self.demonstration.setObjectName("demonstration")
        self.day = Text("wall_body", "dim", parent=self)
        self.shift = Text("wall_body", "dim", parent=self)
        self.age = Text("wall_body", "dim", parent=self)
        self.age.setAlignment(RIGHT)
        self.time = Text("wall_heading", bold=True, parent=self)
        self.time.setAlignment(RIGHT)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.center, 1)
        for text in (self.demonstration, self.day, self.shift, self.age, self.time):
            text.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
            self._row.addWidget(text)

    def show_link(self, link: Link) -> None:
        """The link to the database has changed."""
        self._link = link
        self.say()

    @override
    def place(self, scale: Scale) -> None:
        self.setFixedHeight(scale.px(88))
        self._row.setSpacing(scale.px(28))
        self._keep_widths()

    @override
    def say(self) -> None:
        picture, now = self._hub.picture, self._clock()
        local = now.astimezone(picture.zone)
        center = picture.center
        self.center.show_text(localised(center.name, center.name_en) if center else "")
        self.demonstration.show_text(self.tr("Demonstration data"))
        self.demonstration.setVisible(center is not None and center.demonstration)
        self.day.show_text(_day_text(local))
        running = picture.rota.running(now, picture.zone)
        names = (localised(slot.kind.name, slot.kind.name_en) for slot in running)
        shift = "" if picture.rota.is_empty else " · ".join(names)
        self.shift.show_text(shift)
        self.shift.setVisible(bool(shift))
        self.time.show_text(f"{local:%H:%M}")
        self._say_age(now)
        self._keep_widths()

    def _say_age(self, now: datetime) -> None:
        link, known = self._link, self.known_at
        lost = link is not None and link.state is LinkState.LOST
        if lost and link is not None:
            if self._hub.picture.catalogue is None:
                text = self.tr("▲ No database yet: waiting for it")
            else:
                # What was known when it was lost; then nobody can say what has changed since.
                since = link.since.astimezone(self._hub.picture.zone)
                text = self.tr("▲ Database lost: data of {time}, {age} old").format(
                    time=f"{since:%H:%M:%S}", age=duration_text(now - link.since)
                )
        elif known is None:
            text = self.tr("Connecting…")
        else:
            seconds = max(0, int((now - known).total_seconds()))
            text = self.tr("data {n} s ago").format(n=seconds)
        self.age.show_text(text, "red" if lost else "dim")

    def _keep_widths(self) -> None:
        keep_whole(self.age, self.tr("data {n} s ago").format(n=888))
        keep_whole(self.time, "88:88")
        for text in (self.day, self.shift):
            keep_whole(text, text.text())
        self.demonstration.setMinimumWidth(self.demonstration.sizeHint().width())
        if self.age.property("tone") == "red":
            keep_whole(self.age, self.age.text())


def _day_text(local: datetime) -> str:
    translate = QCoreApplication.translate
    weekdays = (
        translate("Board", "Monday"),
        translate("Board", "Tuesday"),
        translate("Board", "Wednesday"),
        translate("Board", "Thursday"),
        translate("Board", "Friday"),
        translate("Board", "Saturday"),
        translate("Board", "Sunday"),
    )
    months = (
        translate("Board", "January"),
        translate("Board", "February"),
        translate("Board", "March"),
        translate("Board", "April"),
        translate("Board", "May"),
        translate("Board", "June"),
        translate("Board", "July"),
        translate("Board", "August"),
        translate("Board", "September"),
        translate("Board", "October"),
        translate("Board", "November"),
        translate("Board", "December"),
    )
    return translate("Board", "{weekday}, {day} {month}").format(
        weekday=weekdays[local.weekday()], day=local.day, month=months[local.month - 1]
    )
