"""A proposal for all incidents that wait: one member each, chosen as a whole."""

from collections.abc import Collection, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.assigning import Pair, Plan
from console.domain.orders import Dispatch
from console.domain.people import Skill
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.widgets.labels import localised, priority_label
from console.widgets.measure import sized_window
from console.widgets.plain import plain_label

TITLE_SHOWN = 60
"""So many characters of a title are shown."""


class _PlanTable(QTableWidget):
    """Space ticks the current row, Enter goes on."""

    confirmed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            item = self.item(self.currentRow(), 0)
            if item is not None:
                ticked = item.checkState() is Qt.CheckState.Checked
                item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class ProposeAll(QDialog):
    """A table with a tick before each pair; Enter sends those that are ticked."""

    accepted_pairs = Signal(object)

    def __init__(
        self, plan: Plan, skills_of: Mapping[str, Skill], parent: QWidget | None = None
    ) -> None:
        """Show a plan; ``skills_of`` tells the skill that each category needs."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Proposal for all that wait"))
        self._plan = plan
        self.table = _PlanTable(len(plan.pairs), 5, self)
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.send = QPushButton(self)
        self.send.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.setProperty("kind", "quiet")
        self._build()
        for row, pair in enumerate(plan.pairs):
            self._fill(row, pair, skills_of.get(pair.incident.category))
        self.said.setText(self._sentence())
        self.table.itemChanged.connect(self._count)
        self.send.clicked.connect(self._accept)
        self.leave.clicked.connect(self.reject)
        self.table.confirmed.connect(self.send.click)
        self.send.setDefault(True)
        self.leave.setAutoDefault(False)
        self.table.setFocus()
        self._count()

    def _build(self) -> None:
        table = self.table
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [
                self.tr("Incident"),
                self.tr("Priority"),
                self.tr("Skill"),
                self.tr("Member"),
                self.tr("Cost in minutes"),
            ]
        )
        table.verticalHeader().hide()
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setShowGrid(False)
        # Tab goes on to the buttons; the arrow keys go through the rows.
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.addWidget(table, 1)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        sized_window(self, 860, 520)

    def _fill(self, row: int, pair: Pair, skill: Skill | None) -> None:
        incident = pair.incident
        cells = (
            f"{incident.number}  {one_line(incident.title[:TITLE_SHOWN])}",
            priority_label(incident.priority),
            localised(skill.name, skill.name_en) if skill else "",
            pair.member.name,
            # Somebody who was sent seldom may cost less than nothing.
            f"{max(pair.cost, 0.0):.0f}",
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column == 0:
                item.setCheckState(Qt.CheckState.Checked)
            self.table.setItem(row, column, item)

    def _sentence(self) -> str:
        parts = []
        if not self._plan.pairs:
            parts.append(self.tr("There is nobody who could go to any of them."))
        elif self._plan.saved is None:
            parts.append(self.tr("Sent one after another, fewer incidents would get somebody."))
        elif self._plan.saved >= 1:
            parts.append(
                self.tr(
                    "Saves {minutes} minutes in all against sending one after another."
                ).format(minutes=round(self._plan.saved))
            )
        else:
            parts.append(self.tr("As good as sending the first one proposed for each."))
        if self._plan.left:
            numbers = ", ".join(incident.number for incident in self._plan.left)
            parts.append(self.tr("Nobody is left for: {numbers}").format(numbers=numbers))
        return "\n".join(parts)

    def pairs(self) -> list[Pair]:
        """The pairs that are ticked."""
        return [
            pair
            for row, pair in enumerate(self._plan.pairs)
            if self._ticked(row) is Qt.CheckState.Checked
        ]

    def _ticked(self, row: int) -> Qt.CheckState:
        item = self.table.item(row, 0)
        return Qt.CheckState.Unchecked if item is None else item.checkState()

    def _count(self) -> None:
        chosen = len(self.pairs())
        self.send.setEnabled(chosen > 0)
        self.send.setText(self.tr("Dispatch %n", "", chosen))

    def _accept(self) -> None:
        self.accepted_pairs.emit(self.pairs())
        self.accept()


def open_proposal(
    picture: Picture,
    desk: Desk,
    today: date,
    parent: QWidget | None = None,
    among: Collection[int] | None = None,
) -> ProposeAll:
    """Open the proposal for all that wait, or for those meant; the desk sends the accepted."""

    def send(pairs: list[Pair]) -> None:
        desk.do_all(
            Dispatch(pair.incident.id, pair.member.id, pair.incident.version) for pair in pairs
        )

    skills = {
        category.code: picture.skills[category.skill]
        for category in picture.categories.values()
        if category.skill in picture.skills
    }
    dialog = ProposeAll(picture.propose_all(today, among), skills, parent)
    dialog.accepted_pairs.connect(send)
    dialog.open()
    return dialog
