"""The holes of the time to come, as the Picture knows them."""

from datetime import datetime, timedelta

from console.domain.codes import Level
from console.domain.shifts import Hole
from console.live.picture import Picture

DAY_AHEAD = timedelta(hours=24)


def holes_of(picture: Picture, now: datetime, ahead: timedelta) -> list[Hole]:
    """The holes of the time to come, as the Picture knows it."""
    return picture.rota.holes(
        list(picture.members.values()),
        [grid.code for grid in picture.tree.at(Level.BASE)],
        list(picture.skills),
        now,
        ahead,
        picture.zone,
    )
