"""In which grid a place lies: the grid tree of a database, kept until the catalogue changes."""

from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from console.commands.office import Work
from console.db.engine import Database
from console.db.tables import EventRow, GridRow
from console.db.values import grid_of
from console.domain.grid import GridTree
from console.domain.place import LonLat

_lock = Lock()
_trees: WeakKeyDictionary[Database, tuple[int, GridTree]] = WeakKeyDictionary()


def grid_at(work: Work, place: LonLat | None) -> str | None:
    """The code of the smallest grid that a place lies in, if it lies in any."""
    return None if place is None else tree_of(work.database, work.session).locate(place)


def tree_of(database: Database, session: Session) -> GridTree:
    """The grid tree as the session sees it; it is loaded only when the catalogue has changed."""
    version = _version(session)
    with _lock:
        kept = _trees.get(database)
    if kept is not None and kept[0] == version:
        return kept[1]
    tree = GridTree(map(grid_of, session.scalars(select(GridRow))))
    with _lock:
        _trees[database] = (version, tree)
    return tree


def _version(session: Session) -> int:
    # Events are never removed, so their number is a version; and a count, unlike a maximum, makes
    # no planner search the whole log from its end.
    return session.execute(
        select(func.count()).where(EventRow.subject_kind == "catalogue")
    ).scalar_one()
