"""The controls by which settings are changed: a box, a list, a number or a line of text."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget
from typing_extensions import override

from console.domain.settings import Setting, Value
from console.widgets.restyle import restyle
from console.widgets.words_settings import choice_label, unit_of, value_text

MARGIN = 6
"""Room before the figures of a number, in pixels."""


class Switch(QCheckBox):
    """On or off."""

    edited = Signal(object)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self.clicked.connect(self._chosen)

    def show_value(self, value: Value) -> None:
        """Show whether it is on."""
        self.setChecked(bool(value))
        self.setText(value_text(self._setting.name, bool(value)))

    def retranslate(self) -> None:
        """Say on or off anew."""
        self.show_value(self.isChecked())

    def _chosen(self, on: bool) -> None:
        self.edited.emit(on)


class Choice(QComboBox):
    """One of a few."""

    edited = Signal(object)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for choice in setting.among:
            self.addItem(choice_label(setting.name, choice), choice)
        self.activated.connect(self._chosen)

    def show_value(self, value: Value) -> None:
        """Show which one holds."""
        self.setCurrentIndex(self._setting.among.index(str(value)))

    def retranslate(self) -> None:
        """Name the choices anew."""
        for number, choice in enumerate(self._setting.among):
            self.setItemText(number, choice_label(self._setting.name, choice))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the page does not mean what lies under the pointer.
        event.ignore()

    def _chosen(self, number: int) -> None:
        self.edited.emit(self._setting.among[number])


class Number(QSpinBox):
    """A number between two others, told with its unit."""

    edited = Signal(object)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(setting.least, setting.most)
        self.setSingleStep(setting.step)
        self.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        # Of 150, the 1 and the 15 are no values: only what was written to its end is.
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._chosen)
        self.retranslate()

    def show_value(self, value: Value) -> None:
        """Show the number."""
        with QSignalBlocker(self):
            self.setValue(int(value))

    def retranslate(self) -> None:
        """Say the unit anew."""
        before, _, after = unit_of(self._setting.name).partition("{value}")
        self.setPrefix(before)
        self.setSuffix(after)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        # Of another text size, or in another language, it must not tell its value again.
        with QSignalBlocker(self):
            super().changeEvent(event)

    def _chosen(self, value: int) -> None:
        self.edited.emit(value)


class Line(QLineEdit):
    """A text; one that cannot be is marked, and not taken."""

    edited = Signal(object)

    def __init__(self, setting: Setting, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting = setting
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._finished)

    def show_value(self, value: Value) -> None:
        """Show the text."""
        if self.text() != value:
            self.setText(str(value))
        restyle(self, invalid=False)

    def retranslate(self) -> None:
        """A text is the same in each language."""

    def _typed(self, text: str) -> None:
        restyle(self, invalid=not self._setting.allows(text))

    def _finished(self) -> None:
        if self._setting.allows(self.text()):
            self.edited.emit(self.text())


AnyControl = Switch | Choice | Number | Line


def control_of(setting: Setting, parent: QWidget) -> AnyControl:
    """The control for a setting."""
    match setting.first:
        case bool():
            return Switch(setting, parent)
        case int():
            return Number(setting, parent)
        case _:
            return Choice(setting, parent) if setting.among else Line(setting, parent)
