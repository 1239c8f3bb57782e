"""The main window's frame: rail, top bar, pages, messages and the strip of last events."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.widgets.icons import icon
from console.widgets.keys import bind_fixed, key_mark
from console.widgets.messages import MessageStack
from console.widgets.theme import Look

HEIGHT = 58
"""Of a button in the rail, in pixels."""


@dataclass(frozen=True, slots=True)
class Page:
    """A screen in the rail: its name (asked anew in each language), icon and widget.

    The widget is made when the screen is first gone to.
    """

    key: str
    title: Callable[[], str]
    icon: str
    widget: Callable[[], QWidget]


@dataclass(frozen=True, slots=True)
class Tool:
    """Something in the rail that is no screen: its name (asked anew in each language) and icon."""

    title: Callable[[], str]
    icon: str


class Rail(QWidget):
    """The screens as a column of buttons; Ctrl+1, Ctrl+2, … go to them."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._look = look
        self._pages: list[Page] = []
        self._tools: list[tuple[QToolButton, Tool, str]] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self.chosen)
        column = QWidget(self)
        self._layout = QVBoxLayout(column)
        self._layout.setContentsMargins(0, 8, 0, 8)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)
        # In a large text size not all have room on a small screen: then they are scrolled.
        area = QScrollArea(self)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        look.changed.connect(self._paint)

    def add(self, page: Page) -> None:
        """Add a screen at the end."""
        button = QToolButton()
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setProperty("kind", "rail")
        self._group.addButton(button, len(self._pages))
        self._layout.insertWidget(len(self._pages), button)
        self._pages.append(page)
        self._paint()

    def add_tool(self, tool: Tool, action: str, opened: Callable[[], object]) -> QToolButton:
        """Add a button at the bottom that opens a dialog; its key is told with it."""
        button = QToolButton()
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setProperty("kind", "rail")
        button.clicked.connect(opened)
        self._layout.addWidget(button)
        self._tools.append((button, tool, action))
        self._paint()
        return button

    def titles(self) -> list[tuple[str, str]]:
        """The screens: the key of each, and what it is called now."""
        return [(page.key, page.title()) for page in self._pages]

    def button(self, number: int) -> QAbstractButton:
        """The button of a screen."""
        return self._group.button(number)

    def set_current(self, number: int) -> None:
        """Mark the screen that is shown."""
        self._group.button(number).setChecked(True)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        width, height = self._look.theme.size("rail"), self._look.theme.px(HEIGHT)
        self.setFixedWidth(width)
        for any_button in (*self._group.buttons(), *(found[0] for found in self._tools)):
            any_button.setFixedSize(width, height)
        for number, page in enumerate(self._pages):
            button = self._group.button(number)
            button.setText(page.title())
            button.setAccessibleName(page.title())
            button.setToolTip(f"{page.title()}  Ctrl+{number + 1}")
            button.setIcon(icon(page.icon, self._look.theme))
        for tool_button, tool, action in self._tools:
            tool_button.setText(tool.title())
            tool_button.setAccessibleName(tool.title())
            tool_button.setToolTip(f"{tool.title()}  {key_mark(action)}")
            tool_button.setIcon(icon(tool.icon, self._look.theme))


class Frame(QMainWindow):
    """Holds the screens; it knows none of them."""

    closing = Signal()
    page_changed = Signal(str)

    def __init__(
        self, look: Look, top_bar: QWidget, strip: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._unmade: dict[int, Callable[[], QWidget]] = {}
        self.rail = Rail(look, self)
        self.stack = QStackedWidget(self)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        root = self.root = QWidget(self)
        layout = QVBoxLayout(root)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top_bar)
        layout.addLayout(middle, 1)
        layout.addWidget(strip)
        self.setCentralWidget(root)
        self.messages = MessageStack(look, root)
        self.rail.chosen.connect(self._go)

    def add_page(self, page: Page) -> None:
        """Add a screen and its shortcut."""
        number = len(self._keys)
        self._keys.append(page.key)
        self._unmade[number] = page.widget
        self.stack.addWidget(QWidget(self.stack))
        self.rail.add(page)
        bind_fixed(f"Ctrl+{number + 1}", self, self.rail.button(number).click)
        if number == 0:
            self._go(0)

    def show_page(self, key: str) -> None:
        """Show a screen by its key."""
        self._go(self._keys.index(key))

    def pages(self) -> list[tuple[str, str]]:
        """The screens: the key of each, and what it is called now."""
        return self.rail.titles()

    @property
    def page(self) -> str:
        """The key of the screen that is shown."""
        return self._keys[self.stack.currentIndex()]

    def layout_state(self) -> QByteArray:
        """Where the window is, to be remembered."""
        return self.saveGeometry()

    def restore_layout(self, state: QByteArray) -> None:
        """Put the window where it was; one that does not fit any screen stays as it is."""
        if not state.isEmpty():
            self.restoreGeometry(state)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _go(self, number: int) -> None:
        make = self._unmade.pop(number, None)
        if make is not None:
            self.stack.insertWidget(number, make())
            empty = self.stack.widget(number + 1)
            if empty is not None:
                self.stack.removeWidget(empty)
                empty.deleteLater()
        self.stack.setCurrentIndex(number)
        self.rail.set_current(number)
        self.page_changed.emit(self._keys[number])
