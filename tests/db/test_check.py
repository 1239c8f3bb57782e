"""The check finds every defect that a vandal can plant, and nothing in a sound database."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from console.db import check as check_module
from console.db.archiving import archive_all
from console.db.check import Defect, Finding, check
from console.db.engine import Database
from console.domain.incident import State
from console.domain.lifecycle import Deed
from tests.conftest import Templates
from tests.db import rows


@pytest.fixture(autouse=True)
def _history(database: Database) -> None:
    """Incident 1 is on the way, 2 closed by import, 3 merged into 1; thirteen events in all."""
    with database.write() as session:
        rows.center(session)
        rows.incident(session)
        rows.move(session, 1, State.VERIFIED, State.DISPATCHED)
        rows.assign(session, 1, 1, "withdrawn")
        rows.assign(session, 1, 1)
        rows.assign(session, 1, 2, primary=False)
        rows.incident(session, state="closed", origin="import")
        rows.incident(session)
        rows.move(session, 3, State.MERGED, merged_into=1)
        archive_all(session.connection(), [2, 3])
        rows.event(session, 1)
        rows.event(session, 1, Deed.CHANGE_DUTY, {"to": "off"}, subject="member")
        for _ in range(5):
            rows.event(session, 3)


def found(database: Database) -> list[Finding]:
    with database.read() as session:
        return check(session)


def damage(database: Database, *statements: str) -> list[Finding]:
    with rows.past_all_rules(database) as connection:
        for statement in statements:
            connection.execute(text(statement))
    return found(database)


def edit(change: str) -> str:
    return f"UPDATE event SET {change} WHERE seq = 7"  # noqa: S608 - the vandal's own words


@pytest.mark.parametrize("batch", [1, 2, 12, 13, 5000])
def test_a_sound_database_has_no_defect(
    database: Database, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_module, "BATCH", batch)
    assert found(database) == []


def test_it_knows_the_tables_of_all_topics() -> None:
    """In a process of its own: here, others have imported them already."""
    modules = sorted(Path(check_module.__file__).parent.glob("tables_*.py"))
    code = f"""
import importlib
import console.db.check
from console.db.tables import Base
known = set(Base.metadata.tables)
for name in {[module.stem for module in modules]}:
    importlib.import_module("console.db." + name)
print(*sorted(set(Base.metadata.tables) - known))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_an_empty_database_has_no_defect(templates: Templates) -> None:
    database = Database.open(templates.migrated())
    assert found(database) == []
    database.close()


@pytest.mark.parametrize(
    "change",
    [
        "operator = 'somebody else'",
        "workstation = ''",
        "kind = 'check'",
        "subject_id = 9",
        "subject_kind = 'member'",
        """payload = '{"note": "another"}'""",
        "hash = 'g' || substr(hash, 2, 63)",
    ],
)
@pytest.mark.parametrize("batch", [2, 5000])
def test_an_edited_event(
    database: Database, change: str, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_module, "BATCH", batch)
    findings = damage(database, edit(change))
    assert Finding(Defect.EDITED_EVENT, {"seq": 7}) in findings


def test_an_event_moved_in_time(database: Database) -> None:
    hour = "interval '1 hour'" if database.is_shared else "3600000000"
    findings = damage(database, edit(f"at = at + {hour}"))
    assert findings == [Finding(Defect.EDITED_EVENT, {"seq": 7})]


def test_two_events_in_another_order(database: Database) -> None:
    findings = damage(
        database,
        "UPDATE event SET seq = 99 WHERE seq = 7",
        "UPDATE event SET seq = 7 WHERE seq = 9",
        "UPDATE event SET seq = 9 WHERE seq = 99",
    )
    assert {f.details["seq"] for f in findings if f.defect is Defect.EDITED_EVENT} >= {7, 9}


def test_a_removed_event(database: Database) -> None:
    findings = damage(database, "DELETE FROM event WHERE seq IN (8, 9)")
    assert findings == [Finding(Defect.MISSING_EVENTS, {"after": 7, "before": 10})]


def test_the_first_event_removed(database: Database) -> None:
    findings = damage(database, "DELETE FROM event WHERE seq = 1")
    assert findings[0] == Finding(Defect.MISSING_EVENTS, {"after": 0, "before": 2})


def test_the_last_event_removed(database: Database) -> None:
    findings = damage(database, "DELETE FROM event WHERE seq = 13")
    assert findings == [Finding(Defect.WRONG_HEAD, {"head": 13, "last": 12})]


def test_all_events_removed(database: Database) -> None:
    findings = damage(database, "DELETE FROM event")
    assert findings[0] == Finding(Defect.WRONG_HEAD, {"head": 13, "last": 0})


def test_the_head_removed(database: Database) -> None:
    findings = damage(database, "DELETE FROM event_head")
    assert findings == [Finding(Defect.WRONG_HEAD, {"head": 0, "last": 13})]


@pytest.mark.parametrize(
    ("change", "only_local"),
    [
        ("kind = 'dance'", False),
        ("payload = '[]'", False),
        ("payload = '{'", True),
        ("command_id = 'x'", True),
        ("at = 'yesterday'", True),
        ("at = 9223372036854775807", True),
    ],
)
def test_an_event_that_cannot_be_read(database: Database, change: str, only_local: bool) -> None:
    if only_local and database.is_shared:
        pytest.skip("PostgreSQL's types refuse it")
    findings = damage(database, edit(change))
    assert Finding(Defect.UNREADABLE_EVENT, {"seq": 7}) in findings
    assert not any(f.details.get("seq") not in (7, None) for f in findings)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            "UPDATE incident SET state = 'closed' WHERE id = 1",
            {"incident": 1, "state": "closed", "logged": "dispatched"},
        ),
        (
            "UPDATE incident SET state = 'reopened' WHERE id = 2",
            {"incident": 2, "state": "reopened", "logged": "closed"},
        ),
    ],
)
def test_a_state_that_the_log_does_not_tell_of(
    database: Database, change: str, expected: dict[str, str | int]
) -> None:
    findings = damage(database, change)
    assert Finding(Defect.WRONG_STATE, expected) in findings


