"""The dialogs and tools that open over the window; each is made when it is asked for."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from console.live.desk import Desk
from console.live.hub import Hub
from console.views.cards import CardList
from console.views.frame import Frame
from console.views.incident.panel import IncidentPanel
from console.views.incident.slip import slip_text
from console.views.propose_all import open_proposal
from console.widgets.keys import Keymap
from console.widgets.theme import Look


class Dialogs(QObject):
    """Opens the dialogs of the desk."""

    incident_requested = Signal(int)

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        look: Look,
        clock: Callable[[], datetime],
        incident: IncidentPanel,
        window: Frame,
        keymap: Keymap,
    ) -> None:
        super().__init__(window)
        self._hub, self._desk, self._look, self._clock = hub, desk, look, clock
        self._incident, self._window = incident, window
        self._handover_draft: dict[str, str] = {}
        self.selected: Callable[[], list[int]] = list
        """Which incidents are selected."""
        self._keymap = keymap

    def show_cards(self) -> None:
        """List what was raised and waits for an answer."""
        found = CardList(self._hub, self._look, self._clock, self._window)
        found.chosen.connect(self._acknowledge)
        found.open()

    def _acknowledge(self, incident_id: int) -> None:
        self.incident_requested.emit(incident_id)
        self._incident.supervision.acknowledge()

    def show_keys(self) -> None:
        """List the keys; there they can be changed."""
        from console.views.keys.list import KeyList

        KeyList(self._keymap, self._look, self._window).open()

    def open_settings(self) -> None:
        """Show all settings; each holds as soon as it is changed."""
        from console.views.keys.list import KeyList
        from console.views.settings.dialog import SettingsDialog
        from console.widgets.settings import in_force

        dialog = SettingsDialog(in_force(), self._keymap, self._window)
        dialog.keys_wanted.connect(lambda: KeyList(self._keymap, self._look, dialog).open())
        dialog.open()

    def propose_all(self) -> None:
        """Propose somebody for each incident that waits; of several selected ones, for those."""
        selected = self.selected()
        picture = self._hub.picture
        today = picture.day_of(self._clock())
        among = selected if len(selected) > 1 else None
        open_proposal(picture, self._desk, today, self._window, among)

    def open_weights(self) -> None:
        """Show what counts how much when somebody is proposed."""
        from console.views.rules.weights import open_weights

        open_weights(self._hub, self._desk, self._window)

    def open_handover(self) -> None:
        """Hand the shift over, or sign that it was."""
        from console.views.handover.dialog import HandoverDialog

        HandoverDialog(
            self._hub, self._desk, self._clock, self._handover_draft, self._window
        ).begin()

    def copy_slip(self) -> None:
        """Put the order for the member on the clipboard."""
        incident = self._incident.incident
        if incident is not None:
            QGuiApplication.clipboard().setText(slip_text(incident, self._hub.picture))
            self._window.messages.show_message(
                "info",
                QCoreApplication.translate(
                    "Console", "The order {number} is on the clipboard."
                ).format(number=incident.number),
                key="slip",
            )

    def print_slip(self) -> None:
        """Show the order for the member as a page to print."""
        incident = self._incident.incident
        if incident is not None:
            from console.views.incident.printing import SlipDialog

            SlipDialog(incident, self._hub.picture, self._clock(), self._window).open()

    def print_case(self) -> None:
        """Show all that is known of the incident as pages to print."""
        case = self._incident.case
        if case is not None:
            from console.views.incident.case_dialog import CaseFileDialog

            picture, desk = self._hub.picture, self._desk
            CaseFileDialog(case, picture, desk, self._clock, self._window).open()
