"""Deeds on the channels by which members are told."""

from sqlalchemy import delete, update

from console.commands.office import Outcome, Work
from console.commands.rows import found
from console.db.tables import MemberRow
from console.db.tables_channels import ChannelRow, MemberChannelRow
from console.domain.channels import checked_channel
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import AddChannel, ReachMember, RemoveChannel
from console.domain.text import clean

CHANNELS = Subject("channels", 0)
"""What events about the channels are about."""


def add_channel(work: Work, order: AddChannel) -> Outcome:
    """Add a channel; the event tells neither its address nor any secret."""
    channel = checked_channel(order.channel)
    if work.session.get(ChannelRow, channel.code) is not None:
        raise Refusal(Refused.CHANNEL_EXISTS, channel=channel.code)
    if channel.is_default:
        work.session.execute(update(ChannelRow).values(is_default=False))
    name = clean(channel.name, field="name")
    work.session.add(
        ChannelRow(
            code=channel.code,
            name=name,
            address=channel.address,
            language=channel.language,
            is_default=channel.is_default,
        )
    )
    return Outcome(CHANNELS, {"channel": channel.code, "channel_name": name})


def remove_channel(work: Work, order: RemoveChannel) -> Outcome:
    """Take a channel away; what still waits for it will fail and say so."""
    row = _channel(work, order.channel)
    work.session.execute(delete(MemberChannelRow).where(MemberChannelRow.channel == order.channel))
    work.session.delete(row)
    return Outcome(CHANNELS, {"channel": row.code, "channel_name": row.name})


def reach_member(work: Work, order: ReachMember) -> Outcome:
    """Say how a member is told; the event does not tell their address."""
    member = found(work.session, MemberRow, order.member)
    if member is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=order.member)
    work.session.execute(
        delete(MemberChannelRow).where(MemberChannelRow.member_id == order.member)
    )
    told = {"member_name": member.name}
    if order.channel is None:
        return Outcome(CHANNELS, told)
    channel = _channel(work, order.channel)
    address = clean(order.address, field="address")
    work.session.add(MemberChannelRow(member_id=member.id, channel=channel.code, address=address))
    return Outcome(CHANNELS, told | {"channel": channel.code, "channel_name": channel.name})


def _channel(work: Work, code: str) -> ChannelRow:
    row = work.session.get(ChannelRow, code)
    if row is None:
        raise Refusal(Refused.UNKNOWN_CHANNEL, channel=code)
    return row
