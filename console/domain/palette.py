"""What a line typed into the command palette may mean: a deed, an incident, a member, a place.

A command is ``deed [incident] [member]``: ``pq 23 abc`` dispatches incident 23 to whoever is
called abc. What is left out is the incident that is selected and the member who is proposed. The
word after a deed is the incident's number if it is one. Whatever may mean two things becomes two
lines: nothing is ever guessed, and nothing is done here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from console.domain.incident import Incident
from console.domain.lifecycle import Deed
from console.domain.palette_index import Index, Kind, Named
from console.domain.palette_rules import Hindrance, hindrance_of

MOST = 14
"""So many lines are shown; who looks for another one types more."""

FEW = 6
"""So many incidents, and so many members, are told of one reading."""

LONGEST = 200
"""So many characters of a line are read."""

TAKES_MEMBER = frozenset({Deed.DISPATCH, Deed.RESERVE})
"""The deeds that are done with a member."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was perhaps meant.

    ``name`` is a deed, an action, a screen, a grid or a skill; ``hindrance`` says why it cannot be
    done now.
    """

    kind: Kind
    name: str = ""
    incident: int | None = None
    member: int | None = None
    hindrance: Hindrance | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """What is taken where a command leaves something out, and what decides who may go.

    ``proposed`` tells who would be sent to an incident, and ``limit`` is how many assignments may
    run at once.
    """

    selected: int | None
    today: date
    limit: float
    proposed: Callable[[int], int | None]


def understand(text: str, index: Index, seat: Seat, most: int = MOST) -> list[Line]:
    """All that a line may mean, the most likely first, without what says the same twice."""
    words = text[:LONGEST].lower().split()
    if not words:
        return []
    found: dict[Line, None] = dict.fromkeys(islice(_all_readings(words, index, seat), most * 4))
    return list(found)[:most]


def selected_deeds(index: Index, seat: Seat) -> list[Line]:
    """What can be done now with the selected incident, for a palette in which nothing stands."""
    incident = None if seat.selected is None else index.incidents.get(seat.selected)
    if incident is None:
        return []
    lines = (line for verb in index.named(Kind.DEED) for line in _done(verb, [], index, seat))
    return [line for line in lines if line.hindrance is None]


def _all_readings(words: Sequence[str], index: Index, seat: Seat) -> Iterator[Line]:
    commands = [
        (whole, line)
        for verb, rest, whole in _verbs(words, index)
        for line in _done(verb, rest, index, seat)
    ]
    lost = [line for _, line in commands if line.hindrance is Hindrance.NOT_FOUND]
    yield from (line for whole, line in commands if whole and line not in lost)
    numbered = index.numbered(words[0])[:FEW] if len(words) == 1 else []
    yield from (Line(Kind.INCIDENT, incident=number) for number in numbered)
    called, begun, held = (
        [Line(one.kind, one.name) for one in some if one.kind is not Kind.DEED]
        for some in index.called(" ".join(words))
    )
    yield from called
    exact, others = index.members_named(words, FEW)
    yield from (Line(Kind.MEMBER, member=number) for number in exact)
    yield from (line for whole, line in commands if not whole and line not in lost)
    yield from (Line(Kind.MEMBER, member=number) for number in others)
    yield from begun
    like = index.incidents_like(words, FEW)
    yield from (Line(Kind.INCIDENT, incident=number) for number in like)
    yield from held
    yield from (line for whole, line in commands if whole and line in lost)


def _verbs(words: Sequence[str], index: Index) -> Iterator[tuple[Named, Sequence[str], bool]]:
    """The deeds that a line may begin with, each with the rest of the line; the whole ones first.

    A name of several words, as "send back", is one if all of them are there.
    """
    told: set[str] = set()
    for length in range(min(3, len(words)), 0, -1):
        for verb in index.called(" ".join(words[:length]), Kind.DEED)[0]:
            if verb.name not in told:
                told.add(verb.name)
                yield verb, words[length:], True
    for verb in index.called(words[0], Kind.DEED)[1]:
        if verb.name not in told:
            yield verb, words[1:], False


def _done(verb: Named, rest: Sequence[str], index: Index, seat: Seat) -> Iterator[Line]:
    """A deed with each incident, and each member, that the rest of the line may mean.

    Of one reading, what can be done comes before what cannot.
    """
    deed = Deed(verb.name)
    told = False
    for incidents, members in _splits(deed, rest, index, seat):
        lines = [
            _line(deed, incident, member, index, seat)
            for incident in (index.incidents[number] for number in incidents)
            for member in (members if members is not None else [_default(deed, incident, seat)])
        ]
        told = told or bool(lines)
        yield from sorted(lines, key=lambda line: line.hindrance is not None)
    if not told:
        nothing = Hindrance.NOT_FOUND if rest else Hindrance.NO_INCIDENT
        yield Line(Kind.DEED, deed.value, hindrance=nothing)


def _splits(
    deed: Deed, rest: Sequence[str], index: Index, seat: Seat
) -> Iterator[tuple[list[int], list[int] | None]]:
    """The incidents and members that the rest of a command may name; None for the default."""
    chosen = [number for number in (seat.selected,) if number is not None]
    chosen = [number for number in chosen if number in index.incidents]
    if not rest:
        yield chosen, None
        return
    numbered = index.numbered(rest[0])[:FEW]
    if numbered:
        # What is a number there is the number of an incident, in the order of a command.
        yield from _with_members(deed, numbered, rest[1:], index)
        return
    for cut in range(len(rest), -1, -1):
        incidents = index.incidents_like(rest[:cut], FEW) if cut else chosen
        yield from _with_members(deed, incidents, rest[cut:], index)


def _with_members(
    deed: Deed, incidents: list[int], words: Sequence[str], index: Index
) -> Iterator[tuple[list[int], list[int] | None]]:
    if not words:
        yield incidents, None
    elif deed in TAKES_MEMBER and incidents:
        most = MOST if len(incidents) == 1 else FEW
        exact, others = index.members_named(words, most)
        yield incidents, [*exact, *others][:most]


def _default(deed: Deed, incident: Incident, seat: Seat) -> int | None:
    return seat.proposed(incident.id) if deed in TAKES_MEMBER else None


def _line(deed: Deed, incident: Incident, member: int | None, index: Index, seat: Seat) -> Line:
    who = None if member is None else index.members.get(member)
    skill = index.skill_of(incident.category)
    hindrance = hindrance_of(deed, incident, who, skill, seat.today, seat.limit)
    return Line(Kind.DEED, deed.value, incident.id, member, hindrance)
