"""Rows with everything that a queue may meet, and the controls of a desk, to look at."""

from datetime import timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.category import Priority
from console.domain.incident import State
from console.domain.limits import Standing
from console.domain.people import BadgeLook
from console.widgets.badge import BadgeStrip, paint_badge
from console.widgets.chip import FilterChips, StateChip
from console.widgets.icons import icon, names
from console.widgets.marks import paint_priority, paint_ring
from console.widgets.monogram import paint_monogram
from console.widgets.theme import Look
from tests.widgets.make import BADGES, INCIDENT, NOW, SKILLS, TODAY, incident
from tests.widgets.rows import Row

_MIN = timedelta(minutes=1)

LONG = "很长的标题" * 2000
ROWS = (
    Row(incident(id=107, title="消防通道被堵", due_at=NOW - 4 * _MIN), "fire", "3-02"),
    Row(
        incident(
            id=103,
            title="夜间施工噪声",
            priority=Priority.HIGH,
            state=State.ON_SCENE,
            due_at=NOW - _MIN,
        ),
        "noise",
        "1-03",
        "陈",
    ),
    Row(INCIDENT, "person"),
    Row(
        incident(
            id=115,
            title="出租屋电动车飞线充电",
            priority=Priority.HIGH,
            state=State.REPORTED,
            due_at=NOW + timedelta(seconds=130),
        ),
        "charging",
        "3-05",
        new=True,
    ),
    Row(
        incident(
            id=114,
            title="乱丢放垃圾",
            priority=Priority.NORMAL,
            state=State.DISPATCHED,
            due_at=NOW + timedelta(seconds=362),
        ),
        "litter",
        "4-01",
        "梁",
        busy=True,
    ),
    Row(
        incident(
            id=111,
            title="井盖破损",
            priority=Priority.NORMAL,
            state=State.EN_ROUTE,
            due_at=NOW + 14 * _MIN,
        ),
        "manhole",
        "2-01",
        "黄",
    ),
    Row(
        incident(
            id=110,
            title="流动摊贩占道",
            priority=Priority.LOW,
            state=State.RESOLVED,
            due_at=NOW + 72 * _MIN,
        ),
        "shop",
        "3-01",
        "吴",
    ),
    Row(
        incident(
            id=101, title="邻里纠纷", priority=Priority.LOW, state=State.SUSPENDED, due_at=None
        ),
        "dispute",
        "5-03",
        "郑",
    ),
    Row(incident(id=90, title=LONG, address=LONG, priority=Priority.LOW), "water", new=True),
    Row(incident(id=91, title="<b>fett</b> & <img src='http://x'>", address="<i>a</i>"), "sign"),
    Row(incident(id=92, title="\u202eשלום עולם\u202c חנות", address="רחוב הרצל 5"), "help"),
    Row(incident(id=93, title="🔥🚒 火\nzweite Zeile\t👩‍👩‍👧‍👦", address="🏠\n5"), "gas"),
)


def words_and_buttons(look: Look) -> QWidget:
    """Every kind of label and of button."""
    panel = QWidget()
    layout = QVBoxLayout(panel)
    for role, text in (
        ("panel_title", "居民楼可疑人员徘徊 Title"),
        ("row_title", "Row title 320 m"),
        ("dim", "宝塘厦 3 巷 12 号 dim"),
        ("faint", "faint"),
        ("caption", "推荐人员 caption"),
        ("warning", "A warning"),
        ("error", "An error"),
        ("key", "Enter"),
        ("chip", "在岗"),
        ("demonstration", "演示数据"),
        ("clock", "14:05:12"),
    ):
        label = QLabel(text)
        label.setProperty("role", role)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addStretch(1)
        layout.addLayout(line)
    for kinds in (("", "primary", "quiet", "danger"), ("key", "counter", "chip")):
        line = QHBoxLayout()
        for kind in kinds:
            button = QPushButton(kind or "standard")
            button.setProperty("kind", kind)
            line.addWidget(button)
        off = QPushButton("disabled")
        off.setEnabled(False)
        line.addWidget(off)
        layout.addLayout(line)
    large = QPushButton("派遣 网格员甲    ⏎")
    large.setProperty("kind", "primary_large")
    large.setMinimumHeight(look.theme.size("primary_button"))
    layout.addWidget(large)
    return panel


