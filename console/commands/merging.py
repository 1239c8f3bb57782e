"""Reports of one matter: a further one joins the incident that goes on, or is taken out again."""

from datetime import timedelta

from sqlalchemy import select

from console.commands.incidents import report
from console.commands.moves import move, note_for, outcome
from console.commands.office import Outcome, Work
from console.commands.rows import calendar_of, category_row, found, incident_row
from console.db.archiving import take_out
from console.db.log import COLUMNS, event_of
from console.db.tables import EventRow, IncidentRow
from console.db.values import category_of
from console.domain.errors import Refusal, Refused
from console.domain.extending import prolonged
from console.domain.incident import ENDED, State
from console.domain.lifecycle import SEPARATIONS, Deed
from console.domain.limits import Timing, timing_under
from console.domain.orders import Join, Separate


def join(work: Work, order: Join) -> Outcome:
    """Take in a report of what is known already; its reporter and words are kept with the others.

    It has a number of its own, so that it can be taken out again as if it had never joined.
    """
    # Locked, so that the other one does not end, or is merged itself, in the meantime.
    into = found(work.session, IncidentRow, order.into, lock=True)
    if into is None:
        raise Refusal(Refused.UNKNOWN_INCIDENT, incident=order.into)
    if State(into.state) in ENDED:
        raise Refusal(Refused.MERGE_INTO_ENDED, incident=order.into)
    told = report(work, order.report)
    row = incident_row(work, told.subject.id)
    moved = move(work, row, Deed.MERGE)
    row.merged_into = into.id
    return outcome(row.id, {**told.payload, **moved, "into": into.id})


def separate(work: Work, order: Separate) -> Outcome:
    """Undo that an incident was merged.

    It stands where it stood, and its limits count from when they counted before: the time that it
    was merged has passed for its reporter, too.
    """
    note = note_for(Deed.SEPARATE, order.note)
    row = incident_row(work, order.incident, order.seen)
    before = _stood(work, row)
    into = row.merged_into
    category = category_of(category_row(work.session, row.category))
    limits = category.limits
    if row.extended_s:
        limits = prolonged(limits, timedelta(seconds=row.extended_s))
    kept = Timing(row.round_from, row.stage_from, row.warn_at, row.due_at)
    clock = timing_under(before, limits, kept, calendar_of(work.session, category))
    take_out(work.session, row.id)
    row.state, row.merged_into = before.value, None
    row.stage_from, row.warn_at, row.due_at = clock.stage_from, clock.warn_at, clock.due_at
    payload: dict[str, object] = {"from": State.MERGED.value, "to": before.value, "into": into}
    return outcome(row.id, payload, note)


def _stood(work: Work, row: IncidentRow) -> State:
    """Where an incident stood before it was merged.

    Raises:
        Refusal: ILLEGAL_MOVE if it is not merged.
    """
    last = (
        select(*COLUMNS)
        .where(
            EventRow.subject_kind == "incident",
            EventRow.subject_id == row.id,
            EventRow.kind.in_([Deed.MERGE.value, Deed.JOIN.value]),
        )
        .order_by(EventRow.seq.desc())
        .limit(1)
    )
    logged = work.session.execute(last).one_or_none()
    stood = None if logged is None else event_of(logged).payload.get("from")
    source = State(row.state)
    back = State(str(stood or State.REPORTED))
    if (source, back) not in SEPARATIONS:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=Deed.SEPARATE.value, state=source.value)
    return back
