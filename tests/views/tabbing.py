"""Goes through a window by Tab, as whoever has no mouse, and asks what a screen reader is told."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.views.hands import until

Role = QAccessible.Role

ROLES: tuple[tuple[type[QWidget], frozenset[Role]], ...] = (
    (QCheckBox, frozenset({Role.CheckBox})),
    (QRadioButton, frozenset({Role.RadioButton})),
    (QAbstractButton, frozenset({Role.Button, Role.CheckBox, Role.RadioButton})),
    (QComboBox, frozenset({Role.ComboBox})),
    (QAbstractSpinBox, frozenset({Role.SpinBox})),
    (QLineEdit, frozenset({Role.EditableText})),
    (QTextBrowser, frozenset({Role.StaticText, Role.EditableText, Role.Document})),
    (QPlainTextEdit, frozenset({Role.EditableText})),
    (QTableView, frozenset({Role.Table})),
    (QListView, frozenset({Role.List})),
    # It has the keyboard to be scrolled; Qt knows no nearer word.
    (QScrollArea, frozenset({Role.Client})),
)
"""What each kind of control must say that it is."""


SECTIONS = 6
"""So many parts a date and time has at most."""


def focusable(window: QWidget) -> list[QWidget]:
    """The controls of a window that Tab should lead to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def wrong_role(widget: QWidget) -> str:
    """What a control wrongly says that it is, or nothing."""
    role = QAccessible.queryAccessibleInterface(widget).role()
    for kind, roles in ROLES:
        if isinstance(widget, kind):
            return "" if role in roles else str(role)
    return str(role) if role in (Role.Client, Role.NoRole, Role.Border, Role.Pane) else ""


def walk(qtbot: QtBot, window: QWidget) -> Iterator[str]:
    """Press Tab until everything has had the keyboard; tells what is wrong on the way."""
    window.activateWindow()
    until(qtbot, window.isActiveWindow)
    wanted = focusable(window)
    if wanted and window.focusWidget() not in wanted:
        wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in seen and here.window() is window:
        seen.append(here)
        with_keys = here.grab().toImage()
        after = _tab(here)
        if after is not here and with_keys == here.grab().toImage():
            yield f"nothing shows that it has the keyboard: {told(here)}"
        here = after
    if here is None or here.window() is not window:
        yield f"Tab leads out of the window, after {told(seen[-1] if seen else None)}"
    elif here is not seen[0] and seen[0].isVisible():
        yield f"Tab goes round without {told(seen[0])}"
    yield from _upwards(seen, wanted[:1])
    for widget in wanted:
        if widget not in seen and not _by_arrows(widget, seen) and widget.isVisible():
            yield f"no Tab leads to {told(widget)}"


def _tab(here: QWidget) -> QWidget | None:
    """Press Tab; in a date, it goes from year to month to day first."""
    for _ in range(SECTIONS if isinstance(here, QDateTimeEdit) else 1):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not here:
            break
    return QApplication.focusWidget()


def _upwards(seen: list[QWidget], first: list[QWidget]) -> Iterator[str]:
    """Where Tab goes back to what stands above, but for going round from the last to the first."""
    for before, after in pairwise(seen):
        beside = after.parentWidget() is before.parentWidget() and after not in first
        # A page beside a list comes after all that belongs to the list.
        if (
            beside
            and not isinstance(after, QScrollArea)
            and _is_above(after.geometry(), before.geometry())
        ):
            yield f"Tab goes up from {told(before)} to {told(after)}"


def _is_above(place: QRect, other: QRect) -> bool:
    overlap = place.left() <= other.right() and other.left() <= place.right()
    return overlap and place.bottom() < other.top()


def _by_arrows(widget: QWidget, seen: list[QWidget]) -> bool:
    """Whether the arrow keys lead to a button from one of its group that Tab leads to."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if not isinstance(group, QButtonGroup) or not group.exclusive():
        return False
    return any(button in seen for button in group.buttons())


def told(widget: QWidget | None) -> str:
    """A control in words."""
    if widget is None:
        return "nothing"
    parents = " in ".join(
        type(one).__name__ for one in (widget, widget.parentWidget()) if one is not None
    )
    return f"{parents} {name_of(widget)!r}"
