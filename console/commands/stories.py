"""The invented reports of the demonstration: what they say, where, and who makes them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from console import assets
from console.commands.reading import Row, entries_of, place, text
from console.domain.incident import Origin, State
from console.domain.orders import Report
from console.domain.people import Member
from console.domain.place import LonLat, distance_m

NAME = "baotun"
"""The demonstration center; its folder holds its stories too."""

_FAMILY_NAMES = "陈梁黄林吴何周罗郑李张刘"
_TITLES = ("女士", "先生")


@dataclass(frozen=True, slots=True)
class Tale:
    """A report that can be told again and again, at one address or at any of a kind."""

    category: str
    title: str
    description: str
    origin: Origin
    kind: str
    address: str | None
    seen: str
    done: str


@dataclass(frozen=True, slots=True)
class Spot:
    """An address where things happen."""

    address: str
    kind: str
    place: LonLat


@dataclass(frozen=True, slots=True)
class Scene:
    """An incident as the demonstration begins; ``age`` and ``since`` are minutes."""

    title: str
    state: State
    age: float
    since: float
    note: str


@dataclass(frozen=True, slots=True)
class Stories:
    """All that the demonstration can tell."""

    tales: tuple[Tale, ...]
    spots: tuple[Spot, ...]
    opening: tuple[Scene, ...]

    def tale(self, title: str) -> Tale:
        """The tale with a title."""
        return next(tale for tale in self.tales if tale.title == title)

    def spot_for(self, tale: Tale, rng: Random, taken: Collection[str] = ()) -> Spot:
        """Where a tale happens, if possible not where something is going on already."""
        if tale.address is not None:
            return next(spot for spot in self.spots if spot.address == tale.address)
        fitting = [spot for spot in self.spots if spot.kind == tale.kind]
        return rng.choice([spot for spot in fitting if spot.address not in taken] or fitting)


def load_stories() -> Stories:
    """Read the demonstration's stories.

    Raises:
        FaultError: BAD_FILE with the entry at fault.
    """
    folder = assets.path("demo", NAME)
    return Stories(
        tales=entries_of(folder, "reports", _tale),
        spots=entries_of(folder, "places", _spot),
        opening=entries_of(folder, "opening", _scene),
    )


def report_of(
    tale: Tale, spot: Spot, members: Sequence[Member], rng: Random, at: datetime | None = None
) -> Report:
    """The report that a tale makes.

    A member's report comes from one who is near; residents have a family name and a telephone
    number that does not exist.
    """
    if tale.origin is Origin.MEMBER:
        by = nearest(members, spot.place)
        name, phone = by.name, by.phone
    else:
        name = rng.choice(_FAMILY_NAMES) + rng.choice(_TITLES)
        phone = f"1000000{rng.randrange(9000, 10000)}"
    return Report(
        title=tale.title,
        category=tale.category,
        origin=tale.origin,
        description=tale.description,
        address=spot.address,
        place=spot.place,
        reporter_name=name,
        reporter_phone=phone,
        reported_at=at,
    )


def nearest(members: Sequence[Member], to: LonLat) -> Member:
    """The member who was last seen nearest to a place."""
    placed = [(m.place, m) for m in members if m.place is not None]
    return min(placed, key=lambda found: distance_m(found[0], to))[1]


def _tale(row: Row) -> Tale:
    return Tale(
        category=text(row, "category"),
        title=text(row, "title"),
        description=text(row, "description"),
        origin=Origin(row["origin"]),
        kind=text(row, "kind"),
        address=row.get("address"),
        seen=text(row, "seen"),
        done=text(row, "done"),
    )


def _spot(row: Row) -> Spot:
    return Spot(text(row, "address"), text(row, "kind"), place(row))


def _scene(row: Row) -> Scene:
    return Scene(
        title=text(row, "title"),
        state=State(row["state"]),
        age=float(row["age"]),
        since=float(row["since"]),
        note=row.get("note", ""),
    )
