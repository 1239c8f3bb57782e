"""What is selected in the queue, and that it stays so whatever happens to the rows."""

from PySide6.QtCore import QModelIndex, QObject, Signal

from console.views.queue.model import QueueModel
from console.views.queue.table import QueueTable

MANY = 500
"""So many selected rows are selected again after all rows were laid out anew; of more, one."""


class Selection(QObject):
    """Tells which incident is current and which are selected; it moves neither by itself."""

    incident_selected = Signal(int)
    changed = Signal(object)

    def __init__(self, table: QueueTable, model: QueueModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self.current: int | None = None
        """The incident that is at work."""
        self._before: list[int] = []
        table.selectionModel().currentRowChanged.connect(self._moved)
        table.selectionModel().selectionChanged.connect(self._selected)
        model.modelAboutToBeReset.connect(self._note)
        model.modelReset.connect(self._restore_all)
        model.rowsInserted.connect(self._restore)
        model.rowsRemoved.connect(self._let_go)

    @property
    def incidents(self) -> list[int]:
        """The incidents that are selected, from the top down."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [one.id for row in rows if (one := self._model.incident(row)) is not None]

    def focus(self) -> None:
        """Where no row is selected, select the current one, or the first at the beginning."""
        index = self._table.currentIndex()
        if self.current is None and self._model.rowCount():
            index = self._model.index(0, 0)
        if index.isValid() and not self._table.selectionModel().hasSelection():
            self._table.make_current(index)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._model.removing:
            return
        incident = self._model.incident(current.row()) if current.isValid() else None
        if incident is None or incident.id == self.current:
            return
        self.current = incident.id
        self._model.mark_seen(incident.id)
        self.incident_selected.emit(incident.id)

    def _selected(self) -> None:
        if not self._model.removing:
            self.changed.emit(self.incidents)

    def _let_go(self) -> None:
        """The row of the current incident is gone: no other takes its place by itself.

        Whoever is at work on it goes on, and the next key must not reach another incident.
        """
        if self.current is not None and self._model.row_of(self.current) is None:
            self._table.setCurrentIndex(QModelIndex())

    def _note(self) -> None:
        chosen = self._table.selectionModel().selection()
        few = sum(chosen.at(part).height() for part in range(chosen.size())) <= MANY
        self._before = self.incidents if few else []

    def _restore_all(self) -> None:
        """After all rows were laid out anew: what was selected is, as far as it is shown."""
        self._restore()
        rows = [self._model.row_of(number) for number in self._before]
        shown = [row for row in rows if row is not None]
        if len(shown) > 1 and self._table.currentIndex().row() in shown:
            self._table.select_rows(shown)

    def _restore(self) -> None:
        """After rows have come: the same incident is current, if it is shown."""
        if self.current is None or self._table.currentIndex().isValid():
            return
        row = self._model.row_of(self.current)
        if row is not None:
            self._table.make_current(self._model.index(row, 0))
