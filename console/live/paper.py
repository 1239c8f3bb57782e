"""Pages of paper: a document laid out over as many as it takes, each with its foot and its number.

It needs no window: a PDF is made off the GUI thread.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QThread,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from typing_extensions import override

from console.live.photo_files import write_file

MARGIN_MM = 16.0
FOOT_PT = 22.0
"""The room of the foot of a page, in points."""

POINTS_PER_INCH = 72.0
LATIN = ("Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans")
"""One of them is on every system; what is not in it comes from the program's own fonts."""

RESOLUTION = 300
"""Dots per inch of a PDF; what is drawn as text or lines has none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to stand on the pages.

    ``body`` is HTML in which whatever came from data is escaped; ``images`` are those it names, by
    address; ``foot`` is plain text with places for {page} and {pages}.
    """

    title: str
    body: str
    foot: str
    images: Mapping[str, QImage] = field(default_factory=dict)


def prepare(device: QPagedPaintDevice) -> None:
    """Give a printer or a PDF the size and margins of our pages."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM), QPageLayout.Unit.Millimeter
    )


def paint(paper: Paper, device: QPagedPaintDevice) -> int:
    """Paint all pages on a device that was prepared; returns how many there are."""
    painter = QPainter(device)
    scale = device.logicalDpiY() / POINTS_PER_INCH
    room = QSizeF(device.width() / scale, device.height() / scale)
    document = _laid_out(paper, QSizeF(room.width(), room.height() - FOOT_PT))
    pages = document.pageCount()
    painter.scale(scale, scale)
    for page in range(pages):
        if page:
            device.newPage()
        _paint_page(painter, document, page, room)
        _paint_foot(painter, paper, page, pages, room)
    painter.end()
    return pages


def write_pdf(paper: Paper, path: Path) -> Path:
    """Write the pages to a PDF, wholly or not at all; meant for a thread that may wait.

    Raises:
        FaultError: If it cannot be written.
    """
    pressing = _Press(paper)
    pressing.start()
    pressing.wait()
    write_file(path, pressing.content)
    return path


class _Press(QThread):
    """Makes the PDF on a thread of Qt's own: laying out text needs the timers of one."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        self.content = b""

    @override
    def run(self) -> None:
        self.content = _pdf(self._paper)


def _pdf(paper: Paper) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(paper.title)
    prepare(writer)
    paint(paper, writer)
    del writer  # Its end is written only then.
    return bytes(buffer.data().data())


def _laid_out(paper: Paper, size: QSizeF) -> QTextDocument:
    """The document in points, whatever it is painted on."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(10))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    for address, image in paper.images.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address), image)
    document.setHtml(paper.body)
    document.setPageSize(size)
    return document


def _font(points: int) -> QFont:
    """The program's font in so many points, which are the pixels of the layout.

    Latin letters and figures have a font of their own: those of Noto Sans CJK cannot be copied
    out of a PDF, nor searched for in it.
    """
    font = QFont()
    font.setFamilies([*LATIN, *font.families()])
    font.setPixelSize(points)
    return font


def _paint_page(painter: QPainter, document: QTextDocument, page: int, room: QSizeF) -> None:
    height = document.pageSize().height()
    up = -page * height
    painter.save()
    painter.translate(0, up)
    view = QRectF(0, page * height, room.width(), height)
    painter.setClipRect(view)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = view
    # Black on paper, whatever the theme of the screen.
    context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    document.documentLayout().draw(painter, context)
    painter.restore()


def _paint_foot(painter: QPainter, paper: Paper, page: int, pages: int, room: QSizeF) -> None:
    painter.setFont(_font(8))
    top = room.height() - FOOT_PT + 6
    painter.setPen(QColor("#888888"))
    painter.drawLine(QPointF(0, top), QPointF(room.width(), top))
    painter.setPen(QColor("#333333"))
    text = paper.foot.replace("{page}", str(page + 1)).replace("{pages}", str(pages))
    box = QRectF(0, top + 3, room.width(), FOOT_PT - 9)
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
