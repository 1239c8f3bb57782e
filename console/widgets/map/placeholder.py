"""What stands in the map's place while there is no map: being drawn, or failed with a way on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override


class Placeholder(QWidget):
    """A calm page with one sentence and, after a failure, one button."""

    reload_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapPlaceholder")
        self._failure = ""
        self._sentence = QLabel()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._button = QPushButton()
        self._button.clicked.connect(self.reload_requested)
        self.setFocusProxy(self._button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.show_drawing()

    def show_drawing(self) -> None:
        """Say that the map is on its way."""
        self._show("")

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong and offer to try again."""
        self._show(sentence)

    def sentence(self) -> str:
        """What is said now."""
        return self._sentence.text()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show(self._failure)
        super().changeEvent(event)

    def _show(self, failure: str) -> None:
        self._failure = failure
        self._sentence.setText(failure or self.tr("The map is being drawn."))
        self._button.setText(self.tr("Reload map"))
        self._button.setVisible(bool(failure))
