"""Teams and single assignments: one never touches another, and how each ends is its own."""

import pytest

from console.db.channels import messages
from console.db.feed import read_change
from console.db.queries import catalogue
from console.domain.channels import Channel, Tidings
from console.domain.errors import Refused
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddChannel,
    AddMember,
    Attach,
    Dispatch,
    DispatchTeam,
    MemberStep,
    Reserve,
)
from console.domain.people import Duty, Unit
from tests.clock import Clock
from tests.commands.seat import Seat, refused
from tests.photos import JPEG, PNG

A = AssignmentState


def named(seat: Seat, role: str) -> list[int]:
    return [m.id for m in seat.members() if role in m.roles]


def three(seat: Seat) -> tuple[int, list[int]]:
    """A team of three sent to a new incident, who leads first."""
    who = [seat.ready()[0].id, named(seat, "medic")[0], named(seat, "auxiliary")[0]]
    incident = seat.bring(State.VERIFIED)
    roles = ("grid_member", "medic", "auxiliary")
    seat.do(DispatchTeam(incident, "three", tuple(zip(roles, who, strict=True))))
    return incident, who


def stand(seat: Seat, incident: int) -> dict[int, AssignmentState]:
    return {one.member: one.state for one in seat.case(incident).assignments}


def on(seat: Seat, incident: int, member: int, *deeds: Deed) -> None:
    for deed in deeds:
        seat.do(MemberStep(deed, incident, member, "原因"))


def test_the_team_of_three_is_there_from_the_start(seat: Seat) -> None:
    with seat.office.database.read() as session:
        found = catalogue(session)
    [team] = found.teams
    assert (team.code, team.roles) == ("three", ("grid_member", "medic", "auxiliary"))
    assert {role.code for role in found.roles} == set(team.roles)


def test_a_team_goes_at_once_and_the_first_leads(seat: Seat) -> None:
    incident, who = three(seat)
    shown = seat.incident(incident)
    assert (shown.state, shown.assignee) == (State.DISPATCHED, who[0])
    assert [(p.member, p.role, p.leads, p.state) for p in shown.people] == [
        (who[0], "grid_member", True, A.DISPATCHED),
        (who[1], "medic", False, A.DISPATCHED),
        (who[2], "auxiliary", False, A.DISPATCHED),
    ]
    assert [seat.member(one).load for one in who] == [1, 1, 1]
    event = seat.events("incident", incident)[-1]
    assert (event.kind, event.payload["members"]) == (Deed.DISPATCH_TEAM, who)
    seat.sound()


def test_nobody_goes_if_one_may_not(seat: Seat) -> None:
    member, medic = seat.ready()[0].id, named(seat, "medic")[0]
    incident = seat.bring(State.VERIFIED)
    before = seat.events("incident", incident)
    with refused(Refused.ROLE_NOT_FILLED):
        seat.do(DispatchTeam(incident, "three", (("grid_member", member), ("auxiliary", medic))))
    assert seat.case(incident).assignments == ()
    assert seat.events("incident", incident) == before
    seat.set_duty(medic, Duty.OFF)
    with refused(Refused.MEMBER_NOT_AVAILABLE):
        seat.do(DispatchTeam(incident, "three", (("grid_member", member), ("medic", medic))))
    with refused(Refused.UNKNOWN_TEAM, team="nine"):
        seat.do(DispatchTeam(incident, "nine", (("medic", medic),)))
    assert seat.incident(incident).state is State.VERIFIED


def test_they_arrive_and_leave_one_by_one(seat: Seat, clock: Clock) -> None:
    incident, (member, medic, officer) = three(seat)
    version = seat.incident(incident).version
    on(seat, incident, medic, Deed.ACKNOWLEDGE, Deed.SET_OUT)
    set_out = clock.advance(60)
    on(seat, incident, medic, Deed.ARRIVE)
    assert stand(seat, incident) == {
        member: A.DISPATCHED, medic: A.ON_SCENE, officer: A.DISPATCHED
    }  # fmt: skip
    shown = seat.incident(incident)
    assert (shown.state, shown.version) == (State.DISPATCHED, version), "it follows who leads"
    assert [seat.member(one).duty for one in (member, medic)] == [Duty.ON_DUTY, Duty.ON_SCENE]
    arrived = {one.member: one.arrived_at for one in seat.case(incident).assignments}
    assert arrived == {member: None, medic: set_out, officer: None}
    on(seat, incident, medic, Deed.LEAVE)
    assert stand(seat, incident)[medic] is A.RELEASED
    assert (seat.member(medic).duty, seat.member(medic).load) == (Duty.ON_DUTY, 0)
    on(seat, incident, officer, Deed.RETURN)
    assert stand(seat, incident) == {
        member: A.DISPATCHED, medic: A.RELEASED, officer: A.RETURNED
    }  # fmt: skip
    assert seat.incident(incident).returns == 0
    with refused(Refused.NOT_ON_IT):
        on(seat, incident, medic, Deed.ARRIVE)
    seat.sound()


