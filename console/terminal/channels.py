"""``grid-console channels``: by which ways members are told, and whether they work."""

import click
from PySide6.QtCore import QCoreApplication

from console.db.channels import channels, own_addresses
from console.db.members import members
from console.domain.channels import Channel, secrets_in, trial
from console.domain.errors import Refusal, Refused
from console.domain.orders import AddChannel, ReachMember, RemoveChannel
from console.terminal.keeping import keep
from console.terminal.sitting import Sitting, do, echo_json, json_option


@click.group("channels")
def channels_group() -> None:
    """Show, add, remove and try the channels by which members are told."""


@channels_group.command("show")
@json_option
@click.pass_context
def show(context: click.Context, *, as_json: bool) -> None:
    """Show the channels; of each secret, whether this computer has it."""
    from console.live.secrets import find_secret

    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        found, own = channels(session), own_addresses(session)
    if as_json:
        echo_json([_plain(channel) for channel in found])
        return
    for channel in found:
        star = "*" if channel.is_default else " "
        click.echo(f"{star} {channel.code}  {channel.name}  {channel.address}")
        for name in secrets_in(channel.address):
            there = "✓" if find_secret(name) is not None else "✗"
            click.echo(f"    {there} {name}")
    for number, code, address in own:
        click.echo(f"  {number} → {code} {address}")


def _plain(channel: Channel) -> dict[str, object]:
    return {
        "code": channel.code,
        "name": channel.name,
        "address": channel.address,
        "language": channel.language,
        "default": channel.is_default,
        "secrets": list(secrets_in(channel.address)),
    }


@channels_group.command("add")
@click.argument("code")
@click.argument("name")
@click.argument("address")
@click.option("--lang", "language", type=click.Choice(["zh", "en"]), default="zh")
@click.option("--not-default", is_flag=True, help="Only for members who are given it.")
@json_option
@click.pass_context
def add(
    context: click.Context,
    code: str,
    name: str,
    address: str,
    language: str,
    *,
    not_default: bool,
    as_json: bool,
) -> None:
    """Add a channel at an apprise address, with {secret:NAME} for each secret in it."""
    from console.live.courier import is_address

    if not is_address(address):
        raise Refusal(Refused.BAD_VALUE, field="address", value="…")
    channel = Channel(code, name, address, language, not not_default)
    do(context, AddChannel(channel), as_json=as_json)


@channels_group.command("remove")
@click.argument("code")
@json_option
@click.pass_context
def remove(context: click.Context, code: str, *, as_json: bool) -> None:
    """Take a channel away."""
    do(context, RemoveChannel(code), as_json=as_json)


@channels_group.command("reach")
@click.argument("number")
@click.argument("code", required=False)
@click.argument("address", default="")
@json_option
@click.pass_context
def reach(
    context: click.Context, number: str, code: str | None, address: str, *, as_json: bool
) -> None:
    """Tell one member by a channel and at an address of their own; by the default without one."""
    sitting: Sitting = context.obj
    with sitting.office() as office, office.database.read() as session:
        member = next((m for m in members(session) if m.number == number), None)
    if member is None:
        raise Refusal(Refused.UNKNOWN_MEMBER, member=number)
    do(context, ReachMember(member.id, code, address), as_json=as_json)


@channels_group.command("secret")
@click.argument("name")
@click.option("--value", prompt=True, hide_input=True, help="Asked for if not given.")
@click.pass_context
def secret(context: click.Context, name: str, value: str) -> None:
    """Put a secret into this computer's keyring."""
    if secrets_in(f"{{secret:{name}}}") != (name,):
        raise Refusal(Refused.BAD_VALUE, field="name", value=name)
    keep(context, name, value)


@channels_group.command("test")
@click.argument("code")
@click.option("--to", default="", help="The address of a member, where the channel asks for one.")
@click.pass_context
def test(context: click.Context, code: str, to: str) -> None:
    """Send one message that says that it is a trial."""
    from zoneinfo import ZoneInfo

    from console.live.courier import NotSentError, send
    from console.live.secrets import find_secret

    sitting: Sitting = context.obj
    with sitting.office() as office:
        with office.database.read() as session:
            channel = next((c for c in channels(session) if c.code == code), None)
        now = office.clock()
    if channel is None:
        raise Refusal(Refused.UNKNOWN_CHANNEL, channel=code)
    message = trial(channel.code, f"test-{now:%H%M%S}", now)
    try:
        send(message, channel, to, ZoneInfo("UTC"), find_secret)
    except NotSentError as error:
        told = QCoreApplication.translate(
            "Terminal", "The channel {channel} did not take the message: {reason}"
        )
        click.echo(told.format(channel=code, reason=error), err=True)
        context.exit(1)
    click.echo(
        QCoreApplication.translate(
            "Terminal", "The channel {channel} has taken the message."
        ).format(channel=code)
    )
