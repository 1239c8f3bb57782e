"""The part of the Picture that watches: cards and alarms, and who is alone on scene."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.category import LimitClock
from console.domain.change import Catalogue, Change, Snapshot
from console.domain.incident import Incident
from console.domain.ladder import Rung, Supervision, climbs, highest
from console.domain.safety import Presence, SafetyRules, Watch, watch_of
from console.domain.worktime import PLAIN, Calendar, WorkingCalendar


class Oversight:
    """What was raised and not yet acknowledged, or on what is still open; and check-in clocks."""

    def __init__(self) -> None:
        self.rungs: tuple[Rung, ...] = ()
        self.safety = SafetyRules()
        self._raised: dict[int, dict[int, Supervision]] = {}
        self._there: dict[int, list[Presence]] = {}
        self._working: Calendar = PLAIN
        self._clocks: dict[str, LimitClock] = {}

    def load(self, snapshot: Snapshot) -> None:
        """Begin anew; the catalogue is taken by itself."""
        self._raised.clear()
        self._there.clear()
        self._put(snapshot.supervisions)
        for presence in snapshot.presences:
            self._there.setdefault(presence.incident, []).append(presence)

    def apply(self, change: Change) -> None:
        """Take in a change."""
        self._put(change.supervisions)
        for incident in change.incidents:
            self._there.pop(incident.id, None)
        for number in change.ended:
            self._there.pop(number, None)
            kept = {n: one for n, one in self._raised.pop(number, {}).items() if one.open}
            if kept:
                self._raised[number] = kept
        for presence in change.presences:
            self._there.setdefault(presence.incident, []).append(presence)

    def take_catalogue(self, catalogue: Catalogue) -> None:
        """The ladder, the rules of safety and the calendars are these from now on."""
        self.rungs, self.safety = catalogue.ladder, catalogue.safety
        self._working = WorkingCalendar(catalogue.center.hours, ZoneInfo(catalogue.center.zone))
        self._clocks = {one.code: one.limits.clock for one in catalogue.categories}

    def calendar_of(self, incident: Incident) -> Calendar:
        """By which calendar an incident's limits are counted."""
        working = self._clocks.get(incident.category) is LimitClock.WORKING
        return self._working if working else PLAIN

    def raised(self, incident_id: int) -> list[Supervision]:
        """What was raised on an incident, in the order in which it was."""
        return list(self._raised.get(incident_id, {}).values())

    def gravest(self, incident_id: int) -> Supervision | None:
        """The card or alarm that an incident shows."""
        found = self._raised.get(incident_id)
        return highest(found.values()) if found else None

    def open(self) -> list[Supervision]:
        """All that must still be acknowledged, what must be answered first at the top."""
        found = [one for some in self._raised.values() for one in some.values() if one.open]
        return sorted(found, key=lambda one: (one.answer_by, one.id))

    def watch(self, incident: Incident) -> Watch | None:
        """The check-in clock of an incident, if one runs."""
        there = self._there.get(incident.id)
        if not there:
            return None
        return watch_of(incident, there, self.safety)

    def next_due(self, incident: Incident, now: datetime) -> datetime | None:
        """When the next rung or alarm of an incident is due; now for what is due already."""
        raised = {one.step for one in self.raised(incident.id) if one.ends_at == incident.due_at}
        instants = [
            climb.due_at
            for climb in climbs(incident, self.rungs, self.calendar_of(incident))
            if climb.rung.position not in raised
        ]
        watch = self.watch(incident)
        if watch is not None and not self._alarmed(watch):
            instants.append(watch.due_at)
        return max(min(instants), now) if instants else None

    def _alarmed(self, watch: Watch) -> bool:
        return any(
            (one.ends_at, one.step) == (watch.due_at, watch.assignment)
            for one in self.raised(watch.incident)
        )

    def _put(self, supervisions: Iterable[Supervision]) -> None:
        for one in supervisions:
            self._raised.setdefault(one.incident, {})[one.id] = one
