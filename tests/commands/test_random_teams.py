"""Random teams: whatever happens to one assignment, no other one is touched.

Each order about one member is given at random; before and after it every other assignment is
compared, row by row, but for who leads, which is handed over.
"""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from typing_extensions import override

from console.db.engine import Database
from console.db.tables import AssignmentRow
from console.domain.errors import Refusal
from console.domain.incident import (
    BOUND_ASSIGNMENT,
    LIVE_ASSIGNMENT,
    RUNNING,
    AssignmentState,
    State,
)
from console.domain.lifecycle import Deed
from console.domain.orders import AddMember, MemberStep, Order, Reserve, Revoke, Train
from console.domain.people import Duty
from tests.commands.racer import office_of
from tests.commands.seat import Seat
from tests.conftest import Templates

STEPS = (
    Deed.CALL,
    Deed.ACKNOWLEDGE,
    Deed.SET_OUT,
    Deed.ARRIVE,
    Deed.LEAVE,
    Deed.WITHDRAW,
    Deed.RETURN,
)
HOW = {
    Deed.LEAVE: AssignmentState.RELEASED,
    Deed.WITHDRAW: AssignmentState.WITHDRAWN,
    Deed.RETURN: AssignmentState.RETURNED,
}
few = st.integers(0, 3)


class Teams(RuleBasedStateMachine):
    """Two incidents and four members, each of whom may be on both; the last one learns."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.database = Database.open(url)
        self.seat = Seat(office_of(self.database, "测试员"))
        self.incidents = [self.seat.bring(State.VERIFIED) for _ in range(2)]
        self.staff = [member.id for member in self.seat.ready()[:4]]
        self.seat.do(Revoke(self.staff[3], "urban", "重新培训"))
        self.seat.do(Train(self.staff[3], "urban", self.staff[0]))

    @override
    def teardown(self) -> None:
        self.seat.sound()
        self.database.close()

    @rule(which=few, whom=few, add=st.booleans())
    def come(self, which: int, whom: int, add: bool) -> None:
        incident, member = self._pick(which, whom)
        order = AddMember(incident, member) if add else Reserve(incident, member)
        before, after = self._try(order)
        assert {n: row for n, row in after.items() if n in before} == before
        assert len(after) - len(before) in (0, 1)

    @rule(which=few, whom=few, deeds=st.lists(st.sampled_from(STEPS), min_size=1, max_size=5))
    def step(self, which: int, whom: int, deeds: list[Deed]) -> None:
        for deed in deeds:
            incident, member = self._pick(which, whom)
            before, after = self._try(MemberStep(deed, incident, member, "原因"))
            assert before.keys() == after.keys()
            touched = [number for number, row in after.items() if row != before[number]]
            assert len(touched) <= 1
            for number in touched:
                assert after[number][:2] == (incident, member)
                if deed in HOW:
                    assert after[number][2] == HOW[deed].value

    @invariant()
    def it_stands_where_the_one_stands_who_leads(self) -> None:
        for incident in self.incidents:
            shown = self.seat.incident(incident)
            leading = [one for one in shown.people if one.leads and one.is_live]
            live = [one for one in shown.people if one.state in LIVE_ASSIGNMENT]
            assert all(one.state in BOUND_ASSIGNMENT for one in shown.people)
            if shown.state in RUNNING:
                assert [one.state.value for one in leading] == [shown.state.value]
                assert shown.assignee == leading[0].member
            else:
                assert live == []

    @invariant()
    def duty_and_load_follow_all_of_a_members_assignments(self) -> None:
        rows = self._rows().values()
        for number in self.staff:
            live = {row[2] for row in rows if row[1] == number and row[2] in LIVE_ASSIGNMENT}
            member = self.seat.member(number)
            assert member.load == sum(
                row[1] == number and row[2] in LIVE_ASSIGNMENT for row in rows
            )
            if not live & {"en_route", "on_scene"}:
                assert member.duty is Duty.ON_DUTY
            else:
                assert member.duty in (Duty.EN_ROUTE, Duty.ON_SCENE)

    @invariant()
    def who_learns_is_there_with_the_mentor_and_never_leads(self) -> None:
        for incident in map(self.seat.incident, self.incidents):
            if self.staff[3] in incident.on_it:
                assert self.staff[0] in incident.on_it
            assert incident.assignee != self.staff[3]

    def _pick(self, which: int, whom: int) -> tuple[int, int]:
        return self.incidents[which % 2], self.staff[whom]

    def _try(self, order: Order) -> tuple[dict[int, Any], dict[int, Any]]:
        before = self._rows()
        try:
            self.seat.do(order)
        except Refusal:
            assert self._rows() == before
        return before, self._rows()

    def _rows(self) -> dict[int, Any]:
        """Everything of each assignment but its version and whether it leads."""
        row = AssignmentRow
        with self.database.read() as session:
            found = session.execute(
                select(
                    row.id,
                    row.incident_id,
                    row.member_id,
                    row.state,
                    row.role,
                    row.reserved_at,
                    row.dispatched_at,
                    row.acknowledged_at,
                    row.set_out_at,
                    row.arrived_at,
                    row.ended_at,
                )
            ).all()
        return {one[0]: tuple(one[1:]) for one in found}


def test_random_teams(templates: Templates) -> None:
    class OnThisKind(Teams):
        def __init__(self) -> None:
            super().__init__(templates.center())

    run_state_machine_as_test(
        OnThisKind,
        settings=settings(
            max_examples=6,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
