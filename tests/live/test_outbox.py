"""The outbox against a real HTTP server on this computer: taken, refused, away, silent, killed."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from email import message_from_string
from email.header import decode_header, make_header
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import text

from console.commands.office import Office
from console.commands.telling import claim
from console.db.channels import messages
from console.domain.channels import (
    LEASE,
    PAUSES,
    TRIES,
    Channel,
    Delivery,
    Message,
    Tidings,
    Trouble,
    message_key,
)
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import AddChannel, ReachMember, TellAgain
from console.live import courier
from console.live.outbox import Outbox, OutboxThread, Round
from tests.clock import Clock
from tests.commands.seat import Seat
from tests.loopback import Service, service
from tests.mail_box import mail_box

SECRET = "sk/9f8e7d6c5b4a"
QUOTED = "sk%2F9f8e7d6c5b4a"


@pytest.fixture
def seat(office: Office) -> Seat:
    """Somebody at work in the demonstration center."""
    return Seat(office)


@pytest.fixture
def web() -> Iterator[Service]:
    with service() as running:
        yield running


@pytest.fixture
def hook(seat: Seat, web: Service) -> Seat:
    """A center whose members are told through a webhook on this computer."""
    seat.do(AddChannel(Channel("hook", "值班群", address_of(web))))
    return seat


def address_of(web: Service) -> str:
    return f"json://127.0.0.1:{web.port}/hook/{{secret:HOOK}}"


def url_of(seat: Seat) -> str:
    target = seat.office.database.address.target
    if isinstance(target, Path):
        return f"sqlite:///{target}"
    return target.render_as_string(hide_password=False)


def find(name: str) -> str | None:
    return {"HOOK": SECRET}.get(name)


def sender(seat: Seat, workstation: str = "二号席") -> Outbox:
    return Outbox(seat.office.database, workstation, seat.office.clock, find)


def only(seat: Seat) -> Message:
    with seat.session() as session:
        (message,) = messages(session)
    return message


def told(seat: Seat, incident: int) -> list[Deed]:
    """What the log says of telling."""
    return [
        event.kind
        for event in seat.events("incident", incident)
        if event.kind in (Deed.TOLD, Deed.NOT_TOLD, Deed.TELL_AGAIN)
    ]


def test_a_message_goes_out_once_with_its_key(hook: Seat, web: Service) -> None:
    incident = hook.bring(State.DISPATCHED)
    assert sender(hook).run() == Round(sent=1)
    assert sender(hook).run() == Round()
    message = only(hook)
    assert (message.state, message.tries) == (Delivery.SENT, 1)
    assert web.keys == [message.key]
    assert web.paths == [f"/hook/{QUOTED}"]
    (got,) = web.got
    assert got["idempotency_key"] == message.key
    assert got["title"] == f"派遣 {incident:04d}"
    assert message.member_name in got["message"]
    assert "文宗路乱丢垃圾" in got["message"]
    assert "请在 03-02 " in got["message"]
    assert message.key in got["message"]
    assert told(hook, incident) == [Deed.TOLD]


def test_what_is_refused_is_sent_again_later_with_the_same_key(
    hook: Seat, web: Service, clock: Clock
) -> None:
    hook.bring(State.DISPATCHED)
    web.answers = [(500, {}), (200, {})]
    assert sender(hook).run() == Round(put_off=1)
    assert sender(hook).run() == Round(), "not before its time"
    assert (only(hook).state, "error=500" in only(hook).trouble) == (Delivery.QUEUED, True)
    clock.advance(PAUSES[0].total_seconds())
    assert sender(hook).run() == Round(sent=1)
    assert web.keys == [only(hook).key] * 2
    assert web.got[0] == web.got[1]
    assert only(hook).trouble == ""


def test_after_the_last_try_it_has_failed_and_can_be_told_again(
    hook: Seat, web: Service, clock: Clock
) -> None:
    incident = hook.bring(State.DISPATCHED)
    web.answers = [(503, {})]
    waits = []
    for pause in (*PAUSES, None):
        assert sender(hook).run() == (Round(failed=1) if pause is None else Round(put_off=1))
        waits.append(only(hook).next_try_at - clock.now())
        clock.advance(0 if pause is None else pause.total_seconds())
    assert tuple(waits[:-1]) == PAUSES
    assert (only(hook).state, len(web.got)) == (Delivery.FAILED, TRIES)
    assert sender(hook).run() == Round()
    web.answers = [(200, {})]
    hook.do(TellAgain(incident))
    assert sender(hook).run() == Round(sent=1)
    assert told(hook, incident) == [Deed.NOT_TOLD, Deed.TELL_AGAIN, Deed.TOLD]
    assert set(web.keys) == {only(hook).key}


@pytest.mark.parametrize("deed", [Deed.RESOLVE, Deed.RETURN])
def test_no_order_is_sent_for_what_is_over(hook: Seat, web: Service, deed: Deed) -> None:
    """Dispatched and ended while no console was open, by telephone and command line."""
    way = [Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE] if deed is Deed.RESOLVE else []
    incident = hook.bring(State.DISPATCHED)
    for step in (*way, deed):
        hook.step(step, incident, "原因")
    assert sender(hook).run() == Round(failed=1)
    assert web.got == []
    assert (only(hook).state, only(hook).trouble) == (Delivery.FAILED, Trouble.OVER.value)
    assert sender(hook).run() == Round()


def test_a_service_that_is_away_is_waited_for(seat: Seat, clock: Clock) -> None:
    with service() as gone:
        seat.do(AddChannel(Channel("hook", "值班群", address_of(gone))))
    seat.bring(State.DISPATCHED)
    assert sender(seat).run() == Round(put_off=1)
    assert only(seat).state is Delivery.QUEUED


def test_a_service_that_does_not_answer_is_given_up_in_time(
    hook: Seat, web: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "ANSWER_S", 1)
    hook.bring(State.DISPATCHED)
    web.hangs = True
    began = monotonic()
    assert sender(hook).run() == Round(put_off=1)
    assert monotonic() - began < 5
    assert LEASE.total_seconds() > courier.CONNECT_S + 15


def test_a_dispatch_does_not_wait_for_a_service_that_hangs(hook: Seat, web: Service) -> None:
    hook.bring(State.DISPATCHED)
    web.hangs = True
    working = threading.Thread(target=sender(hook).run)
    working.start()
    assert web.arrived.wait(10)
    began = monotonic()
    hook.bring(State.DISPATCHED)
    assert monotonic() - began < 2
    assert working.is_alive()
    web.hangs = False
    web.ended.set()
    working.join(20)


def test_a_redirect_is_not_followed(hook: Seat, web: Service) -> None:
    hook.bring(State.DISPATCHED)
    web.answers = [(307, {})]
    assert sender(hook).run() == Round(put_off=1)


KILLED = """
import sys
from datetime import UTC, datetime
from console.db.engine import Database
from console.live.outbox import Outbox
now = datetime.fromisoformat(sys.argv[2])
database = Database.open(sys.argv[1])
Outbox(database, "一号席", lambda: now, lambda name: "x").run()
"""


def test_what_a_killed_sender_had_in_hand_is_sent_again_with_the_same_key(
    hook: Seat, web: Service, clock: Clock
) -> None:
    incident = hook.bring(State.DISPATCHED)
    web.hangs = True
    victim = subprocess.Popen(
        [sys.executable, "-c", KILLED, url_of(hook), clock.now().isoformat()]
    )
    assert web.arrived.wait(20)
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    web.hangs = False
    web.ended.set()
    assert sender(hook).run() == Round(), "it is still another one's"
    clock.advance(LEASE.total_seconds())
    assert sender(hook).run() == Round(sent=1)
    assert web.keys == [only(hook).key] * 2
    assert (only(hook).tries, told(hook, incident)) == (2, [Deed.TOLD])


def test_two_senders_share_the_work_and_send_nothing_twice(hook: Seat, web: Service) -> None:
    for _ in range(6):
        hook.bring(State.DISPATCHED)
    both = [threading.Thread(target=sender(hook, seat).run) for seat in ("一号席", "二号席")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    # Who finds nothing to claim at one moment looks again later; here that is now.
    sender(hook).run()
    assert len(web.keys) == len(set(web.keys)) == 6


def test_two_senders_tell_of_one_message_once(hook: Seat, web: Service, clock: Clock) -> None:
    incident = hook.bring(State.DISPATCHED)
    slow = claim(hook.office.database, [], "slow", clock.now())
    assert slow is not None
    clock.advance(LEASE.total_seconds())
    assert sender(hook).run() == Round(sent=1)
    sender(hook)._told(slow)
    assert told(hook, incident) == [Deed.TOLD]


def test_without_the_secret_it_fails_and_names_it(seat: Seat, web: Service, clock: Clock) -> None:
    seat.do(AddChannel(Channel("hook", "值班群", address_of(web))))
    seat.bring(State.DISPATCHED)
    poor = Outbox(seat.office.database, "三号席", clock.now, lambda name: None)
    assert poor.run() == Round(), "somebody else may have it"
    clock.advance(LEASE.total_seconds())
    assert poor.run() == Round(failed=1)
    assert only(seat).trouble == "no_secret: HOOK"
    assert web.got == []


def test_a_member_is_told_at_their_own_address(seat: Seat, web: Service) -> None:
    address = f"json://127.0.0.1:{web.port}/sms/{{to}}"
    seat.do(AddChannel(Channel("sms", "短信", address, language="en")))
    member = seat.ready()[0]
    seat.do(ReachMember(member.id, "sms", "+86-138"))
    incident = seat.bring(State.DISPATCHED, member.id)
    assert sender(seat).run() == Round(sent=1)
    assert web.paths == ["/sms/+86-138"]
    assert web.got[0]["title"] == f"Dispatch {incident:04d}"


def test_a_letter_goes_to_the_members_own_address(seat: Seat) -> None:
    with mail_box() as (port, letters):
        address = f"mailto://127.0.0.1:{port}?from=center@example.com&to={{to}}&mode=insecure"
        seat.do(AddChannel(Channel("mail", "邮件", address)))
        member = seat.ready()[0]
        seat.do(ReachMember(member.id, "mail", "chen@example.com"))
        incident = seat.report("<img src=x> & 井盖")
        for deed in (Deed.VERIFY, Deed.DISPATCH):
            seat.do(seat.order(deed, incident, member.id))
        assert sender(seat).run() == Round(sent=1), only(seat).trouble
    letter = message_from_string(letters[0])
    assert "chen@example.com" in str(letter["To"])
    assert str(make_header(decode_header(letter["Subject"]))) == f"派遣 {incident:04d}"
    assert letter.get_content_type() == "text/plain", "what a resident wrote is no HTML"
    body = letter.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert only(seat).key in body.decode()
    assert "<img src=x> & 井盖" in body.decode()


ROBOTS = {
    "wecom": (
        "wecombot.NotifyWeComBot",
        "wecombot://{secret:ROBOT}",
        "/cgi-bin/webhook/send?key={}",
        {"errcode": 93000, "errmsg": "invalid webhook url"},
        "errcode 93000",
    ),
    "dingtalk": (
        "dingtalk.NotifyDingTalk",
        "dingtalk://{secret:ROBOT}",
        "/robot/send?access_token={}",
        {"errcode": 310000, "errmsg": "sign not match"},
        "errcode 310000",
    ),
    "feishu": (
        "feishu.NotifyFeishu",
        "feishu://{secret:ROBOT}",
        "/open-apis/bot/v2/hook/{}/",
        {"code": 9499, "msg": "Bad Request"},
        "9499",
    ),
}
"""Of each robot: its plug-in, our address, the path of its service, a refusal with HTTP 200."""


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize("robot", ROBOTS)
def test_a_robot_is_spoken_to_as_its_service_wants_and_its_refusal_is_heard(
    seat: Seat, web: Service, monkeypatch: pytest.MonkeyPatch, robot: str, *, refused: bool
) -> None:
    plugin, address, path, refusal, told_of = ROBOTS[robot]
    # The service's own path, but on this computer.
    name = "key" if robot == "wecom" else "token"
    here = f"http://127.0.0.1:{web.port}{path.format(f'{{{name}}}')}"
    monkeypatch.setattr(f"apprise.plugins.{plugin}.notify_url", here)
    good = {"errcode": 0} if "errcode" in refusal else {"code": 0}
    web.answers = [(200, refusal if refused else good)]
    seat.do(AddChannel(Channel("robot", "工作群", address)))
    seat.bring(State.DISPATCHED)
    secret = "a1b2c3d4e5f6a7b8"
    outbox = Outbox(seat.office.database, "二号席", seat.office.clock, lambda _: secret)
    assert outbox.run() == (Round(put_off=1) if refused else Round(sent=1))
    assert web.paths[0].startswith(path.format(secret))
    assert "派遣" in str(web.got[0])
    assert only(seat).key in str(web.got[0])
    if refused:
        assert told_of in only(seat).trouble
        assert secret not in only(seat).trouble


def test_no_secret_is_left_anywhere(
    hook: Seat, web: Service, clock: Clock, tmp_path: Path
) -> None:
    log = logging.FileHandler(tmp_path / "all.log", encoding="utf-8")
    root = logging.getLogger()
    before = root.level
    root.addHandler(log)
    root.setLevel(logging.DEBUG)
    try:
        web.answers = [(500, {"echo": SECRET}), (403, {"echo": SECRET}), (200, {})]
        hook.bring(State.DISPATCHED)
        for pause in PAUSES[:3]:
            sender(hook).run()
            clock.advance(pause.total_seconds())
    finally:
        root.removeHandler(log)
        root.setLevel(before)
        log.close()
    assert only(hook).state is Delivery.SENT
    assert QUOTED in web.paths[0], "the secret was used"
    for form in (SECRET, QUOTED):
        assert form not in (tmp_path / "all.log").read_text("utf-8")
        assert form.encode() not in _everything_in(hook)


def _everything_in(seat: Seat) -> bytes:
    """The whole database: the bytes of its files, or all rows of all tables."""
    path = seat.office.database.path
    if path is not None:
        return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
    with seat.session() as session:
        tables = session.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).all()
        rows = [str(session.execute(text(f"SELECT * FROM {name}")).all()) for name in tables]  # noqa: S608
    return "".join(rows).encode()


def test_what_a_service_says_is_told_without_secrets() -> None:
    said = courier.without(f"at /hook/{QUOTED}: {SECRET}\nno", [SECRET])
    assert said == "at /hook/•••: ••• no"


def test_the_thread_sends_when_it_is_woken_and_ends(hook: Seat, web: Service) -> None:
    thread = OutboxThread(url_of(hook), "二号席", hook.office.clock, find)
    hook.bring(State.DISPATCHED)
    thread.start()
    thread.wake()
    assert web.arrived.wait(20)
    thread.stop()


def test_a_key_is_one_for_each_assignment_and_each_thing_told() -> None:
    keys = {message_key(number, one) for number in (1, 11) for one in Tidings}
    assert len(keys) == 2 * len(Tidings)


def test_the_keyring_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from console.live.secrets import find_secret, keep_secret

    monkeypatch.setenv("GRID_CONSOLE_SECRET_HOOK", "from the environment")
    assert find_secret("HOOK") == "from the environment"
    code = (
        "from console.live.secrets import find_secret, keep_secret;"
        "print(find_secret('OTHER'), keep_secret('OTHER', 'x'))"
    )
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    found = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["None", "False"]
    assert callable(keep_secret)
