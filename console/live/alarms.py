"""The alarms of this workstation: what the feed and the clock bring, and what is done about it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.alarming import Alarming
from console.domain.alarms import (
    NOT_BY_HAND,
    RAISED,
    Alarm,
    Ears,
    Kind,
    Name,
    holds,
    limit_alarm,
    new_alarm,
    raised_name,
    standing_emergencies,
)
from console.domain.category import Priority
from console.domain.change import Change
from console.domain.events import Event
from console.domain.incident import Incident
from console.domain.ladder import Matter, Supervision
from console.domain.limit_watch import LimitWatch
from console.domain.limits import Standing, standing
from console.domain.rights import Actor
from console.live.hub import Hub

LOOK_MS = 1000
"""How often it is looked what time has brought and what sounds again, in milliseconds."""

PIECE = 1000
"""So many incidents are taken into the watch at once: some milliseconds, so no frame waits."""

SOON_MS = 50
"""How long changes are gathered before anybody is told of them, in milliseconds."""

_LIMITS = {Standing.CLOSE: Kind.WARNING, Standing.OVER: Kind.OVERDUE}


class Alarms(QObject):
    """Owns the rule and tells it what happens; lives on the GUI thread.

    ``changed`` tells that other alarms may wait than before, ``sounded`` what is to be played,
    ``came`` which alarms have come up that wait and are told by name, ``flooded`` that from now
    on they are told as a sum, and ``looked`` that the clock was looked at.
    """

    changed = Signal()
    sounded = Signal(object)
    came = Signal(object)
    flooded = Signal()
    looked = Signal()

    def __init__(
        self,
        hub: Hub,
        actor: Actor,
        clock: Callable[[], datetime],
        ears: Callable[[], Ears],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._hub, self._actor, self._clock, self._ears = hub, actor, clock, ears
        self.rule = Alarming()
        self.repeats = True
        """Whether what is no emergency sounds again while it waits."""
        self._watch = LimitWatch()
        self._other = self._flooded = False
        self._tick = QTimer(self, interval=LOOK_MS)
        self._soon = QTimer(self, interval=SOON_MS, singleShot=True)
        self._unwatched: list[Incident] = []
        self._loaded_at = clock()
        self._piece = QTimer(self, interval=0)
        self._piece.timeout.connect(self._watch_some)
        self._tick.timeout.connect(self.look)
        self._soon.timeout.connect(self.look)

    def start(self) -> None:
        """Begin, once the screen is there."""
        self._hub.loaded.connect(self._load)
        self._hub.changed.connect(self._change)
        self._load()
        self._tick.start()

    def stop(self) -> None:
        """End."""
        self._tick.stop()
        self._soon.stop()
        self._piece.stop()

    @property
    def now(self) -> datetime:
        """The instant, by the clock that alarms come and go by."""
        return self._clock()

    def look(self) -> None:
        """Look what time has brought, and what is to be heard now."""
        now = self._clock()
        for incident in self._watch.passed(now, self._hub.picture.incidents.get):
            self._limit(incident, now)
        if self._other:
            self._other = False
            self.changed.emit()
        self._tell_names()
        sound = self.rule.look(now, repeat=self.repeats)
        if sound is not None:
            hour = now.astimezone(self._hub.picture.zone).hour
            if self._ears().hear(sound.grade, now, hour):
                self.sounded.emit(sound)
        self.looked.emit()

    def _limit(self, incident: Incident, now: datetime) -> None:
        kind = _LIMITS.get(standing(incident, now))
        if kind is None:
            return
        self.rule.come([limit_alarm(kind, incident, now)], now)
        self._other = True

    # What is done about them here

    def acknowledge(self, alarms: Iterable[Alarm]) -> None:
        """Somebody here has taken notice of some alarms: here they wait no longer."""
        self.rule.hear(alarms, self._clock())
        self._other = True
        self.look()

    # What the feed brings

    @Slot()
    def _load(self) -> None:
        """Begin anew: what stood before is no news, but for what may cost somebody dearly."""
        picture, now = self._hub.picture, self._clock()
        self.rule, self._other = Alarming(), True
        self._watch, self._loaded_at = LimitWatch(), now
        self._unwatched = list(picture.incidents.values())
        self._watch_some()
        raised = picture.oversight.open()
        self._raised((one for one in raised if one.matter is Matter.SAFETY), now)
        self._soon.start()

    def _watch_some(self) -> None:
        """Take a piece of what was there at the load into the watch; a timer brings the next."""
        some, self._unwatched = self._unwatched[-PIECE:], self._unwatched[:-PIECE]
        for incident in some:
            self._watch.put(incident, self._loaded_at)
        self.rule.come(standing_emergencies(some, self._loaded_at), self._clock())
        self._other = True
        if self._unwatched:
            self._piece.start()
        else:
            self._piece.stop()

    @Slot(object)
    def _change(self, change: Change) -> None:
        now = self._clock()
        self._forget(change)
        for incident in change.incidents:
            self._watch.put(incident, now)
        for event in change.events:
            self._take(event, now)
        self._raised(change.supervisions, now)
        self._other = True
        if not self._soon.isActive():
            self._soon.start()

    def _take(self, event: Event, now: datetime) -> None:
        """An event of an incident: somebody has taken care of it, and it may ask for somebody."""
        if event.subject.kind != "incident" or event.kind in NOT_BY_HAND:
            return
        self.rule.take_care(event.subject.id, now)
        incident = self._hub.picture.incidents.get(event.subject.id)
        if incident is None or self._is_own(event):
            return
        alarm = new_alarm(incident, event, now)
        if alarm is not None:
            self.rule.come([alarm], now)

    def _is_own(self, event: Event) -> bool:
        """Whether it was done here: whoever has just typed a report knows of it."""
        actor = self._actor
        return (event.operator, event.workstation) == (actor.operator, actor.workstation)

    def _forget(self, change: Change) -> None:
        """Drop the alarms whose reason has passed."""
        for one in change.supervisions:
            if not one.open:
                self.rule.go(one.incident, partial(_is_called, raised_name(one)))
        for number in change.ended:
            self.rule.go(number, lambda alarm: alarm.kind not in RAISED)
        for incident in change.incidents:
            self.rule.go(incident.id, partial(_is_over, incident))

    def _raised(self, raised: Iterable[Supervision], now: datetime) -> None:
        for one in raised:
            name = raised_name(one) if one.open else None
            if name is not None:
                incident = self._hub.picture.incidents.get(one.incident)
                priority = Priority.NORMAL if incident is None else incident.priority
                self.rule.come([Alarm(name, priority, now)], now)

    def _tell_names(self) -> None:
        """Tell which alarms are told by name and were not before."""
        fresh = self.rule.take_fresh()
        if fresh:
            self.came.emit(fresh)
        before, self._flooded = self._flooded, self.rule.flood
        if self._flooded and not before:
            self.flooded.emit()


def _is_called(name: Name | None, alarm: Alarm) -> bool:
    return alarm.name == name


def _is_over(incident: Incident, alarm: Alarm) -> bool:
    return not holds(alarm, incident)
