"""What of alarms is told outside the window: a number in the tray, and notices while it is away.

A notice may be read by whoever stands at the screen, or lie in a list of the desktop: it tells
number, kind, grid and priority, and nothing of persons.
"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from console.domain.alarms import Alarm
from console.domain.codes import short_code
from console.live.alarms import Alarms
from console.live.hub import Hub
from console.views.frame import Frame
from console.widgets.alarm_words import COLORS, grade_label, kind_label, summary_text
from console.widgets.labels import localised, priority_label
from console.widgets.settings import Settings
from console.widgets.theme import Look
from console.widgets.tray import Tray, counted_icon, desktop_tray

if TYPE_CHECKING:
    from collections.abc import Callable


class Notices(QObject):
    """Calls whoever does not look at the window just now; nothing where that is not wanted."""

    incident_wanted = Signal(int)
    list_wanted = Signal()

    def __init__(
        self,
        hub: Hub,
        alarms: Alarms,
        look: Look,
        settings: Settings,
        window: Frame,
        tray: Tray | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hub, self._alarms, self._look = hub, alarms, look
        self._settings, self._window = settings, window
        self._tray = tray
        self._asked = tray is not None
        self._shown: tuple[str, str, str] | None = None
        self._target: Callable[[], object] = self.bring_up
        if tray is not None:
            tray.clicked.connect(self._go)

    def came(self, fresh: Sequence[Alarm]) -> None:
        """Alarms have come up that are told by name."""
        first, more = fresh[0], len(fresh) - 1
        title = f"{grade_label(first.grade)} · {kind_label(first.kind)}"
        text = self._text(first)
        if more:
            told = QCoreApplication.translate("Notice", "and {n} more").format(n=more)
            text = f"{text}\n{told}"
        self._call(title, text, partial(self._go_to, first.incident))

    def flooded(self) -> None:
        """Alarms are told as a sum from now on."""
        summary = self._alarms.rule.summary
        if summary is not None:
            title = QCoreApplication.translate("Notice", "Very many alarms")
            self._call(title, summary_text(summary, self._alarms.now), self._to_list)

    def show_waiting(self) -> None:
        """Tell in the tray how many wait, or take the icon away where it is not wanted."""
        tray = self._wanted()
        if tray is None:
            self.remove()
            return
        rule = self._alarms.rule
        grade = rule.gravest
        color = "faint" if grade is None else COLORS[grade]
        # Drawn only where it differs: in a storm this is asked for many times a second.
        tip = QCoreApplication.translate("Notice", "Alarms that wait: {n}").format(n=rule.count)
        looks = tip, color, self._look.theme.name
        if looks == self._shown:
            return
        self._shown = looks
        tray.show_waiting(counted_icon(rule.count, color, self._look.theme), tip)

    def remove(self) -> None:
        """Take the icon away: the program ends."""
        self._shown = None
        if self._tray is not None:
            self._tray.remove()

    def bring_up(self) -> None:
        """Bring the window before the operator, as large as it was."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _wanted(self) -> Tray | None:
        if not self._settings.value("sound.notices"):
            return None
        if not self._asked:
            self._asked = True
            found = desktop_tray(self)
            if found is not None:
                self._tray = found
                found.clicked.connect(self._go)
        return self._tray

    def _call(self, title: str, text: str, target: "Callable[[], object]") -> None:
        # Whoever has a dialog of ours before them looks at the program, too.
        if QApplication.activeWindow() is not None and not self._window.isMinimized():
            return
        QApplication.alert(self._window)
        tray = self._wanted()
        if tray is not None:
            self._target = target
            tray.notify(title, text)

    def _text(self, alarm: Alarm) -> str:
        picture = self._hub.picture
        incident = picture.incidents.get(alarm.incident)
        parts = [f"{alarm.incident:04d}"]
        if incident is not None:
            category = picture.categories.get(incident.category)
            parts.append(localised(category.name, category.name_en) if category else "")
            parts.append(short_code(incident.grid) if incident.grid else "")
        parts.append(priority_label(alarm.priority))
        return " · ".join(part for part in parts if part)

    def _go(self) -> None:
        self._target()

    def _go_to(self, incident: int) -> None:
        self.bring_up()
        self.incident_wanted.emit(incident)

    def _to_list(self) -> None:
        self.bring_up()
        self.list_wanted.emit()
