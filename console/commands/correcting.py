"""Corrections: what stood there stays in the log, struck through, and what is right follows."""

from datetime import timedelta

from sqlalchemy import select

from console.commands.moves import note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.rows import calendar_of, category_row, incident_row
from console.db.archiving import archive_incident, take_out
from console.db.tables import EventRow, IncidentRow
from console.db.values import category_of
from console.domain.errors import Refusal, Refused
from console.domain.extending import prolonged
from console.domain.incident import ENDED, State
from console.domain.lifecycle import Deed
from console.domain.limits import Timing, timing_under
from console.domain.orders import Correct, CorrectNote
from console.domain.text import TITLE_LIMIT, clean

CORRECTABLE = frozenset({Deed.COMMENT, Deed.CORRECT_NOTE})
"""The events whose text a correction can strike through."""


def correct(work: Work, order: Correct) -> Outcome:
    """Put right what an incident says; a clock goes on from where it began."""
    note = note_for(Deed.CORRECT, order.note)
    row = incident_row(work, order.incident, order.seen)
    changes = {
        field: [getattr(row, field), value]
        for field, value in _wanted(order).items()
        if getattr(row, field) != value
    }
    if not changes:
        raise Refusal(Refused.NOTHING_CHANGED, incident=row.id)
    if "category" in changes:
        _retime(work, row, str(changes["category"][1]))
    # The archive is told what it loses before it loses it.
    ended = State(row.state) in ENDED
    if ended:
        take_out(work.session, row.id)
    for field, (_, value) in changes.items():
        setattr(row, field, value)
    if ended:
        work.session.flush()
        archive_incident(work.session, row)
    return outcome(row.id, {"changes": changes}, note)


def correct_note(work: Work, order: CorrectNote) -> Outcome:
    """Strike a note through, and write what is right after it."""
    text = clean(order.text, field="text")
    row = incident_row(work, order.incident)
    event = work.session.execute(
        select(EventRow.kind, EventRow.payload).where(
            EventRow.seq == order.event,
            EventRow.subject_kind == "incident",
            EventRow.subject_id == row.id,
        )
    ).one_or_none()
    if event is None or event.kind not in {deed.value for deed in CORRECTABLE}:
        raise Refusal(Refused.BAD_VALUE, field="event", value=order.event)
    before = str(event.payload.get("note", ""))
    if before == text or _is_struck(work, row.id, order.event):
        raise Refusal(Refused.NOTHING_CHANGED, incident=row.id)
    return outcome(row.id, {"corrects": order.event, "before": before}, text)


def _wanted(order: Correct) -> dict[str, object]:
    """The columns that are given, as they are stored."""
    wanted: dict[str, object] = {}
    if order.title is not None:
        wanted["title"] = clean(order.title, field="title", limit=TITLE_LIMIT)
        if not wanted["title"]:
            raise Refusal(Refused.MISSING, field="title")
    if order.description is not None:
        wanted["description"] = clean(order.description, field="description")
    if order.address is not None:
        wanted["address"] = clean(order.address, field="address")
    if order.category is not None:
        wanted["category"] = order.category
    if order.priority is not None:
        wanted["priority"] = int(order.priority)
    return wanted


def _retime(work: Work, row: IncidentRow, code: str) -> None:
    category = category_of(category_row(work.session, code))
    calendar = calendar_of(work.session, category)
    limits = (
        prolonged(category.limits, timedelta(seconds=row.extended_s))
        if row.extended_s
        else category.limits
    )
    before = Timing(row.round_from, row.stage_from, row.warn_at, row.due_at)
    after = timing_under(State(row.state), limits, before, calendar)
    row.stage_from, row.warn_at, row.due_at = after.stage_from, after.warn_at, after.due_at


def _is_struck(work: Work, incident: int, event: int) -> bool:
    """Whether a note has been corrected already: then the correction is what can be put right."""
    later = work.session.scalars(
        select(EventRow.payload).where(
            EventRow.subject_kind == "incident",
            EventRow.subject_id == incident,
            EventRow.kind == Deed.CORRECT_NOTE.value,
        )
    )
    return any(payload.get("corrects") == event for payload in later)
