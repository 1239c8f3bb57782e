"""Read-only questions about channels and the outbox."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from console.db.tables import MemberRow
from console.db.tables_channels import QUEUED, ChannelRow, MemberChannelRow, OutboxRow
from console.domain.channels import Channel, Delivery, Message, Tidings


def channels(session: Session) -> tuple[Channel, ...]:
    """All channels, the default one first."""
    rows = session.scalars(
        select(ChannelRow).order_by(ChannelRow.is_default.desc(), ChannelRow.code)
    )
    return tuple(
        Channel(row.code, row.name, row.address, row.language, row.is_default) for row in rows
    )


def own_addresses(session: Session) -> tuple[tuple[str, str, str], ...]:
    """The members who are told in a way of their own: number, channel, address."""
    rows = session.execute(
        select(MemberRow.number, MemberChannelRow.channel, MemberChannelRow.address)
        .join(MemberRow, MemberRow.id == MemberChannelRow.member_id)
        .order_by(MemberRow.number)
    )
    return tuple((number, channel, address) for number, channel, address in rows)


def channel_of(session: Session, member: int) -> str | None:
    """The code of the channel that reaches a member: their own, or the default; None if none."""
    own = session.get(MemberChannelRow, member)
    if own is not None:
        return own.channel
    return session.scalar(select(ChannelRow.code).where(ChannelRow.is_default))


def address_of(session: Session, member: int) -> str:
    """Where a member is reached: their own address, or else their telephone number."""
    own = session.scalar(
        select(MemberChannelRow.address).where(MemberChannelRow.member_id == member)
    )
    return own or session.scalar(select(MemberRow.phone).where(MemberRow.id == member)) or ""


def messages_on(session: Session, incident: int) -> tuple[Message, ...]:
    """What members were to be told about an incident, the oldest first."""
    return _messages(
        session, _all().where(OutboxRow.incident_id == incident).order_by(OutboxRow.id)
    )


def messages(
    session: Session, states: Sequence[Delivery] = (), limit: int = 100
) -> tuple[Message, ...]:
    """The newest messages in the outbox, in some states or in all."""
    chosen = _all().order_by(OutboxRow.id.desc()).limit(limit)
    if states:
        chosen = chosen.where(OutboxRow.state.in_([state.value for state in states]))
    return _messages(session, chosen)


def message(session: Session, number: int) -> Message:
    """One message."""
    return _messages(session, _all().where(OutboxRow.id == number))[0]


def next_due(session: Session) -> datetime | None:
    """When the first message that waits is to be tried; None if none waits."""
    found: datetime | None = session.scalar(select(func.min(OutboxRow.next_try_at)).where(QUEUED))
    return found


def _all() -> Select[OutboxRow, str]:
    return select(OutboxRow, MemberRow.name).join(MemberRow, MemberRow.id == OutboxRow.member_id)


def _messages(session: Session, chosen: Select[OutboxRow, str]) -> tuple[Message, ...]:
    return tuple(map(_message_of, session.execute(chosen)))


def _message_of(found: Row[OutboxRow, str]) -> Message:
    row, name = found
    return Message(
        id=row.id,
        key=row.key,
        incident=row.incident_id,
        member=row.member_id,
        member_name=name,
        channel=row.channel,
        tidings=Tidings(row.tidings),
        text=row.text,
        due_at=row.due_at,
        state=Delivery(row.state),
        tries=row.tries,
        queued_at=row.queued_at,
        next_try_at=row.next_try_at,
        sent_at=row.sent_at,
        trouble=row.trouble,
    )
