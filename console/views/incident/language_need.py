"""Which language somebody at the incident needs: shown and chosen on the incident panel."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from console.domain.incident import ENDED, Incident
from console.domain.orders import NeedLanguage
from console.live.desk import Desk
from console.live.picture import Picture
from console.widgets.labels import localised
from console.widgets.plain import plain_label

KEY = "Q"
"""The key that leads to the choice."""


class LanguageNeed(QWidget):
    """A box with the languages; what is chosen is ordered at once."""

    def __init__(self, picture: Picture, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._desk = picture, desk
        self._incident: Incident | None = None
        self.caption = plain_label(self)
        self.caption.setProperty("role", "dim")
        self.box = QComboBox(self)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.caption.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.caption)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.box.activated.connect(self._choose)

    def show_incident(self, incident: Incident) -> None:
        """Show what an incident needs; of one that has ended nothing is asked any more."""
        self._incident = incident
        self.setVisible(incident.state not in ENDED and bool(self._picture.languages))
        if self.box.view().isVisible():
            return  # Somebody is about to choose.
        self._say()

    def take_keys(self) -> None:
        """Open the choice."""
        if self.isVisible():
            self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.box.showPopup()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.caption.setText(self.tr("Language needed") + f"  {KEY}")
        self.box.setAccessibleName(self.tr("Language needed"))
        self.box.clear()
        self.box.addItem(self.tr("none in particular"), "")
        for language in self._picture.languages.values():
            self.box.addItem(localised(language.name, language.name_en), language.code)
        wanted = "" if self._incident is None else self._incident.language
        self.box.setCurrentIndex(max(0, self.box.findData(wanted)))

    def _choose(self, at: int) -> None:
        incident, code = self._incident, str(self.box.itemData(at))
        if incident is not None and code != incident.language:
            self._desk.do(NeedLanguage(incident.id, code, incident.version))
