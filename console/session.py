"""One run of the console: from the command line to the running event loop."""

import argparse
import logging
import os
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

from platformdirs import user_data_path
from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from console.db.engine import default_url
from console.domain.errors import ConsoleError, FaultError
from console.domain.rights import Actor
from console.ending import let_signals_end
from console.live.opening import Opening
from console.log_file import begin_log, end_log
from console.views.dialogs import SignIn
from console.widgets.labels import error_sentence
from console.widgets.language import LOCALES, Language
from console.widgets.map.scheme import register_scheme
from console.widgets.settings import Settings, take_over
from console.widgets.theme import NAMES, Look
from console.wiring import Console

SHOT_AFTER_MS = 15_000
"""A picture is taken so long after the map was asked for, unless it is ready sooner."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for; None means: as remembered, or the default."""

    database: str
    demo_traffic: bool = False
    shot: Path | None = None
    language: str | None = None
    theme: str | None = None
    operator: str | None = None
    workstation: str | None = None


def parse(arguments: list[str]) -> Options:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="grid-console", description="Operations console of a community."
    )
    parser.add_argument("--database", help="a file or a postgresql:// address")
    parser.add_argument("--demo-traffic", action="store_true", help="let reports arrive")
    parser.add_argument("--shot", type=Path, help="write the window to a PNG file and leave")
    parser.add_argument("--lang", choices=sorted(LOCALES))
    parser.add_argument("--theme", choices=NAMES)
    parser.add_argument("--operator")
    parser.add_argument("--workstation")
    found = parser.parse_args(arguments)
    return Options(
        found.database or default_url(),
        found.demo_traffic,
        found.shot,
        found.lang,
        found.theme,
        found.operator,
        found.workstation,
    )


class Session(QObject):
    """One run of the program: opens the database, asks who sits here, shows the window."""

    left = Signal(int)

    def __init__(
        self,
        app: QApplication,
        options: Options,
        settings: QSettings,
        *,
        with_map: bool = True,
        drafts: Path | None = None,
    ) -> None:
        super().__init__(app)
        self._drafts = drafts
        self._app, self._options, self._settings = app, options, settings
        self._with_map = with_map
        take_over(settings)
        # Of whoever sat here last: most likely the same one sits down again.
        kept = Settings(settings, options.operator or str(settings.value("operator", "")))
        self._language = Language(app)
        self._language.use(options.language or str(kept.value("look.language")))
        self._look = Look(app)
        self._look.use(
            options.theme or str(kept.value("look.theme")), int(kept.value("look.text_size"))
        )
        self._opening = Opening(self)
        self._opening.opened.connect(self._opened)
        self._opening.failed.connect(self._failed)
        self._dialog: QDialog | None = None
        self.console: Console | None = None
        self._url = options.database
        self._stop_traffic = Event()
        self._traffic: Thread | None = None
        app.aboutToQuit.connect(self.close)

    def begin(self) -> None:
        """Open the database; the rest follows."""
        # Between one dialog and the next there is no window; that is not the end.
        self._app.setQuitOnLastWindowClosed(False)
        self._opening.begin(self._options.database)

    def report_problem(self) -> None:
        """Tell calmly that something unexpected happened; it is in the log."""
        if self.console is not None:
            self.console.desk.problem.emit()

    def close(self) -> None:
        """Finish what is running; nothing that was asked for is dropped."""
        self._stop_traffic.set()
        self._opening.wait()
        if self.console is not None:
            self.console.stop()
        if self._traffic is not None:
            self._traffic.join(timeout=5)

    def _opened(self, url: str) -> None:
        self._url = url
        settings, options = self._settings, self._options
        operator = options.operator or str(settings.value("operator", ""))
        workstation = options.workstation or str(settings.value("workstation", ""))
        workstation = workstation or self.tr("Seat 1")
        if options.shot is not None:
            self._show(Actor(operator or self.tr("Operator"), workstation))
        elif options.operator:
            self._show(Actor(operator, workstation))
        else:
            self._dialog = dialog = SignIn(operator, workstation)
            dialog.accepted.connect(self._signed_in)
            dialog.rejected.connect(self._give_up)
            dialog.open()

    def _signed_in(self) -> None:
        if isinstance(self._dialog, SignIn):
            operator, workstation = self._dialog.names
            self._settings.setValue("operator", operator)
            self._settings.setValue("workstation", workstation)
            self._show(Actor(operator, workstation))

    def _show(self, actor: Actor) -> None:
        self.console = console = Console(
            self._url,
            actor,
            _now,
            self._look,
            self._language,
            self._settings,
            with_map=self._with_map,
            drafts=self._drafts,
        )
        if "GRID_CONSOLE_TRACE_START" in os.environ:
            console.usable.connect(_trace_usable)
        if self._options.shot is not None:
            console.map.settled.connect(self._shoot_soon)
            QTimer.singleShot(SHOT_AFTER_MS, self._shoot)
        console.start()
        console.window.show()
        self._app.setQuitOnLastWindowClosed(True)
        if self._options.demo_traffic:
            self._start_traffic(self._url)

    def _failed(self, error: FaultError) -> None:
        if self._options.shot is not None:
            sys.stderr.write(f"{error_sentence(error)}\n")
            self._leave(1)
            return
        self._dialog = box = QMessageBox(
            QMessageBox.Icon.Warning, "grid-console", error_sentence(error)
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.addButton(self.tr("Try again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Leave"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(self.begin)
        box.rejected.connect(self._give_up)
        box.open()

    def _give_up(self) -> None:
        self._leave(1)

    def _leave(self, code: int) -> None:
        self.left.emit(code)

    def _start_traffic(self, url: str) -> None:
        from console.commands import traffic

        self._traffic = Thread(
            target=traffic.run, args=(url, self._stop_traffic), name="traffic", daemon=True
        )
        self._traffic.start()

    def _shoot_soon(self) -> None:
        QTimer.singleShot(300, self._shoot)

    def _shoot(self) -> None:
        path, console = self._options.shot, self.console
        if path is None or console is None:
            return
        written = console.window.grab().save(str(path))
        if not written:
            sys.stderr.write(
                self.tr("The picture could not be written to {path}.\n").format(path=path)
            )
        self._leave(0 if written else 1)


def run(arguments: list[str]) -> int:
    """Run the console until its window is closed; returns the process's exit code."""
    options = parse(arguments)
    log = begin_log("console.log")
    register_scheme()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("grid-console")
    app.setOrganizationName("grid-console")
    session = Session(app, options, QSettings(), drafts=drafts_folder())
    session.left.connect(app.exit)
    sys.excepthook = _Hook(session)
    let_signals_end(app)
    session.begin()
    try:
        return app.exec()
    finally:
        end_log(log)


def drafts_folder() -> Path:
    """Where half-typed texts are kept: in a folder of the user's own."""
    return user_data_path("grid-console", appauthor=False) / "drafts"


def _now() -> datetime:
    return datetime.now(UTC)


def _trace_usable() -> None:
    sys.stderr.write(f"queue usable {time.monotonic():.6f}\n")
    sys.stderr.flush()


class _Hook:
    """Where an unexpected exception ends: in the log, with a calm word on the screen."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        _log.critical("unexpected", exc_info=(kind, error, trace))
        if not isinstance(error, ConsoleError):
            self._session.report_problem()
