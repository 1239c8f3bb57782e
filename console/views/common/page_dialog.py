"""A page that is seen large, read out, printed, or saved as a PDF file."""

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from console.widgets.measure import sized_window

MARGIN_MM = 18.0


class PageDialog(QDialog):
    """Shows the page; Enter prints it."""

    def __init__(
        self,
        title: str,
        page: str,
        text: str,
        name: str,
        size: QPageSize.PageSizeId,
        parent: QWidget | None = None,
    ) -> None:
        """Show a page.

        Args:
            title: The window's title.
            page: The page as HTML; whatever came from data is escaped in it.
            text: The same in short, to be copied.
            name: The file's name that is offered, without its end.
            size: The size of the paper.
            parent: The window below.
        """
        super().__init__(parent)
        self._page, self._text, self._name, self._size = page, text, name, size
        self.setWindowTitle(title)
        self.view = QTextBrowser(self)
        self.view.setAccessibleName(self.windowTitle())
        self.view.setOpenLinks(False)
        self.view.setHtml(self._page)
        self.print_button = self._button(self.tr("Print…"), "primary")
        self.save_button = self._button(self.tr("Save as PDF…"), "quiet")
        self.copy_button = self._button(self.tr("Copy as text"), "quiet")
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.copy_button.clicked.connect(self._copy)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.view)
        layout.addLayout(buttons)
        self.finished.connect(self.deleteLater)
        sized_window(self, 720, 640)
        self.print_button.setFocus()

    def print_on(self, printer: QPrinter) -> None:
        """Print the page, which is one."""
        printer.setDocName(self.windowTitle())
        printer.setPageMargins(
            QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
        )
        document = QTextDocument()
        document.documentLayout().setPaintDevice(printer)
        document.setHtml(self._page)
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        document.setTextWidth(room.width())
        painter = QPainter(printer)
        # Long words make it smaller and not a second page, which could get lost.
        fit = min(1.0, room.height() / document.size().height())
        painter.scale(fit, fit)
        context = QAbstractTextDocumentLayout.PaintContext()
        # Black on paper, whatever the theme of the screen.
        context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        document.documentLayout().draw(painter, context)
        painter.end()

    def save_to(self, path: Path) -> None:
        """Write the page to a PDF file."""
        printer = self._new_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        self.print_on(printer)

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        return button

    def _print(self) -> None:
        self._printer = self._new_printer()
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._printed)
        QDialog.open(dialog)  # Its own one wants a slot by name.

    def _printed(self) -> None:
        self.print_on(self._printer)
        self.accept()

    def _save(self) -> None:
        name = f"{self._name}.pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF…"), name, self.tr("PDF files (*.pdf)")
        )
        if path:
            self.save_to(Path(path))
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def _new_printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(self._size))
        return printer
