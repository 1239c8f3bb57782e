"""What a file of settings would change, shown before it is applied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.settings_file import Difference, SettingsFile
from console.views.common.tables import prepare
from console.widgets.form import SendingDialog
from console.widgets.measure import sized, sized_window
from console.widgets.plain import plain_label
from console.widgets.settings_sentences import skipped_text, where_text
from console.widgets.tips import plain_tip
from console.widgets.words_keys import action_label
from console.widgets.words_settings import value_text


class DifferencesDialog(SendingDialog):
    """One line a change: as it is, and as the file has it; Ctrl+Enter applies them."""

    agreed = Signal(object)
    """The ``SettingsFile``: apply it."""

    def __init__(self, file: SettingsFile, found: Sequence[Difference], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import settings: the differences"))
        self._file, self._found = file, found
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.skipped = plain_label(self)
        self.skipped.setWordWrap(True)
        self.skipped.setProperty("role", "warning")
        self.table = QTableWidget(len(found), 3, self)
        self.apply = QPushButton(self.tr("Apply") + "    Ctrl+⏎", self)
        self.leave = QPushButton(self.tr("Cancel"), self)
        self._build()
        self._show()

    def _build(self) -> None:
        prepare(self.table)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels(
            [self.tr("Setting or key"), self.tr("Now"), self.tr("In the file")]
        )
        self.apply.setProperty("kind", "primary")
        self.leave.setProperty("kind", "quiet")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.leave, self.apply):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (self.said, self.skipped, self.table):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.apply.clicked.connect(self.send)
        self.leave.clicked.connect(self.reject)
        sized_window(self, 820, 480)

    def _show(self) -> None:
        count = len(self._found)
        self.said.setText(
            self.tr("The file would change {count}. Nothing has been changed yet.").format(
                count=count
            )
            if count
            else self.tr("Everything is already as the file has it.")
        )
        self.skipped.setVisible(bool(self._file.unknown))
        self.skipped.setText(skipped_text(self._file.unknown) if self._file.unknown else "")
        for row, one in enumerate(self._found):
            for column, text in enumerate(_texts(one)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tip(text))
                self.table.setItem(row, column, item)
        sized(self.table.setColumnWidth, 420, at=0)
        sized(self.table.setColumnWidth, 180, at=1)
        self.table.selectRow(0)
        self.apply.setEnabled(bool(count))
        (self.table if count else self.leave).setFocus()

    @override
    def send(self) -> None:
        """Apply what was shown."""
        if self.apply.isEnabled():
            self.agreed.emit(self._file)
            self.accept()


def _texts(one: Difference) -> tuple[str, str, str]:
    if one.is_key:
        return action_label(one.name), str(one.now), str(one.then)
    now, then = value_text(one.name, one.now), value_text(one.name, one.then)
    return where_text(one.name), now, then
