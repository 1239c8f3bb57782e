"""Put many incidents into the database at once, each with its event and none of them twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from console.commands.importing.bulk import insert_rows
from console.commands.importing.draft import Draft
from console.commands.importing.mapping import LimitsFrom
from console.commands.importing.run import Item, problem_of
from console.commands.importing.summary import Stored
from console.commands.office import Work
from console.commands.places import tree_of
from console.commands.rows import working_calendar
from console.db import log
from console.db.archiving import archive_all
from console.db.chunks import CHUNK
from console.db.log import Entry
from console.db.tables import IncidentRow
from console.domain.category import LimitClock
from console.domain.events import Subject
from console.domain.grid import GridTree
from console.domain.importing import RowFault
from console.domain.incident import Origin, State
from console.domain.lifecycle import Deed
from console.domain.limits import Timing, timing_at_start
from console.domain.premises import premises_key
from console.domain.worktime import PLAIN, WorkingCalendar

NAMESPACE = UUID("b5b44d6e-6f1f-4a57-9d27-0c2f7a1f6a55")
"""Makes command ids out of the keys of imported rows, always the same for the same key."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of rows that are over, and from when limits count; see IncidentImporter."""

    as_open: bool
    limits_from: LimitsFrom | None

    def counts_from_now(self, draft: Draft) -> bool:
        """Whether the limits of a report count from the import."""
        if self.limits_from is not None:
            return self.limits_from is LimitsFrom.NOW
        return draft.closed


def command_id(key: str) -> UUID:
    """The command that imports the row with a key."""
    return uuid5(NAMESPACE, f"incident:{key}")


def insert_incidents(work: Work, items: Sequence[Item[Draft]], plan: Plan) -> Stored:
    """Insert reports.

    A key that is there already belongs to the same report, and nothing happens; unless both its
    title and its time differ, for then two sources use the same numbers, and that is told.
    """
    stored = Stored()
    there = _there(work.session, [item.value.key for item in items])
    fresh = []
    for item in items:
        draft = item.value
        earlier = there.get(draft.key)
        if earlier is None:
            fresh.append(draft)
        elif _same(earlier, draft):
            stored.unchanged += 1
        else:
            details: dict[str, str | int] = {"key": draft.key, "incident": earlier.id}
            stored.problems.append(problem_of(item.row, RowFault.KEY_TAKEN, details))
    ids = _insert(work, fresh, plan)
    log.append_all(
        work.session,
        [_entry(work, ids[draft.key], draft, plan) for draft in fresh if draft.key in ids],
    )
    stored.added = len(ids)
    # Another import of the same rows was faster between our look and our insertion.
    stored.unchanged += len(fresh) - len(ids)
    return stored


@dataclass(frozen=True, slots=True)
class _Earlier:
    id: int
    title: str
    reported_at: datetime


def _there(session: Session, keys: Sequence[str]) -> dict[str, _Earlier]:
    found: dict[str, _Earlier] = {}
    for begin in range(0, len(keys), CHUNK):
        rows = session.execute(
            select(
                IncidentRow.source_key, IncidentRow.id, IncidentRow.title, IncidentRow.reported_at
            ).where(IncidentRow.source_key.in_(keys[begin : begin + CHUNK]))
        )
        found.update({key: _Earlier(number, title, at) for key, number, title, at in rows if key})
    return found


def _same(earlier: _Earlier, draft: Draft) -> bool:
    return draft.reported_at in (None, earlier.reported_at) or draft.title == earlier.title


def _insert(work: Work, drafts: Sequence[Draft], plan: Plan) -> dict[str, int]:
    if not drafts:
        return {}
    tree = tree_of(work.database, work.session)
    working = working_calendar(work.session)
    rows = [_fields(draft, plan, tree, work.now, working) for draft in drafts]
    ids = insert_rows(work.session, rows, shared=work.database.is_shared)
    ended = {row["source_key"] for row in rows if row["state"] == State.CLOSED.value}
    archive_all(work.session.connection(), [ids[key] for key in ids if key in ended])
    return ids


def _fields(
    draft: Draft, plan: Plan, tree: GridTree, now: datetime, working: WorkingCalendar
) -> dict[str, Any]:
    place = draft.place
    reported_at = draft.reported_at or now
    timing = _timing(draft, plan, reported_at, now, working)
    return {
        "version": 1,
        "state": _state(draft, plan).value,
        "priority": draft.priority.value,
        "category": draft.category.code,
        "title": draft.title,
        "description": draft.description,
        "address": draft.address,
        "premises": premises_key(draft.address),
        "lon": None if place is None else place.lon,
        "lat": None if place is None else place.lat,
        "grid": None if place is None else tree.locate(place),
        "origin": Origin.IMPORT.value,
        "reporter_name": draft.reporter_name,
        "reporter_phone": draft.reporter_phone,
        "reported_at": reported_at,
        "round_from": timing.round_from,
        "stage_from": timing.stage_from,
        "due_at": timing.due_at,
        "warn_at": timing.warn_at,
        "merged_into": None,
        "source_key": draft.key,
    }


def _timing(
    draft: Draft, plan: Plan, reported_at: datetime, now: datetime, working: WorkingCalendar
) -> Timing:
    if _state(draft, plan) is State.CLOSED:
        closed_at = max(draft.closed_at or reported_at, reported_at)
        return Timing(reported_at, closed_at, None, None)
    counted_from = now if plan.counts_from_now(draft) else reported_at
    limits = draft.category.limits
    calendar = working if limits.clock is LimitClock.WORKING else PLAIN
    return timing_at_start(limits, counted_from, calendar)


def _state(draft: Draft, plan: Plan) -> State:
    return State.CLOSED if draft.closed and not plan.as_open else State.REPORTED


def _entry(work: Work, incident: int, draft: Draft, plan: Plan) -> Entry:
    payload = {
        "to": _state(draft, plan).value,
        "title": draft.title,
        "category": draft.category.code,
        "origin": Origin.IMPORT.value,
    }
    return Entry(
        work.now,
        work.actor,
        command_id(draft.key),
        Deed.REPORT,
        Subject("incident", incident),
        payload,
    )
