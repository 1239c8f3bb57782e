"""What other weights would have proposed for the last dispatches; nothing is changed."""

from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from console.db.engine import Database
from console.db.history import last_dispatches
from console.db.members import members
from console.db.queries import catalogue
from console.domain.grid import GridTree
from console.domain.hindsight import Comparison, Redirected, compared

LAST = 200
"""So many of the last dispatches are looked at."""


def weigh(database: Database, values: Mapping[str, float], last: int = LAST) -> Comparison:
    """Compare the weights that hold with what some other values would have proposed.

    Raises:
        Refusal: BAD_VALUE for a name that there is not, or a value that makes no sense.
        FaultError: If the database fails.
    """
    with database.read() as session:
        known, there = catalogue(session), members(session)
        pasts, stints = last_dispatches(session, last)
    other = known.weights.changed(values)
    skills = {category.code: category.skill for category in known.categories}
    pasts = [replace(past, skill=skills[past.incident.category]) for past in pasts]
    rules = (known.weights, other)
    both = compared(
        pasts, there, stints, GridTree(known.grids), ZoneInfo(known.center.zone), rules
    )
    by_id = {member.id: member for member in there}
    return Comparison(
        len(pasts),
        tuple(
            Redirected(past.incident, by_id.get(past.sent), now, then)
            for past, (now, then) in zip(pasts, both, strict=True)
            if now != then
        ),
    )
