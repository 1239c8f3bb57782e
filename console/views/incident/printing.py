"""The dispatch order on one page: seen large, read out, printed or saved as a PDF file."""

from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
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

from console.domain.codes import short_code
from console.domain.incident import Incident
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.incident.slip import LONGEST, slip_text
from console.widgets.labels import localised, priority_label

MARGIN_MM = 18.0

_PAGE = """
<style>td, p {{ font-size: 12pt; }} p.head {{ font-size: 16pt; font-weight: bold; }}</style>
<p>{center}</p><p class="head">{heading} {number}</p>
<table cellspacing="0" cellpadding="6" border="1" width="100%"
    style="border-collapse: collapse">{rows}</table>
<p>{printed}</p>
"""
# Sizes in points: those of the screen are in pixels, of which a printer has many.
_ROW = '<tr><td width="24%"><b>{name}</b></td><td>{value}</td></tr>'


def slip_html(incident: Incident, picture: Picture, now: datetime) -> str:
    """The order as a page; whatever comes from data is shown as it was written."""
    translate = QCoreApplication.translate
    center, member = picture.center, picture.members.get(incident.assignee or 0)
    category = picture.categories.get(incident.category)
    grid = short_code(incident.grid) if incident.grid else ""
    place = " · ".join(part for part in (one_line(incident.address[:LONGEST]), grid) if part)
    kind = localised(category.name, category.name_en) if category else incident.category
    rows = [
        (translate("Slip", "What to do"), one_line(incident.title[:LONGEST])),
        (translate("Slip", "Kind"), f"{kind} · {priority_label(incident.priority)}"),
        (translate("Slip", "Place"), place),
        (translate("Slip", "Member"), f"{member.name} {member.number}" if member else ""),
        (translate("Slip", "Reported"), _time(incident.reported_at, picture)),
        (translate("Slip", "Time limit"), _time(incident.due_at, picture)),
        (translate("Slip", "Result"), "\n\n\n"),
        (translate("Slip", "Signature and time"), "\n"),
    ]
    return _PAGE.format(
        center=escape(localised(center.name, center.name_en) if center else ""),
        heading=escape(translate("Slip", "Dispatch order")),
        number=incident.number,
        rows="".join(_ROW.format(name=escape(name), value=_shown(text)) for name, text in rows),
        printed=escape(
            translate("Slip", "Printed {at}").format(at=_time(now, picture)),
        ),
    )


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br/>") or "—"


def _time(at: datetime | None, picture: Picture) -> str:
    return "" if at is None else f"{at.astimezone(picture.zone):%Y-%m-%d %H:%M}"


class SlipDialog(QDialog):
    """Shows the page; Enter prints it."""

    def __init__(
        self, incident: Incident, picture: Picture, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._number = incident.number
        self._text = slip_text(incident, picture)
        self._page = slip_html(incident, picture, now)
        self.setWindowTitle(self.tr("Order {number}").format(number=incident.number))
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
        self.resize(720, 640)
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
        printer = _printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        self.print_on(printer)

    def _button(self, text: str, kind: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        return button

    def _print(self) -> None:
        self._printer = _printer()
        dialog = QPrintDialog(self._printer, self)
        dialog.accepted.connect(self._printed)
        QDialog.open(dialog)  # Its own one wants a slot by name.

    def _printed(self) -> None:
        self.print_on(self._printer)
        self.accept()

    def _save(self) -> None:
        name = f"{self._number}.pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF…"), name, self.tr("PDF files (*.pdf)")
        )
        if path:
            self.save_to(Path(path))
            self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    return printer
