"""Many keys, as many at a time as go well into one statement."""

from collections.abc import Iterable, Iterator
from itertools import islice

from console.db.types import is_key

CHUNK = 500
"""How many keys go into one statement; SQLite and the planner both dislike very long lists."""


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """Numbers in lists of ``CHUNK``; those that no row can have are left out."""
    rest = filter(is_key, ids)
    while some := list(islice(rest, CHUNK)):
        yield some
