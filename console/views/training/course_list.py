"""The courses: planned ones by day, then the last closed ones; Enter opens one."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.courses import Course, Result
from console.domain.text import one_line
from console.live.hub import Hub
from console.views.common.tables import prepare
from console.widgets.keys import HERE, bind, bind_fixed, key_mark
from console.widgets.labels import localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label

WIDTHS = (110, 170, 200, 90)
"""Widths of the columns in pixels; the last one takes the rest."""


class CourseList(QWidget):
    """One row a course."""

    add_wanted = Signal()
    open_wanted = Signal(object)
    cancel_wanted = Signal(object)
    filled = Signal()

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._rows: list[int] = []
        self.table = QTableWidget(0, len(WIDTHS) + 1, self)
        prepare(self.table)
        for column, width in enumerate(WIDTHS):
            sized(self.table.setColumnWidth, width, at=column)
        self.none = plain_label(self)
        self.none.setProperty("role", "dim")
        self.add = QPushButton(self)
        self.open = QPushButton(self)
        self.call_off = QPushButton(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.open, self.call_off):
            button.setProperty("kind", "key")
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.none)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self._changed)
        self.add.clicked.connect(self.add_wanted)
        self.open.clicked.connect(self._open)
        self.call_off.clicked.connect(self._cancel)
        self.table.doubleClicked.connect(self._open)
        bind("course_add", self.table, self.add_wanted.emit, HERE)
        bind("course_open", self.table, self._open, HERE)
        bind("course_cancel", self.table, self._cancel, HERE)
        for key in ("Return", "Enter"):
            bind_fixed(key, self.table, self._open, HERE)

    def title(self) -> str:
        """What the list is called, with how many courses are planned."""
        planned = sum(not course.closed for course in self._hub.picture.courses.values())
        return self.tr("Courses planned: {count}").format(count=planned)

    def texts(self, row: int) -> list[str]:
        """What a row shows."""
        items = (self.table.item(row, column) for column in range(self.table.columnCount()))
        return ["" if item is None else item.text() for item in items]

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.table.setAccessibleName(self.tr("Courses"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Day"),
                self.tr("Skill"),
                self.tr("Place"),
                self.tr("Members"),
                self.tr("Result"),
            ]
        )
        self.none.setText(self.tr("No courses yet."))
        self.add.setText(f"{key_mark('course_add')}  " + self.tr("Plan a course"))
        self.open.setText(f"{key_mark('course_open')}  " + self.tr("Open"))
        self.call_off.setText(f"{key_mark('course_cancel')}  " + self.tr("Cancel"))
        self.load()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.load()
        super().showEvent(event)

    def _changed(self, change: Change) -> None:
        if change.courses or change.catalogue is not None:
            self.load()

    def load(self) -> None:
        """Show what the Picture holds."""
        at = self.table.currentRow()
        marked = self._rows[at] if 0 <= at < len(self._rows) else None
        found = sorted(self._hub.picture.courses.values(), key=_order)
        self._rows = [course.id for course in found]
        self.none.setVisible(not found)
        self.table.setRowCount(len(found))
        for row, course in enumerate(found):
            for column, text in enumerate(self._texts(course)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if marked in self._rows:
            self.table.selectRow(self._rows.index(marked))
        self.filled.emit()

    def _texts(self, course: Course) -> tuple[str, ...]:
        skill = self._hub.picture.skills.get(course.skill)
        name = course.skill if skill is None else localised(skill.name, skill.name_en)
        result = self.tr("planned")
        if course.cancelled:
            result = self.tr("cancelled: {reason}").format(reason=one_line(course.cancelled))
        elif course.closed:
            result = self.tr("closed: {passed} passed, {failed} failed, {absent} absent").format(
                passed=course.count(Result.PASSED),
                failed=course.count(Result.FAILED),
                absent=course.count(Result.ABSENT),
            )
        told = (course.day.isoformat(), one_line(name), one_line(course.place))
        return (*told, str(len(course.entries)), result)

    def _open(self) -> None:
        course = self._current()
        if course is not None:
            self.open_wanted.emit(course)

    def _cancel(self) -> None:
        course = self._current()
        if course is not None and not course.closed:
            self.cancel_wanted.emit(course)

    def _current(self) -> Course | None:
        row = self.table.currentRow()
        return self._hub.picture.courses.get(self._rows[row]) if row >= 0 else None


def _order(course: Course) -> tuple[bool, int, int]:
    """Planned ones first and the next day first; of the closed ones the last day first."""
    day = course.day.toordinal()
    return course.closed, -day if course.closed else day, course.id
