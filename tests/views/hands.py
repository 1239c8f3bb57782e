"""What an operator's hands and eyes do: press keys, write, click, and wait until it is seen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from console.db.engine import Database
from console.db.tables import EventRow
from console.domain.events import Event
from console.domain.incident import Incident, State
from console.domain.lifecycle import Deed
from console.wiring import Console

PATIENCE_MS = 5_000
"""How long a test waits for what must come, in milliseconds; it goes on as soon as it is there."""

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(widget: QWidget, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as a person does: on whatever has the keyboard."""
    target = _focused(widget)
    if isinstance(key, str):
        QTest.keyClicks(target, key, modifiers)
    else:
        QTest.keyClick(target, key, modifiers)


def write(widget: QWidget, text: str) -> None:
    """Write Chinese as a person does: through an input method."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(_focused(widget), event)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click on a widget with the mouse, in its middle unless told."""
    where = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def click_row(console: Console, row: int) -> None:
    """Click on a row of the queue."""
    table = console.queue.table
    click(table.viewport(), table.visualRect(console.queue.model.index(row, 0)).center())


def until(qtbot: QtBot, check: Callable[[], object]) -> None:
    """Wait until a check holds: it returns nothing or something true, and asserts nothing wrong.

    A list that is empty or a false value means: not yet.
    """

    def there() -> bool:
        found = check()
        return True if found is None else bool(found)

    qtbot.waitUntil(there, timeout=PATIENCE_MS)


def only_incident(console: Console) -> Incident:
    """The one incident that is open."""
    (incident,) = console.hub.picture.incidents.values()
    return incident


def shown_as(qtbot: QtBot, console: Console, state: State) -> Incident:
    """Wait until the only open incident stands in a state, in the Picture and on the panel."""

    def there() -> None:
        assert len(console.hub.picture.incidents) == 1
        assert only_incident(console).state is state
        shown = console.incident.incident
        assert shown is not None
        assert shown.state is state
        assert console.incident.deeds.primary.isEnabled()

    until(qtbot, there)
    return only_incident(console)


def settle(qtbot: QtBot, console: Console) -> None:
    """Wait until all that a console's Desk was asked for is done and shown."""
    ends: list[int] = []
    # The Desk works in order: this is done after all that was asked for before.
    console.desk._tasks.put(lambda: ends.append(_end_of_log(console.desk._office.database)))
    until(qtbot, lambda: ends and console.hub.picture.seq >= ends[0])
    # What the Desk has told since then waits in front of this.
    with qtbot.waitCallback(timeout=PATIENCE_MS) as told:
        QTimer.singleShot(0, told)


def _end_of_log(database: Database) -> int:
    with database.read() as session:
        return session.scalars(select(func.max(EventRow.seq))).one() or 0


def sit_at(qtbot: QtBot, console: Console) -> None:
    """Give a console's window the keyboard, as by a click on it."""
    console.window.activateWindow()
    until(qtbot, console.window.isActiveWindow)


def deeds(console: Console, deed: Deed) -> list[Event]:
    """The events of a deed among the last ones that a console knows."""
    return [event for event in console.hub.picture.events if event.kind is deed]


def said(console: Console) -> list[str]:
    """What the messages over the window say."""
    return [message.label.text() for message in console.window.messages.messages.values()]


def _focused(widget: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return widget if focused is None else focused
