"""Rows that tests of the database layer begin with, written without any command."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Engine, create_engine, insert, text, update
from sqlalchemy.orm import Session

from console.db import local, log
from console.db.engine import Database
from console.db.tables import (
    AssignmentRow,
    BadgeRow,
    CameraRow,
    CategoryRow,
    CenterRow,
    GridRow,
    IncidentRow,
    MemberRow,
    RoadRow,
    SkillRow,
)
from console.domain.events import Event, Payload, Subject
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.rights import Actor

NOW = datetime(2026, 3, 2, 2, 0, 0, 123457, tzinfo=UTC)
"""With a count of microseconds that no power of two divides, so that rounding would show."""

ACTOR = Actor("张三", "console-1")
COMMUNITY, BASE, SUB = "441900122010", "44190012201003", "4419001220100302"


def center(session: Session) -> None:
    """A small center: two skills, a category, three grids, two members, a camera."""
    session.add(CenterRow(id=1, code=COMMUNITY, name="宝屯社区", name_en="Baotun"))
    session.add_all(
        [
            SkillRow(
                code="safety", monogram="安", name="安全员", name_en="", color="#c00", position=1
            ),
            SkillRow(
                code="fire", monogram="消", name="消防员", name_en="", color="#a00", position=2
            ),
        ]
    )
    session.flush()
    session.add(
        CategoryRow(
            code="fire",
            name="火情",
            name_en="Fire",
            skill="fire",
            priority=1,
            acknowledge_s=60,
            arrive_s=600,
            resolve_s=3600,
            check_s=7200,
        )
    )
    ring = [[113.6, 22.9], [113.7, 22.9], [113.7, 23.0], [113.6, 22.9]]
    for code, parent in ((COMMUNITY, None), (BASE, COMMUNITY), (SUB, BASE)):
        session.add(GridRow(code=code, parent=parent, name=code, outline=[[ring]]))
        session.flush()
    session.add_all(
        [
            MemberRow(number="B002", name="李四", grid=SUB, duty="off", lon=113.6, lat=22.9),
            MemberRow(number="B001", name="王五", grid=SUB, duty="on_duty", seen_at=NOW),
        ]
    )
    session.flush()
    session.execute(
        insert(BadgeRow),
        [
            {"member_id": 1, "skill": "fire", "level": "held", "valid_until": NOW.date()},
            {"member_id": 1, "skill": "safety", "level": "training", "valid_until": None},
        ],
    )
    session.add(RoadRow(name="文宗路", main=True, line=[[113.6, 22.9], [113.7, 23]]))
    session.add(CameraRow(code="C1", name="村口", lon=113.61, lat=22.91, grid=SUB))


def incident(session: Session, *, log_it: bool = True, **values: Any) -> int:
    """A new incident, with the event that tells of it."""
    row = IncidentRow(
        **{
            "state": "reported",
            "priority": 1,
            "category": "fire",
            "title": "文宗路起火",
            "origin": "phone",
            "reported_at": NOW,
            "round_from": NOW,
            "stage_from": NOW,
            "due_at": NOW + timedelta(seconds=60),
            "warn_at": NOW + timedelta(seconds=48),
            **values,
        }
    )
    session.add(row)
    session.flush()
    if log_it:
        event(session, row.id, Deed.REPORT, {"to": row.state})
    return row.id


def move(session: Session, number: int, *states: State, **values: Any) -> None:
    """Move an incident on through states, with an event for each move."""
    for state in states:
        session.execute(
            update(IncidentRow).where(IncidentRow.id == number).values(state=state.value, **values)
        )
        event(session, number, Deed.VERIFY, {"to": state.value})


def assign(
    session: Session, number: int, member: int, state: str = "dispatched", *, primary: bool = True
) -> int:
    """Put a member on an incident."""
    row = AssignmentRow(
        incident_id=number, member_id=member, is_primary=primary, state=state, dispatched_at=NOW
    )
    session.add(row)
    session.flush()
    return row.id


def event(
    session: Session,
    number: int,
    kind: Deed = Deed.COMMENT,
    payload: Payload | None = None,
    *,
    subject: str = "incident",
    command_id: UUID | None = None,
) -> Event:
    """Append an event."""
    return log.append(
        session,
        at=NOW,
        actor=ACTOR,
        command_id=command_id or uuid4(),
        kind=kind,
        subject=Subject(subject, number),
        payload=payload or {},
    )


@contextmanager
def past_all_rules(database: Database) -> Iterator[Connection]:
    """A connection that neither triggers nor references hold back, as a vandal would have one."""
    engine = _unruly(database)
    with engine.begin() as connection:
        if database.is_shared:
            connection.execute(text("SET session_replication_role = replica"))
            yield connection
        else:
            triggers = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            ).all()
            for name, _ in triggers:
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
            yield connection
            for _, definition in triggers:
                connection.exec_driver_sql(definition)
    engine.dispose()


def _unruly(database: Database) -> Engine:
    target = database.address.target
    if isinstance(target, Path):
        return create_engine(f"sqlite:///{target}", module=local.driver())
    return create_engine(target)
