"""Pictures of every screen, in both languages and themes, to be looked at after each change."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QItemSelectionModel, QObject, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from console.commands.demo import prepare
from console.domain.incident import TO_DISPATCH, State
from console.domain.ladder import Card, Matter, Supervision
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, ChangeWeights
from console.domain.people import AVAILABLE, Duty
from console.domain.rights import Actor
from console.shots_scene import set_scene, some_differences
from console.shots_wall import WallPhotographer
from console.views.handover.dialog import HandoverDialog
from console.views.incident.correct_dialog import CorrectDialog
from console.widgets.language import LOCALES, Language
from console.widgets.map.scheme import register_scheme
from console.widgets.speaker import Silent
from console.widgets.theme import Look
from console.wiring import Console

THEMES = ("dark", "light")
SIZES = {"1080p": QSize(1920, 1080), "small": QSize(1366, 768), "2160p": QSize(3840, 2160)}
PAINT_MS = 700
"""How long the map gets to paint after a switch, in milliseconds."""

QUIET_MS = 150
"""How long a screen without a map gets."""

IN_SIZE = {
    "small": frozenset({"desk", "running", "roster", "training", "shifts", "archive"}),
    "2160p": frozenset({"desk", "roster"}),
}
"""The screens that are also shown in other sizes than the one worked at."""

IN_TWO = frozenset(
    {
        *("alarm", "alarms", "open_cards", "people", "red", "supervised"),
        *("area", "bulk", "close", "correct", "export", "handover", "merged", "twice"),
        *("course", "courses", "leave", "list", "offers", "skill", "team", "weights"),
        *("keys", "palette", "question", "settings"),
    }
)
TWO = (("dark", "zh"), ("light", "en"))
"""What differs little from other pictures is shown in two looks, for the sake of time."""

SELECT_ROW = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows

QUICK = 80
"""Quality of a PNG to Qt: nothing is lost, it is packed less tightly and four times as fast."""

LATER = timedelta(hours=3)
"""So much time passes before the last pictures: cards turn red, a check-in is missed."""


class Clock:
    """The time of day, which can be put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        """What time it is on the pictures."""
        return datetime.now(UTC) + self.ahead


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its file's name and how the screen is brought there."""

    name: str
    language: str
    theme: str
    size: str
    prepare: Callable[[], object]


