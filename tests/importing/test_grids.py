"""Areas become grids: coded from west to east, checked, known again."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.db.check import check
from console.db.engine import Database
from console.db.feed import read_change
from console.db.queries import catalogue, snapshot
from console.db.tables import GridRow, IncidentRow
from console.domain.errors import Refusal
from console.domain.importing import FileFault, ImportRefusal
from console.domain.rights import Actor
from tests.clock import Clock
from tests.importing.files import (
    area,
    counts,
    found,
    load,
    point,
    request,
    square,
    write_csv,
    write_geojson,
    write_mapping,
)

LA = "la_neighborhoods"
TOWN, COMMUNITY = "990000001", "990000001001"


@pytest.fixture
def empty(database: Database, clock: Clock) -> Office:
    """An office on a database without a center."""
    return Office(database, Actor("a", "b"), clock.now)


def names(office: Office) -> dict[str, str]:
    with office.database.read() as session:
        rows = session.execute(select(GridRow.code, GridRow.name))
        return {row.code: row.name for row in rows}


def la(name: str, lon: float, lat: float = 34.0, nc: str = "1") -> dict[str, Any]:
    polygon = square(lon, lat)
    return {
        "type": "Feature",
        "properties": {"name": name, "nc_id": nc},
        "geometry": {"type": "MultiPolygon", "coordinates": [polygon]},
    }


def test_areas_are_numbered_from_west_to_east_then_north_to_south(
    tmp_path: Path, empty: Office
) -> None:
    features = [
        la("east", -118.1),
        la("west, south", -118.3, 33.9),
        la("west, north", -118.3, 34.1),
    ]
    summary = load(empty, Kind.GRIDS, write_geojson(tmp_path / "a.geojson", features), mapping=LA)
    assert counts(summary) == (3, 0, 0, 0)
    assert names(empty) == {
        TOWN: "洛杉矶 Los Angeles",
        COMMUNITY: "洛杉矶 Los Angeles",
        COMMUNITY + "01": "west, north",
        COMMUNITY + "02": "west, south",
        COMMUNITY + "03": "east",
    }
    with empty.database.read() as session:
        assert catalogue(session).center.zone == "America/Los_Angeles"
        assert check(session) == []


def test_incidents_then_lie_in_them(tmp_path: Path, empty: Office) -> None:
    grids = write_geojson(tmp_path / "a.geojson", [la("here", -118.27, 34.07)])
    load(empty, Kind.GRIDS, grids, mapping=LA)
    rows = [request(1), request(2, Latitude="35")]
    load(empty, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", rows))
    with empty.database.read() as session:
        assert list(session.scalars(select(IncidentRow.grid).order_by(IncidentRow.id))) == [
            COMMUNITY + "01",
            None,
        ]


def test_the_same_twice_changes_nothing_and_a_change_is_an_update(
    tmp_path: Path, empty: Office
) -> None:
    path = write_geojson(tmp_path / "a.geojson", [la("a", -118.3), la("b", -118.2)])
    load(empty, Kind.GRIDS, path, mapping=LA)
    with empty.database.read() as session:
        before = snapshot(session).seq
    assert counts(load(empty, Kind.GRIDS, path, mapping=LA)) == (0, 0, 2, 0)
    with empty.database.read() as session:
        assert snapshot(session).seq == before
    write_geojson(path, [la("c", -118.4), la("a", -118.35), la("b", -118.2)])
    assert counts(load(empty, Kind.GRIDS, path, mapping=LA)) == (1, 1, 1, 0)
    # Numbers given once stay; the new area takes the next one although it lies west of all.
    assert names(empty)[COMMUNITY + "03"] == "c"
    with empty.database.read() as session:
        change = read_change(session, before)
    assert change.catalogue is not None
    assert change.catalogue.grids[2].outline[0][0][0] == (-118.35, 34.0)


def test_a_center_that_is_there_stays(tmp_path: Path, office: Office) -> None:
    path = write_geojson(tmp_path / "a.geojson", [la("a", -118.3)])
    load(office, Kind.GRIDS, path, mapping=LA)
    with office.database.read() as session:
        assert catalogue(session).center.zone == "Asia/Shanghai"


def test_codes_of_the_file_are_taken_in_any_order(tmp_path: Path, empty: Office) -> None:
    features = [
        area(square(113.0, 22.0, 0.001), name="sub", code=COMMUNITY + "0101"),
        area(square(113.0, 22.0), name="base", code=COMMUNITY + "01"),
        area(square(113.0, 22.0, 0.1), name="community", code=COMMUNITY),
    ]
    summary = load(empty, Kind.GRIDS, write_geojson(tmp_path / "a.geojson", features))
    assert counts(summary) == (3, 0, 0, 0)
    assert names(empty) == {
        TOWN: TOWN,
        COMMUNITY: "community",
        COMMUNITY + "01": "base",
        COMMUNITY + "0101": "sub",
    }


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("12", "bad_code"),
        ("x" * 12, "bad_code"),
        (TOWN, "wrong_level"),
        (COMMUNITY + "0901", "no_such_grid"),
        (COMMUNITY + "02", "doubled"),
    ],
)
def test_codes_that_cannot_be_are_named(
    tmp_path: Path, sqlite_office: Office, code: str, reason: str
) -> None:
    features = [
        area(square(113.0, 22.0), key="1", name="a", code=COMMUNITY + "02"),
        area(square(113.1, 22.0), key="2", name="b", code=code),
    ]
    summary = load(sqlite_office, Kind.GRIDS, write_geojson(tmp_path / "a.geojson", features))
    assert found(summary) == [(3, reason)]
    assert summary.added == 1


def test_sub_grids_find_their_base_grid_by_place_or_by_name(
    tmp_path: Path, office: Office
) -> None:
    mapping = write_mapping(
        tmp_path / "m.toml",
        'kind = "grids"\n[fields]\nname = "name"\nparent = "in"\n[grids]\nlevel = "sub"\n'
        'community = "441900122010"\n',
    )
    features = [
        area(square(113.6705, 22.9240, 0.0001), name="by place", **{"in": ""}),
        area(square(113.6705, 22.9240, 0.0001), name="by short code", **{"in": "2"}),
        area(square(10, 10), name="nowhere", **{"in": ""}),
        area(square(10, 10), name="no such", **{"in": "77"}),
        area(square(10, 10), name="wrong level", **{"in": "441900122010"}),
        area(square(10, 10), name="nonsense", **{"in": "x"}),
    ]
    before = names(office)
    summary = load(
        office, Kind.GRIDS, write_geojson(tmp_path / "a.geojson", features), mapping=mapping
    )
    assert found(summary) == [
        (4, "no_such_grid"),
        (5, "no_such_grid"),
        (6, "wrong_level"),
        (7, "bad_code"),
    ]
    new = {code: name for code, name in names(office).items() if code not in before}
    assert sorted(new.values()) == ["by place", "by short code"]
    assert {name: code[:14] for code, name in new.items()} == {
        "by place": "44190012201001",
        "by short code": "44190012201002",
    }


def test_a_community_needs_a_code_and_a_key_must_not_be_empty(
    tmp_path: Path, sqlite_office: Office
) -> None:
    mapping = write_mapping(
        tmp_path / "m.toml",
        'kind = "grids"\n[fields]\nname = "name"\ncode = "code"\nkey = "id"\n'
        '[grids]\nlevel = "community"\n',
    )
    features = [
        area(square(1, 2), name="a", code="", id="1"),
        area(square(1, 2), name="b", code=COMMUNITY, id=""),
        area(square(1, 2), name="c", code=COMMUNITY, id="3"),
    ]
    path = write_geojson(tmp_path / "a.geojson", features)
    summary = load(sqlite_office, Kind.GRIDS, path, mapping=mapping)
    assert sorted(found(summary)) == [(2, "empty_field"), (3, "empty_field")]
    assert summary.added == 1


def test_a_parent_holds_99_grids(tmp_path: Path, sqlite_office: Office) -> None:
    features = [la(f"n{n}", -118 + n / 50) for n in range(100)]
    path = write_geojson(tmp_path / "a.geojson", features)
    summary = load(sqlite_office, Kind.GRIDS, path, mapping=LA)
    assert counts(summary) == (0, 0, 0, 100)
    assert set(summary.reasons) == {"grid_full"}


RING = square(113.0, 22.0)[0]


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "not_a_polygon"),
        ({"type": "LineString", "coordinates": RING}, "not_a_polygon"),
        ({"type": "Polygon"}, "broken_outline"),
        ({"type": "Polygon", "coordinates": []}, "too_few_points"),
        ({"type": "Polygon", "coordinates": [[]]}, "too_few_points"),
        ({"type": "Polygon", "coordinates": [RING[:2]]}, "too_few_points"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2], [3, 4]]]}, "too_few_points"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [2, 3], [3, 4], [1, 2]]]}, "broken_outline"),
        ({"type": "Polygon", "coordinates": [["a", "b"]]}, "broken_outline"),
        ({"type": "Polygon", "coordinates": [[[1, True], [2, 3], [3, 5]]]}, "broken_outline"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [181, 3], [3, 5]]]}, "bad_place"),
        ({"type": "Polygon", "coordinates": [[[1, 2], [10**400, 3], [3, 5]]]}, "bad_place"),
        # A bow tie: what is inside, nobody knows.
        (
            {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]},
            "broken_outline",
        ),
    ],
)
def test_what_is_no_proper_area_is_named(
    tmp_path: Path, sqlite_office: Office, geometry: Any, reason: str
) -> None:
    broken = {"type": "Feature", "properties": {"name": "x", "nc_id": ""}, "geometry": geometry}
    path = write_geojson(tmp_path / "a.geojson", [la("good", 113), broken])
    summary = load(sqlite_office, Kind.GRIDS, path, mapping=LA)
    assert found(summary) == [(3, reason)]
    assert summary.added == 1


def test_what_can_be_mended_safely_is_mended_and_counted(
    tmp_path: Path, sqlite_office: Office
) -> None:
    unclosed = [[0, 0], [1, 0], [1, 1], [0, 1]]
    # A spike out of a corner, with no width.
    spike = [[0, 0], [1, 0], [1, 1], [1, 2], [1, 1], [0, 1], [0, 0]]
    features = [
        area([unclosed], name="unclosed"),
        area([spike], name="spike"),
        area([[[*p, 7.0] for p in RING]], name="with heights"),
    ]
    path = write_geojson(tmp_path / "a.geojson", features)
    mapping = write_mapping(
        tmp_path / "m.toml",
        f'kind = "grids"\n[fields]\nname = "name"\n[grids]\ncommunity = "{COMMUNITY}"\n',
    )
    summary = load(sqlite_office, Kind.GRIDS, path, mapping=mapping)
    assert (summary.added, summary.repaired) == (3, 2)
    with sqlite_office.database.read() as session:
        grids = {grid.name: grid for grid in catalogue(session).grids}
    assert len(grids["unclosed"].outline[0][0]) == 5
    assert max(lat for _lon, lat in grids["spike"].outline[0][0]) == 1
    assert grids["with heights"].outline[0][0][0] == (113.0, 22.0)


def test_rejected_areas_come_back_as_geojson_and_can_be_mended(
    tmp_path: Path, empty: Office
) -> None:
    flat = {"type": "Polygon", "coordinates": [[[113, 22], [113, 22], [113, 22]]]}
    broken = {"type": "Feature", "properties": {"name": "路", "nc_id": "2"}, "geometry": flat}
    path = write_geojson(
        tmp_path / "a.geojson", [la("good", 113.5), broken, point(1, 2, name="p")]
    )
    summary = load(empty, Kind.GRIDS, path, mapping=LA)
    assert summary.rejects == tmp_path / "a.geojson.rejects.geojson"
    rejected = json.loads(summary.rejects.read_text(encoding="utf-8"))["features"]
    assert [one["properties"]["name"] for one in rejected] == ["路", "p"]
    assert rejected[0]["properties"]["reason"] == "too_few_points"
    for one in rejected:
        one["geometry"] = {"type": "Polygon", "coordinates": square(113, 22)}
    summary.rejects.write_text(json.dumps({"type": "FeatureCollection", "features": rejected}))
    assert counts(load(empty, Kind.GRIDS, summary.rejects, mapping=LA)) == (2, 0, 0, 0)


def test_grids_come_as_geojson_and_need_a_community(tmp_path: Path, sqlite_office: Office) -> None:
    with pytest.raises(ImportRefusal) as caught:
        load(sqlite_office, Kind.GRIDS, write_csv(tmp_path / "a.csv", [{"name": "a"}]))
    assert caught.value.code is FileFault.NEEDS_GEOJSON
    with pytest.raises(ImportRefusal) as caught:
        load(
            sqlite_office,
            Kind.GRIDS,
            write_geojson(tmp_path / "a.geojson", [area(square(1, 2), name="a")]),
        )
    assert caught.value.code is FileFault.NO_COMMUNITY


def test_who_may_not_import_is_refused(tmp_path: Path, sqlite_office: Office) -> None:
    office = Office(sqlite_office.database, Actor("a", "b", frozenset()), sqlite_office.clock)
    with pytest.raises(Refusal):
        load(office, Kind.GRIDS, write_geojson(tmp_path / "a.geojson", [la("a", 1)]), mapping=LA)