def test_who_leads_moves_the_incident(seat: Seat) -> None:
    incident, who = three(seat)
    on(seat, incident, who[0], Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE)
    assert seat.incident(incident).state is State.ON_SCENE
    assert [*stand(seat, incident).values()] == [A.ON_SCENE, A.DISPATCHED, A.DISPATCHED]


@pytest.mark.parametrize(
    ("deed", "how"),
    [(Deed.LEAVE, A.RELEASED), (Deed.WITHDRAW, A.WITHDRAWN), (Deed.RETURN, A.RETURNED)],
)
def test_when_who_leads_comes_free_the_furthest_leads_on(
    seat: Seat, deed: Deed, how: AssignmentState
) -> None:
    incident, (member, medic, officer) = three(seat)
    on(seat, incident, officer, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE)
    on(seat, incident, medic, Deed.ACKNOWLEDGE)
    on(seat, incident, member, deed)
    shown = seat.incident(incident)
    assert (shown.state, shown.assignee) == (State.ON_SCENE, officer)
    assert stand(seat, incident) == {member: how, medic: A.ACKNOWLEDGED, officer: A.ON_SCENE}
    assert seat.events("incident", incident)[-1].payload["next"] == officer
    on(seat, incident, officer, Deed.LEAVE)
    assert seat.incident(incident).state is State.ACKNOWLEDGED, "the medic is not there yet"
    with refused(Refused.LAST_ONE):
        on(seat, incident, medic, Deed.LEAVE)
    on(seat, incident, medic, Deed.WITHDRAW)
    assert seat.incident(incident).state is State.VERIFIED
    assert stand(seat, incident)[medic] is A.WITHDRAWN
    seat.sound()


def test_a_return_of_who_leads_leaves_it_with_the_others(seat: Seat) -> None:
    incident, (member, medic, _) = three(seat)
    seat.step(Deed.RETURN, incident, "不是我的")
    assert (seat.incident(incident).assignee, seat.incident(incident).returns) == (medic, 0)
    assert stand(seat, incident)[member] is A.RETURNED
    seat.sound()


@pytest.mark.parametrize(
    ("deed", "how"),
    [
        (Deed.RESOLVE, A.DONE),
        (Deed.WITHDRAW, A.WITHDRAWN),
        (Deed.SUSPEND, A.RELEASED),
        (Deed.ESCALATE, A.RELEASED),
    ],
)
def test_what_ends_it_for_all_ends_it_for_each(
    seat: Seat, deed: Deed, how: AssignmentState
) -> None:
    incident, who = three(seat)
    spare = seat.ready()[1].id
    seat.do(Reserve(incident, spare))
    on(seat, incident, who[0], Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE)
    on(seat, incident, who[1], Deed.LEAVE)
    after = seat.events("incident", incident)[-1].seq
    seat.step(deed, incident, "原因")
    assert stand(seat, incident) == {
        who[0]: how, who[1]: A.RELEASED, who[2]: how,
        spare: A.RESERVED if deed is Deed.WITHDRAW else A.RELEASED,
    }  # fmt: skip
    assert {seat.member(one).duty for one in who} == {Duty.ON_DUTY}
    with seat.office.database.read() as session:
        told = {member.id for member in read_change(session, after).members}
    assert told >= {who[0], who[2]}, "every console learns who is free"
    seat.sound()


def test_reserved_is_not_dispatched(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0].id
    incident = seat.bring(State.VERIFIED)
    seat.do(Reserve(incident, member))
    [held] = seat.case(incident).assignments
    assert (held.state, held.reserved_at, held.dispatched_at) == (A.RESERVED, clock.now(), None)
    shown = seat.incident(incident)
    assert (shown.state, shown.assignee, shown.on_it) == (State.VERIFIED, None, frozenset())
    assert (seat.member(member).duty, seat.member(member).load) == (Duty.ON_DUTY, 0)
    with refused(Refused.ILLEGAL_MOVE, deed="acknowledge", state="reserved"):
        on(seat, incident, member, Deed.ACKNOWLEDGE)
    with refused(Refused.ON_IT_ALREADY):
        seat.do(Reserve(incident, member))
    later = clock.advance(60)
    on(seat, incident, member, Deed.CALL)
    [sent] = seat.case(incident).assignments
    assert (sent.state, sent.dispatched_at, sent.leads) == (A.DISPATCHED, later, True)
    assert seat.incident(incident).state is State.DISPATCHED
    seat.sound()


def test_who_was_reserved_is_sent_like_anybody(seat: Seat) -> None:
    member, other = (one.id for one in seat.ready()[:2])
    incident = seat.bring(State.VERIFIED)
    seat.do(Reserve(incident, member))
    seat.do(Reserve(incident, other))
    seat.do(Dispatch(incident, member))
    assert stand(seat, incident) == {member: A.DISPATCHED, other: A.RESERVED}
    on(seat, incident, other, Deed.CALL)
    assert stand(seat, incident) == {member: A.DISPATCHED, other: A.DISPATCHED}
    assert seat.incident(incident).assignee == member
    seat.sound()


