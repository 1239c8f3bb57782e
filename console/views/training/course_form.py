"""A course: its skill, day, place and list, and what came of it for everybody."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias
from uuid import UUID

from PySide6.QtCore import QDate, Qt, Signal
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

from console.domain.change import Change
from console.domain.courses import Course
from console.domain.errors import ConsoleError, Refusal, Refused
from console.domain.events import Event
from console.domain.orders import CancelCourse, ChangeCourse, CloseCourse, Order, PlanCourse
from console.domain.people import Member
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.days import FORMAT, MARGIN, day_of
from console.views.common.member_choice import MemberChoice
from console.views.training.attendance import Attendance
from console.views.training.deed_fields import NAME_WIDTH
from console.widgets.form import Form
from console.widgets.labels import error_sentence, localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label

CourseOrder: TypeAlias = PlanCourse | ChangeCourse | CloseCourse | CancelCourse

BELOW = frozenset({"certified_by", "note"})
"""The fields that stand below the list."""


class CourseForm(Form):
    """Plans a course or changes it; closes it with everybody's result, or cancels it."""

    closed = Signal()

    def __init__(
        self, hub: Hub, desk: Desk, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._hub, self._desk, self._today = hub, desk, today
        self._course: Course | None = None
        self._order: CourseOrder | None = None
        self._command: UUID | None = None
        self._ended: Event | None = None
        self._overtaken = False
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.skill = QComboBox(self)
        self.day = QDateEdit(self)
        self.day.setDisplayFormat(FORMAT)
        self.day.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.place = QLineEdit(self)
        self.member = MemberChoice(self._members, self)
        self.attendance = Attendance(hub, self)
        self.by = QLineEdit(self)
        self.reason = QLineEdit(self)
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self.finish = QPushButton(self)
        self.call_off = QPushButton(self)
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self._fields: dict[str, QWidget] = {
            "skill": self.skill,
            "day": self.day,
            "course_place": self.place,
            "members": self.member,
            "certified_by": self.by,
            "note": self.reason,
        }
        self._names = {key: plain_label(self) for key in self._fields}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        above, below = QFormLayout(), QFormLayout()
        for form in (above, below):
            form.setHorizontalSpacing(12)
            form.setVerticalSpacing(8)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for key, field in self._fields.items():
            (below if key in BELOW else above).addRow(self._names[key], field)
            sized(self._names[key].setMinimumWidth, NAME_WIDTH)
            self._names[key].setBuddy(field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.caption)
        layout.addLayout(above)
        layout.addWidget(self.attendance, 1)
        layout.addLayout(below)
        layout.addWidget(self.problem)
        for button in (self.submit, self.finish, self.call_off, self.cancel):
            layout.addWidget(button)

    def _connect(self) -> None:
        self._hub.loaded.connect(self.load)
        self._hub.changed.connect(self._changed)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.member.chosen.connect(self._add)
        self.submit.clicked.connect(self.send)
        self.finish.clicked.connect(self.close_course)
        self.call_off.clicked.connect(self.cancel_course)
        self.reason.returnPressed.connect(self.cancel_course)
        self.cancel.clicked.connect(self.closed)

    # What others ask for

    def open_new(self) -> None:
        """Plan a course; what was typed for one that is not stored yet is still there."""
        if self._course is not None or not self.attendance.results:
            self._fill(None)
        self._begin()

    def open_for(self, course: Course) -> None:
        """Show a course."""
        if self._course is None or self._course.id != course.id:
            self._fill(course)
        self._begin()

    def ask_why(self, course: Course) -> None:
        """Show a course and ask for the reason why it is not held."""
        self.open_for(course)
        if not course.closed:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def send(self) -> None:
        """Store the course."""
        if self._command is not None or not self.submit.isEnabled():
            return
        plan = (
            str(self.skill.currentData()),
            day_of(self.day),
            self.place.text(),
            tuple(self.attendance.results),
        )
        seen = self._seen()
        if seen is None:
            self._ask(PlanCourse(*plan))
        else:
            self._ask(ChangeCourse(seen.id, *plan, seen.version))

    def close_course(self) -> None:
        """Close the course as it is stored, with the results that stand here."""
        course = self._seen()
        if self._command is not None or course is None or course.closed:
            return
        if self._differs(course):
            self.problem.setText(self.tr("Store what you changed first: Ctrl+Enter."))
            return
        results = tuple(self.attendance.results.items())
        self._ask(CloseCourse(course.id, results, self.by.text(), course.version))

    def cancel_course(self) -> None:
        """Cancel the course, for the reason that stands here."""
        course = self._seen()
        if self._command is None and course is not None and not course.closed:
            self._ask(CancelCourse(course.id, self.reason.text(), course.version))

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        for key, text in (
            ("skill", self.tr("Skill")),
            ("day", self.tr("Day")),
            ("course_place", self.tr("Place")),
            ("members", self.tr("Add a member")),
            ("certified_by", self.tr("Certified by")),
            ("note", self.tr("Reason")),
        ):
            self._names[key].setText(text)
        self.member.line.setPlaceholderText(self.tr("Part of the name, number or telephone"))
        self.member.line.setAccessibleName(self.tr("Add a member"))
        self.member.matches.setAccessibleName(self.tr("Members found"))
        self.by.setPlaceholderText(self.tr("You, unless another name is given"))
        self.reason.setPlaceholderText(self.tr("Why it is not held"))
        self.call_off.setText(self.tr("Cancel the course"))
        self.submit.setText(self.tr("Store course    Ctrl+Enter"))
        self.finish.setText(self.tr("Close the course and certify who passed"))
        self.cancel.setText(self.tr("Put away    Esc"))
        self.problem.setText("")
        self.load()
        self._show()

    # What happens inside

    def _members(self) -> Iterable[Member]:
        return self._hub.picture.members.values()

    def _seen(self) -> Course | None:
        """The course as it was opened, or as it is now for who was told of another's change."""
        if self._course is not None and self._overtaken:
            return self._hub.picture.courses.get(self._course.id, self._course)
        return self._course

    def _differs(self, course: Course) -> bool:
        stored = (course.skill, course.day, course.place, [e.member for e in course.entries])
        listed = list(self.attendance.results)
        typed = (self.skill.currentData(), day_of(self.day), self.place.text().strip(), listed)
        return stored != typed

    def _ask(self, order: CourseOrder) -> None:
        self.problem.setText("")
        self._order = order
        self._desk.do(order)

    def _add(self, member: int | None) -> None:
        if member is not None:
            self.attendance.add(member)
            self.member.line.clear()

    def _fill(self, course: Course | None) -> None:
        self._course, self._overtaken = course, False
        day = self._today() if course is None else course.day
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.place.setText("" if course is None else course.place)
        if course is not None:
            self.skill.setCurrentIndex(max(self.skill.findData(course.skill), 0))
        entries = () if course is None else course.entries
        self.attendance.show_results({entry.member: entry.result for entry in entries})
        self.by.clear()
        self.reason.setText("" if course is None else course.cancelled)
        self.problem.setText("")
        self._show()

    def _begin(self) -> None:
        first = self.skill if self._course is None else self.attendance.table
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        course = self._course
        over = course is not None and course.closed
        self.caption.setText(self.tr("New course") if course is None else self.tr("Course"))
        for field in (*self._fields.values(), self.submit, self.finish, self.call_off):
            field.setEnabled(not over and self._command is None)
        self.attendance.set_fixed(over)
        self.finish.setVisible(course is not None and not over)
        self.call_off.setVisible(course is not None and not over)
        why = course is not None and (not over or bool(course.cancelled))
        self._names["note"].setVisible(why)
        self.reason.setVisible(why)
        self.submit.setVisible(not over)

    def load(self) -> None:
        """Offer the skills that the Picture holds."""
        box, chosen = self.skill, self.skill.currentData()
        box.clear()
        for skill in self._hub.picture.skills.values():
            name = localised(skill.name, skill.name_en)
            box.addItem(f"{skill.monogram}  {name}", skill.code)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        self._arrived()

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self.load()
        self._arrived()

    def _started(self, command: UUID, order: Order) -> None:
        """It was sent, from here or once more from the message about its failure."""
        if order is self._order:
            self._command = command
            self._show()

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        if command == self._command:
            self._ended = event
            self._arrived()

    def _arrived(self) -> None:
        """It is done and the feed has brought it, in whichever order they came."""
        event = self._ended
        if event is None or self._hub.picture.seq < event.seq:
            return
        self._command = self._ended = None
        course = self._hub.picture.courses.get(event.subject.id)
        if course is None or course.closed:
            self._fill(None)
            self.closed.emit()
        else:
            # It stays open, with what has been noted of results: they are stored at its closing.
            self._course, self._overtaken = course, False
            self._show()
            self._begin()

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command != self._command:
            return
        self._command = None
        self._show()
        if isinstance(error, Refusal):
            self.problem.setText(error_sentence(error, self._hub.picture.zone))
            self._overtaken = error.code is Refused.OVERTAKEN
            wrong = self._fields.get(str(error.details.get("field")))
            (wrong or self.attendance.table).setFocus(Qt.FocusReason.OtherFocusReason)
