"""Orders about how members are told."""

from dataclasses import dataclass

from console.domain.channels import Channel


@dataclass(frozen=True, slots=True)
class AddChannel:
    """Add a way to tell members; a default one takes the place of the default until now."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class RemoveChannel:
    """Take a channel away; members who had it of their own are told by the default again."""

    channel: str


@dataclass(frozen=True, slots=True)
class ReachMember:
    """Tell a member through a channel and at an address of their own; None for the default."""

    member: int
    channel: str | None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A message has gone out."""

    incident: int
    message: int


@dataclass(frozen=True, slots=True)
class NotTold:
    """A message did not go out, and is not tried again by itself.

    ``claim`` is the one under which it was tried: another console may have it by now.
    """

    incident: int
    message: int
    claim: str
    trouble: str


@dataclass(frozen=True, slots=True)
class TellAgain:
    """Send what failed on an incident once more."""

    incident: int
