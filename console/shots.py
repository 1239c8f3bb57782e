"""Pictures of every screen, in both languages and themes, to be looked at after each change."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from console.commands.demo import prepare
from console.domain.importing import RowFault, RowProblem
from console.domain.incident import TO_DISPATCH, State
from console.domain.lifecycle import Deed
from console.domain.people import Badge, BadgeLevel
from console.domain.rights import Actor
from console.domain.roster_list import ListPreview, MemberDifference
from console.widgets.language import LOCALES, Language
from console.widgets.map.scheme import register_scheme
from console.widgets.theme import Look
from console.wiring import Console

THEMES = ("dark", "light")
SIZES = {"1080p": QSize(1920, 1080), "small": QSize(1366, 768), "2160p": QSize(3840, 2160)}
PAINT_MS = 700
"""How long the map gets to paint after a switch, in milliseconds."""


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
        self, console: Console, look: Look, language: Language, folder: Path, app: QApplication
    ) -> None:
        super().__init__(app)
        self._console, self._look, self._language = console, look, language
        self._folder, self._app = folder, app
        self._shots = iter(self._plan())
        self._shot: Shot | None = None
        self._dialog: QDialog | None = None
        console.map.settled.connect(self._begin)

    def _plan(self) -> Iterator[Shot]:
        for size in SIZES:
            for theme in THEMES:
                for language in LOCALES:
                    for name, step in (
                        ("desk", self._desk),
                        ("verify", self._verify),
                        ("running", self._running),
                        ("supervised", self._supervised),
                        ("report", self._report),
                        ("roster", self._roster),
                        ("cards", self._cards),
                        ("training", self._training),
                        ("skill", self._skill),
                        ("course", self._course),
                        ("shifts", self._shifts),
                        ("weights", self._weights),
                        ("list", self._list),
                    ):
                        if size == "1080p" or name in ("desk", "roster", "training"):
                            yield Shot(
                                f"{name}-{language}-{theme}-{size}", language, theme, size, step
                            )

    def _begin(self) -> None:
        self._console.map.settled.disconnect(self._begin)
        self._next()

    def _next(self) -> None:
        self._shot = shot = next(self._shots, None)
        if shot is None:
            self._app.quit()
            return
        self._language.use(shot.language)
        self._look.use(shot.theme)
        self._console.window.resize(SIZES[shot.size])
        shot.prepare()
        QTimer.singleShot(PAINT_MS, self._take)

    def _take(self) -> None:
        if self._shot is not None:
            shown = self._dialog or self._console.window
            shown.grab().save(str(self._folder / f"{self._shot.name}.png"))
        if self._dialog is not None:
            self._dialog.reject()
            self._dialog = None
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

    def _supervised(self) -> None:
        found = self._console.hub.picture.oversight.open()
        self._console.window.show_page("desk")
        self._console.queue.show_all()
        if found:
            self._console.queue.select(found[0].incident)

    def _report(self) -> None:
        self._console.new_report()

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
            console.hub.picture, console.desk, _some_differences(console), console.window
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

    def _shifts(self) -> None:
        self._console.window.show_page("shifts")
        self._console.shifts.focus_rows()

    def _skill(self) -> None:
        self._console.window.show_page("training")
        skill = self._console.hub.picture.skills["security"]
        self._console.training.skills.change_wanted.emit(skill)


def _some_differences(console: Console) -> ListPreview:
    """A modelled list: one member moved, one new, one row that cannot be taken."""
    member = console.hub.picture.members[min(console.hub.picture.members)]
    fields = (("name", member.name, "罗伟"), ("phone", member.phone, "13800001111"))
    badges = (("fire", None, Badge("fire", BadgeLevel.TRAINING)),)
    changed = MemberDifference(2, member.number, "罗伟", False, fields, badges)
    new = (("name", "", "陈示例"), ("grid", "", member.grid))
    added = MemberDifference(54, "BT-900", "陈示例", True, new, ())
    problem = RowProblem(55, 54, RowFault.EMPTY_FIELD, {"field": "name"})
    return ListPreview(Path("名册.xlsx"), "", (changed, added), 51, (problem,), (), 0)


def take(folder: Path) -> int:
    """Write all pictures to a folder; returns the process's exit code."""
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
        console = Console(url, actor, _now, look, language, settings)
        Photographer(console, look, language, folder, app)
        console.start()
        console.window.show()
        code = app.exec()
        console.stop()
    return code


def _now() -> datetime:
    return datetime.now(UTC)
