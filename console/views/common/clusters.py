"""Lines about earlier matters of the same person, place or theme; each opens the latest one."""

from collections.abc import Collection
from datetime import tzinfo

from console.domain.clusters import Bond
from console.domain.recurrence import Sameness
from console.widgets.words_alike import cluster_text


def cluster_lines(
    known: Sameness, zone: tzinfo, bonds: Collection[Bond] = tuple(Bond)
) -> list[tuple[int, str, str]]:
    """The lines, as ``Lines`` shows them; what is shown as likely the same is not told again."""
    likely = {one.match.number for one in known.likely}
    return [
        (one.latest[0].number, cluster_text(one, zone), "")
        for one in known.clusters
        if one.bond in bonds and not (one.count == 1 and one.latest[0].number in likely)
    ]
