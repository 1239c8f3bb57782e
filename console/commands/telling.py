"""What members are told: written into the outbox by the deed itself, and how it went.

A message is committed together with what it tells, so that neither is without the other. Whoever
sends it claims it for a while; if they die, it is sent again under the same key.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import String, exists, literal_column, or_, select, update
from sqlalchemy.orm import Session, aliased

from console.commands.office import Outcome, Work
from console.commands.rows import found
from console.db.channels import channel_of, message
from console.db.engine import Database
from console.db.tables import AssignmentRow, CategoryRow, IncidentRow, MemberRow
from console.db.tables_channels import QUEUED, ChannelRow, OutboxRow
from console.domain.channels import LEASE, Delivery, Message, Tidings, message_key
from console.domain.codes import short_code
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.incident import LIVE_ASSIGNMENT, AssignmentState
from console.domain.orders import NotTold, TellAgain, Told
from console.domain.text import one_line

LONGEST = 200
"""So many characters of a title, of an address and of a trouble are kept."""

PATIENCE = timedelta(minutes=2)
"""So long a message waits for a console that has its channel's secrets."""


CHANNEL_OF_BADGE = literal_column(
    "coalesce((SELECT channel FROM member_channel WHERE member_id = badge.member_id),"
    " (SELECT code FROM channel WHERE is_default))",
    String,
)
"""The channel that reaches the member of a badge, to be read along with it.

As words: nothing of it has to be put together anew for each dispatch.
"""


def tell_dispatched(
    work: Work, row: IncidentRow, category: CategoryRow, assignment: AssignmentRow, channel: str
) -> dict[str, object]:
    """Put the order for a member into the outbox; nothing of the reporter is in it.

    Returns:
        What the event shall say, so that senders know of it.
    """
    work.session.flush()  # The assignment gets its number, which the key is made of.
    grid = short_code(row.grid) if row.grid else ""
    place = " · ".join(part for part in (one_line(row.address[:LONGEST]), grid) if part)
    lines = [f"{category.name} · {one_line(row.title[:LONGEST])}", *([place] if place else [])]
    _queue(
        work,
        Tidings.DISPATCHED,
        assignment_id=assignment.id,
        incident_id=row.id,
        member_id=assignment.member_id,
        channel=channel,
        text="\n".join(lines),
        due_at=row.due_at,
    )
    return {"channel": channel}


def tell_withdrawn(work: Work, assignments: Collection[int]) -> dict[str, object]:
    """Call off those of some assignments who were told to go; nobody else hears of it.

    Returns:
        What the event shall say, as of ``tell_dispatched``.
    """
    orders = work.session.scalars(
        select(OutboxRow)
        .where(
            OutboxRow.assignment_id.in_(assignments),
            OutboxRow.tidings == Tidings.DISPATCHED.value,
        )
        .order_by(OutboxRow.id)
    ).all()
    for order in orders:
        _queue(
            work,
            Tidings.WITHDRAWN,
            assignment_id=order.assignment_id,
            incident_id=order.incident_id,
            member_id=order.member_id,
            channel=order.channel,
            text=order.text,
        )
    return {"channel": orders[0].channel} if orders else {}


def _queue(work: Work, tidings: Tidings, *, assignment_id: int, **told: object) -> None:
    """Put a message at the end of the outbox, to be tried at once."""
    work.session.add(
        OutboxRow(
            key=message_key(assignment_id, tidings),
            assignment_id=assignment_id,
            tidings=tidings.value,
            queued_at=work.now,
            next_try_at=work.now,
            **told,
        )
    )


_RUNS = AssignmentRow.state.in_([state.value for state in LIVE_ASSIGNMENT])


