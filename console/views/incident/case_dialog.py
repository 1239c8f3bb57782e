"""The window that prints the case file, or saves it as a PDF; it asks why for the full contact."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from console.domain.change import Case
from console.domain.errors import ConsoleError
from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.domain.orders import Look, Order
from console.domain.text import one_line
from console.live.asking_paper import ask_pdf, ask_prints
from console.live.desk import Desk
from console.live.paper import Paper, paint, prepare
from console.live.picture import Picture
from console.views.incident.case_page import Printing, case_paper, printed_photos
from console.widgets.labels import error_sentence
from console.widgets.measure import sized_window
from console.widgets.plain import plain_label


class CaseFileDialog(QDialog):
    """Shows the case file; Enter prints it, Ctrl+S saves it.

    What is shown is masked. Only what goes to paper has the contact in full, and only after a
    reason was given and the look has been written down.
    """

    def __init__(
        self,
        case: Case,
        picture: Picture,
        desk: Desk,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._case, self._picture, self._desk, self._clock = case, picture, desk, clock
        self._photos: dict[int, QImage] = {}
        self._asked: UUID | None = None
        self._writing: UUID | None = None
        self._look: UUID | None = None
        self._then: Callable[[bool], None] | None = None
        self.setWindowTitle(self.tr("Case file {number}").format(number=case.incident.number))
        self.view = QTextBrowser(self)
        self.view.setOpenLinks(False)
        # Paper is white, whatever the theme of the screen.
        self.view.setStyleSheet("background: white; color: black;")
        self.view.setAccessibleName(self.windowTitle())
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("nothing: the contact stays masked"))
        caption = plain_label(self)
        caption.setText(self.tr("Reporter's contact in full, because"))
        caption.setBuddy(self.reason)
        self.reason.setAccessibleName(caption.text())
        self.reason.setVisible(self._has_contact)
        caption.setVisible(self._has_contact)
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.said.setProperty("role", "dim")
        self.save_button = self._button(self.tr("Save as PDF…  Ctrl+S"), "quiet")
        self.print_button = self._button(self.tr("Print…"), "primary")
        self.save_button.setShortcut("Ctrl+S")
        self.print_button.setDefault(True)
        self.save_button.clicked.connect(lambda: self._with_contact(self._choose_file))
        self.print_button.clicked.connect(lambda: self._with_contact(self._choose_printer))
        why, buttons = QHBoxLayout(), QHBoxLayout()
        why.addWidget(caption)
        why.addWidget(self.reason, 1)
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addLayout(why)
        layout.addLayout(buttons)
        self.finished.connect(self.deleteLater)
        sized_window(self, 780, 860)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        desk.deed_done.connect(self._looked)
        desk.deed_failed.connect(self._not_looked)
        self.print_button.setFocus()
        self._read_photos()

    def paper(self, *, full: bool) -> Paper:
        """The pages as they would be printed now."""
        printing = Printing(self._desk.operator, self._clock(), full)
        return case_paper(self._case, self._picture, printing, self._photos)

    @property
    def _has_contact(self) -> bool:
        case = self._case
        told = [(case.reporter_name, case.reporter_phone)]
        told += [(part.reporter_name, part.reporter_phone) for part in case.parts]
        return any(name or phone for name, phone in told)

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        return button

    # Photos

    def _read_photos(self) -> None:
        wanted = printed_photos(self._case)
        if wanted:
            self._asked = ask_prints(self._desk, wanted)
            self.said.setText(self.tr("Reading the photos…"))
            self._enable(ready=False)
        self._show()

    def _show(self) -> None:
        paper = self.paper(full=False)
        for address, image in paper.images.items():
            kind = QTextDocument.ResourceType.ImageResource.value
            self.view.document().addResource(kind, QUrl(address), image)
        self.view.setHtml(paper.body)

    def _enable(self, *, ready: bool) -> None:
        self.save_button.setEnabled(ready)
        self.print_button.setEnabled(ready)
        if ready and not self.reason.hasFocus():
            self.print_button.setFocus()

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, dict):
            self._asked, self._photos = None, answer
            self.said.clear()
            self._enable(ready=True)
            self._show()
        elif number == self._writing and isinstance(answer, Path):
            self._writing = None
            self.accept()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number in (self._asked, self._writing):
            # Without its photos it can still be printed.
            self._asked = self._writing = None
            self.said.setText(error_sentence(error, self._picture.zone))
            self._enable(ready=True)

    # The contact

    def _with_contact(self, then: Callable[[bool], None]) -> None:
        """Go on; if the contact is to be read, only after the look is written down."""
        reason = self.reason.text().strip()
        if not reason:
            then(False)
            return
        self._enable(ready=False)
        note = self.tr("case file printed: {reason}").format(reason=reason)
        self._then = then
        self._look = self._desk.do(Look(Subject("incident", self._case.incident.id), note))

    def _looked(self, command: UUID, _order: Order, event: Event) -> None:
        if command == self._look and event.kind is Deed.LOOK and self._then is not None:
            self._look, then = None, self._then
            self._enable(ready=True)
            then(True)

    def _not_looked(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command == self._look:
            self._look = None
            self.said.setText(error_sentence(error, self._picture.zone))
            self._enable(ready=True)

    # Paper

    def _choose_file(self, full: bool) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as PDF…"),
            f"{one_line(self._case.incident.number)}.pdf",
            self.tr("PDF files (*.pdf)"),
        )
        if path:
            self._enable(ready=False)
            self.said.setText(self.tr("Writing…"))
            self._writing = ask_pdf(self._desk, self.paper(full=full), Path(path))

    def _choose_printer(self, full: bool) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(self.windowTitle())
        prepare(self._printer)
        self._on_paper = self.paper(full=full)
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._print)
        QDialog.open(dialog)  # Its own one wants a slot by name.

    def _print(self) -> None:
        paint(self._on_paper, self._printer)
        self.accept()
