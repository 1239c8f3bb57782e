"""The training screen: skills and endings on the left, one form at a time on the right."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.domain.courses import Course
from console.domain.lifecycle import Deed
from console.domain.people import Skill
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.training.badge_form import BadgeForm
from console.views.training.course_form import CourseForm
from console.views.training.course_list import CourseList
from console.views.training.ending import EndingList
from console.views.training.skill_form import SkillForm
from console.views.training.skill_panel import SkillPanel
from console.widgets.keys import BELOW, bind, bind_fixed
from console.widgets.measure import sized
from console.widgets.theme import Look

SIDE = 420
"""Width of the forms in pixels."""


class TrainingView(QWidget):
    """Puts the parts together and moves the keyboard between them."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)

        def today() -> date:
            return hub.picture.day_of(clock())

        self.skills = SkillPanel(hub, desk, look, today, self)
        self.ending = EndingList(hub, today, self)
        self.badges = BadgeForm(hub, desk, look, today, self)
        self.form = SkillForm(hub, desk, look, self)
        self.courses = CourseList(hub, self)
        self.course = CourseForm(hub, desk, today, self)
        self.lists = QStackedWidget(self)
        self.tabs = [QPushButton(self) for _ in range(2)]
        self._tabs = QButtonGroup(self)
        for place, shown in enumerate((self.ending, self.courses)):
            self.lists.addWidget(shown)
            self._tabs.addButton(self.tabs[place], place)
            self.tabs[place].setCheckable(True)
            self.tabs[place].setProperty("kind", "chip")
        self.tabs[0].setChecked(True)
        self._name_lists()
        self.side = QStackedWidget(self)
        for form in (self.badges, self.form, self.course):
            self.side.addWidget(form)
        self._build()
        self._connect()

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.skills, 3)
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for tab in self.tabs:
            tabs.addWidget(tab)
        tabs.addStretch(1)
        left.addLayout(tabs)
        left.addWidget(self.lists, 2)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.side)
        sized(scroll.setFixedWidth, SIDE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addWidget(scroll)

    def _connect(self) -> None:
        self.skills.add_wanted.connect(self._add)
        self.skills.change_wanted.connect(self._change)
        self.ending.chosen.connect(self._renew)
        self._tabs.idClicked.connect(self.lists.setCurrentIndex)
        self.courses.add_wanted.connect(self._plan)
        self.courses.open_wanted.connect(self._open_course)
        self.courses.cancel_wanted.connect(self._cancel_course)
        self.ending.filled.connect(self._name_lists)
        self.courses.filled.connect(self._name_lists)
        self.course.closed.connect(self._leave)
        self.form.closed.connect(self._leave)
        self.form.stored.connect(self._stored)
        bind("filter_training", self, self.focus_filter, BELOW)
        bind_fixed("Esc", self, self._leave, BELOW)

    def load(self) -> None:
        """Show what the Picture holds; for a screen that is made after it was filled."""
        for part in (self.skills, self.ending, self.badges, self.courses, self.course):
            part.load()

    def focus_filter(self) -> None:
        """Put the keyboard into the search for a member."""
        self.side.setCurrentWidget(self.badges)
        self.badges.focus_member()

    def focus_rows(self) -> None:
        """Put the keyboard into the table of skills."""
        self.skills.focus_rows()

    def _add(self) -> None:
        self.side.setCurrentWidget(self.form)
        self.form.open_new()

    def _change(self, skill: Skill) -> None:
        self.side.setCurrentWidget(self.form)
        self.form.open_for(skill)

    def _renew(self, member: int, skill: str) -> None:
        self.side.setCurrentWidget(self.badges)
        self.badges.open_for(member, skill, Deed.CERTIFY)

    def _plan(self) -> None:
        self.side.setCurrentWidget(self.course)
        self.course.open_new()

    def _open_course(self, course: Course) -> None:
        self.side.setCurrentWidget(self.course)
        self.course.open_for(course)

    def _cancel_course(self, course: Course) -> None:
        self.side.setCurrentWidget(self.course)
        self.course.ask_why(course)

    def _name_lists(self) -> None:
        self.tabs[0].setText(self.ending.title())
        self.tabs[1].setText(self.courses.title())

    def _leave(self) -> None:
        """Back to the rows from which the form was opened."""
        from_courses = self.side.currentWidget() is self.course
        self.side.setCurrentWidget(self.badges)
        if from_courses:
            self.courses.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.skills.focus_rows()

    def _stored(self, code: str) -> None:
        self.skills.select(code)
        self._leave()