def inputs(look: Look) -> QWidget:
    """Every kind of input, a table and a card."""
    panel = QWidget()
    layout = QVBoxLayout(panel)
    edit = QLineEdit()
    edit.setPlaceholderText("搜索事件、人员、地址")
    edit.setClearButtonEnabled(True)
    box = QComboBox()
    box.addItems(["时限优先", "Priority"])
    text = QPlainTextEdit("一名男子持钥匙逐户试门")
    text.setFixedHeight(60)
    for widget in (edit, box, text):
        layout.addWidget(widget)
    line = QHBoxLayout()
    for number, button in enumerate(
        (QCheckBox("网格"), QCheckBox("事件"), QRadioButton("日"), QRadioButton("周"))
    ):
        button.setChecked(number % 2 == 0)
        line.addWidget(button)
    layout.addLayout(line)
    tabs = QTabBar()
    for name in ("时间线", "附件", "说明"):
        tabs.addTab(name)
    layout.addWidget(tabs)
    table = QTableWidget(4, 3)
    table.setHorizontalHeaderLabels(["编号", "姓名", "状态"])
    for row in range(4):
        for column in range(3):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    table.selectRow(1)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setMinimumHeight(160)
    layout.addWidget(table)
    card = QFrame()
    card.setObjectName("candidate")
    card.setProperty("chosen", True)
    inner = QVBoxLayout(card)
    strip = BadgeStrip(look)
    strip.set_badges(SKILLS, BADGES, TODAY)
    title = QLabel("1  网格员甲")
    title.setProperty("role", "row_title")
    inner.addWidget(title)
    inner.addWidget(strip)
    layout.addWidget(card)
    return panel


class Parts(QWidget):
    """All painted parts, once small and once large."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumSize(620, 330)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._row(painter, 10, 1)
        self._row(painter, 110, 3)
        painter.end()

    def _row(self, painter: QPainter, top: float, times: float) -> None:
        theme = self._look.theme
        x = 10.0
        for priority in Priority:
            paint_priority(painter, QRectF(x, top, 14 * times, 14 * times), priority, theme)
            x += 20 * times
        x = 10.0
        top += 22 * times
        for share in (None, 1.0, 0.6, 0.19, 0.02):
            close = share is not None and share < 0.2
            stands = Standing.CLOSE if close else Standing.QUIET
            paint_ring(painter, QRectF(x, top, 18 * times, 18 * times), share, theme, stands)
            x += 22 * times
        ring = QRectF(x, top, 18 * times, 18 * times)
        paint_ring(painter, ring, 0.0, theme, Standing.OVER)
        top += 24 * times
        x = 10.0
        for place, badge in enumerate(BadgeLook):
            for skill in SKILLS[place : place + 2]:
                rect = QRectF(x, top, 20 * times, 20 * times)
                paint_badge(painter, rect, skill, badge, theme)
                x += 24 * times
        x = 150.0 * times
        for name in ("", "陈", "É"):
            paint_monogram(
                painter, QRectF(x, top - 50 * times, 26 * times, 26 * times), name, theme
            )
            x += 30 * times


def icons_and_chips(look: Look) -> QWidget:
    """All icons with their names, the states as chips, and filters."""
    panel = QWidget()
    layout = QVBoxLayout(panel)
    grid = QGridLayout()
    for place, name in enumerate(sorted(names())):
        cell = QPushButton(name)
        cell.setProperty("kind", "key")
        cell.setIcon(icon(name, look.theme))
        grid.addWidget(cell, place // 6, place % 6)
    layout.addLayout(grid)
    line = QHBoxLayout()
    for state in State:
        chip = StateChip(look)
        chip.set_state(state)
        line.addWidget(chip)
    layout.addLayout(line)
    chips = FilterChips(look)
    chips.set_chips([("all", "全部", 18), ("unverified", "待核实", 4), ("overdue", "超时", 2)])
    layout.addWidget(chips)
    return panel
