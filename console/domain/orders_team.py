"""Orders about the several members on an incident."""

from dataclasses import dataclass

from console.domain.lifecycle import Deed


@dataclass(frozen=True, slots=True)
class DispatchTeam:
    """Send several members with given roles at once: pairs of a role and a member.

    The first one leads. If somebody is on the incident already, all come as further ones.
    """

    incident: int
    team: str
    members: tuple[tuple[str, int], ...]
    seen: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddMember:
    """Send a further member to an incident that runs, in a role or for the skill it needs."""

    incident: int
    member: int
    role: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Reserve:
    """Hold a member for an incident without telling them."""

    incident: int
    member: int
    role: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class MemberStep:
    """A deed about one member's assignment to an incident, which touches no other one's.

    For ACKNOWLEDGE, SET_OUT, ARRIVE, LEAVE, WITHDRAW, RETURN, and CALL for who is reserved. ``by``
    is as in ``Step``.
    """

    deed: Deed
    incident: int
    member: int
    note: str = ""
    by: str = ""
