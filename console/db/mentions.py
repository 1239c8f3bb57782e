"""Read-only queries on mentions: what an operator has not read yet, and who can be mentioned."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.db.tables import EventRow, IncidentRow
from console.db.tables_mentions import UNREAD, MentionRow
from console.domain.checking import person_key
from console.domain.ladder import BY_ITSELF
from console.domain.mentions import Unread

MOST_UNREAD = 100
"""So many are read, the newest: nobody reads more of them one by one."""

LOOKED_BACK = 20_000
"""Among so many of the last events it is looked who works here; some weeks of a busy center."""


def unread(session: Session, operator: str) -> tuple[Unread, ...]:
    """The notes that mention an operator who has not read them, the newest first."""
    rows = session.execute(
        select(
            MentionRow.id,
            MentionRow.incident_id,
            IncidentRow.title,
            MentionRow.by,
            MentionRow.at,
            MentionRow.note,
        )
        .join(IncidentRow, IncidentRow.id == MentionRow.incident_id)
        .where(MentionRow.operator == person_key(operator), UNREAD)
        .order_by(MentionRow.id.desc())
        .limit(MOST_UNREAD)
    )
    return tuple(Unread(*row) for row in rows)


def operators(session: Session) -> tuple[str, ...]:
    """The names under which people did something lately, in order."""
    last = (
        select(EventRow.operator).order_by(EventRow.seq.desc()).limit(LOOKED_BACK).subquery("last")
    )
    names = session.scalars(select(last.c.operator).distinct())
    return tuple(sorted(name for name in names if name not in ("", BY_ITSELF)))
