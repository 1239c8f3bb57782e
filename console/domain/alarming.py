"""What an operator hears and is shown of alarms: one sound at a time, repeated, and no flood.

More than about ten alarms in ten minutes are more than one person can take in (EEMUA 191). From
then on they are told as a sum, with one sound, until there are fewer than five in ten minutes;
what is an emergency still comes by name. No alarm is lost by that: each waits in the list.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from functools import partial

from console.domain.alarm_pool import Pool, Sum
from console.domain.alarms import Alarm, Grade, Kind, Name, tells_more

SPAN = timedelta(minutes=10)
FLOOD_ABOVE = 10
"""A flood begins when more alarms than these have come in the span."""
FLOOD_ENDS_BELOW = 5
"""A flood ends when fewer alarms than these have come in the span."""

REPEAT = {
    Grade.EMERGENCY: timedelta(seconds=10),
    Grade.HIGH: timedelta(minutes=1),
    Grade.MEDIUM: timedelta(minutes=3),
    Grade.LOW: timedelta(minutes=10),
}
"""How long after the last sound the gravest alarm that waits sounds again."""

GAP = timedelta(seconds=3)
"""So long after one sound no other begins, so that each can be told apart."""

REMIND = timedelta(minutes=5)
"""A missed check-in that was only silenced comes back after so long: it is somebody's life."""

MOST_SOUNDS = 26
"""So many sounds that are no emergency can there be in any ten minutes.

Ten named alarms before a flood and the flood's own sound; four more and another flood's sound, if
one has ended just then; and ten repetitions. Emergencies keep the gap and no other measure.
"""


class Why(Enum):
    """Why something sounds."""

    FIRST = auto()
    REPEAT = auto()
    FLOOD = auto()


@dataclass(frozen=True, slots=True)
class Sound:
    """Something to be played now."""

    grade: Grade
    why: Why


@dataclass(frozen=True, slots=True)
class Summary:
    """A flood in one line: how many wait since when, and of which kinds, the gravest first.

    Urgent incidents are counted as such, whatever their alarms are about.
    """

    count: int
    since: datetime
    urgent: int
    kinds: tuple[tuple[Kind, int], ...]


