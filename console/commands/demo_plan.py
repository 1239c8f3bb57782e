"""Plans the demonstration's past: which deed happened to which incident, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from console.commands.stories import Scene, Stories, Tale
from console.domain.incident import State
from console.domain.lifecycle import Deed

CLOSED = 28
"""How many incidents are closed already when the demonstration begins."""

LONGEST_MIN = 570.0
"""How far back the plan reaches, in minutes."""

_SHORTEST_MIN = 80.0
_OPEN_END_MIN = 170.0

_RUN = (Deed.VERIFY, Deed.DISPATCH, Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE)
_DONE = (*_RUN, Deed.RESOLVE)
PATHS: dict[State, tuple[Deed, ...]] = {
    State.REPORTED: (),
    State.VERIFIED: _RUN[:1],
    State.DISPATCHED: _RUN[:2],
    State.ACKNOWLEDGED: _RUN[:3],
    State.EN_ROUTE: _RUN[:4],
    State.ON_SCENE: _RUN,
    State.RESOLVED: _DONE,
    State.CHECKED: (*_DONE, Deed.CHECK),
    State.CLOSED: (*_DONE, Deed.CHECK, Deed.CLOSE),
    State.REJECTED: (Deed.REJECT,),
    State.MERGED: (Deed.MERGE,),
    State.SUSPENDED: (*_RUN, Deed.SUSPEND),
    State.REWORK: (*_DONE, Deed.SEND_BACK),
    State.ESCALATED: (Deed.VERIFY, Deed.ESCALATE),
    State.REOPENED: (*_DONE, Deed.CHECK, Deed.CLOSE, Deed.REOPEN),
}
"""The deeds that lead a new report to each state."""

_MINUTES: dict[Deed, tuple[float, float]] = {
    Deed.VERIFY: (0.8, 2.5),
    Deed.DISPATCH: (0.4, 1.2),
    Deed.ACKNOWLEDGE: (0.3, 1.0),
    Deed.SET_OUT: (0.5, 2.0),
    Deed.ARRIVE: (3.0, 9.0),
    Deed.RESOLVE: (8.0, 30.0),
    Deed.CHECK: (4.0, 12.0),
    Deed.CLOSE: (1.0, 5.0),
    Deed.SEND_BACK: (5.0, 15.0),
    Deed.REOPEN: (40.0, 60.0),
    Deed.SUSPEND: (5.0, 15.0),
    Deed.ESCALATE: (3.0, 10.0),
    Deed.REJECT: (2.0, 6.0),
    Deed.MERGE: (1.0, 3.0),
}
"""How long each deed usually takes after the one before it."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One deed on one incident of the plan; ``case`` numbers the incidents from 0."""

    at: datetime
    case: int
    deed: Deed


@dataclass(frozen=True, slots=True)
class Plan:
    """What happened, in the order of time, and what each incident is about."""

    beats: tuple[Beat, ...]
    tales: tuple[Tale, ...]
    notes: tuple[str, ...]


def plan(stories: Stories, rng: Random, now: datetime, since_midnight: timedelta) -> Plan:
    """Plan the past of the opening's incidents and of those that are closed already.

    Args:
        stories: What can be told.
        rng: Where chance comes from.
        now: When the demonstration begins.
        since_midnight: How long the day has lasted; what is closed was reported today, if the
            day is long enough for it.
    """
    scenes = [*stories.opening, *_closed(stories, rng, since_midnight)]
    beats = [beat for case, scene in enumerate(scenes) for beat in _beats(case, scene, rng, now)]
    return Plan(
        beats=tuple(sorted(beats, key=lambda beat: (beat.at, beat.case))),
        tales=tuple(stories.tale(scene.title) for scene in scenes),
        notes=tuple(scene.note for scene in scenes),
    )


def _closed(stories: Stories, rng: Random, since_midnight: timedelta) -> Iterator[Scene]:
    begin = since_midnight.total_seconds() / 60
    span = min(LONGEST_MIN, max(_OPEN_END_MIN, begin))
    for tale in rng.sample(_repeatable(stories), CLOSED):
        took = sum(rng.uniform(*_MINUTES[deed]) for deed in PATHS[State.CLOSED])
        age = rng.uniform(_SHORTEST_MIN, span)
        yield Scene(tale.title, State.CLOSED, age, max(age - took, 1.0), "")


def _repeatable(stories: Stories) -> list[Tale]:
    """The tales that may have happened earlier in the day, too.

    One that is tied to an address would happen twice at the same place.
    """
    waiting = {scene.title for scene in stories.opening if not PATHS[scene.state]}
    return [tale for tale in stories.tales if tale.address is None and tale.title not in waiting]


def _beats(case: int, scene: Scene, rng: Random, now: datetime) -> Iterator[Beat]:
    at = now - timedelta(minutes=scene.age)
    yield Beat(at, case, Deed.REPORT)
    path = PATHS[scene.state]
    gaps = [rng.uniform(*_MINUTES[deed]) for deed in path]
    stretch = (scene.age - scene.since) / sum(gaps) if gaps else 0.0
    for deed, gap in zip(path, gaps, strict=True):
        at += timedelta(minutes=gap * stretch)
        yield Beat(at, case, deed)