class Photographer(QObject):
    """Walks through the screens on the event loop, so that nothing has to be forced to paint."""

    def __init__(
        self,
        console: Console,
        look: Look,
        language: Language,
        clock: Clock,
        folder: Path,
        app: QApplication,
        only: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(app)
        self._clock, self._only = clock, only
        self._console, self._look, self._language = console, look, language
        self._folder, self._app = folder, app
        self._shots = iter(self._plan())
        self._shot: Shot | None = None
        self._dialog: QDialog | None = None
        console.map.settled.connect(self._begin)

    def _plan(self) -> Iterator[Shot]:
        first: tuple[tuple[str, Callable[[], object]], ...] = (
            ("desk", self._desk),
            ("verify", self._verify),
            ("running", self._running),
            ("supervised", self._supervised),
            ("report", self._report),
            ("check", self._check),
            ("correct", self._correct),
            ("close", self._close),
            ("bulk", self._bulk),
            ("twice", self._twice),
            ("merged", self._merged),
            ("team", self._team),
            ("roster", self._roster),
            ("cards", self._cards),
            ("training", self._training),
            ("skill", self._skill),
            ("course", self._course),
            ("courses", self._courses),
            ("shifts", self._shifts),
            ("leave", self._leave),
            ("archive", self._archive),
            ("area", self._area),
            ("export", self._export),
            ("weights", self._weights),
            ("list", self._list),
            ("keys", self._keys),
            ("settings", self._settings),
            ("handover", self._handover),
            ("palette", self._palette),
            ("question", self._question),
        )
        last: tuple[tuple[str, Callable[[], object]], ...] = (
            ("people", self._people),
            ("red", self._red),
            ("alarm", self._alarm),
            ("open_cards", self._open_cards),
            ("alarms", self._alarms),
        )
        for size in SIZES:
            yield from self._variants(size, [s for s in first if self._wanted(s[0], size)])
        # These do deeds that all later pictures would show.
        yield from self._variants("1080p", [s for s in last if self._meant(s[0])])
        if self._meant("offers"):
            yield from self._variants("1080p", (("offers", self._offers),))

    def _wanted(self, name: str, size: str) -> bool:
        return self._meant(name) and (size not in IN_SIZE or name in IN_SIZE[size])

    def _meant(self, name: str) -> bool:
        return not self._only or name in self._only

    def _variants(
        self, size: str, steps: Iterable[tuple[str, Callable[[], object]]]
    ) -> Iterator[Shot]:
        for theme in THEMES:
            for language in LOCALES:
                for name, step in steps:
                    if name in IN_TWO and (theme, language) not in TWO:
                        continue
                    file = f"{name}-{language}-{theme}-{size}"
                    yield Shot(file, language, theme, size, step)

    def _begin(self) -> None:
        self._console.map.settled.disconnect(self._begin)
        # The pictures show screens; what an alarm looks like is told by those of the last ones.
        self._console.bell.alarms.acknowledge(self._console.bell.alarms.rule.waiting)
        if not self._meant("wall"):
            self._next()
            return
        # First, because later pictures need deeds that would show on it.
        WallPhotographer(self._console, self._language, self._folder, self._next, self).begin()

    def _next(self) -> None:
        self._shot = shot = next(self._shots, None)
        if shot is None:
            self._app.quit()
            return
        self._language.use(shot.language)
        self._look.use(shot.theme)
        self._console.window.resize(SIZES[shot.size])
        shot.prepare()
        on_map = self._dialog is None and self._console.window.page == "desk"
        slow = on_map or shot.prepare in (self._weights, self._archive)
        QTimer.singleShot(PAINT_MS if slow else QUIET_MS, self._take)

    def _take(self) -> None:
        if self._shot is not None:
            shown = self._dialog or self._console.window
            file = str(self._folder / f"{self._shot.name}.png")
            shown.grab().save(file, "PNG", QUICK)
        self._console.map.forget_area()
        if self._dialog is not None:
            self._dialog.reject()
            self._dialog = None
        if self._shot is not None and self._shot.prepare in (self._palette, self._question):
            self._console.palette.line.clear()
            self._console.palette.leave()
        self._next()

    def _first(self, states: frozenset[State]) -> int:
        incidents = self._console.hub.picture.incidents.values()
        return min(i.id for i in incidents if i.state in states)

    def _show(self, states: frozenset[State]) -> None:
        self._console.window.show_page("desk")
        self._console.queue.show_all()
        self._console.queue.select(self._first(states))

    def _desk(self) -> None:
        self._show(TO_DISPATCH)

    def _verify(self) -> None:
        self._show(frozenset({State.REPORTED}))
        self._console.incident.verification.next_camera()

    def _running(self) -> None:
        self._show(frozenset({State.ON_SCENE}))

    def _check(self) -> None:
        self._show(frozenset({State.RESOLVED}))
        self._console.incident.checking.choose(0)

    def _close(self) -> None:
        self._show(frozenset({State.CHECKED}))
        self._console.incident.checking.choose(0)

    def _bulk(self) -> None:
        self._show(TO_DISPATCH)
        table = self._console.queue.table
        first = table.currentIndex().row()
        for row in range(first + 1, min(first + 6, self._console.queue.model.rowCount())):
            index = self._console.queue.model.index(row, 0)
            table.selectionModel().select(index, SELECT_ROW)
        self._console.bulk.request(Deed.COMMENT)

    def _correct(self) -> None:
        self._check()
        self._console.incident.doing.request(Deed.CORRECT)
        self._dialog = self._console.incident.findChild(CorrectDialog)

    def _supervised(self) -> None:
        found = self._console.hub.picture.oversight.open()
        self._console.window.show_page("desk")
        self._console.queue.show_all()
        if found:
            self._console.queue.select(found[0].incident)

    def _report(self) -> None:
        self._console.new_report()

    def _twice(self) -> None:
        """A report is typed that is known already."""
        incidents = self._console.hub.picture.incidents
        known = incidents[self._first(frozenset({State.REPORTED}))]
        form = self._console.form
        self._console.new_report()
        form.title.setText(known.title)
        form.address.setText(known.address)
        if known.place is not None:
            form.take_place(known.place)

    def _merged(self) -> None:
        """An incident that several people have reported."""
        form = self._console.form
        form.title.clear()
        form.address.clear()
        form.leave()
        whole = next(
            event.payload["into"]
            for event in self._console.hub.picture.events
            if event.kind is Deed.MERGE
        )
        self._console.window.show_page("desk")
        self._console.queue.show_all()
        self._console.queue.select(int(str(whole)))

    def _roster(self) -> None:
        self._show_members("rows")

    def _cards(self) -> None:
        self._show_members("cards")

    def _show_members(self, form: str) -> None:
        self._console.form.leave()
        self._console.window.show_page("roster")
        self._console.roster.show_form(form)
        self._console.roster.focus_rows()

    def _training(self) -> None:
        training = self._console.training
        self._console.window.show_page("training")
        member = min(self._console.hub.picture.members)
        training.badges.open_for(member, "fire", Deed.CERTIFY)
        training.tabs[0].click()
        training.focus_filter()

    def _archive(self) -> None:
        self._console.window.show_page("archive")
        view = self._console.archive
        view.filters.text.setText("")
        view.focus_rows()
        QTimer.singleShot(QUIET_MS, partial(view.table.selectRow, 1))

    def _area(self) -> None:
        """The map waits for an area in which the archive is searched."""
        self._archive()
        self._console.archive.area_wanted.emit()

    def _export(self) -> None:
        self._archive()
        self._console.archive.open_export()
        self._dialog = self._console.archive.dialog

    def _weights(self) -> None:
        from console.views.rules.weights import open_weights

        self._dialog = dialog = open_weights(
            self._console.hub, self._console.desk, self._console.window
        )
        dialog.editors["running"].setValue(0)
        dialog.editors["fairness"].setValue(0)
        dialog.ask()

    def _list(self) -> None:
        from console.views.roster.list_dialog import ListDialog

        console = self._console
        self._dialog = ListDialog(
            console.hub.picture, console.desk, some_differences(console), console.window
        )
        self._dialog.open()

    def _course(self) -> None:
        training = self._console.training
        self._console.window.show_page("training")
        training.tabs[1].click()
        training.courses.add_wanted.emit()
        training.course.place.setText("社区一楼会议室")
        for member in sorted(self._console.hub.picture.members)[:8]:
            training.course.attendance.add(member)

    def _courses(self) -> None:
        training = self._console.training
        self._console.window.show_page("training")
        training.tabs[1].click()
        training.courses.table.selectRow(0)

    def _team(self) -> None:
        from console.views.incident.team_dialog import open_team

        self._show(TO_DISPATCH)
        console, picture = self._console, self._console.hub.picture
        incident = picture.incidents[self._first(TO_DISPATCH)]
        today = picture.day_of(self._clock.now())
        self._dialog = open_team(incident, picture, console.desk, today, console.incident)

    def _people(self) -> None:
        """Send a team, unless one has been sent, and show all who are on it."""
        self._console.window.show_page("desk")
        incidents = self._console.hub.picture.incidents.values()
        crowded = [one.id for one in incidents if len(one.people) > 1]
        if crowded:
            self._console.queue.select(crowded[0])
        else:
            self._team()
            if self._dialog is not None:
                self._dialog.accept()
                self._dialog = None

    def _red(self) -> None:
        if not self._clock.ahead and self._console.climber is not None:
            self._clock.ahead = LATER
            self._console.climber.look()
            # What is found is shown when the feed has brought it.
            QTimer.singleShot(PAINT_MS // 2, self._select_red)
        self._select_red()

    def _select_red(self) -> None:
        self._supervise(lambda one: one.card is Card.RED)

    def _alarm(self) -> None:
        self._supervise(lambda one: one.matter is Matter.SAFETY)

    def _supervise(self, wanted: Callable[[Supervision], bool]) -> None:
        found = [one for one in self._console.hub.picture.oversight.open() if wanted(one)]
        self._console.window.show_page("desk")
        if found:
            self._console.queue.select(found[0].incident)

    def _open_cards(self) -> None:
        from console.views.cards import CardList

        console = self._console
        self._dialog = CardList(console.hub, self._look, self._clock.now, console.window)
        self._dialog.open()

    def _alarms(self) -> None:
        from console.views.alarms.list import AlarmList

        console = self._console
        self._dialog = AlarmList(
            console.bell.alarms, console.hub.picture, self._look, console.window
        )
        self._dialog.open()

    def _offers(self) -> None:
        """Send home all who are free, let the others take no more, and show what is left to do."""
        picture, desk = self._console.hub.picture, self._console.desk
        if picture.catalogue is not None and picture.catalogue.weights.most_running > 1:
            desk.do(ChangeWeights((("most_running", 1.0),)))
        for member in picture.members.values():
            if member.grid and member.duty in AVAILABLE and not member.load:
                desk.do(ChangeDuty(member.id, Duty.OFF))
        self._show(TO_DISPATCH)

    def _handover(self) -> None:
        self._console.dialogs.open_handover()
        self._dialog = self._console.window.findChild(HandoverDialog)

    def _keys(self) -> None:
        from console.views.keys.list import KeyList

        self._dialog = KeyList(self._console.keymap, self._look, self._console.window)
        self._dialog.open()

    def _settings(self) -> None:
        from console.views.settings.dialog import SettingsDialog

        console = self._console
        self._dialog = SettingsDialog(console.settings, console.keymap, console.window)
        self._dialog.open()

    def _palette(self) -> None:
        self._show(TO_DISPATCH)
        self._console.queue.focus_rows()
        self._console.open_palette()
        self._console.palette.line.setText("pq 路")

    def _question(self) -> None:
        self._palette()
        self._console.palette.line.setText(f"pq {self._first(TO_DISPATCH)}")
        self._console.palette.line.entered.emit()

    def _leave(self) -> None:
        self._shifts()
        shifts = self._console.shifts
        member, day = shifts.current, shifts.day
        if member is not None and day is not None:
            shifts.form.open_leave(member, day)

    def _shifts(self) -> None:
        self._console.window.show_page("shifts")
        self._console.shifts.focus_rows()

    def _skill(self) -> None:
        self._console.window.show_page("training")
        skill = self._console.hub.picture.skills["security"]
        self._console.training.skills.change_wanted.emit(skill)


def take(folder: Path, only: frozenset[str] = frozenset()) -> int:
    """Write pictures to a folder, all or of some screens; returns the process's exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    register_scheme()
    app = QApplication.instance() or QApplication(["grid-console"])
    if not isinstance(app, QApplication):
        raise TypeError("pictures need a QApplication")
    with TemporaryDirectory(prefix="grid-console-") as place:
        url = f"sqlite:///{Path(place) / 'shots.db'}"
        prepare(url)
        settings = QSettings(str(Path(place) / "settings.ini"), QSettings.Format.IniFormat)
        look, language = Look(app), Language(app)
        look.use("dark")
        language.use("zh")
        actor = Actor("一号席", "BT-1")
        clock = Clock()
        set_scene(url, actor, clock.now)
        console = Console(url, actor, clock.now, look, language, settings, speaker=Silent())
        Photographer(console, look, language, clock, folder, app, only)
        console.start()
        console.window.show()
        code = app.exec()
        console.stop()
    return code
