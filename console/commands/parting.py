"""How assignments end: all of an incident at once, or one, after which another member leads on.

Every one ends with a word of its own: how a member came free is not how the incident ended.
"""

from collections.abc import Iterable

from sqlalchemy import case, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from console.commands.mentoring import left_alone, trainees
from console.commands.moves import retime
from console.commands.office import Work
from console.commands.rows import member_row, running_states
from console.commands.telling import tell_withdrawn
from console.db.tables import BOUND, AssignmentRow, IncidentRow, MemberRow
from console.domain.errors import Refusal, Refused
from console.domain.incident import LIVE_ASSIGNMENT, AssignmentState, State
from console.domain.lifecycle import Deed, target_of
from console.domain.people import Duty, duty_after

ENDS = {
    Deed.WITHDRAW: AssignmentState.WITHDRAWN,
    Deed.RETURN: AssignmentState.RETURNED,
    Deed.RESOLVE: AssignmentState.DONE,
    Deed.SUSPEND: AssignmentState.RELEASED,
    Deed.ESCALATE: AssignmentState.RELEASED,
    Deed.LEAVE: AssignmentState.RELEASED,
}
"""The deeds that end an assignment that runs, and how it ends."""

CALLS_OFF = frozenset({Deed.WITHDRAW, Deed.SUSPEND, Deed.ESCALATE, Deed.LEAVE})
"""After these, members are told that they need not go, or stay, any longer."""

_GO_ON = frozenset({Deed.WITHDRAW, Deed.RETURN})
"""After these the incident waits for somebody: whoever is reserved for it stays so."""

_FURTHEST = case(
    {"on_scene": 0, "en_route": 1, "acknowledged": 2, "dispatched": 3},
    value=AssignmentRow.state,
    else_=4,
)


def bound_rows(session: Session, incident: int) -> list[AssignmentRow]:
    """The assignments of an incident that have not ended: who has got furthest comes first."""
    return list(
        session.scalars(
            select(AssignmentRow)
            .where(AssignmentRow.incident_id == incident, BOUND)
            .order_by(_FURTHEST, AssignmentRow.id)
        )
    )


def is_live(row: AssignmentRow) -> bool:
    """Whether an assignment binds its member."""
    return AssignmentState(row.state) in LIVE_ASSIGNMENT


def release(work: Work, row: IncidentRow, deed: Deed) -> dict[str, object]:
    """End all assignments of an incident, if the deed ends them.

    Returns:
        What the event shall say of who led, and of all.
    """
    target_of(deed, State(row.state))
    if deed not in ENDS:
        return {}
    bound = bound_rows(work.session, row.id)
    told: dict[str, object] = {}
    ended: list[int] = []
    parted = _parted(one for one in bound if deed not in _GO_ON or is_live(one))
    # In the order of their ids, so that two deeds about two incidents of two members do not
    # wait for each other.
    live = sorted(filter(is_live, bound), key=lambda one: one.member_id)
    for one in live:
        member, changed = end(work, one, ENDS[deed])
        ended.append(member.id)
        if one.is_primary:
            told = named(member, duty=changed)
    if deed not in _GO_ON:
        for one in bound:
            if one.ended_at is None:
                _let_go(work, one, AssignmentState.RELEASED)
    called_off = live if deed in CALLS_OFF else []
    told |= tell_withdrawn(work, [one.id for one in called_off]) | parted
    return told | ({"members": ended} if len(ended) > 1 else {})


def release_reserved(work: Work, incident: int) -> dict[str, object]:
    """Let go of whoever is only reserved, for an incident that ends without anybody's going.

    Returns:
        What the event shall say of them.
    """
    bound = bound_rows(work.session, incident)
    told = _parted(bound)
    for one in bound:
        _let_go(work, one, AssignmentState.RELEASED)
    return told


def end(
    work: Work, assignment: AssignmentRow, how: AssignmentState, member: MemberRow | None = None
) -> tuple[MemberRow, bool]:
    """End one assignment; tells the member, and whether their duty is another one now."""
    member = member or member_row(work, assignment.member_id)
    running = running_states(work.session, member.id, but=assignment.id)
    before = member.duty
    if is_live(assignment):
        member.duty = duty_after(Duty(member.duty), running).value
    _let_go(work, assignment, how)
    return member, member.duty != before


def hand_over(
    work: Work, row: IncidentRow, others: list[AssignmentRow], leaving: MemberRow
) -> dict[str, object]:
    """Let the one who has got furthest lead on; the incident stands where that one stands.

    Who is in training never leads: their mentor is there, and does.

    Returns:
        What the event shall say of it.

    Raises:
        Refusal: LAST_ONE if there is nobody else, TRAINEE_ALONE if there is nobody certified.
    """
    learning = trainees(work, row, others)
    live = [one for one in others if is_live(one)]
    following = next((one for one in live if one.member_id not in learning), None)
    if following is None and live:
        raise left_alone(work, row, live[0].member_id, leaving)
    if following is None:
        raise Refusal(Refused.LAST_ONE, member=leaving.name, incident=row.id)
    # Who led must have ended in the database first: there is one who leads at most.
    work.session.flush()
    following.is_primary = True
    named_next = work.session.get_one(MemberRow, following.member_id)
    told: dict[str, object] = {"next": named_next.id, "next_name": named_next.name}
    source, target = State(row.state), State(following.state)
    if source is target:
        # A new version all the same: an answer meant for who led is not the next one's.
        flag_modified(row, "state")
        return told
    return told | retime(work, row, target)


def named(member: MemberRow, *, duty: bool = False) -> dict[str, object]:
    """What an event says of a member."""
    told: dict[str, object] = {"member": member.id, "member_name": member.name}
    return told | {"duty": member.duty} if duty else told


def _parted(rows: Iterable[AssignmentRow]) -> dict[str, object]:
    """How far assignments had got that now end: so the deed that ends them can be taken back."""
    told = [[one.id, one.state] for one in rows]
    return {"parted": told} if told else {}


def _let_go(work: Work, assignment: AssignmentRow, how: AssignmentState) -> None:
    assignment.state = how.value
    assignment.ended_at = work.now
