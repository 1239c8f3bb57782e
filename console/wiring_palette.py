"""Connects the command palette: what it knows of the desk, and what is done with what it finds."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings

from console.domain.codes import short_code
from console.domain.lifecycle import Deed
from console.domain.palette import Line
from console.domain.palette_index import Kind
from console.views.palette.panel import Palette
from console.wiring_keys import slots_of

if TYPE_CHECKING:
    from datetime import datetime

    from console.wiring import Console

Show = Callable[[int], None]


class PaletteWiring(QObject):
    """Does what the palette has found, by the same ways as keys and buttons do."""

    def __init__(
        self,
        console: "Console",
        clock: "Callable[[], datetime]",
        settings: QSettings,
        show_incident: Show,
        show_member: Show,
    ) -> None:
        super().__init__(console)
        self._console, self._clock = console, clock
        self._show_incident, self._show_member = show_incident, show_member
        self.palette = Palette(
            console.hub,
            console.look,
            clock,
            lambda: console.queue.current,
            self._proposed,
            console.window.pages,
            settings,
            console.window.root,
        )
        self.palette.chosen.connect(self._do)

    def _proposed(self, incident: int) -> int | None:
        """Who would be sent: whoever is chosen where the incident is shown, else the best one."""
        panel, picture = self._console.incident, self._console.hub.picture
        if panel.incident is not None and panel.incident.id == incident and panel.doing.ranked:
            return panel.doing.ranked[panel.candidates.choice].member.id
        found = picture.propose(incident, picture.day_of(self._clock())).candidates
        return found[0].member.id if found else None

    def _do(self, line: Line) -> None:
        console = self._console
        match line.kind:
            case Kind.DEED:
                self._do_deed(Deed(line.name), line.incident, line.member)
            case Kind.INCIDENT if line.incident is not None:
                self._show_incident(line.incident)
            case Kind.MEMBER if line.member is not None:
                self._show_member(line.member)
            case Kind.PAGE:
                console.window.show_page(line.name)
            case Kind.ACTION:
                slots_of(console)[line.name]()
            case Kind.GRID:
                console.window.show_page("desk")
                console.queue.show_words(short_code(line.name))
            case Kind.SKILL:
                console.window.show_page("roster")
                console.roster.filters.choose(line.name, "")
                console.roster.focus_rows()

    def _do_deed(self, deed: Deed, incident: int | None, member: int | None) -> None:
        if incident is None:
            return
        self._show_incident(incident)
        if not self._console.incident.doing.carry_out(deed, member):
            told = self.tr("The last deed on {number} is still on its way: try again.")
            self._console.window.messages.show_message(
                "warning", told.format(number=f"{incident:04d}"), key="palette"
            )
