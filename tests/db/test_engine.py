"""Opening, reading and writing, alike on both databases."""

import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from console.db import local
from console.db.engine import VARIABLE, Database, default_url
from console.db.tables import CenterRow, MemberRow, SkillRow
from console.db.types import EPOCH, from_microseconds
from console.domain.errors import Fault, FaultError
from tests.conftest import Templates
from tests.db import rows


def skill(code: str) -> SkillRow:
    return SkillRow(code=code, monogram="安", name="安全员", name_en="Safety", color="#cc0000")


def codes(session: Session) -> list[str]:
    return list(session.scalars(select(SkillRow.code).order_by(SkillRow.code)))


def test_what_is_written_is_read_by_another_one(database: Database) -> None:
    with database.write() as session:
        session.add(skill("a"))
    again = Database.open(_full_url(database))
    with again.read() as session:
        assert codes(session) == ["a"]
    again.close()


def test_an_exception_undoes_all_that_was_written(database: Database) -> None:
    def half() -> None:
        with database.write() as session:
            session.add(skill("a"))
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        half()
    with database.read() as session:
        assert codes(session) == []


def test_a_broken_constraint_is_no_fault_but_passes_unchanged(database: Database) -> None:
    with database.write() as session:
        session.add(skill("a"))
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(skill("a"))
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(MemberRow(number="1", name="x", grid="44190012201001"))


def test_a_reader_sees_one_snapshot_whatever_is_committed_meanwhile(database: Database) -> None:
    with database.read() as reading:
        assert codes(reading) == []
        with database.write() as session:
            session.add(skill("a"))
        assert codes(reading) == []
    with database.read() as reading:
        assert codes(reading) == ["a"]


def test_the_local_database_survives_a_power_cut_and_holds_references(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.touch()
    database = Database.open(str(file))

    def pragma(name: str) -> object:
        with database.read() as session:
            return session.execute(text(f"PRAGMA {name}")).scalar_one()

    assert not database.is_shared
    assert database.path == file
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("foreign_keys") == 1
    assert pragma("busy_timeout") == local.BUSY_TIMEOUT_MS
    database.close()


def test_shared_connections_give_up_early_and_say_who_they_are(
    postgresql_templates: Templates,
) -> None:
    database = Database.open(postgresql_templates.empty())
    with database.read() as session:
        shown = {
            name: session.execute(text(f"SHOW {name}")).scalar_one()
            for name in ("application_name", "lock_timeout", "statement_timeout", "timezone")
        }
        assert session.execute(text("SHOW transaction_read_only")).scalar_one() == "on"
    database.close()
    assert database.is_shared
    assert database.path is None
    assert shown == {
        "application_name": "grid-console",
        "lock_timeout": "5s",
        "statement_timeout": "30s",
        "timezone": "UTC",
    }


def test_opening_makes_nothing(tmp_path: Path) -> None:
    database = Database.open(str(tmp_path / "new.db"))
    assert not database.exists()
    database.close()
    assert list(tmp_path.iterdir()) == []


def test_the_default_is_the_environments_or_a_file_of_the_users_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    url = default_url()
    assert url == f"sqlite:///{tmp_path}/data/grid-console/console.sqlite3"
    Database.open(url).close()
    monkeypatch.setenv(VARIABLE, "postgresql://host/center")
    assert default_url() == "postgresql://host/center"


def test_a_default_folder_that_cannot_be_made_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(FaultError) as caught:
        default_url()
    assert caught.value.code is Fault.NO_PERMISSION


def test_times_keep_their_microseconds_and_come_back_in_utc(database: Database) -> None:
    with database.write() as session:
        rows.center(session)
    with database.read() as session:
        seen = session.scalars(select(MemberRow.seen_at)).all()
    assert seen == [None, rows.NOW]
    assert seen[1] is not None
    assert seen[1].tzinfo is UTC


def test_a_time_without_a_zone_is_not_stored(database: Database) -> None:
    naive = datetime(2026, 3, 2, 2, 0)  # noqa: DTZ001 - that is the point
    with database.write() as session:
        rows.center(session)
    with pytest.raises(StatementError, match="without a zone"), database.write() as session:
        session.get_one(MemberRow, 1).seen_at = naive


@given(st.datetimes(datetime(1800, 1, 1), datetime(2239, 12, 31)))  # noqa: DTZ001 - zone below
def test_microseconds_become_exactly_the_instant_that_they_were(naive: datetime) -> None:
    instant = naive.replace(tzinfo=UTC)
    count = (instant - EPOCH) // (datetime.resolution)
    assert from_microseconds(count) == instant


def test_a_library_with_the_wal_reset_bug_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    assert local.warn_if_unsafe((3, 7, 0))
    assert local.warn_if_unsafe((3, 51, 2))
    assert "3.51.2 has the WAL-reset bug" in caplog.text
    caplog.clear()
    assert not local.warn_if_unsafe((3, 6, 23))
    assert not local.warn_if_unsafe((3, 51, 3))
    assert not caplog.text


def test_the_newer_library_is_used_where_it_is_installed() -> None:
    pysqlite3 = pytest.importorskip("pysqlite3.dbapi2")
    assert local.driver() is pysqlite3


def test_without_the_newer_library_pythons_own_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", None)
    assert local.driver().sqlite_version == sqlite3.sqlite_version
    (tmp_path / "a.db").touch()
    database = Database.open(str(tmp_path / "a.db"))
    with database.write() as session:
        session.execute(text("CREATE TABLE t (a)"))
    database.close()


def test_json_is_stored_readable(database: Database) -> None:
    with database.write() as session:
        rows.event(session, 1, payload={"note": "文宗路"})
    with database.read() as session:
        stored = session.execute(text("SELECT CAST(payload AS text) FROM event")).scalar_one()
    assert stored == '{"note":"文宗路"}'


def test_a_center_has_one_row(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(CenterRow(id=2, code="441900122010", name="x"))


def _full_url(database: Database) -> str:
    target = database.address.target
    if isinstance(target, Path):
        return str(target)
    return target.render_as_string(hide_password=False)
