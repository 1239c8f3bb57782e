"""The queue's other forms: one line, cells of a table, headings; quick and harmless like rows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from console.domain.incident import State
from console.domain.queue_columns import WIDTHS, QueueField
from console.domain.queue_views import Grouping, Sort, Sorting
from console.widgets.queue_cells import CellPainter
from console.widgets.queue_heading import HeadingLook, HeadingPainter
from console.widgets.queue_line import LinePainter
from console.widgets.queue_paint import RowLook
from console.widgets.theme import load_theme
from console.widgets.words_queue import grouping_label, order_mark, sorts_text
from tests.widgets.make import INCIDENT, NOW, incident, near

WIDTH, HEIGHT = 470, 32
PLAIN = RowLook(INCIDENT, NOW, grid="4-01", monogram="陈")
THEME = load_theme("dark")


def blank(width: int = WIDTH) -> QImage:
    image = QImage(max(1, width), HEIGHT, QImage.Format.Format_RGB32)
    image.fill(THEME.color("panel"))
    return image


def line(look: RowLook, width: int = WIDTH) -> QImage:
    image = blank(width)
    painter = QPainter(image)
    LinePainter(THEME).paint(painter, QRect(0, 0, width, HEIGHT), look)
    painter.end()
    return image


def cell(field: QueueField, look: RowLook = PLAIN, text: str = "", width: int = 0) -> QImage:
    """A cell in the middle of a row."""
    image = blank()
    painter = QPainter(image)
    rect = QRect(100, 0, width or WIDTHS[field], HEIGHT)
    CellPainter(THEME).paint_cell(painter, rect, image.rect(), look, field, text)
    painter.end()
    return image


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    title=st.text(max_size=300),
    address=st.text(max_size=300),
    seconds=st.integers(-(10**8), 10**8),
    width=st.integers(1, 2000),
)
def test_a_line_can_be_painted_at_any_width(
    qapp: object, title: str, address: str, seconds: int, width: int
) -> None:
    shown = incident(title=title, address=address, due_at=NOW + timedelta(seconds=seconds))
    line(replace(PLAIN, incident=shown, new=True), width)


def test_a_line_tells_what_the_two_lines_tell(qapp: object) -> None:
    plain = line(PLAIN, 700)
    others = [
        replace(PLAIN, incident=incident(title="另一件")),
        replace(PLAIN, incident=incident(address="另一处")),
        replace(PLAIN, incident=incident(state=State.RESOLVED)),
        replace(PLAIN, incident=incident(due_at=NOW)),
        replace(PLAIN, new=True),
        replace(PLAIN, busy=True),
        replace(PLAIN, gone=True),
    ]
    assert all(line(look, 700) != plain for look in others)


@pytest.mark.parametrize("field", QueueField)
def test_a_cell_shows_its_thing_and_paints_nothing_outside_of_itself(
    qapp: object, field: QueueField
) -> None:
    long = incident(title="很长的标题" * 50)
    image = cell(field, replace(PLAIN, incident=long), "很长的文字" * 50)
    rect = QRect(100, 0, WIDTHS[field], HEIGHT)
    inside = image.copy(rect)
    assert near(inside, THEME.color("panel"), 0) < rect.width() * (HEIGHT - 1)
    for beside in (QRect(0, 0, 100, HEIGHT), QRect(rect.right() + 1, 0, 50, HEIGHT)):
        part = image.copy(beside)
        assert near(part, THEME.color("panel"), 0) == part.width() * HEIGHT


def test_a_narrow_limit_keeps_its_words_and_gives_up_its_ring(qapp: object) -> None:
    late = replace(PLAIN, incident=incident(due_at=NOW - timedelta(minutes=59)))
    wide, narrow = (cell(QueueField.LIMIT, late, width=width) for width in (160, 124))
    red = THEME.color("red")
    words = QRect(100, 0, 8, HEIGHT)
    assert near(narrow.copy(words), red) == 0, "nothing is cut off at the left"
    assert 0 < near(narrow, red) < near(wide, red)


def test_a_heading_says_its_name_and_whether_it_is_folded(qapp: object) -> None:
    def painted(look: HeadingLook, *, focused: bool = False) -> QImage:
        image = blank()
        painter = QPainter(image)
        HeadingPainter(THEME).paint(painter, image.rect(), look, selected=False, focused=focused)
        painter.end()
        return image

    plain = HeadingLook("4-01 文宗里", 3, closed=False, spoken="")
    images = [
        painted(look) for look in (plain, replace(plain, closed=True), replace(plain, count=4))
    ]
    images.append(painted(plain, focused=True))
    assert all(images.count(image) == 1 for image in images)
    painted(replace(plain, name="<b>长</b>\n" * 500))


def test_what_is_sorted_by_is_told_in_its_order(qapp: object) -> None:
    sorts = (Sort(Sorting.PRIORITY), Sort(Sorting.TIME_LEFT, turned=True))
    assert order_mark(sorts, Sorting.PRIORITY) == "▲1"
    assert order_mark(sorts, Sorting.TIME_LEFT) == "▼2"
    assert order_mark(sorts, Sorting.GRID) == ""
    assert order_mark(sorts[:1], Sorting.PRIORITY) == "▲"
    assert sorts_text(sorts) == "Priority › Time left ▼"
    assert all(map(grouping_label, Grouping))
