"""One setting on the page: its name, whose it is, its control, and the way back to the first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from console.domain.settings import Setting, Value, Whose
from console.domain.settings_search import finds
from console.views.settings.controls import control_of
from console.widgets.language import in_chinese
from console.widgets.plain import plain_label
from console.widgets.words_settings import (
    setting_label,
    sources_of,
    value_text,
    whose_label,
)

SHARES = (4, 2, 4, 0)
"""The shares of name, owner, control and the way back in the width."""


class SettingRow(QWidget):
    """A setting that can be changed here; whoever listens changes it."""

    edited = Signal(str, object)
    reset_wanted = Signal(str)

    def __init__(self, setting: Setting, value: Value, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self.label = plain_label(self)
        self.label.setWordWrap(True)
        self.whose = plain_label(self)
        self.whose.setProperty("role", "dim")
        self.control = control_of(setting, self)
        self.label.setBuddy(self.control)
        self.back = QPushButton(self)
        self.back.setProperty("kind", "key")
        self.back.setAutoDefault(False)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setHorizontalSpacing(12)
        parts = (self.label, self.whose, self.control, self.back)
        for column, (widget, share) in enumerate(zip(parts, SHARES, strict=True)):
            layout.addWidget(widget, 0, column)
            layout.setColumnStretch(column, share)
        self.control.edited.connect(self._edited)
        self.back.clicked.connect(self._back)
        self.show_value(value)
        self.retranslate()

    def show_value(self, value: Value) -> None:
        """Show what the setting is set to."""
        self._value = value
        self.control.show_value(value)
        first = value == self.setting.first
        self.back.setEnabled(not first)
        # Not by colour alone: what is not as at first has a dot.
        self.label.setText(setting_label(self.setting.name) + ("" if first else "  •"))

    def words(self) -> list[str]:
        """All that the setting can be found by, in both languages."""
        sources = sources_of(self.setting.name)
        return [*sources, *(in_chinese("Setting", source) for source in sources)]

    def is_found(self, typed: str) -> bool:
        """Whether it is what is looked for."""
        return finds(typed, self.words())

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        setting, name = self.setting, setting_label(self.setting.name)
        whose = {
            Whose.WORKSTATION: self.tr("It holds at this workstation, whoever sits here."),
            Whose.OPERATOR: self.tr("It follows the operator to another workstation."),
        }[setting.whose]
        self.whose.setText(whose_label(setting.whose))
        self.whose.setToolTip(whose)
        self.control.retranslate()
        self.control.setAccessibleName(name)
        self.control.setAccessibleDescription(f"{whose_label(setting.whose)}: {whose}")
        self.back.setText(self.tr("Back"))
        self.back.setAccessibleName(self.tr("{setting}: back to the first").format(setting=name))
        self.back.setToolTip(
            self.tr("Back to the first: {value}").format(
                value=value_text(setting.name, setting.first)
            )
        )
        self.show_value(self._value)

    def _edited(self, value: object) -> None:
        self.edited.emit(self.setting.name, value)

    def _back(self) -> None:
        self.control.setFocus()
        self.reset_wanted.emit(self.setting.name)
