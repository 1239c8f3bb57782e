"""The schema's history: from nothing, from an old database with rows, and what is refused."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from stat import S_IMODE

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import IntegrityError

from console.db import ladder, local, migrate, queries
from console.db import members as people
from console.db.engine import Database
from console.db.migrations.versions.r0001_core import MOVES
from console.db.tables import Base, LifecycleMoveRow
from console.domain import lifecycle
from console.domain.category import LimitClock
from console.domain.errors import Fault, FaultError
from console.domain.incident import State
from console.domain.people import Badge, BadgeLevel, Unit
from console.domain.worktime import DEFAULT_HOURS
from tests.db import rows

FOLDER = Path(migrate.__file__).with_name("migrations")


@pytest.fixture
def empty(url: str) -> Iterator[Database]:
    database = Database.open(url)
    yield database
    database.close()


def code_of(database: Database) -> tuple[Fault, dict[str, str | int]]:
    with pytest.raises(FaultError) as caught:
        migrate.require_current(database)
    return caught.value.code, caught.value.details


def test_an_empty_database_is_told_so_and_becomes_current(empty: Database) -> None:
    assert migrate.revision(empty) is None
    assert migrate.is_blank(empty)
    assert code_of(empty) == (Fault.EMPTY, {"url": empty.url})
    migrate.upgrade(empty)
    assert migrate.revision(empty) == migrate.HEAD
    assert not migrate.is_blank(empty)
    migrate.require_current(empty)
    migrate.upgrade(empty)
    migrate.require_current(empty)


def test_the_literal_list_of_revisions_is_that_of_the_folder() -> None:
    scripts = list(ScriptDirectory(str(FOLDER)).walk_revisions())
    assert tuple(script.revision for script in reversed(scripts)) == migrate.KNOWN


def _is_mapped(_item: object, name: str | None, *_more: object) -> bool:
    """Whether it is no part of the archive's indexes, which each database has in its own way."""
    return not str(name).startswith(("archive_marks", "ix_archive_"))


def test_the_mapped_tables_are_those_of_the_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_object": _is_mapped}
        )
        assert compare_metadata(context, Base.metadata) == []
        found = inspect(connection)
        for table in Base.metadata.sorted_tables:
            expected = {index.name: str(index.dialect_kwargs) for index in table.indexes}
            assert {index["name"] for index in found.get_indexes(table.name)} >= set(expected)
            checks = {check["name"] for check in found.get_check_constraints(table.name)}
            named = {c.name for c in table.constraints if str(c.name).startswith("ck_")}
            assert checks == named


def test_partial_indexes_have_the_conditions_of_the_mapped_tables(database: Database) -> None:
    with database.read() as session:
        if database.is_shared:
            asked = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
        else:
            asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index'"
        definitions: dict[str, str] = dict(session.execute(text(asked)).all())
    assert "state" in definitions["ix_incident_open"].partition("WHERE")[2]
    assert "is_primary" in definitions["uq_assignment_live_primary"].partition("WHERE")[2]
    assert "released" not in definitions["ix_assignment_live_member"]
    assert "on_scene" in definitions["ix_assignment_live_member"]


def test_the_moves_in_the_database_are_those_of_the_domain(database: Database) -> None:
    expected = {(move.source.value, move.target.value) for move in lifecycle.MOVES}
    assert set(MOVES) == expected
    assert len(MOVES) == len(expected)
    with database.read() as session:
        stored = session.execute(select(LifecycleMoveRow.source, LifecycleMoveRow.target))
        over = {
            (source.value, target.value)
            for source, target in lifecycle.HAND_OVERS | lifecycle.SEPARATIONS | lifecycle.BACKWARD
        }
        assert set(stored) == expected | over


