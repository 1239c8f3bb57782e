"""How an incident is moved on: the state by the lifecycle, the clock by the limits."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from console.commands.office import Outcome, Work
from console.commands.rows import calendar_of, category_row
from console.db.archiving import archive_incident, take_out
from console.db.major import count_open_parts, standing_of
from console.db.tables import IncidentRow
from console.db.values import category_of
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.extending import prolonged
from console.domain.incident import ENDED, State
from console.domain.lifecycle import Deed, target_of
from console.domain.limits import Timing, begins_round, timing_after
from console.domain.major import require_may_end
from console.domain.orders import NEEDS_CONSENT, NEEDS_REASON
from console.domain.orders_major import NEEDS_NOTE
from console.domain.text import clean, one_line

NAME_LIMIT = 100


def note_for(deed: Deed, text: str) -> str:
    """The note as it is stored.

    Raises:
        Refusal: MISSING if the deed needs a reason and has none, TOO_LONG if it is.
    """
    note = clean(text, field="note")
    if not note and deed in NEEDS_REASON | NEEDS_NOTE:
        raise Refusal(Refused.MISSING, field="note")
    return note


def consent_for(deed: Deed, incident: int, name: str) -> dict[str, object]:
    """What the event shall say of the shift leader's consent.

    Raises:
        Refusal: LEADER_CONSENTS if the deed needs it and nobody is named.
    """
    if deed not in NEEDS_CONSENT:
        return {}
    leader = one_line(clean(name, field="consent", limit=NAME_LIMIT))
    if not leader:
        raise Refusal(Refused.LEADER_CONSENTS, incident=incident)
    return {"consent": leader}


def move(work: Work, row: IncidentRow, deed: Deed) -> dict[str, object]:
    """Move an incident on as a deed does; returns the beginning of the event's payload.

    Raises:
        Refusal: If the lifecycle does not allow the deed now.
    """
    return retime(work, row, target_of(deed, State(row.state)))


def retime(work: Work, row: IncidentRow, target: State) -> dict[str, object]:
    """Put an incident into another state, with the clock that belongs to it."""
    source, before_all = State(row.state), stood(row)
    if target in ENDED and row.major_from is not None:
        require_may_end(standing_of(row, count_open_parts(work.session, row.id)))
    category = category_of(category_row(work.session, row.category))
    calendar = calendar_of(work.session, category)
    before = Timing(row.round_from, row.stage_from, row.warn_at, row.due_at)
    limits = category.limits
    if begins_round(target):
        row.extended_s = 0
    elif row.extended_s:
        limits = prolonged(limits, timedelta(seconds=row.extended_s))
    after = timing_after(source, target, limits, before, work.now, calendar)
    row.state = target.value
    row.round_from, row.stage_from = after.round_from, after.stage_from
    row.warn_at, row.due_at = after.warn_at, after.due_at
    row.merged_into = None
    if target in ENDED:
        archive_incident(work.session, row)
    elif source in ENDED:
        take_out(work.session, row.id)
    return {"from": source.value, "to": target.value, "stood": before_all}


def stood(row: IncidentRow) -> dict[str, object]:
    """How an incident stands with its clock, for the event of a deed that can be taken back."""
    return {
        "state": row.state,
        "round": row.round_from.isoformat(),
        "stage": row.stage_from.isoformat(),
        "warn": None if row.warn_at is None else row.warn_at.isoformat(),
        "due": None if row.due_at is None else row.due_at.isoformat(),
        "extended": row.extended_s,
        "into": row.merged_into,
    }


def restore(work: Work, row: IncidentRow, before: Mapping[str, Any]) -> dict[str, object]:
    """Let an incident stand as ``stood`` told: the old limit goes on as if nothing had been."""
    source, target = State(row.state), State(before["state"])
    if source in ENDED:
        take_out(work.session, row.id)
    row.state, row.merged_into = target.value, before["into"]
    row.round_from = datetime.fromisoformat(before["round"])
    row.stage_from = datetime.fromisoformat(before["stage"])
    row.warn_at, row.due_at = _instant(before["warn"]), _instant(before["due"])
    row.extended_s = before["extended"]
    if target in ENDED:
        archive_incident(work.session, row)
    return {"from": source.value, "to": target.value}


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def outcome(incident: int, payload: dict[str, object], note: str = "") -> Outcome:
    """What happened to an incident; an empty note is left out."""
    return Outcome(Subject("incident", incident), payload | ({"note": note} if note else {}))
