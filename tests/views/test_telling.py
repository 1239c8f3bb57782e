"""What the desk shows of messages to members, with a real server on this computer behind it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.channels import Channel
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import AddChannel, RemoveChannel
from console.wiring import Console
from tests.loopback import Service, service
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import SHIFT, click, deeds, press, said, shown_as, until
from tests.views.seats import one_reported

pytestmark = pytest.mark.both_databases


@pytest.fixture
def web() -> Iterator[Service]:
    with service() as running:
        yield running


def hook(web: Service) -> AddChannel:
    return AddChannel(Channel("hook", "值班群", f"json://127.0.0.1:{web.port}/hook"))


def dispatch_by_keys(qtbot: QtBot, console: Console) -> None:
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.DISPATCHED)


def shows(console: Console, told: str) -> Callable[[], bool]:
    return lambda: any(told in text for text in console.incident.deliveries.texts)


def test_a_dispatch_goes_to_the_member_and_the_panel_says_so(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    web: Service,
) -> None:
    elsewhere(center_url, hook(web))
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    dispatch_by_keys(qtbot, console)
    until(qtbot, shows(console, ": sent"))
    incident = console.incident.incident
    assert incident is not None
    name = console.hub.picture.members[incident.assignee or 0].name
    assert console.incident.deliveries.texts == [f"✓ Order to {name}: sent"]
    assert name in web.got[0]["message"]
    assert not console.incident.deliveries.again.isVisible()
    assert not any("was told" in label.text() for label in console.strip.labels)
    assert any("was told through 值班群" in text for text in console.incident.timeline.texts)


def test_what_waits_says_that_it_waits_and_stops_nobody(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    web: Service,
) -> None:
    web.hangs = True
    elsewhere(center_url, hook(web))
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    dispatch_by_keys(qtbot, console)
    until(qtbot, shows(console, "◷"))
    assert "waiting to be sent" in console.incident.deliveries.texts[0]
    until(qtbot, web.arrived.is_set)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.ACKNOWLEDGED)


@pytest.mark.parametrize("by", ["key", "message", "panel"])
def test_what_failed_is_said_with_what_to_do_and_sent_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    web: Service,
    by: str,
) -> None:
    # No console here has its secret, so that it is gone before anything was sent.
    elsewhere(center_url, AddChannel(Channel("gone", "旧群", "json://127.0.0.1:9/{secret:GONE}")))
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    dispatch_by_keys(qtbot, console)
    elsewhere(center_url, RemoveChannel("gone"))
    console.sending.wake()
    until(qtbot, shows(console, "✗"))
    assert "The channel gone was removed" in console.incident.deliveries.texts[0]
    until(qtbot, lambda: any("telephone them" in text for text in said(console)))
    elsewhere(center_url, hook(web))
    if by == "key":
        press(console.window, Qt.Key.Key_R, SHIFT)
    elif by == "panel":
        click(console.incident.deliveries.again)
    else:
        (message,) = console.window.messages.messages.values()
        click(message.action)
    until(qtbot, shows(console, ": sent"))
    assert len(deeds(console, Deed.TELL_AGAIN)) == 1
    assert not any("telephone them" in text for text in said(console))
    assert len(web.got) == 1
