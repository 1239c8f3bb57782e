"""A walk through all screens and dialogs of a console that has work to show."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.commands.demo import prepare
from console.domain.incident import TO_CHECK, TO_DISPATCH, State
from console.domain.lifecycle import Deed
from console.domain.mentions import Unread
from console.domain.rights import Actor
from console.domain.settings_file import SettingsFile, differences
from console.shots_scene import set_scene, some_differences
from console.views.archive.view import ArchiveView
from console.views.dialogs import SignIn
from console.views.mentions import MentionList
from console.views.settings.differences import DifferencesDialog
from console.wiring import Console
from tests.clock import START, Clock
from tests.views.conftest import OpenConsole
from tests.views.hands import settle, until

Stop = tuple[str, QWidget]
"""What the screen or dialog is called, and the widget that holds it."""


def open_at_work(qtbot: QtBot, open_console: OpenConsole, folder: Path, clock: Clock) -> Console:
    """Open a console on the demonstration in full swing."""
    url = f"sqlite:///{folder / 'work.db'}"
    prepare(url, clock.now)
    set_scene(url, Actor("甲", "一号席"), clock.now)
    console = open_console(url)
    settle(qtbot, console)
    return console


class Tour:
    """Goes from one stop to the next; a dialog is closed when the next one is asked for."""

    def __init__(self, qtbot: QtBot, console: Console) -> None:
        self._qtbot, self._console = qtbot, console

    def stops(self) -> Iterator[Stop]:
        """All screens, panels and dialogs."""
        yield from self.screens()
        yield from self.dialogs()

    def screens(self) -> Iterator[Stop]:
        """What stands in the window; a switch of the language reaches it."""
        yield from self._desk()
        yield from self._others()

    def _desk(self) -> Iterator[Stop]:
        console, window = self._console, self._console.window
        for state in (State.REPORTED, State.VERIFIED, State.ON_SCENE, State.RESOLVED):
            number = self._first({state})
            if number is not None:
                self._show(number)
                yield f"desk: {state.value}", window
        for form in ("lines", "table", "rows"):
            console.settings.change("queue.form", form)
            yield f"desk: the queue as {form}", window
        console.incident.doing.request(Deed.COMMENT)
        yield "desk: a line of text", window
        console.step_back()
        console.new_report()
        console.form.title.setText("文宗路垃圾")
        yield "desk: the form", window
        console.form.leave()
        yield "desk: several", self._several()
        console.queue.select_one()
        console.open_palette()
        console.palette.line.setText("pq 路")
        yield "palette", window
        console.palette.line.clear()
        console.palette.leave()

    def _several(self) -> QWidget:
        console = self._console
        queue = console.queue
        queue.show_all()
        self._show(self._first(TO_DISPATCH) or 0)
        flags = QItemSelectionModel.SelectionFlag
        first = queue.table.currentIndex().row()
        for row in (first + 1, first + 2):
            index = queue.model.index(row, 0)
            queue.table.selectionModel().select(index, flags.Select | flags.Rows)
        assert console.bulk.several
        return console.window

    def _others(self) -> Iterator[Stop]:
        console, window = self._console, self._console.window
        for form in ("rows", "cards"):
            window.show_page("roster")
            console.roster.show_form(form)
            console.roster.focus_rows()
            self._qtbot.waitUntil(console.roster.page.isVisible)
            yield f"roster: {form}", window
        window.show_page("training")
        training = console.training
        member = min(console.hub.picture.members)
        training.badges.open_for(member, "fire", Deed.CERTIFY)
        for number, tab in enumerate(training.tabs):
            tab.click()
            yield f"training: tab {number}", window
        training.courses.add_wanted.emit()
        yield "training: a course", window
        training.skills.change_wanted.emit(console.hub.picture.skills["security"])
        yield "training: a skill", window
        window.show_page("shifts")
        console.shifts.focus_rows()
        yield "shifts", window
        current, day = console.shifts.current, console.shifts.day
        assert current is not None
        assert day is not None
        console.shifts.form.open_leave(current, day)
        yield "shifts: leave", window
        window.show_page("archive")
        self._found(console.archive)
        yield "archive", window

    def _found(self, view: ArchiveView) -> None:
        until(self._qtbot, lambda: view.table.model().rowCount() > 1)
        view.focus_rows()
        view.table.selectRow(1)
        until(self._qtbot, view.case.isVisible)

    def dialogs(self) -> Iterator[Stop]:
        """What is opened over it; it speaks the language in which it was opened."""
        console = self._console
        dialogs = console.dialogs
        for name, begin in (
            ("settings", dialogs.open_settings),
            ("keys", dialogs.show_keys),
            ("weights", dialogs.open_weights),
            ("handover", dialogs.open_handover),
            ("cards", dialogs.show_cards),
            ("alarms", console.bell.open_list),
            ("proposal for all", dialogs.propose_all),
            ("export", console.archive.open_export),
            ("list of members", self._list),
        ):
            yield name, self._dialog(begin)
            self._close()
        self._show(self._first({State.RESOLVED}) or 0)
        photos = console.incident.photo_part
        until(self._qtbot, lambda: console.incident.photos.shown)
        for name, begin in (
            ("slip", dialogs.print_slip),
            ("case file", dialogs.print_case),
            ("photo", partial(photos.open, console.incident.photos.shown[0].id)),
            ("differences of settings", self._differences),
            ("mentions", self._mentions),
            ("sign-in", self._sign_in),
        ):
            yield name, self._dialog(begin)
            self._close()
        self._show(self._first(TO_DISPATCH) or 0)
        yield "a team", self._dialog(console.incident.doing.call_team)
        self._close()
        yield "correct", self._dialog(partial(console.incident.doing.request, Deed.CORRECT))
        self._close()
        yield from self._of_a_case()

    def _of_a_case(self) -> Iterator[Stop]:
        panel = self._console.incident
        self._show(self._first(TO_CHECK) or 0)
        until(self._qtbot, lambda: panel.photos.shown)
        yield "case file", self._dialog(self._console.dialogs.print_case)
        self._close()
        photo = panel.photos.shown[0].id
        yield "photo", self._dialog(lambda: panel.photo_part.open(photo))
        self._close()

    def _list(self) -> None:
        from console.views.roster.list_dialog import ListDialog

        console = self._console
        ListDialog(
            console.hub.picture, console.desk, some_differences(console), console.window
        ).open()

    def _differences(self) -> None:
        file = SettingsFile({"look.theme": "light"}, {"report": "Z"}, ("later.thing",))
        settings, keys = self._console.settings.values, self._console.keymap.keys
        DifferencesDialog(file, differences(file, settings, keys), self._console.window).open()

    def _mentions(self) -> None:
        note = Unread(1, 23, "文宗路垃圾", "乙", START, "请再去看一次，居民还在等")
        MentionList((note,), self._console.hub.picture.zone, self._console.window).open()

    def _sign_in(self) -> None:
        SignIn("甲", "一号席", self._console.window).open()

    def _dialog(self, begin: Callable[[], object]) -> QWidget:
        begin()
        until(self._qtbot, lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    def _close(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
        until(self._qtbot, lambda: QApplication.activeModalWidget() is not dialog)

    def _first(self, states: set[State] | frozenset[State]) -> int | None:
        incidents = self._console.hub.picture.incidents.values()
        return min((one.id for one in incidents if one.state in states), default=None)

    def _show(self, number: int) -> None:
        console = self._console
        console.window.show_page("desk")
        console.queue.show_all()
        console.queue.select(number)
        console.page.show_side(console.incident)
        until(self._qtbot, lambda: console.incident.incident is not None)
        until(self._qtbot, lambda: console.incident.timeline.texts)
        assert console.incident.incident is not None
        assert console.incident.incident.id == number
