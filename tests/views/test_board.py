"""The wall: what it shows follows the database, is read from afar, and names nobody."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text as sql

from console.board import Wall
from console.db.engine import Database
from console.domain.category import Priority
from console.domain.codes import short_code
from console.domain.cover import by_base
from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, Dispatch, Step, Verify
from console.domain.orders_shifts import ChangeShift
from console.domain.people import AVAILABLE, Duty
from console.views.board.parts import SkillBadge, Text
from console.views.board.window import POINTER_MS, BoardWindow
from console.widgets.language import Language
from console.wiring import Console
from tests.clock import Clock
from tests.conftest import SCREEN, Templates
from tests.postgres import Cluster
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import press, sit_at, until
from tests.views.outages import Outage
from tests.views.reports import litter
from tests.views.walls import OpenWall, labels, told

MINUTE = 60
FULL_HD, UHD = (1920, 1080), (3840, 2160)


@pytest.fixture
def open_wall(qtbot: QtBot, language: Language, clock: Clock) -> Iterator[OpenWall]:
    """Opens walls as processes of their own have them; without the web engine."""
    opened: list[Wall] = []

    def open_one(url: str, size: tuple[int, int] = FULL_HD, *, loaded: bool = True) -> Wall:
        wall = Wall(url, clock.now, with_map=False)
        opened.append(wall)
        qtbot.addWidget(wall.window)
        wall.window.resize(*size)
        wall.window.show()
        wall.start()
        if loaded:
            until(qtbot, lambda: wall.window.watch.figures is not None)
        return wall

    yield open_one
    for wall in opened:
        wall.window.close()
        wall.stop()


def figures(wall: Wall | BoardWindow) -> list[str]:
    window = wall if isinstance(wall, BoardWindow) else wall.window
    page = window.page.figures
    return [f.figure.text() for f in (page.reported, page.closed, page.on_time, page.arrival)]


def urgent(wall: Wall) -> list[tuple[str, str, str]]:
    rows = wall.window.page.urgent.rows
    return [
        (row.title.text(), row.where.text(), row.left.text()) for row in rows if row.isVisible()
    ]


def work_off(url: str, elsewhere: Elsewhere, wall: Wall, clock: Clock) -> int:
    """One incident from its report to its closing; the way takes six minutes."""
    number = elsewhere(url, litter()).subject.id
    elsewhere(url, Verify(number))
    today = clock.now().date()
    members = wall.hub.picture.members.values()
    fit = next(m for m in members if m.holds("urban", today) and m.duty is Duty.ON_DUTY)
    elsewhere(url, Dispatch(number, fit.id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT):
        elsewhere(url, Step(deed, number))
    clock.advance(6 * MINUTE)
    elsewhere(url, Step(Deed.ARRIVE, number))
    elsewhere(url, Step(Deed.RESOLVE, number, note="清了"))
    elsewhere(url, Step(Deed.CHECK, number, note="好", by="周敏"))
    elsewhere(url, Step(Deed.CLOSE, number, by="周敏", reason="handled"))
    return number


# Opening and closing


def test_f11_opens_the_wall_and_f11_or_escape_closes_it(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    for key in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        sit_at(qtbot, console)
        press(console.window, Qt.Key.Key_F11)
        window = console.wall.window
        assert window is not None
        until(qtbot, window.isVisible)
        assert window.isFullScreen()
        assert window.size() == window.screen().size()
        until(qtbot, partial(_counted, window))
        window.activateWindow()
        until(qtbot, window.isActiveWindow)
        QTest.keyClick(window, key)
        assert console.wall.window is None
    # The same key on the desk closes it too.
    sit_at(qtbot, console)
    press(console.window, Qt.Key.Key_F11)
    assert console.wall.window is not None
    sit_at(qtbot, console)
    press(console.window, Qt.Key.Key_F11)
    assert console.wall.window is None


def _counted(window: BoardWindow) -> bool:
    return figures(window)[0] == "0"


def test_the_wall_goes_when_the_desk_is_closed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_F11)
    assert console.wall.window is not None
    console.window.close()
    assert console.wall.window is None


def test_of_two_screens_it_takes_the_one_without_the_desk(tmp_path: Path) -> None:
    (screen,) = json.loads(SCREEN.read_text())["screens"]
    screens = [screen, screen | {"name": "wall", "x": 1920, "width": 3840, "height": 2160}]
    (tmp_path / "two.json").write_text(json.dumps({"screens": screens}))
    look = (
        "from PySide6.QtCore import QRect\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from console.views.board.window import screen_beside\n"
        "app = QApplication([])\n"
        "places = (None, QRect(10, 10, 800, 600), QRect(2500, 10, 800, 600))\n"
        "print(*(screen_beside(place).name() for place in places))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'two.json'}"}
    done = subprocess.run(
        [sys.executable, "-c", look], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["wall", "wall", "desk"]


def test_the_list_of_keys_names_it(open_console: OpenConsole, sqlite_center_url: str) -> None:
    console = open_console(sqlite_center_url)
    press(console.window, Qt.Key.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "F11" in listed(console)
    dialog.close()


def listed(console: Console) -> set[str]:
    """The keys in the list."""
    (table,) = console.window.findChildren(QTableWidget)
    cells = (table.item(row, column) for row in range(table.rowCount()) for column in (0, 2))
    return {cell.text() for cell in cells if cell is not None}


def test_alone_it_is_made_without_anything_that_writes() -> None:
    look = (
        "import sys, console.board\n"
        "writers = {'console.live.' + n for n in ('desk', 'climber', 'sending', 'courier')}\n"
        "sys.exit(bool(writers & set(sys.modules)) or 'console.wiring' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


def test_the_desk_starts_without_it() -> None:
    look = (
        "import sys, console.wiring\n"
        "late = [m for m in sys.modules if m.startswith(('console.views.board', 'pyqtgraph'))"
        " or m.endswith(('day_figures', '.pressing', '.closing', '.staffing'))]\n"
        "print(late); sys.exit(bool(late))"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0


# What it shows


def test_the_figures_of_the_day_follow_what_happens(
    qtbot: QtBot, open_wall: OpenWall, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    wall = open_wall(center_url)
    assert figures(wall) == ["0", "0", "–", "–"]
    work_off(center_url, elsewhere, wall, clock)
    elsewhere(center_url, litter("第二件"))
    until(qtbot, lambda: figures(wall) == ["2", "1", "100", "6.0"])
    page = wall.window.page
    assert page.categories.names[0].text() == "Exposed litter"
    assert page.categories.counts[0].text() == "2"
    assert page.hours.lines.today == (*(0,) * 10, 2)
    # At midnight of the center a new day begins, and nothing but the clock says so.
    clock.advance(15 * 3600)
    until(qtbot, lambda: figures(wall) == ["0", "0", "–", "–"])
    assert page.header.day.text() == "Tuesday, 3 March"
    assert len(page.hours.lines.today) == 2
    assert not any(page.hours.lines.today)
    # A week after the first one its hours stand beside today's.
    clock.advance(6 * 86400)
    until(qtbot, lambda: sum(page.hours.lines.week_ago) == 2)
    assert page.hours.week_ago.text() == "same day last week"


def test_the_head_tells_center_day_shift_and_time(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str, clock: Clock, elsewhere: Elsewhere
) -> None:
    header = open_wall(sqlite_center_url).window.page.header
    until(qtbot, lambda: "Baotun" in header.center.text())
    assert header.day.text() == "Monday, 2 March"
    assert header.time.text() == "10:00"
    assert header.age.text() == "data 0 s ago"
    assert header.demonstration.text() == "Demonstration data"
    # Nothing is planned for anybody: then no shift is on.
    assert not header.shift.isVisible()
    elsewhere(sqlite_center_url, ChangeShift(1, clock.now().date(), "late"))
    until(qtbot, header.shift.isVisible)
    assert header.shift.text() == "early shift"
    clock.advance(5 * 3600)
    until(qtbot, lambda: header.shift.text() == "late shift")
    assert header.time.text() == "15:00"


def test_what_is_urgent_or_overdue_is_listed_with_what_is_left(
    qtbot: QtBot, open_wall: OpenWall, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    wall = open_wall(center_url)
    assert urgent(wall) == []
    assert "Nothing urgent" in wall.window.page.urgent.none.text()
    elsewhere(center_url, litter("不急"))
    number = elsewhere(center_url, litter("急", priority=Priority.URGENT)).subject.id
    until(qtbot, lambda: len(urgent(wall)) == 1)
    title, where, left = urgent(wall)[0]
    assert title == "急"
    grid = wall.hub.picture.incidents[number].grid
    assert grid is not None
    assert where == f"{short_code(grid)} · to verify"
    assert "overdue" not in left
    row = wall.window.page.urgent.rows[0]
    assert row.mark.priority is Priority.URGENT
    assert row.left.property("tone") == "dim"
    # Limits pass without an event; the urgent one stays the first.
    clock.advance(86400)
    until(qtbot, lambda: len(urgent(wall)) == 2)
    assert [found[0] for found in urgent(wall)] == ["急", "不急"]
    assert urgent(wall)[0][2].startswith("overdue ")
    assert row.left.property("tone") == "red"
    elsewhere(center_url, Step(Deed.REJECT, number, note="无此事"))
    until(qtbot, lambda: [found[0] for found in urgent(wall)] == ["不急"])


def test_more_than_there_is_room_for_is_counted(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    wall = open_wall(sqlite_center_url)
    for number in range(8):
        elsewhere(sqlite_center_url, litter(f"第 {number} 件", priority=Priority.URGENT))
    until(qtbot, lambda: wall.window.page.urgent.more.text() == "3 more")
    assert len(urgent(wall)) == 5


def test_holes_in_cover_show_as_they_do_in_the_roster(
    qtbot: QtBot, open_wall: OpenWall, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    wall = open_wall(center_url)
    picture, page = wall.hub.picture, wall.window.page
    today = picture.day_of(clock.now())

    def shown() -> dict[str, list[str]]:
        rows = [row for row in page.holes.rows if row.isVisible()]
        return {
            row.grid.text(): [b.skill.code for b in row.badges if b.isVisible() and b.skill]
            for row in rows
        }

    def expected() -> dict[str, list[str]]:
        found = by_base(picture.holes(today))
        return {
            f"▲ Grid {short_code(base)}": [hole.skill for hole in some][:6]
            for base, some in list(found.items())[:4]
        }

    before = expected()
    until(qtbot, lambda: shown() == before)
    crew = picture.crew
    lone = next(
        member
        for slot, member in enumerate(crew.members)
        if crew.lone(today)[slot] and member.duty in AVAILABLE and not member.load
    )
    elsewhere(center_url, ChangeDuty(lone.id, Duty.OFF))
    until(qtbot, lambda: expected() != before and shown() == expected())
    elsewhere(center_url, ChangeDuty(lone.id, Duty.ON_DUTY))
    until(qtbot, lambda: shown() == before)


def test_a_skill_with_nobody_free_is_marked_and_not_by_colour_alone(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    wall = open_wall(sqlite_center_url)
    picture, people = wall.hub.picture, wall.window.page.people
    today = picture.day_of(clock.now())
    place = list(picture.skills).index("food_drug")
    column = people.columns[place]
    holders = [m for m in picture.members.values() if m.holds("food_drug", today)]
    there = [m for m in holders if m.duty in AVAILABLE]
    until(qtbot, lambda: column.on_duty.text() == str(len(there)))
    assert column.badge.skill is picture.skills["food_drug"]
    assert column.free.property("tone") == "text"
    for member in there:
        elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.BREAK))
    until(qtbot, lambda: column.free.text() == "▲0")
    assert column.free.property("tone") == "red"
    assert column.on_duty.text() == "0"


def test_nothing_personal_is_on_it(
    qtbot: QtBot, open_wall: OpenWall, center_url: str, elsewhere: Elsewhere, clock: Clock
) -> None:
    number = elsewhere(
        center_url,
        litter("急", reporter_name="李四", reporter_phone="13800001111", priority=Priority.URGENT),
    ).subject.id
    wall = open_wall(center_url)
    elsewhere(center_url, Verify(number))
    members = list(wall.hub.picture.members.values())
    today = clock.now().date()
    fit = next(m for m in members if m.holds("urban", today) and m.duty is Duty.ON_DUTY)
    elsewhere(center_url, Dispatch(number, fit.id))
    until(qtbot, lambda: [found[1][-11:] for found in urgent(wall)] == ["in progress"])
    said = told(wall.window)
    assert "急" in said
    private = {"李四", "13800001111"} | {one for m in members for one in (m.name, m.phone) if one}
    assert len(private) > 50
    assert [one for one in private if one in said] == []


# How it is read


@pytest.mark.parametrize("speech", ["zh", "en"])
@pytest.mark.parametrize(("size", "least"), [(FULL_HD, 22), (UHD, 44)])
def test_every_text_is_large_enough_and_whole(
    qtbot: QtBot,
    open_wall: OpenWall,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    language: Language,
    clock: Clock,
    size: tuple[int, int],
    least: int,
    speech: str,
) -> None:
    language.use(speech)
    wall = open_wall(sqlite_center_url, size)
    work_off(sqlite_center_url, elsewhere, wall, clock)
    long = "文宗路综合楼旁施工噪声扰民，居民多次投诉，请派人到场核实并处理" * 2
    for title in (long, "二", "三", "四", "五", "六"):
        elsewhere(sqlite_center_url, litter(title, priority=Priority.URGENT))
    until(qtbot, lambda: len(urgent(wall)) == 5)
    window = wall.window
    assert (window.width(), window.height()) == size
    shown = labels(window)
    assert len(shown) > 60
    body = window.page.header.day.font().pixelSize()
    assert body >= least
    for label in shown:
        assert label.font().pixelSize() >= least, label.text()
        assert isinstance(label, Text)
        assert label.is_whole or label.text() == long, label.text()
        # What is drawn stays inside, also the strokes of Chinese.
        box = QFontMetrics(label.font()).tightBoundingRect(label.text())
        assert label.height() >= box.height(), label.text()
    page = window.page.figures
    for figure in (page.reported, page.closed, page.on_time, page.arrival):
        assert figure.figure.font().pixelSize() >= 4 * body
    # A badge's letter is painted: of its side it has three fifths.
    badges = [one for one in window.findChildren(SkillBadge) if one.isVisible()]
    assert len(badges) > 8
    assert min(badge.height() for badge in badges) * 0.6 >= least


def test_figures_are_equally_wide(open_wall: OpenWall, sqlite_center_url: str) -> None:
    for label in labels(open_wall(sqlite_center_url).window):
        metrics = QFontMetrics(label.font())
        assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_a_language_switch_reaches_every_word(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str, language: Language
) -> None:
    wall = open_wall(sqlite_center_url)
    page = wall.window.page
    until(qtbot, page.header.center.text)
    english = {label: label.text() for label in labels(wall.window)}
    language.use("zh")
    until(qtbot, lambda: page.header.day.text() == "3 月 2 日 星期一")
    left = [
        text
        for label, text in english.items()
        if label.text() == text and any("a" <= letter <= "z" for letter in text)
    ]
    assert left == []


def test_the_pointer_hides_when_nobody_moves_it_and_comes_back(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str
) -> None:
    window = open_wall(sqlite_center_url).window
    blank = Qt.CursorShape.BlankCursor
    qtbot.waitUntil(lambda: window.cursor().shape() is blank, timeout=2 * POINTER_MS)
    # Over any part of the page: it lets the mouse through to the window.
    assert window.childAt(QPoint(900, 500)) is None
    QTest.mouseMove(window, QPoint(900, 500))
    QTest.mouseMove(window, QPoint(910, 500))
    until(qtbot, lambda: window.cursor().shape() is not blank)


# The database goes and comes


def test_a_lost_database_is_told_with_the_age_of_the_data_and_taken_up_again(
    qtbot: QtBot,
    open_wall: OpenWall,
    cluster: Cluster,
    postgresql_templates: Templates,
    elsewhere: Elsewhere,
    clock: Clock,
) -> None:
    url = postgresql_templates.center()
    elsewhere(url, litter("急", priority=Priority.URGENT))
    wall = open_wall(url)
    header = wall.window.page.header
    until(qtbot, lambda: len(urgent(wall)) == 1)
    outage = Outage(cluster, url)
    outage.begin()
    until(qtbot, lambda: header.age.text().startswith("▲ Database lost: data of 10:00:00"))
    assert header.age.property("tone") == "red"
    clock.advance(3 * MINUTE)
    until(qtbot, lambda: "3 min 00 s old" in header.age.text())
    # What was known stays on the wall.
    assert len(urgent(wall)) == 1
    assert figures(wall)[0] == "1"
    assert header.age.is_whole
    outage.end()
    until(qtbot, lambda: header.age.text().startswith("data "))
    assert header.age.property("tone") == "dim"
    elsewhere(url, litter("第二件"))
    until(qtbot, lambda: figures(wall)[0] == "2")


def test_it_waits_for_a_database_that_is_not_there_yet_and_makes_none(
    qtbot: QtBot, open_wall: OpenWall, tmp_path: Path, sqlite_center_url: str
) -> None:
    file = tmp_path / "later.db"
    wall = open_wall(f"sqlite:///{file}", loaded=False)
    header = wall.window.page.header
    until(qtbot, lambda: "waiting for it" in header.age.text())
    assert not file.exists()
    assert figures(wall) == ["–", "–", "–", "–"]
    copyfile(sqlite_center_url.removeprefix("sqlite:///"), file)
    until(qtbot, lambda: figures(wall)[0] == "0")
    assert header.age.text().startswith("data ")


def test_a_reader_who_may_write_nothing_is_enough(
    qtbot: QtBot, open_wall: OpenWall, postgresql_templates: Templates, elsewhere: Elsewhere
) -> None:
    url = postgresql_templates.center()
    database = Database.open(url)
    with database.engine.begin() as connection:
        connection.execute(sql("DROP ROLE IF EXISTS wall_reader"))
        connection.execute(sql("CREATE ROLE wall_reader LOGIN PASSWORD 'reader'"))
        connection.execute(sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO wall_reader"))
    try:
        where = url.rpartition("@")[2]
        wall = open_wall(f"postgresql://wall_reader:reader@{where}")
        assert figures(wall)[0] == "0"
        elsewhere(url, litter("急", priority=Priority.URGENT))
        until(qtbot, lambda: figures(wall)[0] == "1" and len(urgent(wall)) == 1)
        wall.window.close()
        wall.stop()
    finally:
        with database.engine.begin() as connection:
            connection.execute(sql("DROP OWNED BY wall_reader"))
            connection.execute(sql("DROP ROLE wall_reader"))
        database.close()


def test_a_local_file_is_left_as_it_was(
    qtbot: QtBot, open_wall: OpenWall, sqlite_center_url: str
) -> None:
    file = Path(sqlite_center_url.removeprefix("sqlite:///"))
    before = file.read_bytes()
    wall = open_wall(sqlite_center_url)
    until(qtbot, lambda: wall.window.page.header.known_at is not None)
    wall.window.close()
    wall.stop()
    assert file.read_bytes() == before
