"""Rows of the queue: what is painted where, quickly and harmlessly, whatever a title holds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from console.domain.category import Priority
from console.domain.incident import State
from console.widgets.painting import DRAWINGS, SHAPED, Texts
from console.widgets.queue_paint import RowLook, RowPainter
from console.widgets.theme import NAMES, Look, load_theme
from tests.widgets.make import INCIDENT, NOW, incident, near
from tests.widgets.rows import Row, RowModel, queue_table

WIDTH, HEIGHT = 470, 54
BAR = QRect(0, 0, 3, HEIGHT)
MARK = QRect(12, 12, 22, 30)
TITLE = QRect(60, 8, 150, 24)
BELOW = QRect(38, 30, 170, 18)
CIRCLE = QRect(WIDTH - 42, 10, 30, 34)

PLAIN = RowLook(INCIDENT, NOW)


def paint(painter: RowPainter, row: RowLook, width: int = WIDTH, ratio: float = 1.0) -> QImage:
    image = QImage(round(width * ratio), round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(load_theme("dark").color("panel"))
    own = QPainter(image)
    painter.paint(own, QRect(0, 0, width, HEIGHT), row)
    own.end()
    return image


@pytest.fixture
def rows(qtbot: QtBot) -> RowPainter:
    return RowPainter(load_theme("dark"))


def color(name: str) -> QColor:
    return load_theme("dark").color(name)


def painted_in(image: QImage, box: QRect, name: str, tolerance: int = 10) -> int:
    return near(image.copy(box), color(name), tolerance)


def test_a_selected_row_has_an_accented_bar_and_is_raised(rows: RowPainter) -> None:
    assert painted_in(paint(rows, PLAIN), BAR, "accent") == 0
    image = paint(rows, replace(PLAIN, selected=True))
    assert painted_in(image, BAR, "accent") == 3 * HEIGHT
    assert image.pixelColor(50, 4) == color("raised")


def test_a_new_row_is_marked_by_a_bar_a_bold_title_and_a_word(rows: RowPainter) -> None:
    plain, new = paint(rows, PLAIN), paint(rows, replace(PLAIN, new=True))
    assert painted_in(new, BAR, "text") == 3 * (HEIGHT - 1) + 3
    assert painted_in(new, TITLE, "text") > painted_in(plain, TITLE, "text")


def test_where_the_pointer_and_the_keyboard_are_shows(rows: RowPainter) -> None:
    still, hovered = paint(rows, PLAIN), paint(rows, replace(PLAIN, hovered=True))
    assert still.pixelColor(50, 4) != hovered.pixelColor(50, 4)
    focused = paint(rows, replace(PLAIN, selected=True, focused=True))
    assert [focused.pixelColor(300, y) == color("accent") for y in range(3)] == [True, True, False]
    assert focused.pixelColor(WIDTH - 1, 20) == color("accent")


def test_a_deed_in_flight_shows_in_title_and_chip(rows: RowPainter) -> None:
    busy = paint(rows, replace(PLAIN, busy=True))
    assert painted_in(busy, QRect(230, 0, 200, HEIGHT), "accent", 30) > 10
    assert painted_in(paint(rows, PLAIN), QRect(230, 0, 200, HEIGHT), "accent", 30) == 0
    assert painted_in(busy, TITLE, "text", 4) == 0


@pytest.mark.parametrize(
    ("left", "name"),
    [
        (timedelta(minutes=-4), "red"),
        (timedelta(seconds=60), "amber"),
        (timedelta(hours=1), "dim"),
    ],
)
def test_the_limit_has_the_colour_of_its_urgency(
    rows: RowPainter, left: timedelta, name: str
) -> None:
    row = replace(PLAIN, incident=incident(due_at=NOW + left, priority=Priority.LOW))
    right = QRect(230, 0, 190, HEIGHT)
    image = paint(rows, row)
    assert painted_in(image, right, name) > 40
    for other in {"red", "amber"} - {name}:
        assert painted_in(image, right, other) == 0


def test_the_limit_turns_amber_when_it_warns_however_long_it_still_is(rows: RowPainter) -> None:
    """In working time a limit over a weekend warns days before its end, or minutes."""
    far = incident(due_at=NOW + timedelta(days=3), priority=Priority.LOW, warn_at=NOW)
    right = QRect(230, 0, 190, HEIGHT)
    assert painted_in(paint(rows, replace(PLAIN, incident=far)), right, "amber") > 40
    before = replace(PLAIN, incident=far, now=NOW - timedelta(microseconds=1))
    assert painted_in(paint(rows, before), right, "amber") == 0


def test_every_priority_has_its_mark(rows: RowPainter) -> None:
    images = [
        paint(rows, replace(PLAIN, incident=incident(priority=priority))).copy(MARK)
        for priority in Priority
    ]
    assert all(images.count(image) == 1 for image in images)


def test_somebody_is_told_from_nobody(rows: RowPainter) -> None:
    nobody, somebody = paint(rows, PLAIN), paint(rows, replace(PLAIN, monogram="陈"))
    assert nobody.copy(CIRCLE) != somebody.copy(CIRCLE)
    assert painted_in(somebody, CIRCLE, "text", 40) > 5


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_chip(rows: RowPainter, state: State) -> None:
    other = State.VERIFIED if state is not State.VERIFIED else State.REPORTED
    one, two = (paint(rows, replace(PLAIN, incident=incident(state=s))) for s in (state, other))
    assert one != two


@pytest.mark.parametrize("width", [900, 470, 340, 260, 120])
def test_texts_never_run_into_what_stands_at_the_right(rows: RowPainter, width: int) -> None:
    long = incident(title="很长的标题" * 2000, address="很长的地址" * 2000, state=State.RESOLVED)
    short = incident(title="短", address="", state=State.RESOLVED)
    end = width - 14 - 26 - 6
    region = QRect(end, 0, width - end, HEIGHT)
    images = [paint(rows, replace(PLAIN, incident=i, grid=""), width) for i in (long, short)]
    assert images[0].copy(region) == images[1].copy(region)
    assert painted_in(images[0], QRect(0, 0, width, HEIGHT), "amber", 40) > 10


def test_a_row_paints_nothing_outside_of_itself(rows: RowPainter) -> None:
    image = QImage(WIDTH, 3 * HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    own = QPainter(image)
    zalgo = "Z" + "\u0300\u0323" * 60
    rows.paint(
        own, QRect(0, HEIGHT, WIDTH, HEIGHT), replace(PLAIN, incident=incident(title=zalgo))
    )
    own.end()
    for top in (0, 2 * HEIGHT):
        around = image.copy(QRect(0, top, WIDTH, HEIGHT))
        assert near(around, QColor("#123456"), 0) == WIDTH * HEIGHT


@pytest.mark.parametrize(
    ("title", "same_as"),
    [
        ("first\nsecond", "first second"),
        ("\u202eturned\u202c round", "turned round"),
        ("  much \t room  ", "much room"),
        ("cut" + "长" * 9_997, "cut" + "长" * 5_000),
    ],
)
def test_a_title_is_one_harmless_line(rows: RowPainter, title: str, same_as: str) -> None:
    first, second = (
        paint(rows, replace(PLAIN, incident=incident(title=t))) for t in (title, same_as)
    )
    assert first == second


def test_markup_in_a_title_is_shown_as_it_is(rows: RowPainter) -> None:
    markup, bold = (
        paint(rows, replace(PLAIN, incident=incident(title=t))) for t in ("<b>i</b>", "i")
    )
    assert painted_in(markup, TITLE, "text", 60) > 4 * painted_in(bold, TITLE, "text", 60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    title=st.text(max_size=300),
    address=st.text(max_size=300),
    monogram=st.text(max_size=2),
    icon=st.text(max_size=20),
    seconds=st.integers(-(10**8), 10**8),
    width=st.integers(1, 2000),
)
def test_any_row_can_be_painted_at_any_width(
    rows: RowPainter,
    title: str,
    address: str,
    monogram: str,
    icon: str,
    seconds: int,
    width: int,
) -> None:
    shown = incident(title=title, address=address, due_at=NOW + timedelta(seconds=seconds))
    paint(rows, RowLook(shown, NOW, icon=icon, grid="5-30", monogram=monogram, new=True), width)


def test_what_is_kept_is_bounded(rows: RowPainter) -> None:
    for number in range(DRAWINGS + 50):
        paint(rows, replace(PLAIN, monogram=chr(0x4E00 + number)))
    assert len(rows._stamps._drawings) <= DRAWINGS
    texts = Texts(load_theme("dark").font("body"), limit=50)
    for number in range(200):
        texts.shaped(f"text {number}", 100)
        texts.width(f"text {number}")
    assert len(texts._kept) <= 50
    assert len(texts._widths) <= 50
    assert all(len(text) <= SHAPED for text, _ in texts._kept)


def test_a_kept_text_is_shaped_once(rows: RowPainter) -> None:
    texts = Texts(load_theme("dark").font("body"))
    first = texts.shaped("很长的标题" * 2000, 120)
    assert texts.shaped("很长的标题" * 2000, 120) is first
    assert first.width <= 120
    assert texts.shaped("很长的标题" * 2000, 90).width <= 90


@pytest.mark.parametrize(
    "title", ["<b>fett</b> & <img src='http://x'>", "居民楼可疑人员徘徊", "WWii" * 50]
)
def test_a_text_that_is_cut_does_not_vanish(rows: RowPainter, title: str) -> None:
    texts = Texts(load_theme("dark").font("row_title"))
    widths = [texts.shaped(title, width).width for width in range(30, 300)]
    assert all(0 < shown <= width + 1 for width, shown in zip(range(30, 300), widths, strict=True))
    assert texts.shaped(title, 0).width == 0
    assert texts.shaped(title, -40).width == 0


def test_rows_are_sharper_on_a_finer_screen(rows: RowPainter) -> None:
    red = color("red")
    coarse, fine = (paint(rows, PLAIN, ratio=ratio) for ratio in (1.0, 2.0))
    assert fine.width() == 2 * coarse.width()
    assert near(fine, red, 8) > 3.5 * near(coarse, red, 8)


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> QTableView:
    model = RowModel(100_000, lambda row: Row(incident(id=row + 1), monogram="陈", new=row == 3))
    table = queue_table(model, look)
    qtbot.addWidget(table)
    table.resize(WIDTH, 10 * HEIGHT)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_the_delegate_hands_over_what_the_view_knows(table: QTableView, look: Look) -> None:
    table.selectRow(1)
    image = table.viewport().grab().toImage()
    accent, text = look.theme.color("accent"), look.theme.color("text")
    bars = [image.pixelColor(1, row * HEIGHT + 20) for row in range(5)]
    assert bars[1] == accent
    assert bars[3] == text
    assert bars[2] == bars[4] != accent


def test_the_rows_follow_a_switch_of_the_theme(table: QTableView, look: Look) -> None:
    before = table.viewport().grab().toImage()
    look.switch()
    after = table.viewport().grab().toImage()
    assert before != after
    assert near(after.copy(QRect(0, 0, WIDTH, HEIGHT)), look.theme.color("red")) > 20
    for _ in range(len(NAMES) - 1):
        look.switch()
    assert table.viewport().grab().toImage() == before


def test_the_last_of_many_rows_is_painted_too(table: QTableView) -> None:
    table.scrollToBottom()
    image = table.viewport().grab().toImage()
    assert near(image.copy(QRect(0, 10 * HEIGHT - 40, 60, 40)), color("red"), 60) > 5


def test_a_row_has_the_height_of_the_tokens(table: QTableView, look: Look) -> None:
    index = table.model().index(0, 0)
    hint = table.itemDelegate().sizeHint(QStyleOptionViewItem(), index)
    assert hint.height() == look.theme.size("queue_row") == HEIGHT
