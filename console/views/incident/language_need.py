"""Which language somebody at the incident needs: shown and chosen on the incident panel."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget
from typing_extensions import override

from console.domain.incident import ENDED, Incident
from console.domain.orders import NeedLanguage
from console.live.desk import Desk
from console.live.picture import Picture
from console.widgets.keys import key_mark
from console.widgets.labels import localised
from console.widgets.plain import plain_label


class LanguageNeed(QWidget):
    """A box with the languages; what is chosen is ordered at once.

    It stands there only where a language is needed, or while somebody chooses one.
    """

    def __init__(self, picture: Picture, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._desk = picture, desk
        self._incident: Incident | None = None
        self._choosing: int | None = None
        self._filled: object = None
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
        self._fill()

    def show_incident(self, incident: Incident) -> None:
        """Show what an incident needs; of one that has ended nothing is asked any more."""
        self._incident = incident
        if self._choosing != incident.id:
            self._choosing = None
        self.setVisible(self._possible and bool(incident.language or self._choosing))
        # Not under the hands of somebody who is about to choose.
        if self.isVisible() and not self.box.view().isVisible():
            self._say()

    def take_keys(self) -> None:
        """Open the choice."""
        if self._incident is not None and self._possible:
            self._choosing = self._incident.id
            self.show()
            self._say()
            self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.box.showPopup()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self._say()
        super().changeEvent(event)

    @property
    def _possible(self) -> bool:
        incident = self._incident
        open_ = incident is not None and incident.state not in ENDED
        return open_ and bool(self._picture.languages)

    def _say(self) -> None:
        if self._filled is not self._picture.languages:
            self._fill()
        wanted = "" if self._incident is None else self._incident.language
        self.box.setCurrentIndex(max(0, self.box.findData(wanted)))

    def _fill(self) -> None:
        self._filled = self._picture.languages
        self.caption.setText(self.tr("Language needed") + f"  {key_mark('need_language')}")
        self.box.setAccessibleName(self.tr("Language needed"))
        self.box.clear()
        self.box.addItem(self.tr("none in particular"), "")
        for language in self._picture.languages.values():
            self.box.addItem(localised(language.name, language.name_en), language.code)

    def _choose(self, at: int) -> None:
        incident, code = self._incident, str(self.box.itemData(at))
        self._choosing = None
        if incident is not None and code != incident.language:
            self._desk.do(NeedLanguage(incident.id, code, incident.version))
