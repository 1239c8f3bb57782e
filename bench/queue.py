"""The queue with 100,000 open incidents: loading, filtering, sorting, scrolling.

The baseline is what Qt offers for this: ``QSqlTableModel``, fully fetched, under a
``QSortFilterProxyModel``, in the same kind of view with the same height of rows.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel
from PySide6.QtGui import QPainter
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from bench.data import local_center
from bench.row import Row, median, percentile, timed_ms
from console.db.engine import Database
from console.db.queries import snapshot
from console.domain.queue_views import Group, Sort, Sorting
from console.live.memory import spare_the_collector
from console.live.picture import Picture
from console.views.queue.model import QueueModel
from console.views.queue.table import QueueTable
from console.widgets.queue_row import QueueRole, QueueRowDelegate
from console.widgets.theme import Look

OPEN = 100_000
REPEATS = 5
FRAMES = 400
WORDS = ("文", "文宗", "文宗路", "文宗路 1", "井盖", "宝屯路 18", "噪声", "9")
TITLE, ADDRESS, DUE, REPORTED, PRIORITY, NUMBER = 5, 7, 16, 13, 3, 0
"""Columns of the table that the baseline is filtered and sorted by."""


def _now() -> datetime:
    return datetime.now(UTC)


def _frame(view: QTableView) -> None:
    view.viewport().repaint()


class Ours:
    """The console's own queue."""

    def __init__(self, url: str, look: Look) -> None:
        self._url, self._look = url, look
        self.view = QueueTable()
        self.model: QueueModel | None = None

    def load(self) -> None:
        """From an opened address to a painted queue that takes keys."""
        database = Database.open(self._url)
        with database.read() as session:
            everything = snapshot(session)
        picture = Picture()
        picture.load(everything)
        self.model = QueueModel(picture, _now, self.view)
        self.model.load()
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(QueueRowDelegate(self._look, _now, view))
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(self._look.theme.size("queue_row"))
        _expose(view)
        database.close()

    def filter(self, text: str) -> None:
        assert self.model is not None
        self.model.narrow(text=text, group=Group.ALL)
        _frame(self.view)

    def sort(self, sorting: Sorting) -> None:
        assert self.model is not None
        self.model.sort_by((Sort(sorting),))
        _frame(self.view)


class Theirs:
    """The same rows in Qt's own models."""

    def __init__(self, url: str) -> None:
        self._path = url.removeprefix("sqlite:///")
        self.view = QTableView()
        self.proxy = QSortFilterProxyModel()

    def load(self) -> None:
        database = QSqlDatabase.addDatabase("QSQLITE", "baseline")
        database.setDatabaseName(self._path)
        if not database.open():
            raise RuntimeError(database.lastError().text())
        self._table = QSqlTableModel(None, database)
        self._table.setTable("incident")
        self._table.setFilter("state NOT IN ('closed', 'rejected', 'merged')")
        self._table.select()
        while self._table.canFetchMore():
            self._table.fetchMore()
        self.proxy.setSourceModel(self._table)
        self.proxy.setDynamicSortFilter(False)
        self.view.setModel(self.proxy)
        self.view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.view.verticalHeader().setDefaultSectionSize(54)
        for column in range(self.proxy.columnCount()):
            self.view.setColumnHidden(column, column not in (NUMBER, TITLE, ADDRESS, DUE))
        self.proxy.sort(DUE)
        _expose(self.view)

    def filter(self, text: str) -> None:
        self.proxy.setFilterKeyColumn(TITLE)
        self.proxy.setFilterFixedString(text)
        _frame(self.view)

    def sort(self, column: int) -> None:
        self.proxy.sort(column)
        _frame(self.view)

    def close(self) -> None:
        self.view.close()
        self.proxy.setSourceModel(None)  # type: ignore[arg-type]
        del self._table
        QSqlDatabase.removeDatabase("baseline")


