"""Who looks at which incident now is seen by the others, and a killed console vanishes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.attention import EXPIRES
from console.widgets.queue_row import QueueRole
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import press, sit_at, until
from tests.views.outages import Outage
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases


def row_mark(console: Console, number: int) -> str:
    row = console.queue.model.row_of(number)
    assert row is not None
    return str(console.queue.model.index(row, 0).data(QueueRole.ONLOOKERS))


@contextmanager
def bystander(url: str, number: int, clock: Clock) -> Iterator[subprocess.Popen[bytes]]:
    """Another console, as a process; it is killed at the latest at the end."""
    when = str(clock.now().timestamp())
    command = [sys.executable, "-m", "tests.views.bystander", url, str(number), when]
    process = subprocess.Popen(command)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_two_consoles_see_what_the_other_looks_at(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    first = elsewhere(center_url, litter("一")).subject.id
    second = elsewhere(center_url, litter("二")).subject.id
    one = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    seq = one.hub.picture.seq
    # Whoever has just sat down has the first row before them.
    until(qtbot, lambda: row_mark(one, first) == "乙 二号席")
    until(qtbot, lambda: row_mark(other, first) == "甲 一号席")
    head = one.incident.header.onlookers
    assert head.isVisible()
    assert head.text.text() == "乙 二号席"
    assert "乙 (二号席) looks at it since 10:00" in head.toolTip()
    tip = other.queue.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "甲 (一号席) looks at it since 10:00" in tip
    sit_at(qtbot, other)
    other.queue.focus_rows()
    press(other.window, Qt.Key.Key_Down)
    until(qtbot, lambda: row_mark(one, second) == "乙 二号席")
    assert head.isHidden()
    assert row_mark(other, second) == "", "oneself is not told"
    other.window.show_page("roster")
    until(qtbot, lambda: row_mark(one, second) == "")
    assert one.hub.picture.seq == seq, "no event tells of it"


def test_a_console_that_is_left_vanishes_at_once_and_a_killed_one_soon(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str, clock: Clock
) -> None:
    number = elsewhere(center_url, litter()).subject.id
    one = open_console(center_url)
    other = open_console(center_url, "乙", "二号席")
    until(qtbot, lambda: row_mark(one, number) == "乙 二号席")
    other.looking.stop()
    until(qtbot, lambda: row_mark(one, number) == "")
    with bystander(center_url, number, clock) as process:
        until(qtbot, lambda: row_mark(one, number) == "丁 四号席")
        process.kill()
        process.wait()
        clock.advance(EXPIRES.total_seconds() + 1)
        one.looking.onlookers.look()
        until(qtbot, lambda: row_mark(one, number) == "")


def test_a_lost_database_is_no_trouble_here(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    request: pytest.FixtureRequest,
    center_url: str,
) -> None:
    if center_url.startswith("sqlite"):
        pytest.skip("a local database is not lost")
    number = elsewhere(center_url, litter()).subject.id
    one = open_console(center_url)
    open_console(center_url, "乙", "二号席")
    until(qtbot, lambda: row_mark(one, number) == "乙 二号席")
    outage = Outage(request.getfixturevalue("cluster"), center_url)
    outage.begin()
    until(qtbot, lambda: row_mark(one, number) == "")
    outage.end()