def test_an_old_database_keeps_its_rows(empty: Database) -> None:
    migrate.upgrade(empty, "0001")
    with empty.write() as session:
        session.execute(
            text("INSERT INTO skill VALUES ('fire', '消', '消防', 'fire', '#c00', '#fff', 1)")
        )
        session.execute(
            text(
                "INSERT INTO category VALUES ('fire', '火情', 'Fire', 'fire', 1, 'x', 1, 2, 3, 4)"
            )
        )
        session.execute(text("INSERT INTO grid VALUES ('441900122010', NULL, '宝屯', '[]')"))
        session.execute(
            text(
                "INSERT INTO center VALUES (1, '441900122010', '宝屯', '', 'Asia/Shanghai', :no)"
            ),
            {"no": False},
        )
        session.execute(
            text(
                "INSERT INTO member (version, number, name, phone, grid, duty) VALUES"
                " (1, 'B1', '李四', '', '441900122010', 'off')"
            )
        )
        session.execute(text("INSERT INTO badge VALUES (1, 'fire', 'held', NULL)"))
        at = "2026-03-02 02:00+00" if empty.is_shared else 1_772_416_800_000_000
        due = "2026-03-02 02:10+00" if empty.is_shared else 1_772_417_400_000_000
        session.execute(
            text(
                "INSERT INTO incident (version, state, priority, category, title, description,"
                " address, grid, origin, reporter_name, reporter_phone, reported_at, round_from,"
                " stage_from, due_at) VALUES (1, 'reported', 1, 'fire', '起火', '', '',"
                " '441900122010', 'phone', '', '', :at, :at, :at, :due)"
            ),
            {"at": at, "due": due},
        )
    assert code_of(empty) == (Fault.TOO_OLD, {"found": "0001", "needed": migrate.HEAD})
    migrate.upgrade(empty)
    migrate.require_current(empty)
    with empty.read() as session:
        snapshot = queries.snapshot(session)
        [incident] = snapshot.incidents
        assert incident.title == "起火"
        assert incident.reported_at.isoformat() == "2026-03-02T02:00:00+00:00"
        assert incident.warn_at == incident.reported_at + timedelta(minutes=8)
        assert snapshot.catalogue.center.hours == DEFAULT_HOURS
        assert snapshot.catalogue.categories[0].limits.clock is LimitClock.PLAIN
        [skill] = queries.catalogue(session).skills
        assert (skill.icon, skill.valid_months, skill.version) == ("fire", None, 1)
        [member] = people.members(session)
        assert member.badges == (Badge("fire", BadgeLevel.HELD),)
        assert (member.unit, member.grid, member.roles) == (Unit.OWN, "441900122010", ())
    with empty.write() as session:  # The triggers are still there.
        rows.move(session, incident.id, State.VERIFIED)


def test_assignments_are_kept_and_can_be_sent_back_from_then_on(empty: Database) -> None:
    migrate.upgrade(empty, "0006")
    at = "2026-03-02 02:00+00" if empty.is_shared else 1_772_416_800_000_000
    with empty.write() as session:
        for statement in (
            "INSERT INTO skill (code, monogram, name, name_en, color, text_color, position, icon,"
            " version) VALUES ('fire', '消', '消防', 'Fire', '#c00', '#fff', 1, 'fire', 1)",
            "INSERT INTO category (code, name, name_en, skill, priority, icon, acknowledge_s,"
            " arrive_s, resolve_s, check_s)"
            " VALUES ('fire', '火情', '', 'fire', 1, 'x', 1, 2, 3, 4)",
            "INSERT INTO grid (code, name, outline) VALUES ('441900122010', '宝屯', '[]')",
            "INSERT INTO member (version, number, name, phone, grid, duty) VALUES"
            " (1, 'B1', '李四', '', '441900122010', 'on_duty')",
            "INSERT INTO incident (version, state, priority, category, title, description,"
            " address, origin, reporter_name, reporter_phone, reported_at, round_from,"
            " stage_from) VALUES (1, 'reported', 1, 'fire', '起火', '', '', 'phone', '', '',"
            " :at, :at, :at)",
            "INSERT INTO assignment (id, version, incident_id, member_id, is_primary, state,"
            " dispatched_at, ended_at) VALUES (7, 2, 1, 1, :yes, 'withdrawn', :at, :at)",
            "INSERT INTO assignment (id, version, incident_id, member_id, is_primary, state,"
            " dispatched_at) VALUES (9, 1, 1, 1, :yes, 'dispatched', :at)",
        ):
            session.execute(text(statement), {"at": at, "yes": True})
    migrate.upgrade(empty)
    with empty.write() as session:
        kept = session.execute(
            text("SELECT id, version, state, ended_at IS NULL FROM assignment ORDER BY id")
        )
        assert [tuple(row) for row in kept] == [
            (7, 2, "withdrawn", False),
            (9, 1, "dispatched", True),
        ]
        assert [incident.returns for incident in queries.open_incidents(session)] == [0]
        session.execute(text("UPDATE assignment SET state = 'returned' WHERE id = 9"))
        # What was over before there was a ladder does not climb it.
        assert all(rung.since is not None for rung in ladder.rungs(session))
        assert len(ladder.rungs(session)) == 4
    with pytest.raises(IntegrityError), empty.write() as session:
        session.execute(text("UPDATE assignment SET state = 'refused' WHERE id = 9"))


