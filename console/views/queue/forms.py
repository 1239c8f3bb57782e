"""The forms of the queue: two lines or one an incident, or a table of chosen columns."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHeaderView

from console.domain.queue_columns import (
    LEAST_WIDTH,
    SORTED_BY,
    Column,
    Layout,
    QueueField,
    QueueForm,
    switched,
)
from console.domain.queue_views import Sorts, chosen_alone, chosen_too
from console.views.queue.model import QueueModel
from console.views.queue.table import QueueTable
from console.widgets.queue_memory import QueueMemory
from console.widgets.queue_row import QueueRowDelegate
from console.widgets.settings import in_force
from console.widgets.theme import Look

SETTING = "queue.form"

QUIET_MS = 400
"""So long after the last movement of a column's edge its width is kept, in milliseconds."""


class Forms(QObject):
    """Gives rows, header and model the form that the operator has chosen."""

    def __init__(
        self,
        table: QueueTable,
        model: QueueModel,
        rows: QueueRowDelegate,
        memory: QueueMemory,
        look: Look,
    ) -> None:
        super().__init__(table)
        self._look = look
        self._table, self._model, self._rows, self._memory = table, model, rows, memory
        self._settings = in_force()
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self.keep)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._quiet.start)
        header.sectionMoved.connect(self._quiet.start)
        self._settings.changed.connect(self._setting_changed)
        memory.changed.connect(self._memory_changed)
        look.changed.connect(self.show)
        self.show()

    @property
    def form(self) -> QueueForm:
        """The form in force."""
        return self._rows.form

    @property
    def columns(self) -> Layout:
        """The columns that are shown in a table, as they stand now."""
        if self.form is not QueueForm.TABLE:
            return self._memory.columns
        header = self._table.horizontalHeader()
        fields = self._model.cells.fields
        order = [header.logicalIndex(place) for place in range(header.count())]
        percent = self._look.theme.percent
        # They are kept for the text size at first.
        return tuple(
            Column(fields[at], round(header.sectionSize(at) * 100 / percent)) for at in order
        )

    def choose(self, form: QueueForm) -> None:
        """Show the rows in a form, from now on whenever the operator sits here."""
        self._settings.change(SETTING, form.value)

    def switch(self) -> None:
        """Show the rows in the next form."""
        forms = list(QueueForm)
        self.choose(forms[(forms.index(self.form) + 1) % len(forms)])

    def switch_column(self, field: QueueField) -> None:
        """Show a column of the table, or hide it."""
        self._memory.keep_columns(switched(self.columns, field))

    def keep(self) -> None:
        """Keep order and widths of the columns as they are now."""
        if self.form is QueueForm.TABLE:
            self._quiet.stop()
            self._memory.keep_columns(self.columns)

    def show(self) -> None:
        """Give everything the form that is chosen."""
        self._rows.form = QueueForm(str(self._settings.value(SETTING)))
        tabular = self.form is QueueForm.TABLE
        layout = self._memory.columns if tabular else ()
        header, theme = self._table.horizontalHeader(), self._look.theme
        with QSignalBlocker(header):
            header.setMinimumSectionSize(theme.px(LEAST_WIDTH))
            self._model.show_fields(tuple(column.field for column in layout))
            # What was moved by hand is now the order of the columns themselves.
            for at in range(header.count()):
                header.moveSection(header.visualIndex(at), at)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(mode.Interactive if tabular else mode.Stretch)
            header.setSectionsMovable(tabular)
            header.setSectionsClickable(tabular)
            for at, column in enumerate(layout):
                header.resizeSection(at, theme.px(column.width))
        header.setVisible(tabular)
        policy = Qt.ScrollBarPolicy
        self._table.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if tabular else policy.ScrollBarAlwaysOff
        )
        self._table.verticalHeader().setDefaultSectionSize(self._rows.height)
        self._table.viewport().update()

    def _setting_changed(self, name: str) -> None:
        if name == SETTING:
            self.show()

    def _memory_changed(self) -> None:
        if self.form is QueueForm.TABLE and self.columns != self._memory.columns:
            self.show()

    def _clicked(self, section: int) -> None:
        field = self._model.cells.fields[section]
        by = SORTED_BY.get(field)
        if by is not None:
            held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            sorts: Sorts = self._model.view.sorts
            self._model.sort_by((chosen_too if held else chosen_alone)(sorts, by))