def test_an_incident_without_any_history(database: Database) -> None:
    with database.write() as session:
        number = rows.incident(session, log_it=False)
    assert found(database) == [
        Finding(Defect.NO_HISTORY, {"incident": number, "state": "reported"})
    ]


def test_an_incident_that_is_gone(database: Database) -> None:
    gone = "DELETE FROM archive WHERE incident_id = 2", "DELETE FROM incident WHERE id = 2"
    findings = damage(database, *gone)
    assert findings == [Finding(Defect.NO_INCIDENT, {"incident": 2, "logged": "closed"})]


def test_a_move_that_the_lifecycle_does_not_allow(database: Database) -> None:
    with database.write() as session:
        event = rows.event(session, 2, Deed.RESOLVE, {"to": "resolved"})
    findings = damage(database, "UPDATE incident SET state = 'resolved' WHERE id = 2")
    assert findings == [
        Finding(
            Defect.ILLEGAL_MOVE,
            {"seq": event.seq, "incident": 2, "from": "closed", "to": "resolved"},
        ),
        Finding(Defect.WRONGLY_ARCHIVED, {"incident": 2, "state": "resolved"}),
    ]


def test_an_ended_incident_that_is_not_in_the_archive(database: Database) -> None:
    findings = damage(database, "DELETE FROM archive WHERE incident_id = 3")
    assert findings == [Finding(Defect.NOT_ARCHIVED, {"incident": 3, "state": "merged"})]


def test_an_incident_that_is_archived_as_something_else(database: Database) -> None:
    findings = damage(database, "UPDATE archive SET result = 'rejected' WHERE incident_id = 2")
    assert findings == [Finding(Defect.WRONGLY_ARCHIVED, {"incident": 2, "state": "closed"})]


def test_an_incident_that_begins_in_the_middle(database: Database) -> None:
    with database.write() as session:
        number = rows.incident(session, log_it=False)
        event = rows.event(session, number, Deed.VERIFY, {"to": "reported"})
    assert found(database) == [
        Finding(
            Defect.ILLEGAL_MOVE,
            {"seq": event.seq, "incident": number, "from": "", "to": "reported"},
        )
    ]


@pytest.mark.parametrize(
    ("change", "defect", "details"),
    [
        (
            "UPDATE assignment SET state = 'done' WHERE id = 2",
            Defect.NOBODY_ON_IT,
            {"state": "dispatched"},
        ),
        (
            "UPDATE assignment SET state = 'on_scene' WHERE id = 2",
            Defect.WRONG_ASSIGNMENT,
            {"state": "dispatched", "assignment": "on_scene"},
        ),
    ],
)
def test_an_assignment_that_does_not_fit_its_incident(
    database: Database, change: str, defect: Defect, details: dict[str, str | int]
) -> None:
    findings = damage(database, change)
    assert findings == [Finding(defect, {"incident": 1, **details})]


@pytest.mark.parametrize("state", ["dispatched", "reserved"])
def test_somebody_sent_to_an_incident_that_nobody_is_on(database: Database, state: str) -> None:
    with database.write() as session:
        rows.assign(session, 2, 1, state, primary=state != "reserved")
    assert found(database) == [Finding(Defect.SOMEBODY_ON_IT, {"incident": 2, "state": "closed"})]


def test_two_members_on_one_incident(database: Database) -> None:
    findings = damage(
        database,
        "DROP INDEX uq_assignment_live_primary",
        "UPDATE assignment SET is_primary = (1 = 1) WHERE id = 3",
    )
    assert findings == [Finding(Defect.TWO_ON_IT, {"incident": 1, "count": 2})]


@pytest.mark.parametrize(
    ("statement", "table", "column", "value"),
    [
        ("UPDATE incident SET merged_into = 77 WHERE id = 3", "incident", "merged_into", 77),
        ("UPDATE incident SET grid = 'nowhere' WHERE id = 1", "incident", "grid", "nowhere"),
        ("UPDATE assignment SET member_id = 77 WHERE id = 1", "assignment", "member_id", 77),
        ("UPDATE grid SET parent = 'none' WHERE parent IS NULL", "grid", "parent", "none"),
        ("DELETE FROM skill WHERE code = 'safety'", "badge", "skill", "safety"),
    ],
)
def test_a_broken_reference(
    database: Database, statement: str, table: str, column: str, value: str | int
) -> None:
    assert damage(database, statement) == [
        Finding(Defect.BROKEN_REFERENCE, {"table": table, "column": column, "value": value})
    ]


def test_another_table_of_moves(database: Database) -> None:
    findings = damage(
        database,
        "INSERT INTO lifecycle_move VALUES ('closed', 'reported')",
        "DELETE FROM lifecycle_move WHERE source = 'checked' AND target = 'closed'",
    )
    assert findings == [
        Finding(Defect.WRONG_MOVES, {"source": "checked", "target": "closed"}),
        Finding(Defect.WRONG_MOVES, {"source": "closed", "target": "reported"}),
    ]
