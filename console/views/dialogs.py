"""Small windows: who sits here."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from console.widgets.measure import sized
from console.widgets.plain import plain_label


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
            sized(line.setMinimumWidth, 280)
            line.textChanged.connect(self._typed)
        self._typed()

    @property
    def names(self) -> tuple[str, str]:
        """The operator and the workstation as typed."""
        return self.operator.text().strip(), self.workstation.text().strip()

    def _typed(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(all(self.names))