def test_who_was_reserved_is_let_go_when_it_ends(seat: Seat) -> None:
    member = seat.ready()[0].id
    for deed in (Deed.REJECT, Deed.MERGE):
        incident = seat.bring(State.VERIFIED)
        seat.do(Reserve(incident, member))
        seat.do(seat.order(deed, incident))
        assert stand(seat, incident) == {member: A.RELEASED}


def test_two_incidents_of_one_member_are_two_assignments(seat: Seat) -> None:
    member = seat.ready()[0].id
    one, other = seat.bring(State.ON_SCENE, member), seat.bring(State.EN_ROUTE, member)
    seat.step(Deed.WITHDRAW, other, "原因")
    assert stand(seat, one) == {member: A.ON_SCENE}
    assert (seat.member(member).duty, seat.member(member).load) == (Duty.ON_SCENE, 1)


def test_a_further_member_joins_only_what_runs(seat: Seat) -> None:
    member, other = (one.id for one in seat.ready()[:2])
    incident = seat.bring(State.VERIFIED)
    with refused(Refused.ILLEGAL_MOVE, deed="add_member", state="verified"):
        seat.do(AddMember(incident, other))
    seat.do(Dispatch(incident, member))
    seat.do(AddMember(incident, other))
    assert seat.incident(incident).on_it == {member, other}
    with refused(Refused.ON_IT_ALREADY):
        seat.do(AddMember(incident, other))
    medic = named(seat, "medic")[0]
    with refused(Refused.SKILL_NOT_HELD):
        seat.do(AddMember(incident, medic))
    with refused(Refused.UNKNOWN_ROLE, role="cook"):
        seat.do(AddMember(incident, medic, "cook"))
    seat.do(AddMember(incident, medic, "medic"))
    assert seat.incident(incident).people[-1].role == "medic"
    seat.sound()


def test_the_squad_goes_for_its_skills(seat: Seat) -> None:
    one = next(m for m in seat.ready() if m.unit is Unit.SQUAD)
    incident = seat.bring(State.VERIFIED)
    seat.do(Dispatch(incident, one.id))
    assert seat.incident(incident).assignee == one.id


def told(seat: Seat) -> list[tuple[int, Tidings]]:
    with seat.session() as session:
        return [(one.member, one.tidings) for one in messages(session)[::-1]]


def test_each_of_a_team_is_told_and_only_who_is_let_go_is_called_off(seat: Seat) -> None:
    seat.do(AddChannel(Channel("robot", "工作群", "json://127.0.0.1:9/")))
    incident, who = three(seat)
    assert told(seat) == [(one, Tidings.DISPATCHED) for one in who]
    assert seat.events("incident", incident)[-1].payload["channel"] == "robot"
    on(seat, incident, who[1], Deed.LEAVE)
    assert told(seat)[3:] == [(who[1], Tidings.WITHDRAWN)]
    seat.step(Deed.WITHDRAW, incident, "误报")
    assert sorted(told(seat)[4:]) == sorted((one, Tidings.WITHDRAWN) for one in (who[0], who[2]))
    seat.sound()


def test_who_is_reserved_is_told_when_called_and_not_before(seat: Seat) -> None:
    seat.do(AddChannel(Channel("robot", "工作群", "json://127.0.0.1:9/")))
    first, second, third = (member.id for member in seat.ready()[:3])
    incident = seat.bring(State.VERIFIED)
    seat.do(Reserve(incident, second))
    seat.do(Dispatch(incident, first))
    assert told(seat) == [(first, Tidings.DISPATCHED)]
    on(seat, incident, second, Deed.CALL)
    seat.do(AddMember(incident, third))
    assert told(seat)[1:] == [(second, Tidings.DISPATCHED), (third, Tidings.DISPATCHED)]


def test_one_members_part_can_be_sent_back_by_a_department(seat: Seat) -> None:
    incident, who = three(seat)
    photos = {"社区卫生服务站": PNG, "城管中队": JPEG}
    for member, (by, photo) in zip((who[1], who[0]), photos.items(), strict=True):
        seat.do(Attach(incident, f"{by}.png", photo))
        seat.do(MemberStep(Deed.RETURN, incident, member, "不归我们管", by))
        payload = seat.events("incident", incident)[-1].payload
        assert (payload["department"], payload["member"]) == (by, member)
        assert f"{by}.png" in str(payload["evidence_names"])
    assert seat.incident(incident).assignee == who[2]
    seat.sound()


def test_who_was_reserved_in_a_role_may_be_called_first_and_leads(seat: Seat) -> None:
    medic = named(seat, "medic")[0]
    incident = seat.bring(State.VERIFIED)
    seat.do(Reserve(incident, medic, "medic"))
    on(seat, incident, medic, Deed.CALL)
    shown = seat.incident(incident)
    assert (shown.state, shown.assignee) == (State.DISPATCHED, medic)
    [one] = shown.people
    assert (one.role, one.leads, one.state) == ("medic", True, A.DISPATCHED)
    seat.sound()
