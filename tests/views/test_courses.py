"""Courses on the training screen: planned, filled, and closed by keys, shown in every console."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from console.domain.courses import Course, Result
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeCourse, CloseCourse, PlanCourse
from console.domain.people import Member
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, settle, sit_at, until, write

TODAY = date(2026, 3, 2)


def open_courses(console: Console) -> None:
    press(console.window, Qt.Key.Key_3, CTRL)
    click(console.training.tabs[1])
    console.training.courses.table.setFocus()


def learners(console: Console, count: int = 3) -> list[Member]:
    return [m for m in console.hub.picture.members.values() if m.badge("fire") is None][:count]


def only_course(console: Console) -> Course:
    [course] = console.hub.picture.courses.values()
    return course


def plan(qtbot: QtBot, console: Console, people: list[Member]) -> Course:
    press(console.window, "a")
    form = console.training.course
    form.skill.setCurrentIndex(form.skill.findData("fire"))
    form.place.setFocus()
    write(console.window, "社区一楼会议室")
    for member in people:
        form.member.line.setFocus()
        press(console.window, member.number)
        press(console.window, Qt.Key.Key_Return)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.hub.picture.courses)
    until(qtbot, form.submit.isEnabled)
    return only_course(console)


def test_a_course_is_planned_and_closed_by_keys_and_certifies_who_passed(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    sit_at(qtbot, console)
    open_courses(console)
    assert console.training.courses.none.isVisible()
    people = learners(console)
    course = plan(qtbot, console, people)
    assert console.training.courses.none.isHidden()
    assert [entry.member for entry in course.entries] == [m.id for m in people]
    assert (course.skill, course.day, course.place) == ("fire", TODAY, "社区一楼会议室")
    until(qtbot, lambda: other.hub.picture.courses)
    assert other.training.courses.texts(0) == [
        *("2026-03-02", "Fire", "社区一楼会议室", "3", "planned"),
    ]
    assert other.training.tabs[1].text() == "Courses planned: 1"
    form = console.training.course
    click(form.finish)
    until(qtbot, form.problem.text)
    assert form.problem.text() == "Something is missing: a result for everybody. Fill it in."
    form.attendance.table.setFocus()
    form.attendance.table.selectRow(0)
    for key in "pfx":
        press(console.window, key)
    assert list(form.attendance.results.values()) == [
        *(Result.PASSED, Result.FAILED, Result.ABSENT),
    ]
    click(form.finish)
    for seat in (console, other):
        until(qtbot, lambda seat=seat: only_course(seat).closed)  # type: ignore[misc]
        held = [m.id for m in people if seat.hub.picture.members[m.id].holds("fire", TODAY)]
        assert held == [people[0].id]
        assert seat.training.courses.texts(0)[-1] == "closed: 1 passed, 1 failed, 1 absent"
    until(qtbot, lambda: not form.isVisible())
    [event] = deeds(other, Deed.CLOSE_COURSE)
    assert event.payload["names"] == people[0].name
    # It can be looked at, and nothing in it changes.
    press(console.window, Qt.Key.Key_Up)
    console.training.courses.table.selectRow(0)
    press(console.window, Qt.Key.Key_Return)
    assert form.isVisible()
    assert not form.submit.isVisible()
    form.attendance.table.setFocus()
    press(console.window, Qt.Key.Key_Delete)
    press(console.window, "p")
    assert [result.value for result in form.attendance.results.values()] == [
        *("passed", "failed", "absent"),
    ]


def test_results_stay_while_the_list_is_changed_and_stored(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    open_courses(console)
    first, second, third = learners(console)
    course = plan(qtbot, console, [first, second])
    form = console.training.course
    form.attendance.table.setFocus()
    form.attendance.table.selectRow(0)
    press(console.window, "p")
    press(console.window, Qt.Key.Key_Delete)
    form.member.line.setFocus()
    press(console.window, third.number)
    press(console.window, Qt.Key.Key_Return)
    assert list(form.attendance.results) == [first.id, third.id]
    click(form.finish)
    assert form.problem.text() == "Store what you changed first: Ctrl+Enter."
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: only_course(console).version > course.version)
    until(qtbot, form.submit.isEnabled)
    assert form.attendance.results == {first.id: Result.PASSED, third.id: Result.LISTED}
    form.attendance.table.selectRow(1)
    click(form.attendance.buttons[Result.PASSED])
    click(form.finish)
    until(qtbot, lambda: only_course(console).closed)
    assert not console.hub.picture.members[second.id].holds("fire", TODAY)


def test_who_is_overtaken_is_told_and_keeps_the_results(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    people = tuple(m.id for m in learners(console))
    number = elsewhere(sqlite_center_url, PlanCourse("fire", TODAY, "一楼", people)).subject.id
    until(qtbot, lambda: console.hub.picture.courses)
    open_courses(console)
    console.training.courses.table.selectRow(0)
    press(console.window, "e")
    form = console.training.course
    form.attendance.table.selectRow(0)
    for _ in people:
        press(console.window, "p")
    elsewhere(sqlite_center_url, ChangeCourse(number, "fire", TODAY, "二楼", people))
    settle(qtbot, console)
    click(form.finish)
    until(qtbot, lambda: "丙 (三号席) was first" in form.problem.text())
    assert set(form.attendance.results.values()) == {Result.PASSED}
    click(form.finish)
    assert form.problem.text() == "Store what you changed first: Ctrl+Enter."
    form.place.setText("二楼")
    click(form.finish)
    until(qtbot, lambda: only_course(console).closed)


def test_refusals_stand_beside_the_fields(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    open_courses(console)
    click(console.training.courses.add)
    form = console.training.course
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, form.problem.text)
    assert "where the course is held" in form.problem.text()
    assert form.place.hasFocus()
    write(console.window, "一楼")
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: "who is to attend" in form.problem.text())
    [member] = learners(console, 1)
    press(console.window, member.number)
    press(console.window, Qt.Key.Key_Return)
    form.day.setDate(QDate(2026, 3, 3))
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.hub.picture.courses)
    until(qtbot, form.submit.isEnabled)
    form.attendance.table.selectRow(0)
    form.attendance.note(Result.PASSED)
    click(form.finish)
    until(qtbot, lambda: "the day of the course" in form.problem.text())
    assert not console.hub.picture.members[member.id].holds("fire", TODAY)
    course = only_course(console)
    elsewhere(
        sqlite_center_url,
        ChangeCourse(course.id, course.skill, TODAY, course.place, (member.id,)),
    )
    elsewhere(sqlite_center_url, CloseCourse(course.id, ((member.id, Result.FAILED),)))
    until(qtbot, lambda: only_course(console).closed)
    click(form.finish)
    until(qtbot, lambda: "is closed" in form.problem.text())


def test_a_course_is_cancelled_by_keys_and_says_why_in_every_console(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    sit_at(qtbot, console)
    open_courses(console)
    plan(qtbot, console, learners(console))
    courses, form = console.training.courses, console.training.course
    courses.table.setFocus()
    courses.table.selectRow(0)
    press(console.window, "x")
    assert form.reason.hasFocus()
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, form.problem.text)
    assert form.problem.text() == "Something is missing: the reason. Fill it in."
    assert form.reason.hasFocus()
    write(console.window, "停电")
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: other.hub.picture.courses and only_course(other).closed)
    until(qtbot, courses.table.hasFocus)
    for seat in (console, other):
        assert seat.training.courses.texts(0)[-1] == "cancelled: 停电"
        assert seat.training.tabs[1].text() == "Courses planned: 0"
    # It can be opened and read, but not cancelled once more.
    press(console.window, "x")
    assert not form.reason.hasFocus()
    press(console.window, "e")
    assert form.reason.text() == "停电"
    assert not form.reason.isEnabled()
    assert not form.call_off.isVisible()
