"""Puts alarms together: the rule, what is heard of it, what is seen, and what the keys do.

Made after the first picture: no start waits for it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from console.domain.alarming import Sound, Why
from console.domain.alarms import Alarm, Ears
from console.domain.rights import Actor
from console.domain.text import one_line
from console.live.alarms import Alarms
from console.live.hub import Hub
from console.views.alarms.edges import Edges
from console.views.alarms.line import AlarmLine
from console.views.alarms.mark import Silence, SoundMark
from console.views.frame import Frame
from console.views.strip import EventStrip
from console.widgets.alarm_words import grade_label, kind_label, summary_text
from console.widgets.settings import Settings
from console.widgets.speaker import LoudSpeaker, Speaker
from console.widgets.theme import Look
from console.widgets.tray import Tray
from console.wiring_tray import Notices

TITLE_SHOWN = 80


class Bell(QObject):
    """One workstation's alarms."""

    incident_wanted = Signal(int)

    def __init__(
        self,
        hub: Hub,
        actor: Actor,
        clock: Callable[[], datetime],
        look: Look,
        settings: Settings,
        window: Frame,
        strip: EventStrip,
        speaker: Speaker | None,
        tray: Tray | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._hub, self._clock, self._look = hub, clock, look
        self._settings, self._window, self._strip = settings, window, strip
        self._muted_until: datetime | None = None
        self._no_device = False
        self.speaker: Speaker = speaker or LoudSpeaker(self)
        self.alarms = Alarms(hub, actor, clock, self._ears, self)
        self.line = AlarmLine(look, strip)
        self.edges = Edges(look, window.root)
        self.notices = Notices(hub, self.alarms, look, settings, window, tray, self)
        self.mark = SoundMark(look, strip)
        strip.lend(self.line)
        strip.add_at_end(self.mark)
        self.alarms.changed.connect(self._show)
        self.alarms.came.connect(self._show)
        self.alarms.came.connect(self.notices.came)
        self.alarms.flooded.connect(self.notices.flooded)
        self.notices.incident_wanted.connect(self.incident_wanted)
        self.notices.list_wanted.connect(self.open_list)
        self.alarms.sounded.connect(self._play)
        self.alarms.looked.connect(self._say_silence)
        self.line.heard.connect(self.acknowledge)
        self.line.show_wanted.connect(self.show_first)
        self.line.retranslated.connect(self._show)
        self.mark.clicked.connect(self.mute)
        settings.changed.connect(self._set)
        self._set()

    def start(self) -> None:
        """Begin to watch."""
        self.alarms.start()

    def stop(self) -> None:
        """End, in silence."""
        self.alarms.stop()
        self.speaker.stop()
        self.notices.remove()

    # What keys and buttons do

    def acknowledge(self) -> None:
        """Take notice of what the line says, here: of one alarm, or of the whole sum."""
        self.alarms.acknowledge(self._told())

    def show_first(self) -> None:
        """Go to the incident that the line names, or list what it sums up."""
        told = self._told()
        if self.alarms.rule.first is None:
            self.open_list()
        elif told:
            self.alarms.acknowledge(told)
            self.incident_wanted.emit(told[0].incident)

    def open_list(self) -> None:
        """List all alarms."""
        from console.views.alarms.list import AlarmList

        found = AlarmList(self.alarms, self._hub.picture, self._look, self._window)
        found.incident_wanted.connect(self.incident_wanted)
        found.open()

    def mute(self) -> None:
        """Be silent for the minutes that the settings tell; again, and that is over."""
        now = self._clock()
        if self._ears().muted(now):
            self._muted_until = None
        else:
            minutes = int(self._settings.value("sound.mute_minutes"))
            self._muted_until = now + timedelta(minutes=minutes)
            self.speaker.stop()
        self._say_silence()

    def _told(self) -> list[Alarm]:
        """What the line tells: the gravest that is told by name, or else the sum."""
        rule = self.alarms.rule
        return rule.summed if rule.first is None else [rule.first]

    # What is heard

    def _set(self, _name: str = "") -> None:
        self.alarms.repeats = bool(self._settings.value("sound.repeat"))
        self._say_silence()
        self.notices.show_waiting()

    def _ears(self) -> Ears:
        value = self._settings.value
        return Ears(
            on=bool(value("sound.on")),
            quiet_from=int(value("sound.quiet_from")),
            quiet_until=int(value("sound.quiet_until")),
            emergencies_always=bool(value("sound.emergencies_always")),
            muted_until=self._muted_until,
        )

    def _play(self, sound: Sound) -> None:
        name = "flood" if sound.why is Why.FLOOD else sound.grade.name.lower()
        volume = int(self._settings.value("sound.volume"))
        self._no_device = not self.speaker.play(name, volume)
        self._say_silence()

    def _say_silence(self) -> None:
        now, ears = self._clock(), self._ears()
        zone = self._hub.picture.zone
        until = None
        if not ears.on:
            why = Silence.OFF
        elif ears.muted(now) and ears.muted_until is not None:
            why, until = Silence.MUTED, ears.muted_until.astimezone(zone)
        elif ears.quiet(now.astimezone(zone).hour):
            why = Silence.QUIET
        else:
            why = Silence.NO_DEVICE if self._no_device else Silence.NONE
        self.mark.show_silence(why, until)

    # What is seen

    def _show(self, _fresh: object = None) -> None:
        """Show what waits: by name if anything is, or else as a sum."""
        self.notices.show_waiting()
        rule = self.alarms.rule
        grade, summary = rule.gravest, rule.summary
        self.edges.show_grade(grade)
        self._strip.give_way(grade is not None)
        if grade is None:
            self.line.hide()
        elif (first := rule.first) is not None:
            self.line.say(first.grade, self._text(first), rule.count - 1)
        elif summary is not None:
            self.line.say(grade, summary_text(summary, self._clock()), 0)

    def _text(self, alarm: Alarm) -> str:
        incident = self._hub.picture.incidents.get(alarm.incident)
        title = one_line(incident.title[:TITLE_SHOWN]) if incident else ""
        parts = (grade_label(alarm.grade), kind_label(alarm.kind), f"{alarm.incident:04d} {title}")
        return " · ".join(parts)