class PlainCell(QStyledItemDelegate):
    """One line of text, painted by Qt: what a row costs at the least."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        incident = index.data(QueueRole.INCIDENT)
        option.text = incident.title

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)


def _expose(view: QTableView) -> None:
    view.resize(470, 960)
    view.show()
    QTest.qWaitForWindowExposed(view)
    _frame(view)


@contextmanager
def _stage() -> Iterator[tuple[str, Look]]:
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    spare_the_collector()
    look = Look(app)
    look.use("dark")
    with tempfile.TemporaryDirectory(prefix="bench-queue-") as folder:
        yield local_center(Path(folder), "queue", open_count=OPEN), look


def load() -> Row:
    """From the database into a usable queue."""
    with _stage() as (url, look):
        ours, theirs = [], []
        for _ in range(REPEATS):
            queue, baseline = Ours(url, look), Theirs(url)
            ours.append(timed_ms(queue.load) / 1000)
            theirs.append(timed_ms(baseline.load) / 1000)
            queue.view.close()
            baseline.close()
    figure, base = median(ours), median(theirs)
    return Row(
        "queue-load",
        figure,
        "s",
        base,
        figure / base,
        "≤ 1.0 s",
        figure <= 1.0,
        f"median of {REPEATS}, SQLite, {OPEN:,} open; worst {max(ours):.2f} s",
    )


def _compare(
    name: str,
    goal_ms: float,
    times: float,
    ours: Callable[[Ours], list[float]],
    theirs: Callable[[Theirs], list[float]],
) -> Row:
    with _stage() as (url, look):
        queue, baseline = Ours(url, look), Theirs(url)
        queue.load()
        baseline.load()
        mine, base = ours(queue), theirs(baseline)
        queue.view.close()
        baseline.close()
    figure, reference = median(mine), median(base)
    return Row(
        name,
        figure,
        "ms",
        reference,
        figure / reference,
        f"≤ {goal_ms:g} ms and {times:g} × faster",
        figure <= goal_ms and reference / figure >= times,
        f"median; p95 {percentile(mine, 95):.1f} ms, worst {max(mine):.1f} ms; "
        f"{reference / figure:.1f} × faster",
    )


def narrow() -> Row:
    """A keystroke in the filter, until it is painted."""

    def keys(apply: Callable[[str], None]) -> list[float]:
        found = []
        for _ in range(REPEATS):
            for word in WORDS:
                found.append(timed_ms(partial(apply, word)))
                apply("")
        return found

    return _compare("queue-filter", 30, 5, lambda q: keys(q.filter), lambda t: keys(t.filter))


def sort() -> Row:
    """Another order of the rows, until it is painted."""
    orders = (Sorting.PRIORITY, Sorting.NEWEST, Sorting.NUMBER, Sorting.TIME_LEFT)
    columns = (PRIORITY, REPORTED, NUMBER, DUE)

    def ours(queue: Ours) -> list[float]:
        return [timed_ms(partial(queue.sort, order)) for _ in range(REPEATS) for order in orders]

    def theirs(table: Theirs) -> list[float]:
        return [timed_ms(partial(table.sort, column)) for _ in range(2) for column in columns]

    return _compare("queue-sort", 100, 15, ours, theirs)


def scroll() -> Row:
    """A scrolled, fully painted frame: two-line rows against one line of plain text."""
    with _stage() as (url, look):
        queue = Ours(url, look)
        queue.load()
        mine = _scrolled(queue.view)
        queue.view.setItemDelegate(PlainCell(queue.view))
        plain = _scrolled(queue.view)
        queue.view.close()
    figure, base = percentile(mine, 99), percentile(plain, 99)
    return Row(
        "queue-scroll",
        figure,
        "ms",
        base,
        figure / base,
        "p99 ≤ 16 ms",
        figure <= 16,
        f"p99 of {FRAMES} frames; median {median(mine):.1f} ms, worst {max(mine):.1f} ms",
    )


def _scrolled(view: QTableView) -> list[float]:
    bar = view.verticalScrollBar()
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    frames = []
    # Far apart, so that no row of a frame was on the one before it.
    for step in range(FRAMES):
        bar.setValue((step * 7919 * 54) % max(1, bar.maximum()))
        frames.append(timed_ms(lambda: _frame(view)))
    return frames


ROWS = {"queue-load": load, "queue-filter": narrow, "queue-sort": sort, "queue-scroll": scroll}
