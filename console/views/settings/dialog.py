"""All settings in one dialog: by sections or by what is typed, each obeyed at once."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.pinyin import prepare as prepare_sounds
from console.domain.settings import SETTINGS, Value
from console.domain.settings_file import SettingsFile, SettingsFileError, compose, differences
from console.live.settings_files import SettingsFiles
from console.views.settings.differences import DifferencesDialog
from console.views.settings.row import SettingRow
from console.widgets.keys import Keymap
from console.widgets.labels import error_sentence
from console.widgets.measure import sized_window
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.settings import Settings
from console.widgets.settings_sentences import wrong_text
from console.widgets.words_settings import section_label

FILE = "grid-console.json"
"""The name that is offered for a file of settings."""


class SettingsDialog(QDialog):
    """Changes nothing itself but what somebody chooses; Escape closes it."""

    keys_wanted = Signal()

    def __init__(self, settings: Settings, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._keymap = settings, keymap
        self._before: tuple[dict[str, Value], dict[str, str]] | None = None
        self.files = SettingsFiles(self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.sections = QListWidget(self)
        self.page = QScrollArea(self)
        self.rows = {
            name: SettingRow(setting, settings.value(name), self)
            for name, setting in SETTINGS.items()
            if not setting.document
        }
        self.headings = {setting.section: QLabel(self) for setting in SETTINGS.values()}
        self.nothing = plain_label(self)
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.export, self.take_in, self.keys, self.undo, self.reset, self.leave = (
            QPushButton(self) for _ in range(6)
        )
        self._build()
        self._connect()
        self.retranslate()
        self.sections.setCurrentRow(0)
        words = [word for row in self.rows.values() for word in row.words()]
        # How words sound takes a while to look up, and nobody has typed yet.
        Thread(target=prepare_sounds, args=(words,), name="pinyin", daemon=True).start()

    def _build(self) -> None:
        content = QWidget(self.page)
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 0, 12, 0)
        for section, heading in self.headings.items():
            heading.setTextFormat(Qt.TextFormat.PlainText)
            heading.setProperty("role", "row_title")
            self.sections.addItem(section)
            column.addWidget(heading)
            for row in self.rows.values():
                if row.setting.section == section:
                    column.addWidget(row)
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.nothing.setProperty("role", "dim")
        self.page.setWidget(content)
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.sections, 1)
        middle.addWidget(self.page, 3)
        buttons = QHBoxLayout()
        for button in (self.export, self.take_in, self.keys, self.undo, self.reset, self.leave):
            button.setAutoDefault(False)
            button.setProperty("kind", "key")
            if button is self.undo:
                buttons.addStretch(1)
            buttons.addWidget(button)
        self.undo.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.search)
        layout.addLayout(middle, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        sized_window(self, 900, 600)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._show_found)
        self.sections.currentRowChanged.connect(self._section_chosen)
        for row in self.rows.values():
            row.edited.connect(self._change)
            row.reset_wanted.connect(self._settings.reset)
        self._settings.changed.connect(self._follow)
        self.export.clicked.connect(self._choose_export)
        self.take_in.clicked.connect(self._choose_import)
        self.keys.clicked.connect(self.keys_wanted)
        self.undo.clicked.connect(self._take_back)
        self.reset.clicked.connect(self._reset_all)
        self.leave.clicked.connect(self.reject)
        self.files.found.connect(self._found)
        self.files.written.connect(self._written)
        self.files.refused.connect(self._refused)
        self.files.failed.connect(self._failed)

    # What it says

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.setWindowTitle(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.sections.setAccessibleName(self.tr("Sections"))
        for number, (section, heading) in enumerate(self.headings.items()):
            heading.setText(section_label(section))
            item = self.sections.item(number)
            item.setText(section_label(section))
        self.nothing.setText(self.tr("There is no such setting."))
        self.export.setText(self.tr("Export…"))
        self.take_in.setText(self.tr("Import…"))
        self.keys.setText(self.tr("Keys…"))
        self.undo.setText(self.tr("Take it back"))
        self.reset.setText(self.tr("All back to the first"))
        self.leave.setText(self.tr("Close"))
        for row in self.rows.values():
            row.retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Escape: first what was typed goes, then the dialog.
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._go_to_first()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _go_to_first(self) -> None:
        """Give the keyboard to the first setting that is shown, from the line that finds."""
        shown = [row for row in self.rows.values() if row.isVisible()]
        if self.search.hasFocus() and shown:
            shown[0].control.setFocus(Qt.FocusReason.TabFocusReason)

    def _section_chosen(self) -> None:
        self.search.clear()
        self._show_found()

    def _show_found(self) -> None:
        typed = self.search.text().strip()
        section = list(self.headings)[max(0, self.sections.currentRow())]
        found = {
            name
            for name, row in self.rows.items()
            if (row.is_found(typed) if typed else row.setting.section == section)
        }
        shown = {SETTINGS[name].section for name in found}
        for name, row in self.rows.items():
            row.setVisible(name in found)
        for one, heading in self.headings.items():
            heading.setVisible(one in shown)
        self.nothing.setVisible(not found)

    def _follow(self, name: str) -> None:
        if name in self.rows:  # A document has no row.
            self.rows[name].show_value(self._settings.value(name))

    # What it does

    def _change(self, name: str, value: Value) -> None:
        self._tell("", "dim")
        self._settings.change(name, value)

    def _reset_all(self) -> None:
        self._remember()
        self._settings.reset_all()
        self._tell(self.tr("All settings are as at first."), "success")

    def _remember(self) -> None:
        self._before = self._settings.values, self._keymap.keys.changed
        self.undo.show()

    def _take_back(self) -> None:
        if self._before is not None:
            values, keys = self._before
            self._apply(SettingsFile(values, keys))
            self._tell(self.tr("Everything is as it was before."), "success")
        self._before = None
        self.search.setFocus()
        self.undo.hide()

    def _apply(self, file: SettingsFile) -> None:
        if file.keys is not None and dict(file.keys) != self._keymap.keys.changed:
            self._keymap.take(file.keys)
        for name, value in file.values.items():
            self._settings.change(name, value)

    def _agreed(self, file: SettingsFile) -> None:
        self._remember()
        self._apply(file)
        self._tell(self.tr("The file's settings hold now."), "success")

    # Files

    def _choose_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export settings"), FILE, self.tr("Settings (*.json)")
        )
        if path:
            self.files.write(Path(path), compose(self._settings.values, self._keymap.keys.changed))

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import settings"), "", self.tr("Settings (*.json)")
        )
        if path:
            self.files.read(Path(path))

    def _found(self, file: SettingsFile) -> None:
        self._tell("", "dim")
        found = differences(file, self._settings.values, self._keymap.keys)
        dialog = DifferencesDialog(file, found, self)
        dialog.agreed.connect(self._agreed)
        dialog.open()

    def _written(self, path: str) -> None:
        self._tell(self.tr("Written to {path}").format(path=path), "success")

    def _refused(self, error: SettingsFileError) -> None:
        self._tell(wrong_text(error), "error")

    def _failed(self, error: ConsoleError) -> None:
        self._tell(error_sentence(error), "error")

    def _tell(self, text: str, role: str) -> None:
        self.said.setText(text)
        restyle(self.said, role=role)
