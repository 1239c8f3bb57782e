"""A still of a video as a file that tells for itself what it is: below the picture and inside."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from console.widgets.theme import Theme

QUALITY = 92
"""Of the JPEG, of 100: what a camera sent is not visibly worse for it."""

_LEAST_TEXT = 12


def still_file(image: QImage, lines: tuple[str, ...], theme: Theme) -> bytes:
    """A picture with lines of text in a band below it, as a JPEG file.

    Nothing of the picture itself is covered. The file holds the lines as its comment, too.

    Args:
        image: The picture.
        lines: What is written, such as the camera and the time.
        theme: Has the fonts.
    """
    font = theme.font("body")
    font.setPixelSize(max(_LEAST_TEXT, image.height() // 36))
    height = font.pixelSize() * 3 // 2
    band = height * len(lines) + height // 2
    made = QImage(image.width(), image.height() + band, QImage.Format.Format_RGB32)
    made.fill(QColor("#000000"))
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    for number, line in enumerate(lines):
        top = image.height() + height // 4 + number * height
        room = QRect(height // 2, top, image.width() - height, height)
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.end()
    made.setText("Description", "\n".join(lines))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(QUALITY)
    writer.write(made)
    return bytes(buffer.data().data())
