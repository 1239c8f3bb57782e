"""What was found goes to a file: its name, its form, how far it is, and a way to stop it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.archive import Progress, Search
from console.domain.errors import ConsoleError
from console.domain.importing import ImportRefusal
from console.live.archive import Export, Written
from console.live.desk import Desk
from console.widgets.form import SendingDialog
from console.widgets.labels import error_sentence
from console.widgets.labels_archive import cases_in_text
from console.widgets.labels_import import import_sentence
from console.widgets.measure import sized
from console.widgets.plain import plain_label

WIDTH = 620
STEPS = 1000
"""Into so many steps the progress bar is divided."""


class ExportDialog(SendingDialog):
    """Ctrl+Enter writes; Escape stops what is being written, or closes."""

    def __init__(
        self, desk: Desk, search: Search, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export what was found"))
        self._search = search
        self._agreed: Path | None = None
        self._done = False
        self.export = Export(desk, self)
        self.form = QComboBox(self)
        for text, ending in (
            (self.tr("Excel workbook"), ".xlsx"),
            (self.tr("CSV, for any spreadsheet"), ".csv"),
            (self.tr("GeoJSON, for maps"), ".geojson"),
        ):
            self.form.addItem(f"{text}  (*{ending})", ending)
        self.path = QLineEdit(str(_folder() / self.tr("archive {day}").format(day=today)), self)
        self.browse = QPushButton(self.tr("Choose…"), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.bar.hide()
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.start = QPushButton(self.tr("Export") + "    Ctrl+⏎", self)
        self.start.setProperty("kind", "primary")
        self.stop = QPushButton(self)
        self.stop.setProperty("kind", "quiet")
        self._build()
        self._connect()
        self._form_chosen()
        self._show(running=False)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.path, 1)
        line.addWidget(self.browse)
        fields = QFormLayout()
        fields.setVerticalSpacing(10)
        fields.addRow(self.tr("Form"), self.form)
        fields.addRow(self.tr("File"), line)
        self.form.setAccessibleName(self.tr("Form"))
        self.path.setAccessibleName(self.tr("File"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(fields)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        sized(self.setMinimumWidth, WIDTH)

    def _connect(self) -> None:
        self.form.currentIndexChanged.connect(self._form_chosen)
        self.browse.clicked.connect(self._browse)
        self.start.clicked.connect(self.send)
        self.stop.clicked.connect(self.reject)
        for button in (self.browse, self.start, self.stop):
            button.setAutoDefault(False)
        self.export.progressed.connect(self._progressed)
        self.export.written.connect(self._written)
        self.export.failed.connect(self._failed)

    @override
    def send(self) -> None:
        """Begin to write; a file that is there already is asked about first."""
        if self.export.running:
            return
        if self._done:
            self.accept()
            return
        path = Path(self.path.text().strip()).expanduser()
        if path.exists() and self._agreed != path:
            self._agreed = path
            self.said.setText(
                self.tr("There is a file of this name already. Export once more to replace it.")
            )
            return
        self.bar.setValue(0)
        self.said.setText(self.tr("Writing…"))
        self.export.begin(self._search, path)
        self._show(running=True)

    @override
    def reject(self) -> None:
        """Stop what is being written and stay; close if nothing is."""
        if self.export.running:
            self.export.cancel()
            self.stop.setEnabled(False)
        else:
            super().reject()

    def _form_chosen(self) -> None:
        """Give the name the ending of the form."""
        path = self.path.text().strip()
        endings = [self.form.itemData(index) for index in range(self.form.count())]
        stem = next((path[: -len(one)] for one in endings if path.lower().endswith(one)), path)
        self.path.setText(stem + self.form.currentData())

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), self.path.text(), f"(*{self.form.currentData()})"
        )
        if path:
            self.path.setText(path)
            self._form_chosen()
            self._agreed = Path(self.path.text())  # The system's own window has asked.

    def _progressed(self, progress: Progress) -> None:
        self.bar.setValue(int(progress.share * STEPS))
        self.said.setText(self.tr("{count} cases written").format(count=f"{progress.rows:,}"))

    def _written(self, written: Written) -> None:
        if written.rows is None:
            self.said.setText(self.tr("Cancelled. Nothing was written."))
            self._show(running=False)
            return
        self._done = True
        self.said.setText(cases_in_text(written.rows, str(written.path)))
        self._show(running=False)

    def _failed(self, error: ConsoleError) -> None:
        told = (
            import_sentence(error) if isinstance(error, ImportRefusal) else error_sentence(error)
        )
        self.said.setText(told)
        self._show(running=False)

    def _show(self, *, running: bool) -> None:
        for widget in (self.form, self.path, self.browse):
            widget.setEnabled(not running and not self._done)
        self.bar.setVisible(running or self._done)
        self.start.setVisible(not self._done)
        self.start.setEnabled(not running)
        self.stop.setEnabled(True)
        words = self.tr("Stop") if running else self.tr("Close")
        self.stop.setText(f"{words}    Esc")
        if running:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._done:
            self.path.setFocus(Qt.FocusReason.OtherFocusReason)


def _folder() -> Path:
    """Where a file is proposed to be: the user's documents, if there is a folder for them."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()