def claim(
    database: Database, elsewhere: Collection[str], name: str, now: datetime
) -> Message | None:
    """Take the next message that is due, for ``LEASE``; None if there is none to be had.

    Two messages about one assignment go out one after the other, whatever becomes of the first.

    Args:
        database: Where the outbox is.
        elsewhere: The channels whose secrets are not at hand here. Their messages are another
            console's; after ``PATIENCE`` there seems to be none, and they are handed out so that
            somebody tells of it.
        name: Under which name it is taken; a new one each time.
        now: The time.
    """
    earlier = aliased(OutboxRow)
    waits = exists().where(
        earlier.assignment_id == OutboxRow.assignment_id,
        earlier.id < OutboxRow.id,
        earlier.state == Delivery.QUEUED.value,
    )
    chosen = (
        select(OutboxRow)
        .where(
            QUEUED,
            OutboxRow.next_try_at <= now,
            or_(OutboxRow.claimed_until.is_(None), OutboxRow.claimed_until <= now),
            or_(OutboxRow.channel.not_in(elsewhere), OutboxRow.queued_at <= now - PATIENCE),
            ~waits,
        )
        .order_by(OutboxRow.id)
        .limit(1)
        # SQLite has the whole file for itself while it writes.
        .with_for_update(skip_locked=True)
    )
    with database.write() as session:
        row = session.scalars(chosen).first()
        if row is None:
            return None
        row.tries += 1
        row.claimed_by, row.claimed_until = name, now + LEASE
        session.flush()
        return message(session, row.id)


def is_over(session: Session, number: int) -> bool:
    """Whether a message is an order to go whose assignment has ended with no call-off to follow.

    It is dealt with, or was sent back: whoever is told now would go for nothing.
    """
    ended = (AssignmentState.DONE.value, AssignmentState.RETURNED.value)
    order = (
        select(OutboxRow.id)
        .join(AssignmentRow, AssignmentRow.id == OutboxRow.assignment_id)
        .where(
            OutboxRow.id == number,
            OutboxRow.tidings == Tidings.DISPATCHED.value,
            AssignmentRow.state.in_(ended),
        )
    )
    return session.execute(order).first() is not None


def put_off(database: Database, number: int, name: str, trouble: str, until: datetime) -> None:
    """Try a message again later, if it is still in one's own hands."""
    with database.write() as session:
        session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == number, OutboxRow.claimed_by == name, QUEUED)
            .values(
                claimed_by=None, claimed_until=None, next_try_at=until, trouble=trouble[:LONGEST]
            )
        )


def told(work: Work, order: Told) -> Outcome:
    """A message has gone out; also if another console has it by now: the member has read it."""
    row = _message(work, order.message)
    row.state, row.sent_at, row.trouble = Delivery.SENT.value, work.now, ""
    row.claimed_by = row.claimed_until = None
    return _outcome(work, row, {})


def not_told(work: Work, order: NotTold) -> Outcome:
    """A message did not go out at its last try."""
    row = _message(work, order.message)
    if row.state != Delivery.QUEUED.value or row.claimed_by != order.claim:
        raise Refusal(Refused.BAD_VALUE, field="claim", value=order.claim)
    row.state, row.trouble = Delivery.FAILED.value, order.trouble[:LONGEST]
    row.claimed_by = row.claimed_until = None
    return _outcome(work, row, {"trouble": row.trouble})


def tell_again(work: Work, order: TellAgain) -> Outcome:
    """Send what failed last on an incident once more, by the channel that holds now.

    An order to go is not sent again once the assignment is over.
    """
    row = work.session.scalars(
        select(OutboxRow)
        .join(AssignmentRow, AssignmentRow.id == OutboxRow.assignment_id)
        .where(
            OutboxRow.incident_id == order.incident,
            OutboxRow.state == Delivery.FAILED.value,
            or_(OutboxRow.tidings == Tidings.WITHDRAWN.value, _RUNS),
        )
        .order_by(OutboxRow.id.desc())
        .limit(1)
    ).first()
    if row is None:
        raise Refusal(Refused.NOTHING_TO_SEND, incident=order.incident)
    row.channel = channel_of(work.session, row.member_id) or row.channel
    row.state, row.tries, row.trouble = Delivery.QUEUED.value, 0, ""
    row.queued_at = row.next_try_at = work.now
    return _outcome(work, row, {})


def _message(work: Work, number: int) -> OutboxRow:
    row = found(work.session, OutboxRow, number, lock=True)
    if row is None:
        raise Refusal(Refused.BAD_VALUE, field="message", value=str(number))
    return row


def _outcome(work: Work, row: OutboxRow, more: dict[str, object]) -> Outcome:
    names = work.session.execute(
        select(MemberRow.name, ChannelRow.name)
        .outerjoin(ChannelRow, ChannelRow.code == row.channel)
        .where(MemberRow.id == row.member_id)
    ).one()
    told = {
        "message": row.key,
        "tidings": row.tidings,
        "member_name": names[0],
        "channel_name": names[1] or row.channel,
    }
    return Outcome(Subject("incident", row.incident_id), told | more)
