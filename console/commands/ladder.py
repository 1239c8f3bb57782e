"""Deeds on the ladder: raising a rung or an alarm, acknowledging, checking in, extending.

Raising names its command after what it is about, so that whoever comes second finds the first
one's event. It leaves the incident's row as it is: nobody who is typing is overtaken by it.
"""

from datetime import datetime, timedelta

from sqlalchemy import select

from console.commands.center import CATALOGUE
from console.commands.moves import NAME_LIMIT, consent_for, outcome, stood
from console.commands.office import Outcome, Work
from console.commands.rows import calendar_of, category_row, found, incident_row
from console.db.incidents import read_some
from console.db.ladder import presences, rungs, safety_rules
from console.db.tables import AssignmentRow, MemberRow
from console.db.tables_ladder import CheckInRow, CheckInRuleRow, RungRow, SupervisionRow
from console.db.values import category_of
from console.domain.errors import Refusal, Refused
from console.domain.extending import require_span
from console.domain.incident import Incident
from console.domain.ladder import Card, Matter, Rung, Who, climbs, require_rungs
from console.domain.lifecycle import Deed
from console.domain.limits import WARNED_FIFTHS
from console.domain.orders import (
    AcknowledgeCard,
    ChangeLadder,
    CheckIn,
    Extend,
    MissCheckIn,
    RaiseRung,
)
from console.domain.safety import Presence, watch_of
from console.domain.text import clean, one_line

LONGEST_MINUTES = 24 * 60
"""Nobody is left alone for longer than so many minutes before they must check in."""


def raise_rung(work: Work, order: RaiseRung) -> Outcome:
    """Raise a rung, as the ladder and the limit are now.

    Raises:
        Refusal: NOT_DUE if the limit no longer runs, the rung is gone or not due, or it was
            raised already.
    """
    wanted = order.climb
    incident = _incident(work, wanted.incident)
    calendar = calendar_of(
        work.session, category_of(category_row(work.session, incident.category))
    )
    now_due = {
        one.rung.position: one
        for one in climbs(incident, rungs(work.session), calendar)
        if one.due_at <= work.now
    }
    climb = now_due.get(wanted.rung.position)
    if climb is None or climb.ends_at != wanted.ends_at:
        raise Refusal(Refused.NOT_DUE, incident=wanted.incident)
    rung = climb.rung
    row = _supervision(work, climb.incident, Matter.LIMIT, climb.ends_at, rung.position)
    row.who, row.card, row.owner = rung.who.value, rung.card.value, rung.owner
    row.due_at, row.answer_by = climb.due_at, work.now + rung.acknowledge
    return _raised(work, row)


def miss_check_in(work: Work, order: MissCheckIn) -> Outcome:
    """Raise the alarm about somebody alone on scene who has not checked in.

    Raises:
        Refusal: NOT_DUE if they have checked in, are alone no longer, or the alarm was raised.
    """
    rules = safety_rules(work.session)
    watch = watch_of(_incident(work, order.incident), _there(work, order.incident), rules)
    if watch is None or watch != order.watch or watch.due_at > work.now:
        raise Refusal(Refused.NOT_DUE, incident=order.incident)
    row = _supervision(work, watch.incident, Matter.SAFETY, watch.due_at, watch.assignment)
    row.who, row.card, row.owner = Who.LEADER.value, Card.NONE.value, rules.owner
    row.due_at, row.answer_by = watch.due_at, work.now + rules.acknowledge
    told = _raised(work, row)
    member = work.session.get_one(MemberRow, watch.member)
    # Named otherwise than "member": this changes nothing of theirs, and overtakes nobody.
    return Outcome(told.subject, dict(told.payload) | {"alone_name": member.name})


def acknowledge_card(work: Work, order: AcknowledgeCard) -> Outcome:
    """Acknowledge what was raised.

    Raises:
        Refusal: There is no such card, it was acknowledged already, or somebody else than its
            owner does so without telling how the owner did.
    """
    note = clean(order.note, field="note")
    row = found(work.session, SupervisionRow, order.card, lock=True)
    if row is None or row.incident_id != order.incident:
        raise Refusal(Refused.UNKNOWN_CARD, card=order.card)
    if row.acknowledged_at is not None:
        raise Refusal(Refused.CARD_ACKNOWLEDGED, operator=row.acknowledged_by)
    owner_here = work.actor.operator.casefold() == row.owner.casefold()
    if row.owner and not owner_here and not note:
        raise Refusal(Refused.NOT_THE_OWNER, owner=row.owner)
    row.acknowledged_at, row.acknowledged_by = work.now, work.actor.operator
    return outcome(
        row.incident_id,
        {"supervision": row.id, "matter": row.matter, "card": row.card, "owner": row.owner},
        note,
    )


def check_in(work: Work, order: CheckIn) -> Outcome:
    """Whoever is alone on scene is well: their clock begins anew.

    Raises:
        Refusal: NOBODY_ON_SCENE if no check-in clock runs there.
    """
    note = clean(order.note, field="note")
    incident = _incident(work, order.incident)
    watch = watch_of(incident, _there(work, order.incident), safety_rules(work.session))
    if watch is None:
        raise Refusal(Refused.NOBODY_ON_SCENE, incident=order.incident)
    row = work.session.get(CheckInRow, watch.assignment)
    if row is None:
        row = CheckInRow(assignment_id=watch.assignment, incident_id=incident.id)
        work.session.add(row)
        before = None
    else:
        before = row.at.isoformat()
    row.at = work.now
    member = work.session.get_one(MemberRow, watch.member)
    told = {"assignment": watch.assignment, "alone_name": member.name, "before": before}
    return outcome(incident.id, told, note)


