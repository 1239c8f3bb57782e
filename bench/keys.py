"""``python -m bench.keys``: ten common tasks played key by key through a real console.

Prints how many keys each takes, how many characters are written beside them, and how long the
machine works: from the first key to the last thing seen, with no pause for thought or for typing.
Chinese is written as an input method does it: a character counts as one, however many letters its
owner types for it.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.__main__ import commit, machine
from bench.actor import ACTOR
from bench.console_probe import Seat
from bench.data import local_center
from bench.row import median
from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Order, Report, Step, Verify
from console.domain.people import AVAILABLE
from console.domain.pinyin import spelling
from console.domain.place import LonLat
from console.views.handover.dialog import HandoverDialog
from console.wiring import Console

REPEATS = 5
PATIENCE_S = 10
LOOK_MS = 1
"""How often is looked whether something is seen, in milliseconds."""

CALM_MS = 700
"""Before each task everything comes to rest, in milliseconds; it is not counted."""

MARKET = LonLat(113.680884, 22.927541)
RETURN, DOWN, TAB = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Tab
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


class Hands:
    """Presses keys on whatever has the keyboard, and counts them."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.keys = self.written = 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.keys += 1
        QTest.keyClick(self._target(), key, modifiers)

    def letters(self, text: str) -> None:
        """Type single letters, each of which is a key."""
        self.keys += len(text)
        QTest.keyClicks(self._target(), text)

    def write(self, text: str) -> None:
        """Write Chinese through an input method."""
        self.written += len(text)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self._target(), event)

    def _target(self) -> QWidget:
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        return found or self.console.window

    def until(self, check: Callable[[], bool]) -> None:
        """Wait until something is seen.

        Raises:
            TimeoutError: If it never is.
        """
        loop, end = QEventLoop(), perf_counter() + PATIENCE_S
        look = QTimer(interval=LOOK_MS)
        look.timeout.connect(lambda: loop.quit() if check() or perf_counter() > end else None)
        look.start()
        loop.exec()
        if not check():
            raise TimeoutError("what was waited for was never seen")

    def rest(self) -> None:
        """Let everything come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(CALM_MS, loop.quit)
        loop.exec()


@dataclass(frozen=True)
class Task:
    """One of the tasks: what it begins with, and how it is done."""

    name: str
    begins: Callable[["Cases"], Incident | None]
    done: Callable[[Hands, "Cases", Incident | None], None]


@dataclass
class Cases:
    """The incidents that the tasks begin with, each of them used once."""

    console: Console

    def next(self, state: State) -> Incident:
        """The first open incident in a state."""
        open_ones = self.console.hub.picture.incidents.values()
        return min((one for one in open_ones if one.state is state), key=lambda one: one.id)

    def reported(self) -> Incident:
        return self.next(State.REPORTED)

    def verified(self) -> Incident:
        return self.next(State.VERIFIED)

    def resolved(self) -> Incident:
        return self.next(State.RESOLVED)

    def now(self, incident: Incident | None) -> Incident | None:
        """An incident as it now is; None for one that is no longer open."""
        return None if incident is None else self.console.hub.picture.incidents.get(incident.id)


def _is_in(cases: Cases, incident: Incident | None, state: State) -> Callable[[], bool]:
    def check() -> bool:
        now = cases.now(incident)
        return now is not None and now.state is state

    return check


def _is_gone(cases: Cases, incident: Incident | None) -> Callable[[], bool]:
    return lambda: cases.now(incident) is None


def _report(hands: Hands, cases: Cases, _incident: Incident | None) -> None:
    before = set(cases.console.hub.picture.incidents)
    hands.letters("n")
    hands.write("文宗路乱丢垃圾")
    hands.press(TAB)
    hands.write("暴露垃圾")
    hands.press(DOWN)
    hands.press(RETURN)
    hands.press(RETURN, CTRL)
    hands.until(lambda: (cases.console.queue.current or 0) not in before | {0})


def _dispatch_first(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    hands.press(RETURN)
    hands.until(_is_in(cases, incident, State.DISPATCHED))


def _dispatch_named(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    """Another incident than the selected one, to somebody by initials."""
    console = cases.console
    open_ones = console.hub.picture.incidents.values()
    meant = max((one for one in open_ones if one.state is State.VERIFIED), key=lambda o: o.id)
    today = console.hub.picture.day_of(datetime.now(UTC))
    who = console.hub.picture.propose(meant.id, today).candidates[1].member
    initials = "".join(syllable[0] for syllable in spelling(who.name).split(";")[1:])
    hands.press(Qt.Key.Key_K, CTRL)
    hands.letters(f"pq {meant.id} {initials}")
    rows = console.palette.rows
    for _ in range([row.line and row.line.member for row in rows.rows].index(who.id)):
        hands.press(DOWN)
    hands.press(RETURN)
    hands.press(RETURN)
    hands.until(_is_in(cases, meant, State.DISPATCHED))


def _merge(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    other = cases.next(State.DISPATCHED)
    hands.letters("m")
    hands.letters(str(other.id))
    hands.press(RETURN)
    hands.until(_is_gone(cases, incident))


def _reject(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    hands.letters("r")
    hands.write("经查不属实")
    hands.press(RETURN)
    hands.until(_is_gone(cases, incident))


def _escalate(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    hands.letters("e")
    hands.write("超出社区权限")
    hands.press(RETURN)
    hands.until(_is_in(cases, incident, State.ESCALATED))


def _close(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    """This seat has noted that it is dealt with, so it writes who has checked it."""
    hands.press(RETURN)
    hands.write("周敏")
    hands.press(RETURN)
    hands.until(_is_in(cases, incident, State.CHECKED))
    hands.until(cases.console.incident.deeds.primary.isEnabled)
    hands.until(lambda: bool(cases.console.incident.checking.reason.buttons))
    hands.letters("1")
    hands.press(RETURN)
    hands.until(_is_gone(cases, incident))


def _find(hands: Hands, cases: Cases, _incident: Incident | None) -> None:
    hands.press(Qt.Key.Key_K, CTRL)
    hands.write("祠堂巷")
    line = cases.console.palette.rows.rows[0].line
    hands.press(RETURN)
    hands.until(lambda: line is not None and cases.console.queue.current == line.incident)


def _find_old(hands: Hands, cases: Cases, _incident: Incident | None) -> None:
    """A case that was closed, by a fragment of its address."""
    console = cases.console
    hands.press(Qt.Key.Key_5, CTRL)
    hands.press(Qt.Key.Key_F, CTRL)
    hands.write("东溪")
    hands.press(RETURN)
    hands.until(lambda: console.archive.model.rowCount() > 0)
    hands.until(lambda: console.archive.table.currentIndex().isValid())
    hands.until(lambda: "东溪" in console.archive.case.header.place.text())


def _hand_over(hands: Hands, cases: Cases, _incident: Incident | None) -> None:
    console = cases.console
    seq = console.hub.picture.seq
    hands.press(Qt.Key.Key_F7)
    hands.until(lambda: bool(console.window.findChildren(HandoverDialog)))
    dialog = console.window.findChildren(HandoverDialog)[-1]
    dialog.activateWindow()
    hands.write("周三前回复")
    hands.until(lambda: dialog.ready)
    hands.press(RETURN, CTRL)
    hands.until(lambda: console.hub.picture.seq > seq)


def _note(hands: Hands, cases: Cases, incident: Incident | None) -> None:
    console = cases.console
    seq = console.hub.picture.seq
    hands.letters("c")
    hands.write("已电话联系物业")
    hands.press(RETURN)
    hands.until(lambda: console.hub.picture.seq > seq)


TASKS = (
    Task("new report", lambda cases: None, _report),
    Task("dispatch the first", Cases.verified, _dispatch_first),
    Task("dispatch a named one, by the palette", Cases.verified, _dispatch_named),
    Task("merge", Cases.reported, _merge),
    Task("reject", Cases.reported, _reject),
    Task("escalate", Cases.reported, _escalate),
    Task("check and close", Cases.resolved, _close),
    Task("find a case by its address (open ones), by the palette", lambda cases: None, _find),
    Task("note", Cases.verified, _note),
    Task("shift handover", lambda cases: None, _hand_over),
    Task("find a closed case, in the archive", lambda cases: None, _find_old),
)


def _fill(url: str) -> None:
    """Enough incidents in each state that a task begins with; modelled."""
    database = Database.open(url)
    office = Office(database, ACTOR, lambda: datetime.now(UTC))

    def do(order: Order) -> int:
        return perform(office, order, uuid4()).subject.id

    def report(title: str, address: str) -> int:
        return do(Report(title, "litter", address=address, place=MARKET))

    try:
        for round_ in range(REPEATS):
            for number in range(4):
                report(f"第 {round_}-{number} 件", "康乐北路")
            for number in range(4):
                do(Verify(report(f"待派 {round_}-{number}", "文宗路")))
            do(Verify(report(f"旧案 {round_}", "祠堂巷")))
            _resolve(office, do, do(Verify(report(f"待核 {round_}", "东溪路"))))
    finally:
        database.close()


def _resolve(office: Office, do: Callable[[Order], int], incident: int) -> None:
    from console.db.queries import snapshot

    with office.database.read() as session:
        members = snapshot(session).members
    today = datetime.now(UTC).date()
    free = (m for m in members if m.grid and m.duty in AVAILABLE and not m.load)
    do(Dispatch(incident, next(m.id for m in free if m.holds("urban", today))))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE, Deed.RESOLVE):
        do(Step(deed, incident))


def play(console: Console) -> Iterator[tuple[str, int, int, list[float]]]:
    """Play each task some times; gives its name, its keys, characters and seconds."""
    cases = Cases(console)
    # As on any day: the palette has been opened before.
    console.open_palette()
    Hands(console).until(lambda: not console.palette.feed.busy)
    console.palette.leave()
    for task in TASKS:
        seconds, keys, written = [], 0, 0
        for _ in range(REPEATS):
            incident = task.begins(cases)
            if incident is not None:
                console.queue.select(incident.id)
            console.window.show_page("desk")
            console.window.activateWindow()
            console.queue.focus_rows()
            hands = Hands(console)
            hands.rest()
            began = perf_counter()
            task.done(hands, cases, incident)
            seconds.append(perf_counter() - began)
            keys, written = max(keys, hands.keys), max(written, hands.written)
        yield task.name, keys, written, seconds


def main() -> int:
    """Play the tasks and print the table."""
    argparse.ArgumentParser(prog="python -m bench.keys", description=__doc__).parse_args()
    lines = [
        "| task | keys | characters | machine, median | worst |",
        "| --- | --- | --- | --- | --- |",
    ]
    with tempfile.TemporaryDirectory(prefix="bench-keys-") as folder:
        url = local_center(Path(folder), "keys")
        _fill(url)
        seat = Seat(url)
        try:
            seat.console.window.activateWindow()
            for name, keys, written, seconds in play(seat.console):
                lines.append(
                    f"| {name} | {keys} | {written or ''} |"
                    f" {median(seconds):.2f} s | {max(seconds):.2f} s |"
                )
        finally:
            seat.close()
    sys.stdout.write(f"{machine()}\n{commit()}\n\n" + "\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
