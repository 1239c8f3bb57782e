"""The forms of the queue: columns of one's choice, headings folded by keys, several orders."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.orders import Report
from console.domain.queue_columns import QueueField, QueueForm
from console.domain.queue_views import Grouping, Sort, Sorting
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import NONE, SHIFT, click, press, until
from tests.views.reports import MARKET, litter
from tests.views.test_queue_views import choose, menu

F4 = Qt.Key.Key_F4
DOWN, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "seat.ini"), QSettings.Format.IniFormat)


def with_some(
    open_console: OpenConsole, elsewhere: Elsewhere, url: str, settings: QSettings | None = None
) -> Console:
    """A console with three reports of litter and two of a manhole cover."""
    for number in range(3):
        elsewhere(url, litter(f"乱丢垃圾 {number}"))
    for number in range(2):
        elsewhere(url, Report(f"井盖 {number}", "manhole", address="文宗路", place=MARKET))
    console = open_console(url, settings=settings)
    console.queue.focus_rows()
    return console


def headers(console: Console) -> list[str]:
    """What stands over the columns, from the left."""
    model, header = console.queue.model, console.queue.table.horizontalHeader()
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in order]


def click_header(console: Console, field: QueueField, held: Qt.KeyboardModifier = NONE) -> None:
    """Click on the header of a column."""
    header = console.queue.table.horizontalHeader()
    at = console.queue.model.cells.fields.index(field)
    x = header.sectionViewportPosition(at) + header.sectionSize(at) // 2
    where = QPoint(x, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, held, where)


def test_a_key_goes_through_the_forms_and_the_last_one_is_there_again(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    settings: QSettings,
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url, settings)
    current, table = console.queue.current, console.queue.table
    heights = {}
    for form in (QueueForm.LINES, QueueForm.TABLE, QueueForm.ROWS, QueueForm.LINES):
        press(console.window, F4, SHIFT)
        assert console.queue.forms.form is form
        assert table.horizontalHeader().isVisible() is (form is QueueForm.TABLE)
        heights[form] = table.rowHeight(0)
        assert console.queue.selected == [current]
        assert table.hasFocus()
    assert heights[QueueForm.LINES] < heights[QueueForm.ROWS]
    console.window.close()
    again = open_console(sqlite_center_url, settings=settings)
    assert again.queue.forms.form is QueueForm.LINES
    other = open_console(sqlite_center_url, operator="乙", settings=settings)
    assert other.queue.forms.form is QueueForm.ROWS


def test_clicks_on_headers_sort_and_with_shift_by_one_thing_after_the_other(
    open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url)
    console.queue.forms.choose(QueueForm.TABLE)
    assert "Time left ▲" in headers(console)
    click_header(console, QueueField.PRIORITY)
    click_header(console, QueueField.NUMBER, SHIFT)
    click_header(console, QueueField.NUMBER, SHIFT)
    assert console.queue.model.view.sorts == (
        Sort(Sorting.PRIORITY),
        Sort(Sorting.NUMBER, turned=True),
    )
    assert headers(console)[:2] == ["▲1", "No. ▼2"]
    assert console.queue.sorting.text().startswith("Priority › Number ▼")
    rows = [console.queue.model.incident(row) for row in range(5)]
    found = [(one.priority, -one.id) for one in rows if one is not None]
    assert found == sorted(found)
    before = headers(console)
    click_header(console, QueueField.TITLE)
    assert headers(console) == before, "nobody sorts by free text"


def test_columns_are_chosen_moved_and_made_wider_and_stay_so(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    settings: QSettings,
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url, settings)
    console.queue.forms.choose(QueueForm.TABLE)
    columns = menu(qtbot, console, F4)
    for action in columns.actions():
        if action.text() == "Columns":
            choose(action.menu(), "Category")  # type: ignore[arg-type]
    columns.close()
    assert headers(console)[-1] == "Category"
    header = console.queue.table.horizontalHeader()
    header.resizeSection(1, 91)
    header.moveSection(header.count() - 1, 1)
    until(qtbot, lambda: console.queue_memory.columns[1].field is QueueField.CATEGORY)
    console.queue.forms.switch_column(QueueField.STATE)
    assert "State" not in headers(console)
    assert headers(console)[1] == "Category"
    console.window.close()
    again = open_console(sqlite_center_url, settings=settings)
    assert headers(again) == headers(console)
    assert again.queue.table.horizontalHeader().sectionSize(2) == 91


def test_the_menu_sorts_and_with_shift_adds(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url)
    choose(menu(qtbot, console, F4), "Category")
    choose(menu(qtbot, console, F4), "Newest", SHIFT)
    assert console.queue.model.view.sorts == (Sort(Sorting.CATEGORY), Sort(Sorting.NEWEST))
    shown = menu(qtbot, console, F4)
    assert {"Category\t▲1", "Newest\t▲2"} <= {action.text() for action in shown.actions()}
    shown.close()


@pytest.mark.parametrize("form", QueueForm)
def test_headings_are_folded_by_keys_and_are_no_incidents(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    form: QueueForm,
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url)
    console.queue.forms.choose(form)
    choose(menu(qtbot, console, F4), "by category")
    queue, table = console.queue, console.queue.table
    assert [queue.model.is_heading(row) for row in range(7)].count(True) == 2
    first = queue.model.index(0, 0).data(Qt.ItemDataRole.DisplayRole)
    assert first in ("Exposed litter: 3", "Broken manhole cover: 2")
    table.make_current(queue.model.index(1, 0))
    shown = queue.current
    # Left: to the heading; once more: folded. What is at work stays at work.
    press(console.window, LEFT)
    assert table.currentIndex().row() == 0
    press(console.window, LEFT)
    assert queue.model.is_closed(0)
    assert queue.model.count == 5
    assert queue.current == shown
    assert queue.selected == []
    press(console.window, DOWN)
    press(console.window, RIGHT)
    press(console.window, Qt.Key.Key_Up)
    press(console.window, RIGHT)
    assert not queue.model.is_closed(0)
    assert queue.model.rowCount() == 7
    # Enter folds, too, and is no deed; and a folded incident that is asked for is unfolded.
    press(console.window, Qt.Key.Key_Return)
    assert queue.model.is_closed(0)
    assert shown is not None
    queue.select(shown)
    assert not queue.model.is_closed(0)
    assert queue.selected == [shown]


def test_shift_selects_across_a_heading_and_means_the_incidents(
    open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    console = with_some(open_console, elsewhere, sqlite_center_url)
    console.queue.model.group_by(Grouping.CATEGORY)
    model = console.queue.model
    second = next(row for row in range(1, 7) if model.is_heading(row))
    console.queue.table.make_current(model.index(second - 1, 0))
    press(console.window, DOWN, SHIFT)
    press(console.window, DOWN, SHIFT)
    around = [model.incident(second - 1), model.incident(second + 1)]
    assert console.queue.selected == [one.id for one in around if one is not None]
    assert console.bulk.caption.text() == "2 incidents selected"


def test_a_click_folds_and_one_grid_alone_is_said_below(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, sqlite_center_url: str
) -> None:
    elsewhere(sqlite_center_url, litter())
    elsewhere(sqlite_center_url, Report("无处可寻", "litter", address="文宗路"))
    console = open_console(sqlite_center_url)
    queue = console.queue
    queue.model.group_by(Grouping.GRID)
    table = queue.table
    click(table.viewport(), table.visualRect(queue.model.index(0, 0)).center())
    assert queue.model.is_closed(0)
    assert "outside all grids: 1" in [
        queue.model.index(row, 0).data() for row in range(queue.model.rowCount())
    ]
    queue.model.group_by(Grouping.NONE)
    found = console.hub.picture.incidents.values()
    grid = next(one.grid for one in found if one.grid)
    grids = menu(qtbot, console, F4)
    name = f"{int(grid[12:14])}"
    for action in grids.actions():
        if action.text() == "Only the grid":
            part = action.menu()
            wanted = next(a.text() for a in part.actions() if a.text().startswith(f"{name} "))  # type: ignore[attr-defined]
            choose(part, wanted)  # type: ignore[arg-type]
    grids.close()
    assert queue.model.count == 1
    assert f"· {name} " in queue.summary.text()
    queue.show_all()
    assert queue.model.count == 2
