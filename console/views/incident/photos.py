"""Attached photos: a list by name, and a window to look at one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import AttachmentView
from console.domain.text import one_line
from console.widgets.plain import button_text, plain_label

NAME_SHOWN = 40
"""So many characters of a file's name are shown."""


class PhotoButton(QPushButton):
    """One photo; a click asks for its content."""

    opened = Signal(int)

    def __init__(self, attachment: AttachmentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id, self._attachment = attachment.id, attachment
        self.setProperty("kind", "quiet")
        font = self.font()
        font.setStrikeOut(attachment.withdrawn)
        self.setFont(font)
        self.clicked.connect(self._open)
        self._say()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        shown = self._attachment
        name = button_text(one_line(shown.name)[:NAME_SHOWN])
        text = f"{name} · {max(1, shown.size // 1024)} KB"
        if shown.withdrawn:
            text = self.tr("{photo} · attached in error").format(photo=text)
        self.setText(text)

    def _open(self) -> None:
        self.opened.emit(self._id)


class Photos(QWidget):
    """The photos of the incident shown."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[AttachmentView, ...] = ()
        self._buttons: list[PhotoButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_attachments(self, attachments: tuple[AttachmentView, ...]) -> None:
        """Show the photos of a case."""
        self.setVisible(bool(attachments))
        if attachments == self._shown:
            return
        self._shown = attachments
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.deleteLater()
        self._buttons = [PhotoButton(attachment, self) for attachment in attachments]
        for button in self._buttons:
            button.opened.connect(self.opened)
            self._layout.addWidget(button)


class PhotoWindow(QDialog):
    """One photo, as large as the window allows."""

    def __init__(self, content: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._image = QImage.fromData(content)
        self.label = plain_label(self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumSize(320, 240)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label)
        self.setWindowTitle(self.tr("Photo"))
        self.resize(960, 720)
        self._fit()

    @override
    def resizeEvent(self, event: object) -> None:
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Photo"))
        super().changeEvent(event)

    def _fit(self) -> None:
        if self._image.isNull():
            self.label.setText(self.tr("This photo cannot be shown."))
            return
        size = self.label.size() * self.devicePixelRatioF()
        scaled = self._image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        pixmap = QPixmap.fromImage(scaled)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.label.setPixmap(pixmap)