def extend(work: Work, order: Extend) -> Outcome:
    """Prolong the limit that runs, and those of its round that follow.

    Raises:
        Refusal: No limit runs, the span is none, or the reason or the leader's consent is missing.
    """
    note = clean(order.note, field="note")
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    by = require_span(order.by)
    consent = consent_for(Deed.EXTEND, order.incident, order.consent)
    row = incident_row(work, order.incident, order.seen)
    if row.due_at is None:
        raise Refusal(Refused.NO_LIMIT, incident=row.id)
    calendar = calendar_of(work.session, category_of(category_row(work.session, row.category)))
    before, before_all = row.due_at, stood(row)
    limit = calendar.between(row.round_from, before) + by
    row.due_at = calendar.due_after(row.round_from, limit)
    row.warn_at = calendar.due_after(row.round_from, limit * WARNED_FIFTHS // 5)
    row.extended_s += int(by.total_seconds())
    row.extensions += 1
    told = {
        "minutes": int(by.total_seconds()) // 60,
        "extensions": row.extensions,
        "before": before.isoformat(),
        "due": row.due_at.isoformat(),
        "stood": before_all,
    }
    return outcome(row.id, told | consent, note)


def change_ladder(work: Work, order: ChangeLadder) -> Outcome:
    """Put other rungs up, or change check-in times; a new rung catches nothing of the past."""
    told: dict[str, object] = {}
    if order.rungs is not None:
        told["rungs"] = _put_up(work, require_rungs(order.rungs))
    for category, minutes in order.check_in:
        _set_check_in(work, category, minutes)
        told["check_in"] = dict(order.check_in)
    if not told:
        raise Refusal(Refused.MISSING, field="rung")
    return Outcome(CATALOGUE, told)


def _put_up(work: Work, wanted: tuple[Rung, ...]) -> int:
    kept = {row.position: row for row in work.session.scalars(select(RungRow))}
    for position in kept.keys() - {rung.position for rung in wanted}:
        work.session.delete(kept[position])
    for rung in wanted:
        row = kept.get(rung.position)
        if row is None:
            row = RungRow(position=rung.position, since=work.now)
            work.session.add(row)
        row.share, row.after_s = rung.share, int(rung.after.total_seconds())
        row.who, row.card = rung.who.value, rung.card.value
        row.owner = one_line(clean(rung.owner, field="rung_owner", limit=NAME_LIMIT))
        row.acknowledge_s = int(rung.acknowledge.total_seconds())
    return len(wanted)


def _set_check_in(work: Work, category: str, minutes: int | None) -> None:
    if category:
        category_row(work.session, category)
    if minutes is not None and not 0 < minutes <= LONGEST_MINUTES:
        raise Refusal(Refused.BAD_VALUE, field="check_in", value=str(minutes))
    row = work.session.get(CheckInRuleRow, category)
    if row is None:
        row = CheckInRuleRow(category=category)
        work.session.add(row)
    row.interval_s = None if minutes is None else minutes * 60


def _incident(work: Work, incident: int) -> Incident:
    incident_row(work, incident)
    return read_some(work.session, [incident])[0]


def _there(work: Work, incident: int) -> tuple[Presence, ...]:
    # Whoever is on scene is locked, so that a check-in and an alarm are not judged at once.
    members = select(AssignmentRow.member_id).where(
        AssignmentRow.incident_id == incident, AssignmentRow.arrived_at.is_not(None)
    )
    for member in sorted(work.session.scalars(members)):
        found(work.session, MemberRow, member, lock=True)
    return presences(work.session, [incident])


def _supervision(
    work: Work, incident: int, matter: Matter, ends_at: datetime, step: int
) -> SupervisionRow:
    """A new row; NOT_DUE if there is one already: then the same command has been carried out."""
    earlier = select(SupervisionRow.id).where(
        SupervisionRow.incident_id == incident,
        SupervisionRow.matter == matter.value,
        SupervisionRow.ends_at == ends_at,
        SupervisionRow.step == step,
    )
    if work.session.execute(earlier).first() is not None:
        raise Refusal(Refused.NOT_DUE, incident=incident)
    return SupervisionRow(
        incident_id=incident,
        matter=matter.value,
        ends_at=ends_at,
        step=step,
        raised_at=work.now,
        acknowledged_by="",
    )


def _raised(work: Work, row: SupervisionRow) -> Outcome:
    work.session.add(row)
    work.session.flush()
    return outcome(
        row.incident_id,
        {
            "supervision": row.id,
            "step": row.step,
            "who": row.who,
            "card": row.card,
            "owner": row.owner,
            "due": row.due_at.isoformat(),
            "answer_by": row.answer_by.isoformat(),
            "late_minutes": (work.now - row.due_at) // timedelta(minutes=1),
        },
    )
