"""What a dispatch puts into the outbox, and that without a channel it does nothing more."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select

from console.commands.telling import PATIENCE, claim
from console.db.channels import messages, own_addresses
from console.db.tables_channels import ChannelRow, OutboxRow
from console.domain.channels import LEASE, Channel, Delivery, Message, Tidings
from console.domain.errors import Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddChannel,
    NotTold,
    ReachMember,
    RemoveChannel,
    TellAgain,
    Told,
)
from tests.clock import Clock
from tests.commands.seat import Seat, refused

ROBOT = Channel("robot", "工作群", "wecombot://{secret:ROBOT}")
MAIL = Channel("mail", "邮件", "json://127.0.0.1:9/{to}", is_default=False)


@pytest.fixture
def robot(seat: Seat) -> Seat:
    """A center with a channel."""
    seat.do(AddChannel(ROBOT))
    return seat


def outbox(seat: Seat) -> tuple[Message, ...]:
    """All messages, the oldest first."""
    with seat.session() as session:
        return messages(session)[::-1]


@contextmanager
def statements(seat: Seat) -> Iterator[list[str]]:
    """What is sent to the database inside."""
    heard: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        heard.append(statement)

    engine = seat.office.database.engine
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def test_a_dispatch_is_told_with_what_is_to_be_done_and_nothing_of_the_reporter(
    robot: Seat,
) -> None:
    incident = robot.report(
        "井盖缺失", address="文宗路12号", reporter_name="黄女士", reporter_phone="10000009999"
    )
    member = robot.ready()[0]
    for deed in (Deed.VERIFY, Deed.DISPATCH):
        robot.do(robot.order(deed, incident, member.id))
    (told,) = outbox(robot)
    assert (told.state, told.tidings, told.incident) == (
        Delivery.QUEUED,
        Tidings.DISPATCHED,
        incident,
    )
    assert (told.member_name, told.channel) == (member.name, "robot")
    assert "井盖缺失" in told.text
    assert "文宗路12号" in told.text
    assert "黄" not in told.text
    assert "10000009999" not in told.text
    assert told.due_at == robot.incident(incident).due_at
    assert robot.case(incident).messages == (told,)


def test_a_dispatch_that_is_refused_leaves_nothing_in_the_outbox(robot: Seat) -> None:
    incident = robot.bring(State.DISPATCHED)
    with refused(Refused.ALREADY_DISPATCHED):
        robot.do(robot.order(Deed.DISPATCH, incident))
    assert len(outbox(robot)) == 1


def test_without_a_channel_a_dispatch_needs_no_statement_more(seat: Seat) -> None:
    first, second = seat.bring(State.VERIFIED), seat.bring(State.VERIFIED)
    with statements(seat) as without:
        seat.do(seat.order(Deed.DISPATCH, first))
    seat.do(AddChannel(ROBOT))
    with statements(seat) as with_one:
        seat.do(seat.order(Deed.DISPATCH, second))
    assert len(with_one) == len(without) + 1
    assert not [one for one in without if "INTO outbox" in one]


def test_a_withdrawal_calls_back_whoever_was_told(robot: Seat) -> None:
    incident = robot.bring(State.DISPATCHED)
    robot.step(Deed.WITHDRAW, incident, "原因")
    go, back = outbox(robot)
    assert (back.tidings, back.member, back.text) == (Tidings.WITHDRAWN, go.member, go.text)
    assert len({go.key, back.key}) == 2


def test_whoever_was_not_told_is_not_called_back(seat: Seat) -> None:
    incident = seat.bring(State.DISPATCHED)
    seat.do(AddChannel(ROBOT))
    seat.step(Deed.WITHDRAW, incident, "原因")
    assert outbox(seat) == ()


def test_a_member_is_told_in_their_own_way_until_that_channel_goes(robot: Seat) -> None:
    robot.do(AddChannel(MAIL))
    member = robot.ready()[0]
    robot.do(ReachMember(member.id, "mail", "chen@example.com"))
    robot.bring(State.DISPATCHED, member.id)
    robot.do(RemoveChannel("mail"))
    robot.bring(State.DISPATCHED, member.id)
    assert [told.channel for told in outbox(robot)] == ["mail", "robot"]
    with robot.session() as session:
        assert own_addresses(session) == ()


def test_the_log_holds_neither_addresses_of_channels_nor_of_members(robot: Seat) -> None:
    robot.do(AddChannel(MAIL))
    robot.do(ReachMember(robot.ready()[0].id, "mail", "chen@example.com"))
    told = "".join(str(event.payload) for event in robot.events("channels", 0))
    assert "工作群" in told
    assert "chen@" not in told
    assert "wecombot" not in told


def test_a_new_default_takes_the_place_of_the_old_one(robot: Seat) -> None:
    robot.do(AddChannel(Channel("second", "第二群", "json://127.0.0.1:9")))
    with robot.session() as session:
        assert session.scalars(select(ChannelRow.code).where(ChannelRow.is_default)).all() == [
            "second"
        ]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("wecombot://a1b2c3d4-e5f6-7890-abcd", Refused.OPEN_ADDRESS),
        ("mailtos://user:geheim@smtp.example.com", Refused.OPEN_ADDRESS),
        ("json://host/hook?token=0a1b2c3d4e5f6a7b8c9d", Refused.OPEN_ADDRESS),
        ("no address", Refused.BAD_VALUE),
        ("json://host/{secret:small}", Refused.BAD_VALUE),
    ],
)
def test_an_address_with_a_secret_in_it_is_refused_and_not_told_back(
    seat: Seat, address: str, why: Refused
) -> None:
    with refused(why):
        seat.do(AddChannel(Channel("x", "x", address)))


def test_two_consoles_do_not_get_the_same_message(robot: Seat, clock: Clock) -> None:
    robot.bring(State.DISPATCHED)
    database = robot.office.database
    first = claim(database, [], "one", clock.now())
    assert first is not None
    assert claim(database, [], "two", clock.now()) is None
    clock.advance(LEASE.total_seconds())
    again = claim(database, [], "two", clock.now())
    assert again is not None
    assert (again.key, again.tries) == (first.key, 2)


def test_a_console_without_the_secret_leaves_a_message_to_one_that_has_it(
    robot: Seat, clock: Clock
) -> None:
    robot.bring(State.DISPATCHED)
    database = robot.office.database
    assert claim(database, ["robot"], "one", clock.now()) is None
    clock.advance(PATIENCE.total_seconds())
    assert claim(database, ["robot"], "one", clock.now()) is not None


def test_calling_back_waits_for_the_order_to_go(robot: Seat, clock: Clock) -> None:
    incident = robot.bring(State.DISPATCHED)
    robot.step(Deed.WITHDRAW, incident, "原因")
    database = robot.office.database
    go = claim(database, [], "one", clock.now())
    assert go is not None
    assert go.tidings is Tidings.DISPATCHED
    assert claim(database, [], "two", clock.now()) is None
    robot.do(Told(incident, go.id))
    back = claim(database, [], "three", clock.now())
    assert back is not None
    assert back.tidings is Tidings.WITHDRAWN


def test_what_failed_is_sent_again_by_the_channel_that_holds_now(
    robot: Seat, clock: Clock
) -> None:
    incident = robot.bring(State.DISPATCHED)
    taken = claim(robot.office.database, [], "one", clock.now())
    assert taken is not None
    with refused(Refused.NOTHING_TO_SEND):
        robot.do(TellAgain(incident))
    robot.do(NotTold(incident, taken.id, "one", "refused: error=500"))
    (failed,) = outbox(robot)
    assert (failed.state, failed.trouble) == (Delivery.FAILED, "refused: error=500")
    robot.do(AddChannel(Channel("second", "第二群", "json://127.0.0.1:9")))
    robot.do(TellAgain(incident))
    (again,) = outbox(robot)
    assert (again.state, again.tries, again.channel, again.key) == (
        Delivery.QUEUED,
        0,
        "second",
        failed.key,
    )


def test_an_order_to_go_is_not_sent_again_once_the_assignment_is_over(
    robot: Seat, clock: Clock
) -> None:
    incident = robot.bring(State.DISPATCHED)
    taken = claim(robot.office.database, [], "one", clock.now())
    assert taken is not None
    robot.do(NotTold(incident, taken.id, "one", "refused"))
    robot.step(Deed.RETURN, incident, "原因")
    with refused(Refused.NOTHING_TO_SEND):
        robot.do(TellAgain(incident))


def test_whose_lease_is_over_does_not_tell_of_a_failure(robot: Seat, clock: Clock) -> None:
    incident = robot.bring(State.DISPATCHED)
    taken = claim(robot.office.database, [], "one", clock.now())
    assert taken is not None
    clock.advance(LEASE.total_seconds())
    assert claim(robot.office.database, [], "two", clock.now()) is not None
    with refused(Refused.BAD_VALUE):
        robot.do(NotTold(incident, taken.id, "one", "refused"))
    with robot.session() as session:
        assert session.scalars(select(OutboxRow.state)).all() == ["queued"]


def test_that_somebody_was_told_overtakes_nobody(robot: Seat, clock: Clock) -> None:
    incident = robot.bring(State.DISPATCHED)
    seen = robot.incident(incident).version
    robot.beside().step(Deed.ACKNOWLEDGE, incident)
    taken = claim(robot.office.database, [], "one", clock.now())
    assert taken is not None
    robot.do(Told(incident, taken.id))
    with refused(Refused.OVERTAKEN, operator="王芳", deed="acknowledge"):
        robot.step(Deed.WITHDRAW, incident, "原因", seen)
    robot.sound()
