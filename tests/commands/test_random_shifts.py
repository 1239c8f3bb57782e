"""Random shifts: three operators give any orders in any order, and the rules hold all the time.

What is expected of each order comes from a model that knows only the table of moves and what was
done; rows, versions and events are then compared with it.
"""

from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select
from typing_extensions import override

from console.db.engine import Database
from console.db.tables import LIVE, AssignmentRow, EventRow, IncidentRow, MemberRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.incident import ENDED, RUNNING, State
from console.domain.lifecycle import MOVES, Deed, possible
from console.domain.orders import (
    NEEDS_REASON,
    ChangeDuty,
    Comment,
    Dispatch,
    Join,
    Merge,
    Order,
    Report,
    Separate,
    Verify,
)
from console.domain.people import OPERATOR_DUTIES, Duty
from console.domain.weights import Weights
from tests.commands.racer import office_of
from tests.commands.seat import TODAY, Seat, step_of
from tests.conftest import Templates

TARGETS = {(move.deed, move.source): move.target for move in MOVES}
STEPS = sorted(
    {m.deed for m in MOVES} - {Deed.VERIFY, Deed.MERGE, Deed.DISPATCH}, key=lambda deed: deed.value
)

USUAL = frozenset(
    {
        Deed.VERIFY,
        Deed.DISPATCH,
        Deed.ACKNOWLEDGE,
        Deed.SET_OUT,
        Deed.ARRIVE,
        Deed.RESOLVE,
        Deed.CHECK,
        Deed.CLOSE,
    }
)
"""The deeds of the straight road from the report to the end."""

numbers = st.integers(0, 1_000)
operators = st.integers(0, 2)
ages = st.sampled_from([None, 0, 0, 0, 1])
"""How old the operator's screen is: unknown, of now, one version back."""
notes = st.sampled_from(["原因", "原因", "原因", " "])


@dataclass
class Known:
    """What the model knows of an incident."""

    state: State = State.REPORTED
    version: int = 1
    member: int | None = None
    returns: int = 0
    stood: State = State.REPORTED
    """Where it stood before it was merged."""


@dataclass
class World:
    """What the model knows."""

    incidents: dict[int, Known] = field(default_factory=dict)
    done: list[tuple[Order, UUID, Event]] = field(default_factory=list)
    events: int = 0