@pytest.mark.parametrize("found", ["9999", "ffff"])
def test_a_newer_database_is_neither_used_nor_touched(database: Database, found: str) -> None:
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": found})
    assert code_of(database) == (Fault.TOO_NEW, {"found": found, "needed": migrate.HEAD})
    with pytest.raises(FaultError) as caught:
        migrate.upgrade(database)
    assert caught.value.code is Fault.TOO_NEW
    assert migrate.revision(database) == found


def test_a_database_whose_version_row_is_gone_counts_as_empty(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DELETE FROM alembic_version"))
    assert code_of(database)[0] is Fault.EMPTY


def test_several_programs_may_migrate_at_once(url: str) -> None:
    databases = [Database.open(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate.upgrade, databases))
    for database in databases:
        migrate.require_current(database)
        database.close()


def test_a_failed_migration_leaves_nothing_behind(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    from alembic import op

    create, made = op.create_table, []

    def fail_late(name: str, *columns: object, **options: object) -> object:
        if name == "blob":
            raise LookupError
        made.append(name)
        return create(name, *columns, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(op, "create_table", fail_late)
    with pytest.raises(LookupError):
        migrate.upgrade(empty)
    assert "event" in made
    assert migrate.revision(empty) is None
    monkeypatch.undo()
    migrate.upgrade(empty)
    migrate.require_current(empty)


def test_a_broken_reference_stops_a_migration(tmp_path: Path) -> None:
    database = Database.open(str(tmp_path / "a.db"))
    migrate.upgrade(database, "0001")
    plain = local.connect(tmp_path / "a.db")
    plain.execute("PRAGMA foreign_keys = OFF")
    plain.execute("INSERT INTO grid VALUES ('44190012201001', '441900122010', 'x', '[]')")
    plain.close()
    with pytest.raises(FaultError) as caught:
        migrate.upgrade(database)
    assert caught.value.code is Fault.CORRUPT
    assert migrate.revision(database) == "0001"
    database.close()


def test_the_local_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    database = Database.open(str(file))
    assert migrate.revision(database) is None
    assert code_of(database)[0] is Fault.EMPTY
    migrate.upgrade(database)
    assert S_IMODE(file.stat().st_mode) == 0o600
    database.close()


def test_a_file_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "none" / "a.db")
    database = Database.open(str(tmp_path / "link"))
    with pytest.raises(FaultError) as caught:
        migrate.upgrade(database)
    assert caught.value.code is Fault.NO_PERMISSION
    database.close()


def test_the_program_starts_without_what_it_does_not_need(
    tmp_path: Path,
) -> None:
    database = Database.open(str(tmp_path / "a.db"))
    migrate.upgrade(database)
    database.close()
    program = (
        "import sys\n"
        "from console.db.engine import Database\n"
        "from console.db.migrate import require_current\n"
        "require_current(Database.open(sys.argv[1]))\n"
        "assert not {'alembic', 'psycopg'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path / "a.db"], check=True)
