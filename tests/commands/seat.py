"""Somebody at work in a test: gives orders, and looks at what came of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from console.commands.office import Office
from console.commands.perform import perform
from console.db.check import check
from console.db.feed import read_change
from console.db.members import members
from console.db.queries import case, timeline
from console.db.tables import MemberRow
from console.domain.change import Case, Change
from console.domain.checking import CHECKS
from console.domain.errors import Refusal, Refused
from console.domain.events import Event
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Merge, Order, Report, Step, Verify
from console.domain.people import Duty, Member
from console.domain.place import LonLat
from console.domain.rights import Actor

MARKET = LonLat(113.680884, 22.927541)
"""At the market's east gate, in one of the center's sub-grids."""

LEADER = "值班长李强"
"""Consents to whatever needs the shift leader's consent."""

CHECKER = "核查员周敏"
"""Checks and closes what others have handled."""

TODAY = datetime(2026, 3, 2, tzinfo=UTC).date()

ROAD: dict[State, tuple[Deed, ...]] = {
    State.REPORTED: (),
    State.VERIFIED: (Deed.VERIFY,),
    State.DISPATCHED: (Deed.VERIFY, Deed.DISPATCH),
    State.ACKNOWLEDGED: (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE),
    State.EN_ROUTE: (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT),
    State.ON_SCENE: (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE),
    State.RESOLVED: (Deed.ESCALATE, Deed.RESOLVE),
    State.CHECKED: (Deed.ESCALATE, Deed.RESOLVE, Deed.CHECK),
    State.CLOSED: (Deed.ESCALATE, Deed.RESOLVE, Deed.CHECK, Deed.CLOSE),
    State.REWORK: (Deed.ESCALATE, Deed.RESOLVE, Deed.SEND_BACK),
    State.REJECTED: (Deed.REJECT,),
    State.REOPENED: (Deed.REJECT, Deed.REOPEN),
    State.MERGED: (Deed.MERGE,),
    State.SUSPENDED: (Deed.VERIFY, Deed.SUSPEND),
    State.ESCALATED: (Deed.ESCALATE,),
}
"""The deeds that bring a new report into each state."""


def step_of(deed: Deed, incident: int) -> Step:
    """A step with everything in it that the deed needs."""
    return Step(
        deed,
        incident,
        note="原因",
        consent=LEADER,
        by=CHECKER if deed in CHECKS else "",
        reason="handled" if deed is Deed.CLOSE else "",
    )


class Heard:
    """Keeps what deeds tell."""

    def __init__(self) -> None:
        self.changes: list[Change] = []

    def begin(self) -> bool:
        return True

    def end(self, change: Change | None) -> None:
        if change is not None:
            self.changes.append(change)


@dataclass(frozen=True)
class Seat:
    """An office with short words."""

    office: Office

    def beside(self, operator: str = "王芳", workstation: str = "test-2") -> "Seat":
        """Another operator on the same database."""
        return Seat(replace(self.office, actor=Actor(operator, workstation)))

    def do(self, order: Order, command: UUID | None = None) -> Event:
        """Carry out an order; what its own transaction tells is what the feed tells of it."""
        heard = Heard()
        event = perform(replace(self.office, echo=heard), order, command or uuid4())
        if heard.changes:
            with self.office.database.read() as session:
                assert heard.changes == [read_change(session, event.seq - 1)]
        return event

    def step(self, deed: Deed, incident: int, note: str = "", seen: int | None = None) -> Event:
        """Carry out a step."""
        return self.do(replace(step_of(deed, incident), seen=seen, note=note))

    def report(self, title: str = "文宗路乱丢垃圾", **more: Any) -> int:
        """Take a report of litter in; returns its number."""
        return self.do(Report(title, **{"category": "litter", "place": MARKET, **more})).subject.id

    def bring(self, state: State, member: int | None = None) -> int:
        """A new incident in some state."""
        incident = self.report()
        for deed in ROAD[state]:
            self.do(self.order(deed, incident, member))
        return incident

    def order(self, deed: Deed, incident: int, member: int | None = None) -> Order:
        """An order for a deed with everything in it that the deed needs."""
        if deed is Deed.VERIFY:
            return Verify(incident)
        if deed is Deed.DISPATCH:
            return Dispatch(incident, member or self._freest())
        if deed is Deed.MERGE:
            return Merge(incident, self.report("已在处理"))
        return step_of(deed, incident)

    def ready(self, skill: str = "urban") -> list[Member]:
        """The members on duty who hold a skill."""
        return [m for m in self.members() if m.duty is Duty.ON_DUTY and m.holds(skill, TODAY)]

    def _freest(self) -> int:
        """Whoever has least to do: nobody gets more incidents than one may have."""
        return min(self.ready(), key=lambda ready: (ready.load, ready.number)).id

    def members(self) -> tuple[Member, ...]:
        """All members."""
        with self.office.database.read() as session:
            return members(session)

    def member(self, number: int) -> Member:
        """One member."""
        with self.office.database.read() as session:
            return members(session, [number])[0]

    def case(self, incident: int) -> Case:
        """One incident in full."""
        with self.office.database.read() as session:
            return case(session, incident)

    def incident(self, incident: int) -> Incident:
        """One incident."""
        return self.case(incident).incident

    def events(self, kind: str, number: int) -> tuple[Event, ...]:
        """All events about a subject."""
        with self.office.database.read() as session:
            return timeline(session, kind, number)

    def set_duty(self, member: int, duty: Duty) -> None:
        """Set a duty behind the deeds' back, as an earlier day may have left it."""
        self.write(update(MemberRow).where(MemberRow.id == member).values(duty=duty.value))

    def write(self, statement: Any) -> None:
        """Change rows without any deed."""
        with self.office.database.write() as session:
            session.execute(statement)

    def sound(self) -> None:
        """The whole database passes the check."""
        with self.office.database.read() as session:
            assert check(session) == []

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A reader."""
        with self.office.database.read() as session:
            yield session


@contextmanager
def refused(code: Refused, **details: Any) -> Iterator[None]:
    """What is inside is refused, for this reason and with these details among others."""
    with pytest.raises(Refusal) as caught:
        yield
    assert caught.value.code is code
    told = caught.value.details
    assert {name: told.get(name) for name in details} == details
