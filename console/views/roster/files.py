"""Export and import of the members: two buttons, and what they say."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.roster_list import ListPreview, ListWritten
from console.live.asking import ask_export, ask_preview
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.roster.list_dialog import ListDialog, failure_text
from console.widgets.keys import key_mark
from console.widgets.labels_import import exported_text
from console.widgets.plain import ElidedLabel


class ListFiles(QWidget):
    """Asks for a file; what would change is shown before anything is applied."""

    def __init__(self, picture: Picture, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._desk = picture, desk
        self._asked: UUID | None = None
        self.said = ElidedLabel(self)
        self.export = QPushButton(self)
        self.take_in = QPushButton(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.said)
        for button in (self.export, self.take_in):
            button.setProperty("kind", "key")
            layout.addWidget(button)
        self.export.clicked.connect(self.choose_export)
        self.take_in.clicked.connect(self.choose_import)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        self.retranslate()

    def choose_export(self) -> None:
        """Ask where to write the members, and have them written."""
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export members"), "", self.tr("Excel (*.xlsx);;CSV (*.csv)")
        )
        if path:
            self._asked = ask_export(self._desk, Path(path))

    def choose_import(self) -> None:
        """Ask for a list, and have it compared with the members."""
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import members"), "", self.tr("Lists (*.xlsx *.csv)")
        )
        if path:
            self._asked = ask_preview(self._desk, Path(path))

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.export.setText(f"{key_mark('export')}  " + self.tr("Export…"))
        self.take_in.setText(f"{key_mark('import')}  " + self.tr("Import…"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _answered(self, number: UUID, answer: object) -> None:
        if number != self._asked:
            return
        self._asked = None
        self._say("")
        if isinstance(answer, ListPreview):
            ListDialog(self._picture, self._desk, answer, self.window()).open()
        elif isinstance(answer, ListWritten):
            self._say(exported_text(answer.rows, str(answer.path)))

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self._say(failure_text(error))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setToolTip(text)
