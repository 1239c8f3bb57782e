"""Send a team: the best one for each role is proposed, and one Enter sends all of them."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from console.domain.incident import RUNNING, Incident
from console.domain.orders import AddMember, DispatchTeam, Order
from console.domain.teams import Role, Team
from console.domain.text import one_line
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.about import ask_about
from console.widgets.labels import localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label

OFFERED = 9
"""So many are offered for each role."""


class TeamDialog(QDialog):
    """A box for each role; who stands in it is sent."""

    def __init__(
        self, incident: Incident, picture: Picture, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send a team to {number}").format(number=incident.number))
        self._incident, self._picture, self._today = incident, picture, today
        catalogue = picture.catalogue
        self._teams: tuple[Team, ...] = () if catalogue is None else catalogue.teams
        self._roles = {} if catalogue is None else {role.code: role for role in catalogue.roles}
        self.team = QComboBox(self)
        for team in self._teams:
            self.team.addItem(one_line(localised(team.name, team.name_en)), team.code)
        if incident.state in RUNNING:
            self.team.addItem(self.tr("One more member"), "")
        self.boxes: list[QComboBox] = []
        self.said = plain_label(self)
        self.said.setProperty("role", "dim")
        self.said.setWordWrap(True)
        self.send = QPushButton(self.tr("Dispatch all"), self)
        self.send.setProperty("kind", "primary")
        self.send.setDefault(True)
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.setProperty("kind", "quiet")
        self.leave.setAutoDefault(False)
        self._form = QFormLayout()
        self._build()
        self.team.currentIndexChanged.connect(self._fill)
        self.send.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)
        self._fill()
        self.send.setFocus()

    def order(self) -> Order:
        """What is to be done."""
        number, version = self._incident.id, self._incident.version
        code = str(self.team.currentData() or "")
        if not code:
            return AddMember(number, int(self.boxes[0].currentData()), "", version)
        who = tuple((str(box.property("place")), int(box.currentData())) for box in self.boxes)
        return DispatchTeam(number, code, who, version)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.send)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        self.team.setAccessibleName(self.tr("Team"))
        layout.addWidget(self.team)
        layout.addLayout(self._form)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        sized(self.setMinimumWidth, 460)

    def _fill(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.boxes = []
        code = str(self.team.currentData() or "")
        team = next((one for one in self._teams if one.code == code), None)
        places = [self._roles.get(role) for role in team.roles] if team else [None]
        taken: set[int] = set()
        for role in places:
            self._add(role, taken)
        empty = [box.accessibleName() for box in self.boxes if not box.count()]
        self.said.setText(
            self.tr("Nobody can go as: {roles}").format(roles="、".join(empty)) if empty else ""
        )
        self.said.setVisible(bool(empty))
        self.send.setEnabled(not empty)

    def _add(self, role: Role | None, taken: set[int]) -> None:
        box = QComboBox(self)
        name = localised(role.name, role.name_en) if role else self.tr("Member")
        box.setAccessibleName(one_line(name))
        box.setProperty("place", role.code if role else "")
        fit = self._picture.fit_for(self._incident.id, role, self._today)
        with QSignalBlocker(box):
            for member in [one for one in fit if one.id not in taken][:OFFERED]:
                text = f"{member.name}  {member.number} · {member.home}"
                box.addItem(one_line(text), member.id)
            if role is None:
                self._add_trainees(box)
        if box.count():
            taken.add(int(box.currentData()))
        self.boxes.append(box)
        label = plain_label(self)
        label.setText(one_line(name))
        self._form.addRow(label, box)
        QWidget.setTabOrder(self.boxes[-2] if len(self.boxes) > 1 else self.team, box)

    def _add_trainees(self, box: QComboBox) -> None:
        """Offer who may come along with a mentor that is there, behind all who are certified."""
        for member, mentor in self._picture.trainees_for(self._incident.id):
            text = self.tr("{name}  {number} · in training, goes with {mentor}").format(
                name=member.name, number=member.number, mentor=mentor.name
            )
            box.addItem(one_line(text), member.id)


def open_team(
    incident: Incident, picture: Picture, desk: Desk, today: date, parent: QWidget | None = None
) -> TeamDialog:
    """Open the window; what is accepted is sent by the desk."""
    dialog = TeamDialog(incident, picture, today, parent)
    ask_about(dialog, incident.id)
    dialog.accepted.connect(lambda: desk.do(dialog.order()))
    dialog.open()
    return dialog
