"""The commands of ``grid-console incident`` that move an incident on, one for each deed."""

import click

from console.domain.checking import CHECKS, WITH_REASON, Callback
from console.domain.lifecycle import Deed
from console.domain.orders import NEEDS_CONSENT, Step
from console.terminal.sitting import do, json_option

STEPS = {
    Deed.REJECT: "Reject a report; the note or a --reason from the list of `reasons` says why.",
    Deed.WITHDRAW: "Take a dispatch back; the note says why.",
    Deed.RETURN: "It is sent back; the note says why, --by which department if not the member.",
    Deed.ACKNOWLEDGE: "The member has accepted.",
    Deed.SET_OUT: "The member has set out.",
    Deed.ARRIVE: "The member has arrived.",
    Deed.RESOLVE: "The incident is dealt with.",
    Deed.SEND_BACK: "Send back for rework; the note says why.",
    Deed.CHECK: "Confirm that it was dealt with; --by whom, --callback what the reporter said.",
    Deed.CLOSE: "Close a checked incident, with a --reason from the list of `reasons`.",
    Deed.REOPEN: "Open an ended incident again; the note says why.",
    Deed.SUSPEND: "Suspend; the note says why, --consent which shift leader consents.",
    Deed.RESUME: "Go on with a suspended or escalated incident.",
    Deed.ESCALATE: "Escalate to the town; the note says why.",
}
"""The deeds that take an incident's number and a note."""


def add_steps(group: click.Group) -> None:
    """Add the commands to a group."""
    for deed, told in STEPS.items():
        _add_step(group, deed, told)


def _add_step(group: click.Group, deed: Deed, told: str) -> None:
    @group.command(deed.value.replace("_", "-"), help=told)
    @click.argument("number", type=int)
    @click.option("--note", default="")
    @click.option("--consent", default="", hidden=deed not in NEEDS_CONSENT)
    @click.option("--by", default="", hidden=deed not in CHECKS | {Deed.RETURN})
    @click.option("--reason", default="", hidden=deed not in WITH_REASON)
    @click.option(
        "--callback",
        type=click.Choice([one.value for one in Callback]),
        hidden=deed is not Deed.CHECK,
    )
    @json_option
    @click.pass_context
    def command(
        context: click.Context,
        number: int,
        note: str,
        consent: str,
        by: str,
        reason: str,
        callback: str | None,
        *,
        as_json: bool,
    ) -> None:
        said = None if callback is None else Callback(callback)
        order = Step(deed, number, None, note, consent, by, said, reason)
        do(context, order, as_json=as_json)
