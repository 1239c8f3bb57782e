"""The list of alarms: all whose reason still holds, what waits first, the gravest at the top."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.alarms import Alarm
from console.domain.codes import short_code
from console.domain.text import one_line
from console.live.alarms import Alarms
from console.live.picture import Picture
from console.views.common.tables import prepare
from console.widgets.alarm_words import COLORS, grade_label, kind_label
from console.widgets.keys import bind, key_mark
from console.widgets.measure import sized, sized_window
from console.widgets.theme import Look

Flag = QItemSelectionModel.SelectionFlag
Index = QModelIndex | QPersistentModelIndex

TITLE_SHOWN = 60


class AlarmModel(QAbstractTableModel):
    """One row an alarm; however many there are, only those that are seen are put in words."""

    def __init__(self, alarms: Alarms, picture: Picture, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._alarms, self._picture, self._look = alarms, picture, look
        self.rows: list[Alarm] = []
        self.load()

    def load(self) -> None:
        """Read all alarms anew."""
        self.beginResetModel()
        self.rows = self._alarms.rule.all
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._titles())

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles()[section]
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        alarm = self.rows[index.row()]
        waits = self._alarms.rule.waits(alarm)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(alarm, waits=waits)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            color = COLORS[alarm.grade] if index.column() == 0 else "text"
            return self._look.theme.color(color if waits else "dim")
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("How grave"),
            self.tr("Alarm"),
            self.tr("Incident"),
            self.tr("What has happened"),
            self.tr("Grid"),
            self.tr("Since"),
            self.tr("Here"),
        )

    def _texts(self, alarm: Alarm, *, waits: bool) -> tuple[str, ...]:
        incident = self._picture.incidents.get(alarm.incident)
        return (
            grade_label(alarm.grade),
            kind_label(alarm.kind),
            f"{alarm.incident:04d}",
            one_line(incident.title[:TITLE_SHOWN]) if incident else "",
            short_code(incident.grid) if incident and incident.grid else "",
            f"{alarm.at.astimezone(self._picture.zone):%H:%M:%S}",
            self.tr("waits") if waits else self.tr("acknowledged"),
        )


class AlarmList(QDialog):
    """Enter goes to the incident; the key that acknowledges does so for what is selected."""

    incident_wanted = Signal(int)

    def __init__(
        self, alarms: Alarms, picture: Picture, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._alarms = alarms
        self.model = AlarmModel(alarms, picture, look, self)
        self.table = QTableView(self)
        prepare(self.table)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setModel(self.model)
        for column, width in enumerate((130, 150, 80, 320, 70, 90)):
            sized(self.table.setColumnWidth, width, at=column)
        self.hear_button, self.go_button = QPushButton(self), QPushButton(self)
        self.go_button.setProperty("kind", "primary")
        self.go_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.hear_button)
        foot.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.table)
        layout.addLayout(foot)
        self.go_button.clicked.connect(self._go)
        self.hear_button.clicked.connect(self._hear)
        self.table.doubleClicked.connect(self._go)
        bind("alarm_heard", self, self._hear)
        alarms.changed.connect(self._fill)
        alarms.came.connect(self._fill)
        sized_window(self, 1100, 520)
        self._say()

    @property
    def chosen(self) -> list[Alarm]:
        """The alarms that are selected."""
        rows = self.table.selectionModel().selectedRows()
        return [self.model.rows[index.row()] for index in rows]

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.table.setAccessibleName(self.tr("Alarms"))
        self.hear_button.setText(self.tr("Acknowledge") + f"  {key_mark('alarm_heard')}")
        self.go_button.setText(self.tr("Go to the incident") + "  Enter")
        self._fill()

    def _fill(self, _fresh: object = None) -> None:
        chosen = {alarm.name for alarm in self.chosen}
        row = max(0, self.table.currentIndex().row())
        current = self.model.rows[row].name if row < len(self.model.rows) else ""
        self.model.load()
        self.setWindowTitle(self.tr("Alarms {n}").format(n=len(self.model.rows)))
        selection = self.table.selectionModel()
        for at, alarm in enumerate(self.model.rows):
            index = self.model.index(at, 0)
            if alarm.name in chosen:
                selection.select(index, Flag.Select | Flag.Rows)
            if alarm.name == current:
                # The arrow keys go on from there.
                selection.setCurrentIndex(index, Flag.NoUpdate)
        if not selection.hasSelection() and self.model.rows:
            # Qt's own way would look at which keys are held down just now.
            index = self.model.index(min(row, len(self.model.rows) - 1), 0)
            selection.setCurrentIndex(index, Flag.ClearAndSelect | Flag.Rows)
        for button in (self.hear_button, self.go_button):
            button.setEnabled(bool(self.model.rows))

    def _hear(self) -> None:
        self._alarms.acknowledge(self.chosen)

    def _go(self) -> None:
        chosen = self.chosen
        if chosen:
            self._alarms.acknowledge(chosen[:1])
            self.incident_wanted.emit(chosen[0].incident)
            self.accept()
