"""The demonstration's shifts: somebody everywhere at all times, but for one hole."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.commands.demo import prepare
from console.db.engine import Database
from console.db.queries import snapshot
from console.domain.codes import Level
from console.domain.grid import GridTree
from console.domain.shifts import Rota, clash


@pytest.mark.parametrize("hour", [1, 9, 18])
def test_only_the_night_of_the_last_base_grid_has_nobody(tmp_path: Path, hour: int) -> None:
    now = datetime(2026, 3, 2, hour, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    prepare(url, lambda: now)
    database = Database.open(url)
    with database.read() as session:
        known = snapshot(session)
    database.close()
    rota = Rota(known.shift_kinds, known.shifts)
    grids = [grid.code for grid in GridTree(known.catalogue.grids).at(Level.BASE)]
    skills = [skill.code for skill in known.catalogue.skills]
    zone = ZoneInfo(known.catalogue.center.zone)
    holes = rota.holes(known.members, grids, skills, now, timedelta(days=7), zone)
    coming = [hole for hole in holes if hole.slot.begin > now]
    assert {(hole.grid, hole.skill, hole.slot.kind.code) for hole in coming} == {
        (grids[-1], None, "night")
    }
    assert min(hole.slot.begin for hole in coming) < now + timedelta(hours=24)
    assert all(clash(rota.kinds, shifts.days) is None for shifts in known.shifts)
