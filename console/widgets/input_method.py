"""Input methods start only where text is typed: in lists and boxes letters are keys."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget


class InputMethodGuard(QObject):
    """Takes the input method away from whatever gets the keyboard and is no text field.

    Qt gives one to every list and every box, where it would swallow the letter of a deed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        closed = isinstance(now, QComboBox) and not now.isEditable()
        if now is not None and (closed or isinstance(now, QAbstractItemView)):
            now.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
