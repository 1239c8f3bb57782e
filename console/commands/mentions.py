"""Mentions: kept with the note in which they stand, and told to the operators who are meant."""

from collections.abc import Iterable

from sqlalchemy import select

from console.commands.moves import outcome
from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row
from console.db.tables import MemberRow
from console.db.tables_mentions import UNREAD, MentionRow
from console.domain.checking import person_key
from console.domain.errors import Refusal, Refused
from console.domain.mentions import MOST, Mention, Whom, spans
from console.domain.orders import ReadMentions


def keep_mentions(
    work: Work, incident: int, note: str, mentions: Iterable[Mention]
) -> dict[str, object]:
    """Keep who is mentioned in a note; returns what the event shall say of it.

    An operator finds it among what is not read yet, unless it is whoever writes.

    Raises:
        Refusal: TOO_MANY, BAD_VALUE for somebody who is not named in the note, UNKNOWN_MEMBER.
    """
    wanted = tuple(dict.fromkeys(mentions))
    if not wanted:
        return {}
    if len(wanted) > MOST:
        raise Refusal(Refused.TOO_MANY, limit=MOST)
    told: dict[str, Mention] = {}
    for one in wanted:
        if next(spans(note, [one.name]), None) is None or not one.name:
            raise Refusal(Refused.BAD_VALUE, field="mention", value=one.name)
        if one.kind is Whom.MEMBER and found(work.session, MemberRow, one.member or 0) is None:
            raise Refusal(Refused.UNKNOWN_MEMBER, member=one.member or 0)
        if one.kind is Whom.OPERATOR:
            told[person_key(one.name)] = one
    told.pop(person_key(work.actor.operator), None)
    for key in told:
        work.session.add(
            MentionRow(
                incident_id=incident,
                operator=key,
                by=work.actor.operator,
                at=work.now,
                note=note,
            )
        )
    return {"mentions": [one.payload for one in wanted]}


def read_mentions(work: Work, order: ReadMentions) -> Outcome:
    """Note that the operator has read all notes on an incident that mention them.

    Raises:
        Refusal: NOTHING_CHANGED if there is none that was not read.
    """
    incident = incident_row(work, order.incident)
    rows = work.session.scalars(
        select(MentionRow)
        .where(MentionRow.operator == person_key(work.actor.operator), UNREAD)
        .where(MentionRow.incident_id == incident.id)
        .with_for_update()
    ).all()
    if not rows:
        raise Refusal(Refused.NOTHING_CHANGED, incident=incident.id)
    for row in rows:
        row.read_at = work.now
    return outcome(incident.id, {"count": len(rows)})
