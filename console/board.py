"""The wall in a process of its own: it reads, and can do nothing else.

No Desk, no Climber and no Sending are made: whatever happens here, nothing is written.
"""

import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from console.db.engine import default_url
from console.domain.rights import Actor
from console.ending import let_signals_end
from console.live.hub import Hub
from console.live.memory import keep_what_lasts, spare_the_collector
from console.live.questions import Questions
from console.live.watcher import Watcher
from console.log_file import begin_log, end_log
from console.views.board.window import BoardWindow, screen_beside
from console.widgets.language import Language
from console.widgets.map.scheme import register_scheme
from console.widgets.settings import Settings, take_over
from console.widgets.theme import Look

READER = Actor("", "wall")
"""Nobody: the wall does no deeds."""

_log = logging.getLogger(__name__)


class Wall(QObject):
    """One wall on one database; it may be lost, or not be there yet, and come back."""

    def __init__(self, url: str, clock: Callable[[], datetime], *, with_map: bool = True) -> None:
        super().__init__()
        spare_the_collector()
        self.watcher = Watcher(url, clock)
        self.hub = Hub(self.watcher)
        self.questions = Questions(url, READER, clock, self.watcher.wake)
        self.window = BoardWindow(self.hub, self.questions, clock, with_map=with_map)
        self.hub.link_changed.connect(self.window.page.show_link)
        self.hub.loaded.connect(self._loaded)

    def start(self) -> None:
        """Begin to follow the database."""
        self.window.start()
        self.watcher.start()

    def stop(self) -> None:
        """Let go of everything."""
        self.window.stop()
        self.watcher.stop()
        self.questions.stop()

    def _loaded(self) -> None:
        self.hub.loaded.disconnect(self._loaded)
        keep_what_lasts()


def main(url: str | None, lang: str | None) -> int:
    """Show the wall until it is closed; returns the process's exit code."""
    log = begin_log("board.log")
    register_scheme()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("grid-console")
    app.setOrganizationName("grid-console")
    kept = QSettings()
    take_over(kept)
    language, look = Language(app), Look(app)
    language.use(lang or str(Settings(kept).value("look.language")))
    look.use("dark")
    sys.excepthook = _to_the_log
    let_signals_end(app)
    wall = Wall(url or default_url(), lambda: datetime.now(UTC))
    wall.window.show_on(screen_beside())
    wall.start()
    try:
        return app.exec()
    finally:
        wall.stop()
        end_log(log)


def _to_the_log(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Write down what nobody expected; the wall stays up."""
    _log.critical("unexpected", exc_info=(kind, error, trace))
