"""What is asked of the archive: a line to type into, and what narrows it."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from console.domain.archive import Area, Search, begin_of, days_of, end_of
from console.domain.codes import Level, short_code
from console.domain.incident import State
from console.domain.people import Member
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.filters import refill
from console.views.common.member_choice import MemberChoice
from console.widgets.keys import key_mark
from console.widgets.labels import localised, state_label
from console.widgets.measure import sized
from console.widgets.plain import plain_label

LONGEST = 500
"""So many characters are asked for at most; somebody may paste a whole document."""

RESULTS = (State.CLOSED, State.REJECTED, State.MERGED)


class ArchiveFilters(QWidget):
    """Text, result, category, grid, days and person; it tells of changes and of Enter."""

    changed = Signal()
    area_wanted = Signal()
    entered = Signal()

    def __init__(self, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.text = QLineEdit(self)
        self.text.setClearButtonEnabled(True)
        self.text.setMaxLength(LONGEST)
        self.result, self.category, self.grid = (QComboBox(self) for _ in range(3))
        self.since, self.until = QLineEdit(self), QLineEdit(self)
        self.person = MemberChoice(self._members, self)
        self.area: Area | None = None
        self.area_button, self.no_area = QPushButton(self), QPushButton(self)
        self.wrong = plain_label(self)
        self.wrong.setProperty("role", "warning")
        self.wrong.hide()
        self._build()
        self.retranslate()

    def _build(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(8)
        for box in self._boxes:
            sized(box.setMinimumWidth, 150)
            box.currentIndexChanged.connect(self.changed)
            below.addWidget(box, alignment=Qt.AlignmentFlag.AlignTop)
        for line in (self.since, self.until):
            sized(line.setFixedWidth, 150)
            line.setClearButtonEnabled(True)
            line.textChanged.connect(self._days_typed)
            line.returnPressed.connect(self.entered)
            below.addWidget(line, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.person, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.area_button, self.no_area):
            button.setProperty("kind", "key")
            below.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.area_button.clicked.connect(self.area_wanted)
        self.no_area.clicked.connect(lambda: self.take_area(None))
        self.no_area.hide()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.text, 0, 0)
        layout.addLayout(below, 1, 0)
        layout.addWidget(self.wrong, 2, 0)
        self.text.textChanged.connect(self.changed)
        self.text.returnPressed.connect(self.entered)
        self.person.chosen.connect(self.changed)

    @property
    def search(self) -> Search:
        """What is typed and chosen; a day that is none does not narrow anything."""
        zone = self._picture.zone
        since, until = days_of(self.since.text()), days_of(self.until.text())
        result = self.result.currentData()
        return Search(
            text=self.text.text().strip(),
            grid=self.grid.currentData() or "",
            category=self.category.currentData() or "",
            # Qt keeps an enum of texts as a mere text.
            result=None if result is None else State(result),
            person=self.person.member,
            since=None if since is None else begin_of(since[0], zone),
            until=None if until is None else end_of(until[1], zone),
            area=self.area,
        )

    def take_area(self, area: Area | None) -> None:
        """Narrow to an area, or to none."""
        self.area = area
        self._say_area()
        self.changed.emit()

    def _say_area(self) -> None:
        area = self.area
        self.no_area.setVisible(area is not None)
        mark = key_mark("archive_area")
        if area is None:
            text = self.tr("Place on the map…")
        elif area.metres is not None:
            text = self.tr("Within {metres} m").format(metres=f"{area.metres:,.0f}")
        else:
            wide, high = area.size_m
            text = self.tr("Area of {wide} × {high} m").format(
                wide=f"{wide:,.0f}", high=f"{high:,.0f}"
            )
        self.area_button.setText(f"{mark}  {text}")

    def fill(self) -> None:
        """Offer what the Picture knows; what is chosen stays so where it still exists."""
        picture = self._picture
        results: list[tuple[str, object]] = [(state_label(state), state) for state in RESULTS]
        refill(self.result, self.tr("Any result"), results)
        categories = sorted(picture.categories.values(), key=lambda one: one.code)
        refill(
            self.category,
            self.tr("All categories"),
            [(one_line(localised(one.name, one.name_en)), one.code) for one in categories],
        )
        grids: list[tuple[str, object]] = []
        for base in picture.tree.at(Level.BASE):
            text = self.tr("Base grid {code}").format(code=short_code(base.code))
            grids.append((text, base.code))
            grids += [
                (f"    {short_code(sub.code)}  {one_line(sub.name)}", sub.code)
                for sub in picture.tree.below(base.code)
            ]
        refill(self.grid, self.tr("All grids"), grids)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.text.setPlaceholderText(self.tr("Text or number; several words must all occur"))
        self.text.setAccessibleName(self.tr("Search the archive"))
        self.result.setAccessibleName(self.tr("Result"))
        self.category.setAccessibleName(self.tr("Category"))
        self.grid.setAccessibleName(self.tr("Grid"))
        self.since.setPlaceholderText(self.tr("from  2026-03-01"))
        self.since.setAccessibleName(self.tr("Ended from this day on"))
        self.until.setPlaceholderText(self.tr("to  2026-03"))
        self.until.setAccessibleName(self.tr("Ended up to this day"))
        self.person.line.setPlaceholderText(self.tr("Member who was sent: name or number"))
        self.person.line.setAccessibleName(self.tr("Member who was sent"))
        self.wrong.setText(
            self.tr("This is no day. Write a day, a month or a year: 2026-03-01, 2026-03 or 2026.")
        )
        self.no_area.setText(key_mark("archive_no_area") + "  ✕")
        self.no_area.setAccessibleName(self.tr("Without the place"))
        self.no_area.setToolTip(self.tr("Without the place"))
        self._say_area()
        self.fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _boxes(self) -> tuple[QComboBox, QComboBox, QComboBox]:
        return self.result, self.category, self.grid

    def _members(self) -> Iterable[Member]:
        return self._picture.members.values()

    def _days_typed(self) -> None:
        lines = (self.since, self.until)
        # Whoever is still typing the year is not told that it is wrong.
        typed = [line.text().strip() for line in lines]
        self.wrong.setVisible(any(len(text) >= 4 and days_of(text) is None for text in typed))
        self.changed.emit()
