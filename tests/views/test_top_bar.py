"""The figures in the top bar: they follow the database, and each leads to what it counts."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Step, Verify
from console.domain.queue_views import Group
from console.widgets.language import Language
from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, press, until
from tests.views.reports import litter


def figure(console: Console, key: str) -> int:
    return int(console.top_bar.counters[key].text().split()[-1])


def figures(console: Console) -> dict[str, int]:
    return {key: figure(console, key) for key in console.top_bar.counters}


def a_shift(url: str, elsewhere: Elsewhere, console: Console, clock: Clock) -> None:
    """Five incidents in three groups, one of them overdue."""
    numbers = [elsewhere(url, litter(f"第 {n} 件")).subject.id for n in range(5)]
    for number in numbers[2:]:
        elsewhere(url, Verify(number))
    ranked = console.hub.picture.members.values()
    member = next(
        m for m in ranked if m.holds("urban", clock.now().date()) and m.duty == "on_duty"
    )
    elsewhere(url, Dispatch(numbers[4], member.id))


def test_the_figures_follow_what_happens_and_lead_to_it(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    clock: Clock,
) -> None:
    console = open_console(center_url)
    assert set(figures(console).values()) == {0}
    a_shift(center_url, elsewhere, console, clock)
    expected = {"unverified": 2, "to_dispatch": 2, "running": 1, "overdue": 0}
    until(qtbot, lambda: figures(console) == expected)

    press(console.window, Qt.Key.Key_2, CTRL)
    for key, states in (
        ("unverified", {State.REPORTED}),
        ("to_dispatch", {State.VERIFIED}),
        ("running", {State.DISPATCHED}),
    ):
        click(console.top_bar.counters[key])
        assert console.window.page == "desk"
        model = console.queue.model
        shown = [model.incident(row) for row in range(model.rowCount())]
        assert len(shown) == expected[key]
        assert {i.state for i in shown if i is not None} == states
        assert console.queue.chips.button(key).isChecked()
        assert console.queue.table.hasFocus()


def test_a_figure_takes_the_words_of_the_filter_away(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, litter())
    console = open_console(sqlite_center_url)
    press(console.window, "/")
    press(console.window, "nothing like that")
    press(console.window, Qt.Key.Key_Return)
    assert console.queue.model.rowCount() == 0
    click(console.top_bar.counters["unverified"])
    assert console.queue.filter.text() == ""
    assert console.queue.model.rowCount() == 1


def test_what_is_overdue_is_marked_by_shape_and_word_and_counted_by_the_clock(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    clock: Clock,
) -> None:
    elsewhere(sqlite_center_url, litter())
    console = open_console(sqlite_center_url)
    button = console.top_bar.counters["overdue"]
    assert button.text() == "Overdue 0"
    assert not button.property("abnormal")
    # Nothing happens but that time goes by.
    clock.advance(24 * 3600)
    until(qtbot, lambda: figure(console, "overdue") == 1)
    assert button.text().startswith("▲")
    assert button.property("abnormal")
    click(button)
    assert console.queue.model.narrowing.group is Group.OVERDUE
    assert console.queue.model.rowCount() == 1
    assert "overdue" in console.incident.header.limit.text()


def test_an_incident_that_ends_leaves_the_figures(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    assert figure(console, "unverified") == 1
    elsewhere(sqlite_center_url, Step(Deed.REJECT, number, note="不属实"))
    until(qtbot, lambda: set(figures(console).values()) == {0})
    assert "0 of 0" in console.queue.summary.text()


@pytest.mark.parametrize("width", [1920, 1366])
def test_demonstration_data_says_so_at_every_width(
    open_console: OpenConsole, sqlite_center_url: str, width: int
) -> None:
    console = open_console(sqlite_center_url)
    console.window.resize(width, 800)
    label = console.top_bar.demonstration
    assert label.isVisible()
    assert label.text() == "Demonstration data"
    assert label.width() >= label.sizeHint().width()
    assert console.top_bar.seat.text() == "甲 · 一号席"
    assert "甲" in console.top_bar.center.toolTip()


def test_the_time_is_the_centers(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, clock: Clock
) -> None:
    console = open_console(sqlite_center_url)
    assert console.top_bar.time.text() == "10:00:00"
    clock.advance(61)
    until(qtbot, lambda: console.top_bar.time.text() == "10:01:01")


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_window_fits_a_small_screen_whatever_was_done_last(
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
    tongue: str,
) -> None:
    for _ in range(3):
        elsewhere(sqlite_center_url, litter("一件标题很长的事" * 20))
    console = open_console(sqlite_center_url)
    language.use(tongue)
    for page in ("desk", "roster", "training", "shifts", "archive"):
        console.window.show_page(page)
        assert console.window.minimumSizeHint().width() <= 1366, page


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_box_that_finds_gives_way_and_opens_the_palette(
    open_console: OpenConsole, sqlite_center_url: str, language: Language, tongue: str
) -> None:
    console = open_console(sqlite_center_url)
    language.use(tongue)
    console.window.resize(1920, 1080)
    search = console.top_bar.search
    assert search.text().endswith("Ctrl+K")
    assert search.text() != "Ctrl+K"
    assert search.width() >= search.sizeHint().width()
    console.window.resize(1366, 768)
    assert console.window.width() == 1366
    assert search.text() == "Ctrl+K"
    assert search.width() >= search.sizeHint().width()
    click(search)
    assert console.palette.line.hasFocus()


@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_the_incident_panel_is_whole_in_its_smallest_width(
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
    tongue: str,
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    language.use(tongue)
    console.queue.select(number)
    panel = console.incident
    assert panel.candidates.reserve.isVisible()
    room = console.page.side.minimumWidth() - panel._scroll.verticalScrollBar().sizeHint().width()
    inside = panel._scroll.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= room