class Shift(RuleBasedStateMachine):
    """One shift on one database."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.database = Database.open(url)
        names = ("测试员", "王芳", "李雷")
        self.seats = [Seat(office_of(self.database, name)) for name in names]
        ready = self.seats[0].ready()
        self.fit = {member.id for member in ready[:3]}
        unfit = next(m.id for m in self.seats[0].members() if not m.holds("urban", TODAY))
        self.staff = [*sorted(self.fit), unfit]
        self.duties = {number: self.seats[0].member(number).duty for number in self.staff}
        self.world = World(events=self._count(EventRow))

    @override
    def teardown(self) -> None:
        self.seats[0].sound()
        self.database.close()

    # Orders

    @initialize()
    def begin(self) -> None:
        for _ in range(3):
            self.report(0, "乱丢垃圾")

    @rule(operator=operators, title=st.text(max_size=20))
    def report(self, operator: int, title: str) -> None:
        kept = "".join(c for c in title if c.isprintable()).strip()
        event = self._try(operator, Report(title, "litter"), None)
        if event is None:
            assert not kept
        else:
            self.world.incidents[event.subject.id] = Known()

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers, deed=st.sampled_from(STEPS), age=ages, note=notes)
    def step(self, operator: int, which: int, deed: Deed, age: int | None, note: str) -> None:
        number, known = self._pick(which)
        expected: Refused | None = self._expected(known, deed, age)
        if deed in NEEDS_REASON and not note.strip():
            expected = Refused.MISSING
        order = replace(step_of(deed, number), seen=self._seen(known, age), note=note)
        if self._try(operator, order, expected) is not None:
            self._move(known, deed)

    @precondition(lambda self: self.world.incidents)
    @rule(which=numbers, ways=st.lists(st.tuples(operators, numbers), min_size=1, max_size=7))
    def go_on(self, which: int, ways: list[tuple[int, int]]) -> None:
        """Deeds that are possible, one after the other, so that incidents get anywhere at all."""
        number, known = self._pick(which)
        for operator, way in ways:
            deeds = [deed for deed in possible(known.state) if self._can(deed)]
            usual = next((deed for deed in deeds if deed in USUAL), deeds[0])
            deed = usual if way % 3 else deeds[way // 3 % len(deeds)]
            whom = self._someone()
            assert self._try(operator, self._order(deed, number), None) is not None
            if deed is Deed.DISPATCH:
                known.member = whom
            self._move(known, deed)

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers, age=ages)
    def verify(self, operator: int, which: int, age: int | None) -> None:
        number, known = self._pick(which)
        order = Verify(number, self._seen(known, age))
        expected = self._expected(known, Deed.VERIFY, age)
        if self._try(operator, order, expected) is not None:
            self._move(known, Deed.VERIFY)

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers, into=numbers, age=ages)
    def merge(self, operator: int, which: int, into: int, age: int | None) -> None:
        number, known = self._pick(which)
        target, other = self._pick(into)
        expected: Refused | None
        if target == number:
            expected = Refused.MERGE_INTO_ITSELF
        elif age is not None and age > 0:
            expected = Refused.OVERTAKEN
        elif other.state in ENDED:
            expected = Refused.MERGE_INTO_ENDED
        else:
            expected = self._expected(known, Deed.MERGE, age)
        order = Merge(number, target, self._seen(known, age))
        if self._try(operator, order, expected) is not None:
            known.stood = known.state
            self._move(known, Deed.MERGE)

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, into=numbers)
    def join(self, operator: int, into: int) -> None:
        target, other = self._pick(into)
        expected = Refused.MERGE_INTO_ENDED if other.state in ENDED else None
        event = self._try(operator, Join(Report("又有人反映", "litter"), target), expected)
        if event is not None:
            self.world.incidents[event.subject.id] = Known(State.MERGED, version=2)

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers, age=ages)
    def separate(self, operator: int, which: int, age: int | None) -> None:
        number, known = self._pick(which)
        expected = None if known.state is State.MERGED else Refused.ILLEGAL_MOVE
        if age is not None and age > 0:
            expected = Refused.OVERTAKEN
        if self._try(operator, Separate(number, self._seen(known, age)), expected) is not None:
            known.state, known.version = known.stood, known.version + 1

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers, whom=numbers, age=ages, note=notes)
    def dispatch(self, operator: int, which: int, whom: int, age: int | None, note: str) -> None:
        number, known = self._pick(which)
        member = self.staff[whom % len(self.staff)]
        expected: Refused | None
        if known.state in RUNNING:
            expected = Refused.ALREADY_DISPATCHED
        else:
            expected = self._expected(known, Deed.DISPATCH, age)
            if expected is None and known.returns >= 3 and not note.strip():
                expected = Refused.LEADER_DECIDES
            elif expected is None and self.duties[member] in (Duty.OFF, Duty.BREAK):
                expected = Refused.MEMBER_NOT_AVAILABLE
            elif expected is None and member not in self.fit:
                expected = Refused.SKILL_NOT_HELD
            elif expected is None and self._load(member) >= Weights().most_running:
                expected = Refused.MEMBER_AT_LIMIT
        order = Dispatch(number, member, self._seen(known, age), note)
        if self._try(operator, order, expected) is not None:
            known.member = member
            self._move(known, Deed.DISPATCH)

    @rule(operator=operators, whom=numbers, duty=st.sampled_from(sorted(OPERATOR_DUTIES)))
    def change_duty(self, operator: int, whom: int, duty: Duty) -> None:
        member = self.staff[whom % len(self.staff)]
        bound = self._under_way(member)
        expected = Refused.DUTY_BOUND if bound else None
        if self._try(operator, ChangeDuty(member, duty), expected) is not None:
            self.duties[member] = duty

    @precondition(lambda self: self.world.incidents)
    @rule(operator=operators, which=numbers)
    def comment(self, operator: int, which: int) -> None:
        number, _ = self._pick(which)
        assert self._try(operator, Comment(number, "记一笔"), None) is not None

    @precondition(lambda self: self.world.done)
    @rule(operator=operators, which=numbers)
    def send_again(self, operator: int, which: int) -> None:
        order, command, event = self.world.done[which % len(self.world.done)]
        assert self.seats[operator].do(order, command) == event

    @precondition(lambda self: self.world.done)
    @rule(operator=operators, which=numbers)
    def use_a_command_for_something_else(self, operator: int, which: int) -> None:
        _, command, event = self.world.done[which % len(self.world.done)]
        other = Comment(10_000, "x") if event.kind is not Deed.COMMENT else Report("x", "litter")
        assert self._outcome(operator, other, command) is Refused.COMMAND_REUSED

    # What must hold at any time

    @invariant()
    def states_and_versions_are_as_the_moves_say(self) -> None:
        with self.database.read() as session:
            rows = session.execute(
                select(IncidentRow.id, IncidentRow.state, IncidentRow.version, IncidentRow.returns)
            ).all()
        told = {number: (State(state), *numbers) for number, state, *numbers in rows}
        assert told == {
            n: (k.state, k.version, k.returns) for n, k in self.world.incidents.items()
        }

    @invariant()
    def exactly_the_running_incidents_have_somebody_on_them(self) -> None:
        with self.database.read() as session:
            live = session.execute(
                select(AssignmentRow.incident_id, AssignmentRow.member_id, AssignmentRow.state)
                .where(LIVE)
                .order_by(AssignmentRow.incident_id)
            ).all()
        assert [tuple(row) for row in live] == [
            (number, known.member, known.state.value)
            for number, known in sorted(self.world.incidents.items())
            if known.state in RUNNING
        ]

    @invariant()
    def duties_follow_the_work(self) -> None:
        with self.database.read() as session:
            found = session.execute(
                select(MemberRow.id, MemberRow.duty).where(MemberRow.id.in_(self.staff))
            )
            for member, duty in found:
                if self._under_way(member):
                    assert duty in (Duty.EN_ROUTE, Duty.ON_SCENE)
                else:
                    assert duty == self.duties[member]

    @invariant()
    def each_deed_left_one_event_and_each_refusal_none(self) -> None:
        assert self._count(EventRow) == self.world.events

    # How

    def _someone(self) -> int | None:
        """Somebody who can be sent, if there is anybody."""
        there = [m for m in sorted(self.fit) if self.duties[m] not in (Duty.OFF, Duty.BREAK)]
        most = Weights().most_running
        free = (m for m in there if not self._under_way(m) and self._load(m) < most)
        return next(free, None)

    def _load(self, member: int) -> int:
        return sum(
            known.member == member and known.state in RUNNING
            for known in self.world.incidents.values()
        )

    def _can(self, deed: Deed) -> bool:
        return deed is not Deed.MERGE and (deed is not Deed.DISPATCH or bool(self._someone()))

    def _order(self, deed: Deed, number: int) -> Order:
        if deed is Deed.VERIFY:
            return Verify(number)
        if deed is Deed.DISPATCH:
            return Dispatch(number, self._someone() or 0, note="班长定")
        return step_of(deed, number)

    def _pick(self, which: int) -> tuple[int, Known]:
        found = sorted(self.world.incidents.items())
        return found[which % len(found)]

    @staticmethod
    def _seen(known: Known, age: int | None) -> int | None:
        return None if age is None else known.version - age

    @staticmethod
    def _expected(known: Known, deed: Deed, age: int | None) -> Refused | None:
        if age is not None and age > 0:
            return Refused.OVERTAKEN
        return None if (deed, known.state) in TARGETS else Refused.ILLEGAL_MOVE

    def _move(self, known: Known, deed: Deed) -> None:
        known.state = TARGETS[deed, known.state]
        known.version += 1
        known.returns += deed is Deed.RETURN
        if known.member is None:
            return
        if deed is Deed.SET_OUT:
            # From now on the deeds look after the duty; when all is over it is "on duty".
            self.duties[known.member] = Duty.ON_DUTY
        if known.state not in RUNNING:
            known.member = None

    def _under_way(self, member: int) -> bool:
        return any(
            known.member == member and known.state in (State.EN_ROUTE, State.ON_SCENE)
            for known in self.world.incidents.values()
        )

    def _try(self, operator: int, order: Order, expected: Refused | None) -> Event | None:
        """Give an order; a title that comes to nothing is the only refusal left open."""
        outcome = self._outcome(operator, order, uuid4())
        if isinstance(outcome, Event):
            assert expected is None, f"{order} should have been refused: {expected}"
            self.world.events += 1
            self.world.done.append((order, outcome.command_id, outcome))
            return outcome
        open_end = isinstance(order, Report) and outcome is Refused.MISSING
        assert open_end or outcome is expected, f"{order}: {outcome}, not {expected}"
        return None

    def _outcome(self, operator: int, order: Order, command: UUID) -> Event | Refused:
        try:
            return self.seats[operator].do(order, command)
        except Refusal as refusal:
            return refusal.code

    def _count(self, table: Any) -> int:
        with self.database.read() as session:
            return session.execute(select(func.count()).select_from(table)).scalar_one()


def test_random_shifts(templates: Templates) -> None:
    class OnThisKind(Shift):
        def __init__(self) -> None:
            super().__init__(templates.center())

    run_state_machine_as_test(
        OnThisKind,
        settings=settings(
            max_examples=25,
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
