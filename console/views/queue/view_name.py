"""Asks for the name of a view of the queue."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from console.domain.queue_views import NAME_LIMIT, Misnamed, misnamed
from console.views.queue.views import Views
from console.widgets.plain import plain_label
from console.widgets.words_queue import misnamed_sentence


class ViewName(QDialog):
    """One line; what is wrong with a name is said below it, and nothing typed is lost.

    Args:
        title: What the name is asked for.
        name: What stands in the line at first.
        wrong: Tells why a name cannot be had.
        parent: Over whose window it opens.
    """

    named = Signal(str)

    def __init__(
        self, title: str, name: str, wrong: Callable[[str], Misnamed | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._wrong = wrong
        self.line = QLineEdit(name, self)
        self.line.setMaxLength(NAME_LIMIT)
        self.line.setMinimumWidth(320)
        self.line.setAccessibleName(self.tr("Name of the view"))
        self.line.setPlaceholderText(self.tr("Name of the view"))
        self.line.selectAll()
        self.hint = plain_label(self)
        self.hint.setProperty("role", "dim")
        self.hint.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel, self)
        self.buttons.button(kinds.Save).setText(self.tr("Keep"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self.line.textChanged.connect(self.hint.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.line)
        layout.addWidget(self.hint)
        layout.addWidget(self.buttons)

    def _keep(self) -> None:
        name = self.line.text()
        why = self._wrong(name)
        if why is not None:
            self.hint.setText(misnamed_sentence(why))
            self.line.setFocus()
            return
        self.named.emit(name)
        self.accept()


def ask_new(views: Views, parent: QWidget) -> ViewName:
    """Ask for a name, and keep what is shown under it."""
    title = QCoreApplication.translate("ViewName", "Keep what is shown as a view")
    dialog = ViewName(title, "", lambda name: misnamed(name, views.all), parent)
    dialog.named.connect(views.keep)
    return _opened(dialog)


def ask_other(views: Views, parent: QWidget) -> ViewName:
    """Ask for another name of the view in force."""
    before = "" if views.own is None else views.own.name
    title = QCoreApplication.translate("ViewName", "Rename the view")
    dialog = ViewName(title, before, lambda name: misnamed(name, views.all, before), parent)
    dialog.named.connect(views.rename)
    return _opened(dialog)


def _opened(dialog: ViewName) -> ViewName:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