class Alarming:
    """The alarms of one workstation; whoever owns it tells what came, went and was heard.

    An alarm waits by name, waits as a part of a sum, or was heard.
    """

    def __init__(self) -> None:
        self.flood = False
        self._named, self._summed = Pool(), Sum()
        self._fresh: list[Alarm] = []
        self._heard: dict[Name, Alarm] = {}
        self._silenced: dict[Name, datetime] = {}
        self._of: dict[int, tuple[Name, ...]] = {}
        self._came: deque[datetime] = deque()
        self._pending: Grade | None = None
        self._sum_pending = False
        self._sounded: datetime | None = None

    # What happens

    def come(self, alarms: Iterable[Alarm], now: datetime) -> None:
        """Alarms come up; those that are known do no harm.

        One that says all that another of its incident does takes its place; one that says less
        than what waits already does not come.
        """
        self._age(now)
        for alarm in alarms:
            if alarm.name in self._of.get(alarm.incident, ()) or self._told_more(alarm):
                continue
            self.go(alarm.incident, partial(_says_no_more, alarm))
            self._of[alarm.incident] = (*self._of.get(alarm.incident, ()), alarm.name)
            self._came.append(now)
            self._announce(alarm)

    def go(self, incident: int, gone: Callable[[Alarm], bool]) -> None:
        """The reason of some alarms of an incident has passed."""
        names = [alarm.name for alarm in self._alarms_of(incident) if gone(alarm)]
        for name in names:
            self._named.take(name)
            self._summed.take(name)
            self._heard.pop(name, None)
            self._silenced.pop(name, None)
        if names:
            stay = tuple(name for name in self._of.pop(incident) if name not in names)
            if stay:
                self._of[incident] = stay

    def hear(self, alarms: Iterable[Alarm], now: datetime) -> None:
        """Somebody here has taken notice of alarms: they wait no longer, but stay in the list."""
        for alarm in alarms:
            waited = self._named.take(alarm.name) or self._summed.take(alarm.name)
            if waited is not None:
                self._heard[alarm.name] = waited
                if waited.kind is Kind.CHECK_IN:
                    self._silenced[alarm.name] = now

    def take_care(self, incident: int, now: datetime) -> None:
        """Somebody, here or elsewhere, has done something about an incident.

        That does not answer for a member who was not heard of: only their answer does.
        """
        cared = self._alarms_of(incident)
        self.hear((alarm for alarm in cared if alarm.kind is not Kind.CHECK_IN), now)

    # What is shown

    @property
    def all(self) -> list[Alarm]:
        """Every alarm whose reason still holds; those that wait first, the gravest at the top."""
        return [*self.waiting, *sorted(self._heard.values(), key=_order)]

    @property
    def waiting(self) -> list[Alarm]:
        """The alarms that nobody here has taken notice of, the gravest first."""
        return sorted((*self._named, *self._summed), key=_order)

    @property
    def first(self) -> Alarm | None:
        """The gravest of those that wait and are told by name: in a flood, emergencies."""
        return self._named.first

    def take_fresh(self) -> list[Alarm]:
        """Those told by name that nobody has asked for yet and that still wait, gravest first."""
        fresh, self._fresh = self._fresh, []
        return sorted((one for one in fresh if self._named.get(one.name) is one), key=_order)

    @property
    def summed(self) -> list[Alarm]:
        """Those that wait and are told as a sum."""
        return list(self._summed)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._named) + len(self._summed)

    def waits(self, alarm: Alarm) -> bool:
        """Whether nobody here has taken notice of an alarm."""
        return alarm.name in self._named or alarm.name in self._summed

    @property
    def summary(self) -> Summary | None:
        """What is told as a sum, while some of it waits."""
        summed = self._summed
        since = summed.since
        if since is None:
            return None
        kinds = ((kind, summed.of_kind(kind)) for kind in Kind)
        return Summary(
            count=len(summed),
            since=since,
            urgent=summed.urgent,
            kinds=tuple((kind, count) for kind, count in kinds if count),
        )

    @property
    def gravest(self) -> Grade | None:
        """How grave the gravest alarm is that waits."""
        found = (self._named.first, self._summed.first)
        return min((alarm.grade for alarm in found if alarm is not None), default=None)

    # What is heard

    def look(self, now: datetime, *, repeat: bool = True) -> Sound | None:
        """What is to be played now; to be asked about once a second, and when alarms have come.

        Args:
            now: The instant.
            repeat: Whether what is no emergency sounds again while it waits.
        """
        self._age(now)
        self._remind(now)
        if self._sounded is not None and now - self._sounded < GAP:
            return None
        sound = self._first() or self._again(now, repeat=repeat)
        if sound is not None:
            self._sounded = now
        return sound

    def _first(self) -> Sound | None:
        if self._sum_pending and self._pending is not Grade.EMERGENCY:
            self._pending, self._sum_pending = None, False
            return Sound(Grade.HIGH, Why.FLOOD) if self._summed else None
        pending, self._pending = self._pending, None
        # What was heard or has gone in the meantime need not sound any more.
        if pending is None or not self._named.holds(pending):
            return None
        return Sound(pending, Why.FIRST)

    def _again(self, now: datetime, *, repeat: bool) -> Sound | None:
        grade = self.gravest
        if grade is None or self._sounded is None:
            return None
        silenced = grade is not Grade.EMERGENCY and (self.flood or not repeat)
        if silenced or now - self._sounded < REPEAT[grade]:
            return None
        return Sound(grade, Why.REPEAT)

    # How it is kept

    def _alarms_of(self, incident: int) -> list[Alarm]:
        return [self._find(name) for name in self._of.get(incident, ())]

    def _find(self, name: Name) -> Alarm:
        found = self._named.get(name) or self._summed.get(name)
        return found if found is not None else self._heard[name]

    def _told_more(self, alarm: Alarm) -> bool:
        """Whether an alarm that waits says more of the same limit."""
        return any(
            self.waits(other)
            and tells_more(other.kind, alarm.kind)
            and not tells_more(alarm.kind, other.kind)
            for other in self._alarms_of(alarm.incident)
        )

    def _announce(self, alarm: Alarm) -> None:
        if len(self._came) > FLOOD_ABOVE and not self.flood:
            self.flood = self._sum_pending = True
            for one in [one for one in self._named if one.grade is not Grade.EMERGENCY]:
                self._named.take(one.name)
                self._summed.add(one)
        if self.flood and alarm.grade is not Grade.EMERGENCY:
            self._summed.add(alarm)
            return
        self._named.add(alarm)
        self._fresh.append(alarm)
        self._pending = min(self._pending or alarm.grade, alarm.grade)

    def _age(self, now: datetime) -> None:
        while self._came and now - self._came[0] >= SPAN:
            self._came.popleft()
        if self.flood and len(self._came) < FLOOD_ENDS_BELOW:
            self.flood = False

    def _remind(self, now: datetime) -> None:
        for name in [name for name, at in self._silenced.items() if now - at >= REMIND]:
            del self._silenced[name]
            alarm = self._heard.pop(name)
            self._named.add(alarm)
            self._fresh.append(alarm)
            self._pending = Grade.EMERGENCY


def _says_no_more(new: Alarm, old: Alarm) -> bool:
    return tells_more(new.kind, old.kind)


def _order(alarm: Alarm) -> tuple[Grade, datetime, int]:
    return alarm.order
