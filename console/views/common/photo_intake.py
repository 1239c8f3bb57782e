"""Photos that are pasted or dropped somewhere: taken as files or pictures, never as text."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

AT_ONCE = 20
"""So many photos are taken at once; more were hardly meant."""

_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class PhotoIntake(QObject):
    """Watches a widget, and fields in it that would else take what is dropped for text.

    Ctrl+V in a field takes a photo only where there are no words to paste.
    """

    given = Signal(object)
    """The sources, each a path of a file or a picture."""
    too_many = Signal(int)
    """So many were given; none of them was taken."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        over.setAcceptDrops(True)
        over.installEventFilter(self)

    def watch(self, *fields: QWidget) -> None:
        """Watch fields of text, too."""
        for field in fields:
            field.setAcceptDrops(True)
            field.installEventFilter(self)

    def paste(self) -> bool:
        """Take the photos on the clipboard; tells whether there were some."""
        data = _clipboard()
        return data is not None and self._take(data)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            return self._dragged(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self._paste_into_field()
        return super().eventFilter(watched, event)

    def _paste_into_field(self) -> bool:
        data = _clipboard()
        if data is None or (data.text() and not _files(data)):
            return False  # Words are pasted as words.
        return self._take(data)

    def _dragged(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if not (data.hasImage() or _files(data)):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(data)
        return True

    def _take(self, data: QMimeData) -> bool:
        found: list[Path | QImage] = [*_files(data)]
        if not found and data.hasImage():
            image = data.imageData()
            if isinstance(image, QImage) and not image.isNull():
                found.append(image)
        if len(found) > AT_ONCE:
            self.too_many.emit(len(found))
        elif found:
            self.given.emit(found)
        return bool(found)


def _clipboard() -> QMimeData | None:
    """What lies on the clipboard; there may be nothing, whatever the library promises."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return data


def _files(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped or pasted; nothing else is fetched."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
