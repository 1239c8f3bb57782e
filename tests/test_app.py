"""The start of the program: sign-in, what can be wrong with a database, and going on after it."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from console.db.engine import Database
from console.db.migrate import upgrade
from console.domain.errors import Fault
from console.live.opening import Opening
from console.session import Options, Session, parse
from console.views.dialogs import SignIn
from console.widgets.settings import Settings
from console.widgets.theme import load_theme
from tests.conftest import Templates

Press = Callable[[QAbstractButton], None]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def corrupt(folder: Path) -> str:
    path = folder / "corrupt.db"
    path.write_bytes(b"this was a database once" * 500)
    return f"sqlite:///{path}"


def unreachable(_folder: Path) -> str:
    return f"postgresql://nobody:secret@127.0.0.1:{free_port()}/center"


def in_a_file(folder: Path) -> str:
    (folder / "file").write_text("not a folder")
    return f"sqlite:///{folder / 'file' / 'center.db'}"


def bad_address(_folder: Path) -> str:
    return "mysql://somewhere/center"


def _with_revision(folder: Path, revision: str) -> str:
    from console.db import local

    path = folder / "center.db"
    database = Database.open(f"sqlite:///{path}")
    upgrade(database)
    database.close()
    connection = local.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.commit()
    connection.close()
    return f"sqlite:///{path}"


def too_new(folder: Path) -> str:
    return _with_revision(folder, "9999")


CAUSES = {
    corrupt: {Fault.CORRUPT},
    unreachable: {Fault.UNREACHABLE},
    in_a_file: {Fault.NO_PERMISSION, Fault.NO_DATABASE},
    bad_address: {Fault.BAD_URL},
    too_new: {Fault.TOO_NEW},
}


@pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.__name__)
def test_each_cause_is_told_as_what_it_is(
    qtbot: QtBot, tmp_path: Path, cause: Callable[[Path], str]
) -> None:
    opening = Opening()
    with qtbot.waitSignal(opening.failed, timeout=15_000) as failed:
        opening.begin(cause(tmp_path))
    opening.wait()
    assert failed.args is not None
    error = failed.args[0]
    assert error.code in CAUSES[cause]
    assert "secret" not in str(error)


def test_a_shared_database_without_tables_is_left_alone(
    qtbot: QtBot, postgresql_templates: Templates
) -> None:
    url = postgresql_templates.empty()
    opening = Opening()
    with qtbot.waitSignal(opening.failed) as failed:
        opening.begin(url)
    opening.wait()
    assert failed.args is not None
    assert failed.args[0].code is Fault.EMPTY


class Start:
    """One start of the program, with the operator's hands on its dialogs."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self._qtbot, self._app, self._folder = qtbot, app, folder
        self.settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.left = False

    def run(self, url: str, *, operator: str | None = "甲") -> Session:
        options = Options(url, language="en", operator=operator, workstation="一号席")
        session = Session(self._app, options, self.settings, with_map=False)
        session.left.connect(self._leave)
        session.begin()
        return session

    def _leave(self, _code: int) -> None:
        self.left = True

    def box(self) -> QMessageBox:
        """Wait for the message box about the start."""

        def there() -> bool:
            return isinstance(self._app.activeModalWidget(), QMessageBox)

        self._qtbot.waitUntil(there, timeout=15_000)
        found = self._app.activeModalWidget()
        assert isinstance(found, QMessageBox)
        return found


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    sessions = Start(qtbot, qapp, tmp_path)
    yield sessions
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


def _button(box: QMessageBox, text: str) -> QAbstractButton:
    return next(button for button in box.buttons() if button.text() == text)


def test_a_damaged_file_is_told_and_can_be_tried_again(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    url = corrupt(tmp_path)
    session = start.run(url)
    box = start.box()
    assert "is damaged" in box.text()
    assert "Traceback" not in box.text()
    # Somebody puts a good file there; trying again makes the demonstration center in it.
    Path(url.removeprefix("sqlite:///")).unlink()
    _button(box, "Try again").click()
    qtbot.waitUntil(lambda: session.console is not None, timeout=15_000)
    console = session.console
    assert console is not None
    qtbot.waitUntil(lambda: len(console.hub.picture.incidents) > 20, timeout=15_000)
    assert console.top_bar.demonstration.isVisible()
    qtbot.addWidget(console.window)
    session.close()


def test_leaving_from_the_message_ends_the_program(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    session = start.run(bad_address(tmp_path))
    box = start.box()
    assert "is not the address of a database" in box.text()
    _button(box, "Leave").click()
    qtbot.waitUntil(lambda: start.left)
    session.close()


def test_who_sits_here_is_asked_and_remembered(
    qtbot: QtBot, start: Start, qapp: QApplication, sqlite_center_url: str
) -> None:
    session = start.run(sqlite_center_url, operator=None)

    def dialog() -> bool:
        return isinstance(qapp.activeModalWidget(), SignIn)

    qtbot.waitUntil(dialog, timeout=15_000)
    asked = qapp.activeModalWidget()
    assert isinstance(asked, SignIn)
    ok = asked.buttons.buttons()[0]
    assert not ok.isEnabled(), "a name is needed"
    asked.operator.setText("  王  ")
    ok.click()
    qtbot.waitUntil(lambda: session.console is not None, timeout=15_000)
    console = session.console
    assert console is not None
    qtbot.addWidget(console.window)
    assert "王 · 一号席" in console.top_bar.seat.text()
    assert start.settings.value("operator") == "王"
    session.close()


def test_whoever_sat_here_last_signs_in_in_their_own_look(
    qtbot: QtBot, qapp: QApplication, start: Start, sqlite_center_url: str
) -> None:
    start.settings.setValue("operator", "王")
    start.settings.setValue("theme", "light")  # As an earlier version has kept it.
    Settings(start.settings, "王").change("look.text_size", 150)
    session = start.run(sqlite_center_url, operator=None)
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), SignIn), timeout=15_000)
    asked = qapp.activeModalWidget()
    assert isinstance(asked, SignIn)
    assert asked.operator.font().pixelSize() == 21
    assert qapp.palette().window().color() == load_theme("light").color("panel")
    asked.operator.setText("李")
    asked.buttons.buttons()[0].click()
    qtbot.waitUntil(lambda: session.console is not None, timeout=15_000)
    console = session.console
    assert console is not None
    qtbot.addWidget(console.window)
    # Somebody else has a text size of their own; the theme is the workstation's.
    assert qapp.font().pixelSize() == 14
    assert console.look.theme.name == "light"
    session.close()


def test_what_was_kept_by_another_version_does_not_stop_the_start(
    qtbot: QtBot, start: Start, sqlite_center_url: str
) -> None:
    start.settings.setValue("theme", "purple")
    start.settings.setValue("language", "tlh")
    session = start.run(sqlite_center_url)
    qtbot.waitUntil(lambda: session.console is not None, timeout=15_000)
    console = session.console
    assert console is not None
    qtbot.addWidget(console.window)
    session.close()


def test_the_command_line_is_read() -> None:
    options = parse(["--database", "x.db", "--demo-traffic", "--lang", "en", "--theme", "light"])
    assert options == Options("x.db", demo_traffic=True, language="en", theme="light")
