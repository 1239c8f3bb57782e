"""Photos for a report that is still being typed: files that are attached once it is stored."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.widgets.plain import plain_label

PHOTO_KEY = "Ctrl+O"
"""Chooses photos for the report."""


class ChosenPhotos(QWidget):
    """Which files were chosen; they are read when the report is stored."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paths: tuple[str, ...] = ()
        self.names = plain_label(self)
        self.names.setProperty("role", "dim")
        self.names.setWordWrap(True)
        self.add = QPushButton(self)
        self.add.setProperty("kind", "quiet")
        self.clear = QPushButton(self)
        self.clear.setProperty("kind", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.names, 1), (self.clear, 0), (self.add, 0)):
            layout.addWidget(widget, stretch)
        self.add.clicked.connect(self.choose)
        self.clear.clicked.connect(lambda: self.put(()))
        self._say()

    def choose(self) -> None:
        """Ask for files, and add them to those that were chosen."""
        found, _ = QFileDialog.getOpenFileNames(
            self.window(),
            self.tr("Photos for the report"),
            "",
            self.tr("Photos (*.jpg *.jpeg *.png *.webp *.gif)"),
        )
        if found:
            self.put(tuple(dict.fromkeys((*self.paths, *found))))

    def put(self, paths: tuple[str, ...]) -> None:
        """Have these files chosen, and no others."""
        if paths != self.paths:
            self.paths = paths
            self._say()
            self.changed.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        names = "、".join(Path(path).name for path in self.paths)
        self.names.setText(names or self.tr("none chosen"))
        self.add.setText(self.tr("Choose…  {key}").format(key=PHOTO_KEY))
        self.clear.setText(self.tr("None"))
        self.clear.setVisible(bool(self.paths))
