"""What the world does to a database, by real causes: each becomes the fault that says so."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from console.db import local, migrate, shared
from console.db.engine import Database
from console.db.faults import fault_of
from console.db.tables import BlobRow
from console.domain.errors import Fault, FaultError
from tests.conftest import Templates
from tests.postgres import Cluster


def opened(target: object) -> tuple[Fault, dict[str, str | int]]:
    with pytest.raises(FaultError) as caught:
        Database.open(str(target))
    assert "\n" not in str(caught.value)
    return caught.value.code, caught.value.details


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A migrated database's file."""
    path = tmp_path / "a.db"
    database = Database.open(str(path))
    migrate.upgrade(database)
    database.close()
    return path


@pytest.fixture
def local_database(file: Path) -> Iterator[Database]:
    database = Database.open(str(file))
    yield database
    database.close()


@pytest.fixture
def shared_url(postgresql_templates: Templates) -> str:
    return postgresql_templates.migrated()


def test_a_missing_folder(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none/a.db"
    assert opened(url) == (Fault.NO_DATABASE, {"url": url})


def test_a_file_that_vanished_after_opening(local_database: Database, file: Path) -> None:
    local_database.close()
    for left in file.parent.iterdir():
        left.unlink()
    with pytest.raises(FaultError) as caught:
        local_database.check_reachable()
    assert caught.value.code is Fault.NO_DATABASE
    assert list(file.parent.iterdir()) == []


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert opened(tmp_path) == (Fault.NO_PERMISSION, {"path": str(tmp_path)})


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read(file: Path) -> None:
    file.chmod(0)
    assert opened(file) == (Fault.NO_PERMISSION, {"path": str(file)})


def test_a_connection_that_may_not_write(file: Path) -> None:
    fault = failing(str(file), "PRAGMA query_only = ON", "DELETE FROM blob")
    assert (fault.code, fault.details) == (Fault.NO_PERMISSION, {"path": str(file)})


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.write_bytes(b"holiday photos" * 1000)
    assert opened(file) == (Fault.CORRUPT, {"path": str(file)})
    assert file.read_bytes() == b"holiday photos" * 1000


def test_a_database_with_damaged_pages(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    file.write_bytes(content)
    assert opened(file) == (Fault.CORRUPT, {"path": str(file)})


def test_a_full_disk(local_database: Database, file: Path) -> None:
    fault = failing(
        str(file),
        "PRAGMA max_page_count = 10",
        "INSERT INTO blob VALUES ('x', randomblob(1000000))",
    )
    assert (fault.code, fault.details) == (Fault.DISK_FULL, {"path": str(file)})
    with local_database.read() as session:
        assert session.get(BlobRow, "x") is None


def test_another_program_that_holds_the_write_lock(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "BUSY_TIMEOUT_MS", 20)
    database = Database.open(str(file))
    other = local.connect(file)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(FaultError) as caught, database.write() as session:
        session.execute(text("SELECT 1"))
    assert (caught.value.code, caught.value.details) == (Fault.LOCKED, {"path": str(file)})
    with database.read() as session:  # Reading goes on.
        session.execute(text("SELECT 1"))
    other.close()
    database.close()


@pytest.fixture
def new_file_in_use(tmp_path: Path) -> Iterator[Any]:
    """A connection that has a new file, not yet in WAL mode, to itself."""
    # By the same library: locks of one process do not stop another library in it.
    other = local.driver().connect(tmp_path / "new.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def test_a_new_file_that_somebody_keeps_to_himself(
    new_file_in_use: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "BUSY_TIMEOUT_MS", 20)
    assert new_file_in_use.in_transaction
    assert opened(tmp_path / "new.db")[0] is Fault.LOCKED


def test_a_new_file_that_somebody_lets_go_of_in_time(
    new_file_in_use: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "BUSY_TIMEOUT_MS", 20)
    monkeypatch.setattr(local, "monotonic", lambda: 0.0)
    monkeypatch.setattr(local, "sleep", lambda _: new_file_in_use.rollback())
    Database.open(str(tmp_path / "new.db")).close()
    assert not new_file_in_use.in_transaction


def test_a_mistake_of_ours_is_no_fault(database: Database) -> None:
    with (
        pytest.raises((OperationalError, ProgrammingError)) as caught,
        database.read() as session,
    ):
        session.execute(text("SELECT nothing FROM nowhere WHERE x = :x"), {"x": "secret"})
    assert "secret" not in str(caught.value)


def test_a_closed_connection_is_a_mistake_of_ours(local_database: Database) -> None:
    with local_database.read() as session:
        session.connection().connection.driver_connection.close()  # type: ignore[union-attr]
        with pytest.raises(ProgrammingError) as caught:
            session.execute(text("SELECT 1"))
        session.invalidate()
    assert fault_of(caught.value, local_database.address) is None


def test_nobody_listens() -> None:
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        port = unheard.getsockname()[1]
        code, details = opened(f"postgresql://grid:secret@127.0.0.1:{port}/center")
    assert code is Fault.UNREACHABLE
    assert details["url"] == f"postgresql://grid:***@127.0.0.1:{port}/center"
    assert "refused" in str(details["reason"])
    assert "secret" not in str(details)


def test_a_wrong_password(shared_url: str) -> None:
    user, _, host = shared_url.rpartition("@")
    wrong = f"{user.rpartition(':')[0]}:wrong@{host}"
    code, details = opened(wrong)
    assert code is Fault.LOGIN_REFUSED
    assert details == {"url": wrong.replace(":wrong@", ":***@")}


def test_an_unknown_user(shared_url: str) -> None:
    host = shared_url.rpartition("@")[2]
    assert opened(f"postgresql://stranger:x@{host}")[0] is Fault.LOGIN_REFUSED


def test_a_missing_database(shared_url: str) -> None:
    url = shared_url.rpartition("/")[0] + "/nowhere"
    assert opened(url)[0] is Fault.NO_DATABASE


def test_an_option_that_there_is_not(shared_url: str) -> None:
    code, details = opened(f"{shared_url}?colour=red")
    assert code is Fault.BAD_URL
    assert str(details["url"]).endswith("?colour=red")


@pytest.fixture
def clerk(cluster: Cluster, shared_url: str) -> Iterator[str]:
    """The address of a database for a user with no rights in it."""
    cluster.run(sql.SQL("CREATE ROLE clerk LOGIN PASSWORD 'x'"))
    yield "postgresql://clerk:x@" + shared_url.rpartition("@")[2]
    cluster.run(sql.SQL("DROP ROLE clerk"))


def test_too_many_connections(cluster: Cluster, clerk: str) -> None:
    cluster.run(sql.SQL("ALTER ROLE clerk CONNECTION LIMIT 0"))
    assert opened(clerk)[0] is Fault.UNREACHABLE


def write(database: Database, *statements: str) -> None:
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))


