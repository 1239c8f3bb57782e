"""The real data sets, where they are at hand."""

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.db.check import check
from console.db.engine import Database
from console.db.queries import open_incidents
from console.db.tables import IncidentRow
from console.domain.rights import Actor
from tests.clock import Clock
from tests.importing.files import counts, load

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("GRID_CONSOLE_DATA", ROOT.parent / "shared" / "data"))

pytestmark = pytest.mark.skipif(
    not (DATA / "la311_2017.csv").is_file(), reason=f"no real data in {DATA}"
)


@pytest.fixture
def empty(database: Database, clock: Clock) -> Office:
    """An office on a database without a center."""
    return Office(database, Actor("a", "b"), clock.now)


def data(folder: Path, name: str) -> Path:
    """A copy, because rejects are written beside it."""
    return Path(shutil.copy(DATA / name, folder / name))


def test_a_real_city_comes_in(tmp_path: Path, empty: Office) -> None:
    grids = data(tmp_path, "la_neighborhoods_2019.geojson")
    assert counts(load(empty, Kind.GRIDS, grids)) == (99, 0, 0, 0)
    first = data(tmp_path, "la311_2017.csv")
    summary = load(empty, Kind.INCIDENTS, first)
    assert counts(summary) == (8246, 0, 0, 1753)
    assert dict(summary.reasons) == {"no_place": 1753}
    second = data(tmp_path, "la311_2020.csv")
    assert counts(load(empty, Kind.INCIDENTS, second)) == (9989, 0, 0, 11)
    assert counts(load(empty, Kind.INCIDENTS, first)) == (0, 0, 8246, 1753)
    assert counts(load(empty, Kind.GRIDS, grids)) == (0, 0, 99, 0)
    with empty.database.read() as session:
        assert check(session) == []
        assert len(open_incidents(session)) == 29
        inside = session.scalar(select(func.count()).where(IncidentRow.grid.is_not(None)))
    assert inside is not None
    assert inside > 17_500
