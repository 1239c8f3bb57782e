"""Deeds on an incident itself: taking it in, verifying, ending, resting and annotating it."""

from sqlalchemy import select

from console.commands.checking import reason_for
from console.commands.languages import language_of
from console.commands.mentions import keep_mentions
from console.commands.moves import consent_for, move, note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.parting import release, release_reserved
from console.commands.places import grid_at
from console.commands.rows import calendar_of, category_row, found, incident_row
from console.db.tables import CameraRow, IncidentRow
from console.db.values import category_of
from console.domain.errors import Refusal, Refused
from console.domain.incident import ENDED, State
from console.domain.lifecycle import Deed
from console.domain.limits import timing_at_start
from console.domain.orders import Comment, Merge, Report, Step, Verify
from console.domain.text import TITLE_LIMIT, clean


def report(work: Work, order: Report) -> Outcome:
    """Take in a report as a new incident."""
    title = clean(order.title, field="title", limit=TITLE_LIMIT)
    if not title:
        raise Refusal(Refused.MISSING, field="title")
    category = category_of(category_row(work.session, order.category))
    reported_at = order.reported_at or work.now
    if reported_at > work.now:
        raise Refusal(Refused.BAD_VALUE, field="reported_at", value=reported_at.isoformat())
    source_key = _new_source_key(work, order)
    language = language_of(work, order)
    calendar = calendar_of(work.session, category)
    timing = timing_at_start(category.limits, reported_at, calendar)
    row = IncidentRow(
        state=State.REPORTED.value,
        priority=order.priority or category.priority,
        category=category.code,
        title=title,
        description=clean(order.description, field="description"),
        address=clean(order.address, field="address"),
        lon=None if order.place is None else order.place.lon,
        lat=None if order.place is None else order.place.lat,
        grid=grid_at(work, order.place),
        origin=order.origin.value,
        reporter_name=clean(order.reporter_name, field="reporter_name"),
        reporter_phone=clean(order.reporter_phone, field="reporter_phone"),
        reported_at=reported_at,
        round_from=timing.round_from,
        stage_from=timing.stage_from,
        due_at=timing.due_at,
        warn_at=timing.warn_at,
        source_key=source_key,
        language=language,
    )
    work.session.add(row)
    work.session.flush()
    return outcome(
        row.id, {"to": row.state, "title": title, "category": row.category, "origin": row.origin}
    )


def verify(work: Work, order: Verify) -> Outcome:
    """Confirm a report."""
    note = note_for(Deed.VERIFY, order.note)
    if order.camera is not None and found(work.session, CameraRow, order.camera) is None:
        raise Refusal(Refused.BAD_VALUE, field="camera", value=order.camera)
    row = incident_row(work, order.incident, order.seen)
    payload = move(work, row, Deed.VERIFY)
    if order.camera is not None:
        payload["camera"] = order.camera
    return outcome(row.id, payload, note)


def step(work: Work, order: Step) -> Outcome:
    """Move an incident on: reject, send back, reopen, suspend, resume, escalate.

    Whoever is on it is released from it.
    """
    reason = reason_for(work.session, order)
    note = clean(order.note, field="note") if reason else note_for(order.deed, order.note)
    consent = consent_for(order.deed, order.incident, order.consent)
    row = incident_row(work, order.incident, order.seen)
    # Before anything is written, because it locks the member.
    released = release(work, row, order.deed)
    if order.deed is Deed.REJECT:
        released |= release_reserved(work, row.id)
    return outcome(row.id, move(work, row, order.deed) | released | consent | reason, note)


def merge(work: Work, order: Merge) -> Outcome:
    """Declare an incident the same as another one that is open."""
    if order.into == order.incident:
        raise Refusal(Refused.MERGE_INTO_ITSELF, incident=order.incident)
    note = note_for(Deed.MERGE, order.note)
    _lock_both(work, order)
    row = incident_row(work, order.incident, order.seen)
    into = incident_row(work, order.into)
    if State(into.state) in ENDED:
        raise Refusal(Refused.MERGE_INTO_ENDED, incident=order.into)
    payload = move(work, row, Deed.MERGE)
    row.merged_into = into.id
    release_reserved(work, row.id)
    return outcome(row.id, payload | {"into": into.id}, note)


def comment(work: Work, order: Comment) -> Outcome:
    """Write a note on an incident, whatever its state."""
    note = clean(order.text, field="text")
    if not note:
        raise Refusal(Refused.MISSING, field="text")
    incident = incident_row(work, order.incident).id
    return outcome(incident, keep_mentions(work, incident, note, order.mentions), note)


def _new_source_key(work: Work, order: Report) -> str | None:
    if order.source_key is None:
        return None
    known = select(IncidentRow.id).where(IncidentRow.source_key == order.source_key)
    if work.session.execute(known).first() is not None:
        raise Refusal(Refused.BAD_VALUE, field="source_key", value=order.source_key)
    return order.source_key


def _lock_both(work: Work, order: Merge) -> None:
    # Else A could be merged into B while B is merged into A, and both would be gone. Always in
    # the order of their ids, so that two such deeds wait for each other and do not lock up.
    for number in sorted((order.incident, order.into)):
        found(work.session, IncidentRow, number, lock=True)
