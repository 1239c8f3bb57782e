"""The start: what becomes of a database before anybody works with it."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from console.db.engine import Database
from console.db.migrate import HEAD, KNOWN, revision, upgrade
from console.db.queries import snapshot
from console.domain.change import Snapshot
from console.domain.errors import ConsoleError, Fault, FaultError
from console.live.opening import Opening
from tests.conftest import Templates
from tests.live.files import file_of, raw

LONG_MS = 30_000
"""How long a busy machine may take to make the demonstration."""


class Attempts:
    """What an opening has told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.opening = Opening()
        self._qtbot = qtbot
        self.told: list[str | FaultError] = []
        self.prepared = 0
        self.opening.opened.connect(self.told.append)
        self.opening.failed.connect(self.told.append)
        self.opening.preparing.connect(self._prepare)

    def open(self, url: str) -> None:
        """Try, and make sure that it went well."""
        assert self._next(url) == url

    def fault(self, url: str) -> FaultError:
        """Try, and make sure that it did not."""
        error = self._next(url)
        assert isinstance(error, FaultError)
        return error

    def _next(self, url: str) -> str | FaultError:
        before = len(self.told)
        self.opening.begin(url)
        self._qtbot.waitUntil(lambda: len(self.told) > before, timeout=LONG_MS)
        self.opening.wait()
        assert len(self.told) == before + 1
        return self.told[-1]

    def _prepare(self) -> None:
        self.prepared += 1


@pytest.fixture
def attempts(qtbot: QtBot) -> Iterator[Attempts]:
    made = Attempts(qtbot)
    yield made
    made.opening.wait()


def local(path: Path) -> str:
    return f"sqlite:///{path}"


def at(url: str, target: str) -> None:
    """Make tables as an older program did."""
    with closing(Database.open(url)) as database:
        upgrade(database, target)


def set_revision(url: str, found: str) -> None:
    """Say that a newer program has been here."""
    with closing(Database.open(url)) as database, database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": found})


def revision_of(url: str) -> str | None:
    with closing(Database.open(url)) as database:
        return revision(database)


def contents(url: str) -> Snapshot:
    with closing(Database.open(url)) as database, database.read() as session:
        return snapshot(session)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_file_that_is_not_there_becomes_the_demonstration_center(
    attempts: Attempts, tmp_path: Path
) -> None:
    url = local(tmp_path / "new.db")
    attempts.open(url)
    assert attempts.prepared == 1
    made = contents(url)
    assert made.catalogue.center.demonstration
    assert len(made.incidents) > 20
    attempts.open(url)
    assert attempts.prepared == 1, "what is there stays as it is"
    assert contents(url) == made


def test_the_file_of_another_program_is_left_alone(attempts: Attempts, tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    with closing(raw(path)) as other:
        other.execute("CREATE TABLE bookmark (url TEXT)")
        other.execute("INSERT INTO bookmark VALUES ('https://example.org')")
    assert attempts.fault(local(path)).code is Fault.EMPTY
    assert attempts.prepared == 0
    with closing(raw(path)) as other:
        tables = other.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("bookmark",)]


@pytest.mark.parametrize("older", KNOWN[:-1])
def test_an_older_local_file_is_brought_up_to_date(
    attempts: Attempts, tmp_path: Path, older: str
) -> None:
    url = local(tmp_path / "older.db")
    at(url, older)
    attempts.open(url)
    assert attempts.prepared == 0
    assert revision_of(url) == HEAD


def test_a_newer_local_file_is_told_and_left_alone(
    attempts: Attempts, sqlite_center_url: str
) -> None:
    set_revision(sqlite_center_url, "9999")
    before = digest(file_of(sqlite_center_url))
    error = attempts.fault(sqlite_center_url)
    assert error.code is Fault.TOO_NEW
    assert error.details == {"found": "9999", "needed": HEAD}
    assert digest(file_of(sqlite_center_url)) == before


def _empty(templates: Templates) -> str:
    return templates.empty()


def _older(templates: Templates) -> str:
    url = templates.empty()
    at(url, KNOWN[0])
    return url


def _newer(templates: Templates) -> str:
    url = templates.migrated()
    set_revision(url, "9999")
    return url


@pytest.mark.parametrize(
    ("make", "code", "found"),
    [
        (_empty, Fault.EMPTY, None),
        (_older, Fault.TOO_OLD, KNOWN[0]),
        (_newer, Fault.TOO_NEW, "9999"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_shared_database_is_told_about_and_never_changed(
    attempts: Attempts,
    postgresql_templates: Templates,
    make: Callable[[Templates], str],
    code: Fault,
    found: str | None,
) -> None:
    url = make(postgresql_templates)
    assert attempts.fault(url).code is code
    assert revision_of(url) == found
    assert attempts.prepared == 0


def test_a_shared_database_that_is_up_to_date_opens(
    attempts: Attempts, postgresql_templates: Templates
) -> None:
    attempts.open(postgresql_templates.center())
    assert attempts.prepared == 0


def test_after_a_failed_attempt_another_one_can_succeed(
    attempts: Attempts, tmp_path: Path, sqlite_center_url: str
) -> None:
    missing = tmp_path / "stick" / "center.db"
    assert attempts.fault(local(missing)).code is Fault.NO_DATABASE
    missing.parent.mkdir()
    file_of(sqlite_center_url).rename(missing)
    attempts.open(local(missing))


def test_what_nobody_expected_is_told_and_logged(
    attempts: Attempts, sqlite_center_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(raw(file_of(sqlite_center_url))) as connection:
        connection.execute("ALTER TABLE alembic_version RENAME COLUMN version_num TO something")
    assert attempts.fault(sqlite_center_url).code is Fault.UNEXPECTED
    assert "no such column" in caplog.text


def test_two_consoles_that_start_on_one_empty_file_make_one_demonstration(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    url = local(path)
    both = [Opening(), Opening()]
    told: list[str | ConsoleError] = []
    for opening in both:
        opening.opened.connect(told.append)
        opening.failed.connect(told.append)
        opening.begin(url)
    qtbot.waitUntil(lambda: len(told) == len(both), timeout=LONG_MS)
    for opening in both:
        opening.wait()
    assert told == [url, url]
    assert len(contents(url).incidents) > 20
    with closing(Database.open(url)) as database, database.read() as session:
        grids = text("SELECT count(*) FROM event WHERE kind = 'import_grids'")
        assert session.execute(grids).scalar() == 1


def test_a_wait_without_an_attempt_is_over_at_once_and_no_thread_stays(
    attempts: Attempts, sqlite_center_url: str
) -> None:
    attempts.opening.wait()
    before = threading.active_count()
    attempts.open(sqlite_center_url)
    assert threading.active_count() == before