def failing(url: str, *statements: str) -> FaultError:
    database = Database.open(url)
    with pytest.raises(FaultError) as caught:
        write(database, *statements)
    database.close()
    return caught.value


def test_a_user_without_the_right(clerk: str) -> None:
    fault = failing(clerk, "DELETE FROM blob")
    assert fault.code is Fault.NO_PERMISSION
    assert fault.details == {"path": clerk.replace(":x@", ":***@")}


def test_a_server_that_only_reads(shared_url: str) -> None:
    fault = failing(shared_url, "SET TRANSACTION READ ONLY", "DELETE FROM blob")
    assert fault.code is Fault.NO_PERMISSION


@pytest.mark.parametrize("limit", ["lock_timeout", "statement_timeout"])
def test_a_lock_that_somebody_keeps(shared_url: str, limit: str) -> None:
    with psycopg.connect(shared_url) as other:
        other.execute("LOCK TABLE blob")
        fault = failing(shared_url, f"SET LOCAL {limit} = 20", "DELETE FROM blob")
    assert fault.code is Fault.LOCKED


def test_every_connection_in_use(shared_url: str) -> None:
    database = Database.open(shared_url)
    database.engine.pool._timeout = 0.01  # type: ignore[attr-defined]
    held = [database.engine.connect() for _ in range(5)]
    with pytest.raises(FaultError) as caught:
        database.check_reachable()
    assert caught.value.code is Fault.LOCKED
    for connection in held:
        connection.close()
    database.close()


def test_a_connection_that_the_server_ends(shared_url: str) -> None:
    fault = failing(shared_url, "SELECT pg_terminate_backend(pg_backend_pid())")
    assert fault.code is Fault.LOST
    assert "terminat" in str(fault.details["reason"])


def test_a_connection_that_breaks(shared_url: str) -> None:
    database = Database.open(shared_url)

    def work_on_a_cut_line() -> None:
        with database.write() as session:
            driver = session.connection().connection.driver_connection
            assert isinstance(driver, psycopg.Connection)
            with socket.socket(fileno=os.dup(driver.fileno())) as line:
                line.shutdown(socket.SHUT_RDWR)
            session.execute(text("SELECT 1"))

    with pytest.raises(FaultError) as caught:
        work_on_a_cut_line()
    assert caught.value.code is Fault.LOST
    with database.read() as session:  # The next one gets a connection that works.
        session.execute(text("SELECT 1"))
    database.close()


def test_the_address_overrides_what_connections_are_opened_with(shared_url: str) -> None:
    database = Database.open(f"{shared_url}?application_name=wall&connect_timeout=9")
    with database.read() as session:
        assert session.execute(text("SHOW application_name")).scalar_one() == "wall"
    listener = shared.connect(database.address.target)  # type: ignore[arg-type]
    assert listener.execute("SHOW application_name").fetchone() == ("wall",)
    listener.close()
    database.close()
