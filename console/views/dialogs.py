"""Small windows: who sits here, and the list of all keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from console.domain.lifecycle import Deed
from console.widgets.labels import deed_label
from console.widgets.plain import plain_label

ROW = 26
KEY_WIDTH, TEXT_WIDTH = 130, 400
HIGHEST = 700
"""Of the list of keys, in pixels: a small screen has room for it."""


class SignIn(QDialog):
    """Asks for the operator's name and the workstation; accounts come later."""

    def __init__(self, operator: str, workstation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who sits here?"))
        self.operator = QLineEdit(operator, self)
        self.workstation = QLineEdit(workstation, self)
        hint = plain_label(self)
        hint.setText(self.tr("Both stand beside everything you do, in the record of events."))
        hint.setProperty("role", "dim")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Operator"), self.operator)
        form.addRow(self.tr("Workstation"), self.workstation)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Begin"))
        self.buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(self.buttons)
        for line in (self.operator, self.workstation):
            line.setMinimumWidth(280)
            line.textChanged.connect(self._typed)
        self._typed()

    @property
    def names(self) -> tuple[str, str]:
        """The operator and the workstation as typed."""
        return self.operator.text().strip(), self.workstation.text().strip()

    def _typed(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(all(self.names))


class ShortcutList(QDialog):
    """All keys in one table; F1 shows it."""

    def __init__(self, deed_keys: dict[Deed, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        rows = [
            ("Enter", self.tr("do what the large button says")),
            ("1 … 9", self.tr("choose another member")),
            ("V", self.tr("open the nearest camera, then the next one")),
            *((key, deed_label(deed)) for deed, key in deed_keys.items()),
            ("K", self.tr("acknowledge the card or the alarm")),
            ("I", self.tr("whoever is alone on scene has checked in")),
            ("Shift+K", self.tr("list the open cards")),
            ("X", self.tr("who cannot go, and why")),
            ("G", self.tr("send a team, or one more member")),
            ("H", self.tr("reserve the chosen member")),
            (
                "Y",
                self.tr(
                    "to who is on it: Enter moves one on, W withdraws, T returns, Del lets go"
                ),
            ),
            ("J", self.tr("to what is possibly the same: Enter merges, O opens")),
            ("Ctrl+M", self.tr("add the report that is typed to the incident that it repeats")),
            ("Q", self.tr("choose the language that is needed")),
            ("P", self.tr("propose members for all incidents that wait")),
            ("L", self.tr("copy the order as a short text")),
            ("Shift+L", self.tr("print the order, or save it as a PDF file")),
            ("Shift+R", self.tr("send the member a message again that failed")),
            ("N, Ctrl+N", self.tr("take a new report")),
            ("Ctrl+Enter", self.tr("store what a form holds")),
            ("Esc", self.tr("put a form away, back to the queue")),
            ("/, Ctrl+F", self.tr("filter")),
            ("↑ ↓", self.tr("go through the rows")),
            ("Ctrl+Z", self.tr("take the last dispatch or merging back")),
            ("Ctrl+1 … Ctrl+4", self.tr("go to a screen")),
            ("D, P, F", self.tr("in the roster: on duty, break, off duty")),
            ("Enter, Esc", self.tr("in the roster: into the member's page, and back")),
            ("K", self.tr("in the roster: rows or cards")),
            ("H", self.tr("in the roster: the next hole in cover")),
            ("E, I", self.tr("in the roster: export to a file, import from one")),
            ("C", self.tr("in the roster: show the telephone number")),
            ("A, E, Del", self.tr("in training: add, change, remove a skill")),
            ("P, F, X", self.tr("in a course: passed, failed, absent")),
            ("1 … 3, 0, H, S", self.tr("in shifts: a shift, free, leave, swap")),
            ("R, W", self.tr("in shifts: take a leave back, make this week the pattern")),
            ("[, ], T", self.tr("in shifts: another week, today")),
            ("G", self.tr("in shifts: the holes of a day or of a week")),
            ("F1", self.tr("show the keys")),
            ("F8", self.tr("the weights of the proposal, with a preview")),
            ("F9", self.tr("switch the language")),
            ("F10", self.tr("switch between dark and light")),
            ("Ctrl+Q", self.tr("leave")),
        ]
        # Two side by side: a list that must be scrolled is not looked at.
        half = (len(rows) + 1) // 2
        table = QTableWidget(half, 4, self)
        table.setAccessibleName(self.tr("Keys"))
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.verticalHeader().setDefaultSectionSize(ROW)
        for column, width in enumerate((KEY_WIDTH, TEXT_WIDTH, KEY_WIDTH)):
            table.setColumnWidth(column, width)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        for place, (key, text) in enumerate(rows):
            side, row = divmod(place, half)
            table.setItem(row, 2 * side, QTableWidgetItem(key))
            table.setItem(row, 2 * side + 1, QTableWidgetItem(text))
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        self.resize(2 * (KEY_WIDTH + TEXT_WIDTH) + 40, min(half * ROW + 40, HIGHEST))
