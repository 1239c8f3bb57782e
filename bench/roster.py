"""The roster with 10,000 members: scrolling, a keystroke in the filter, one changed member.

The baselines are the same view with plain text cells and, for a keystroke and a change, sorting
and resetting everything.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from bench.data import local_center
from bench.row import Row, median, percentile, timed_ms
from console.db.engine import Database
from console.db.queries import snapshot
from console.domain.people import Duty, Member
from console.domain.pinyin import prepare
from console.live.memory import spare_the_collector
from console.live.picture import Picture
from console.views.common.narrowing import Narrowing
from console.views.roster.cells import CellDelegate, badges_width
from console.views.roster.model import RosterModel
from console.views.roster.rows import RosterTable
from console.widgets.theme import Look

MEMBERS = 10_000
FRAMES = 400
REPEATS = 20
WORDS = ("z", "zj", "zjm", "zhongzekai", "方", "bt-0", "9", "xyz")


def _now() -> datetime:
    return datetime.now(UTC)


class PlainCell(QStyledItemDelegate):
    """Text alone, as Qt paints it; a delegate in Python, too, so that the calls are the same."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)


class Roster:
    """The console's own roster on so many members."""

    def __init__(self, picture: Picture, look: Look) -> None:
        self.picture = picture
        self.view = RosterTable()
        self.model = RosterModel(picture, _now, self.view)
        self.view.setModel(self.model)
        self.delegate = CellDelegate(picture, look, self.model, self.view.hasFocus)
        self.view.setItemDelegate(self.delegate)
        self.view.set_widths(badges_width(look.theme, len(picture.skills)) + 16)
        self.model.load()
        self.view.resize(1440, 960)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.frame()

    def frame(self) -> None:
        self.view.viewport().repaint()

    def narrow(self, text: str) -> None:
        self.model.narrow(Narrowing(text=text))
        self.frame()

    def change(self, member: Member) -> None:
        self.picture.members[member.id] = member
        self.model.apply((member,))
        self.frame()

    def anew(self) -> None:
        self.model.load()
        self.frame()


@contextmanager
def _stage() -> Iterator[Roster]:
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    spare_the_collector()
    look = Look(app)
    look.use("dark")
    with tempfile.TemporaryDirectory(prefix="bench-roster-") as folder:
        picture = _picture(local_center(Path(folder), "roster"))
        roster = Roster(picture, look)
        yield roster
        roster.view.close()


def _picture(url: str) -> Picture:
    """The demonstration center with its members again and again, each with another number."""
    database = Database.open(url)
    try:
        with database.read() as session:
            everything = snapshot(session)
    finally:
        database.close()
    some = cycle(everything.members)
    members = tuple(
        replace(next(some), id=number, number=f"BT-{number:05d}", phone=f"1{number:010d}")
        for number in range(1, MEMBERS + 1)
    )
    picture = Picture()
    picture.load(replace(everything, members=members))
    return picture


def scroll() -> Row:
    """A scrolled, fully painted frame: badges and texts against plain text cells."""
    with _stage() as roster:
        mine = _scrolled(roster)
        roster.view.setItemDelegate(PlainCell(roster.view))
        plain = _scrolled(roster)
    figure, base = percentile(mine, 99), percentile(plain, 99)
    return Row(
        "roster-scroll",
        figure,
        "ms",
        base,
        figure / base,
        "p99 ≤ 16 ms",
        figure <= 16,
        f"p99 of {FRAMES} frames, {MEMBERS:,} members; median {median(mine):.1f} ms,"
        f" worst {max(mine):.1f} ms",
    )


def _scrolled(roster: Roster) -> list[float]:
    bar = roster.view.verticalScrollBar()
    frames = []
    # Far apart, so that no row of a frame was on the one before it.
    for step in range(FRAMES):
        bar.setValue((step * 7919 * 36) % max(1, bar.maximum()))
        frames.append(timed_ms(roster.frame))
    return frames


def _against_anew(name: str, goal_ms: float, works: Callable[[Roster], list[float]]) -> Row:
    with _stage() as roster:
        # As the roster does when it is shown.
        prepare(member.name for member in roster.picture.members.values())
        roster.model.prepare(roster.picture.members.values())
        mine = works(roster)
        base = [timed_ms(roster.anew) for _ in range(REPEATS)]
    figure, reference = percentile(mine, 95), median(base)
    return Row(
        name,
        figure,
        "ms",
        reference,
        figure / reference,
        f"p95 ≤ {goal_ms:g} ms",
        figure <= goal_ms,
        f"{MEMBERS:,} members; median {median(mine):.1f} ms, worst {max(mine):.1f} ms",
    )


def narrow() -> Row:
    """A keystroke in the filter, until it is painted."""

    def keys(roster: Roster) -> list[float]:
        found = []
        for _ in range(REPEATS):
            for word in WORDS:
                found.append(timed_ms(partial(roster.narrow, word)))
                roster.narrow("")
        return found

    return _against_anew("roster-filter", 30, keys)


def change() -> Row:
    """One member's duty, until it is painted; the rows are ordered by duty, so that it moves."""

    def changes(roster: Roster) -> list[float]:
        roster.view.setSortingEnabled(True)
        roster.view.sortByColumn(4, roster.view.horizontalHeader().sortIndicatorOrder())
        found = []
        for step in range(200):
            member = roster.picture.members[1 + step * 37 % MEMBERS]
            duty = Duty.BREAK if member.duty is not Duty.BREAK else Duty.OFF
            changed = replace(member, duty=duty, version=member.version + 1)
            found.append(timed_ms(partial(roster.change, changed)))
        return found

    return _against_anew("roster-change", 16, changes)


ROWS = {"roster-scroll": scroll, "roster-filter": narrow, "roster-change": change}
