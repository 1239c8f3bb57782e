"""The weights of the proposal: what each means, its value, and what other values would do."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.change import Change
from console.domain.errors import ConsoleError
from console.domain.events import Event
from console.domain.hindsight import Comparison
from console.domain.orders import ChangeWeights, Order
from console.domain.weights import GREATEST, Weights
from console.live.asking import ask_weights
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.rules.comparison import ComparisonTable
from console.widgets.form import SendingDialog
from console.widgets.labels import error_sentence
from console.widgets.labels_weights import redirected_text, weight_words
from console.widgets.measure import sized, sized_window
from console.widgets.plain import plain_label
from console.widgets.scrolling import scrolled

EDITOR = 96
"""Width of a value's editor in pixels."""

MARGIN = 6
"""Room before its figures in pixels."""


class WeightsDialog(SendingDialog):
    """All weights with an editor each; Enter previews, Ctrl+Enter saves, Escape leaves.

    A preview is worked out off the GUI thread and belongs to the values that it was asked for:
    whoever changes a value afterwards is told that it is out of date by its going away.
    """

    saved = Signal()

    def __init__(self, hub: Hub, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Weights of the proposal"))
        self._hub, self._desk = hub, desk
        self._held = hub.picture.weights
        self._asked: UUID | None = None
        self._sent: UUID | None = None
        self.editors: dict[str, QDoubleSpinBox] = {}
        self.states: dict[str, QLabel] = {}
        self.hint = plain_label(self)
        self.hint.setText(
            self.tr(
                "A proposal counts in minutes of a walk: what is worse by some minutes counts as"
                " much as that way. The member with the smallest sum is proposed first."
            )
        )
        self.said = plain_label(self)
        self.table = ComparisonTable(self)
        self.preview = QPushButton(self.tr("Preview") + "    ⏎", self)
        self.save = QPushButton(self.tr("Save") + "    Ctrl+⏎", self)
        self.defaults = QPushButton(self.tr("Defaults"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()
        self._show_values(self._held)
        self._typed()
        first = next(iter(self.editors.values()))
        first.setFocus()
        first.selectAll()

    def _build(self) -> None:
        for label in (self.hint, self.said):
            label.setWordWrap(True)
        self.hint.setProperty("role", "dim")
        self.preview.setProperty("kind", "primary")
        for button in (self.defaults, self.leave):
            button.setProperty("kind", "quiet")
        self.preview.setDefault(True)
        for button in (self.save, self.defaults, self.leave):
            button.setAutoDefault(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, default) in enumerate(Weights().values().items()):
            self._add_row(grid, row, name, default)
        buttons = QHBoxLayout()
        buttons.addWidget(self.defaults)
        buttons.addStretch(1)
        for button in (self.leave, self.save, self.preview):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.hint)
        layout.addWidget(scrolled(grid, self), 2)
        layout.addWidget(self.said)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        # Not higher than a small screen has room for.
        sized_window(self, 980, 700)

    def _add_row(self, grid: QGridLayout, row: int, name: str, default: float) -> None:
        words = weight_words(name)
        label, meaning, unit = plain_label(self), plain_label(self), plain_label(self)
        label.setText(words.name)
        meaning.setText(words.meaning)
        unit.setText(
            self.tr("{unit}, default {value}").format(unit=words.unit, value=f"{default:g}")
        )
        meaning.setWordWrap(True)
        for quiet in (meaning, unit):
            quiet.setProperty("role", "dim")
        editor = QDoubleSpinBox(self)
        editor.setRange(1.0 if name in ("urgent", "most_running") else 0.0, GREATEST)
        editor.setDecimals(0 if name == "most_running" else 2)
        editor.setSingleStep(1.0 if name in ("running", "most_running") else 0.1)
        sized(editor.setFixedWidth, EDITOR)
        editor.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        editor.setAccessibleName(words.name)
        editor.setAccessibleDescription(f"{words.meaning} ({unit.text()})")
        editor.valueChanged.connect(self._typed)
        state = plain_label(self)
        sized(state.setMinimumWidth, EDITOR)
        label.setBuddy(editor)
        self.editors[name], self.states[name] = editor, state
        for column, widget in enumerate((label, meaning, editor, unit, state)):
            grid.addWidget(widget, row, column)

    def _connect(self) -> None:
        self.preview.clicked.connect(self.ask)
        self.save.clicked.connect(self.send)
        self.leave.clicked.connect(self.reject)
        self.defaults.clicked.connect(lambda: self._show_values(Weights()))
        questions, desk = self._desk.questions, self._desk
        questions.answered.connect(self._answered)
        questions.unanswered.connect(self._unanswered)
        desk.deed_done.connect(self._done)
        desk.deed_failed.connect(self._failed)
        self._hub.changed.connect(self._changed)

    # What others ask for

    @property
    def changes(self) -> dict[str, float]:
        """The values that differ from those that hold, as far as the editors can show them."""
        held = self._held.values()
        return {
            name: value
            for name, editor in self.editors.items()
            if (value := round(editor.value(), 2)) != _as_shown(editor, held[name])
        }

    def ask(self) -> None:
        """Ask whom the last dispatches would have gone to with these values."""
        self._asked = ask_weights(self._desk, self.changes)
        self.preview.setEnabled(False)
        self.said.setText(self.tr("Working out what the last dispatches would have been…"))

    @override
    def send(self) -> None:
        """Save the values; nothing is sent twice, and nothing that holds already."""
        if self._sent is None and self.changes:
            self._sent = self._desk.do(ChangeWeights(tuple(self.changes.items())))
            self._offer()

    # What happens inside

    def _show_values(self, weights: Weights) -> None:
        for name, value in weights.values().items():
            self.editors[name].setValue(value)

    def _typed(self) -> None:
        # A preview of other values must not stand beside these.
        self._asked = None
        self.table.setRowCount(0)
        self.said.setText(self.tr("Preview: whom the last 200 dispatches would have gone to."))
        self._offer()

    def _offer(self) -> None:
        held, changes = self._held.values(), self.changes
        for name, state in self.states.items():
            text = self.tr("holds: {value}").format(value=f"{held[name]:g}")
            state.setText(f"● {text}" if name in changes else "")
        self.preview.setEnabled(bool(changes) and self._asked is None)
        self.save.setEnabled(bool(changes) and self._sent is None)

    def _answered(self, number: UUID, answer: object) -> None:
        if number == self._asked and isinstance(answer, Comparison):
            self._asked = None
            self.table.show_comparison(answer)
            self.said.setText(redirected_text(len(answer.redirected), answer.dispatches))
            self._offer()

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self.said.setText(error_sentence(error, self._hub.picture.zone))
            self._offer()

    def _done(self, command: UUID, _order: Order, _event: Event) -> None:
        if command == self._sent:
            self.saved.emit()
            self.accept()

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command == self._sent:
            self._sent = None
            self.said.setText(error_sentence(error, self._hub.picture.zone))
            self._offer()

    def _changed(self, change: Change) -> None:
        """Another seat has changed the weights: what is typed here stays, and is compared anew."""
        if change.catalogue is None or change.catalogue.weights == self._held:
            return
        untouched = [name for name in self.editors if name not in self.changes]
        self._held = change.catalogue.weights
        for name in untouched:
            self.editors[name].setValue(self._held.values()[name])
        if self._sent is None:
            self._typed()


def _as_shown(editor: QDoubleSpinBox, value: float) -> float:
    """What an editor makes of a value: its rounding is Qt's, and not Python's."""
    return round(editor.valueFromText(editor.textFromValue(value)), 2)


def open_weights(hub: Hub, desk: Desk, parent: QWidget | None = None) -> WeightsDialog:
    """Open the weights over a window."""
    dialog = WeightsDialog(hub, desk, parent)
    dialog.open()
    return dialog
