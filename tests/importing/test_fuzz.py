"""Whatever is in a file: either a named refusal, or every row is in or named. Never a crash."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.commands.importing.mapping import Kind
from console.commands.importing.mapping_file import read_mapping
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.db.check import check
from console.domain.importing import ImportRefusal
from tests.importing.files import load, write_csv

hard = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)
cell = st.text(max_size=30) | st.sampled_from(
    ["", "0", "113.5", "22.9", "litter", "2026-03-01", "closed", "综安", "1-01", "1e999", "\x00"]
)


def attempt(office: Office, kind: Kind, path: Path) -> None:
    summary = Summary()
    try:
        load(office, kind, path, summary=summary)
    except ImportRefusal:
        return
    finally:
        for rejects in path.parent.glob(f"{path.name}.rejects*"):
            rejects.unlink()
    told = summary.added + summary.updated + summary.unchanged + summary.rejected
    assert told == summary.rows


@hard
@given(content=st.binary(max_size=300), name=st.sampled_from(["a.csv", "a.xlsx", "a.geojson"]))
@pytest.mark.parametrize("kind", list(Kind))
def test_any_bytes(
    tmp_path: Path, sqlite_office: Office, kind: Kind, content: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    attempt(sqlite_office, kind, path)
    path.write_bytes(b"PK\x03\x04" + content)
    attempt(sqlite_office, kind, path)


@hard
@given(rows=st.lists(st.lists(cell, min_size=7, max_size=7), min_size=1, max_size=5))
@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        (Kind.INCIDENTS, "title category lon lat reported_at status key"),
        (Kind.MEMBERS, "number name grid skills training duty phone"),
        (Kind.CAMERAS, "code name lon lat url x y"),
    ],
)
def test_any_cells(
    tmp_path: Path, sqlite_office: Office, kind: Kind, columns: str, rows: list[list[str]]
) -> None:
    named = [dict(zip(columns.split(), row, strict=True)) for row in rows]
    path = tmp_path / "a.csv"
    try:
        write_csv(path, named)
    except UnicodeEncodeError:
        return
    attempt(sqlite_office, kind, path)


@hard
@given(
    features=st.lists(
        st.fixed_dictionaries(
            {
                "type": st.just("Feature") | json_values,
                "properties": st.dictionaries(
                    st.sampled_from(["name", "code", "key", "title", "category"]), json_values
                )
                | json_values,
                "geometry": st.fixed_dictionaries(
                    {
                        "type": st.sampled_from(["Polygon", "MultiPolygon", "Point", "x"]),
                        "coordinates": st.lists(
                            st.lists(st.lists(st.floats(-200, 200), max_size=3), max_size=6),
                            max_size=3,
                        )
                        | json_values,
                    }
                )
                | json_values,
            }
        ),
        max_size=4,
    )
)
@pytest.mark.parametrize("kind", list(Kind))
def test_any_features(
    tmp_path: Path, sqlite_office: Office, kind: Kind, features: list[Any]
) -> None:
    path = tmp_path / "a.geojson"
    # One good feature, so that there are columns and the others are not refused as a whole.
    columns = {"name": "x", "code": "990000001001", "title": "x", "category": "litter"}
    first = {"type": "Feature", "properties": columns, "geometry": None}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [first, *features]}))
    attempt(sqlite_office, kind, path)


@hard
@given(text=st.text(max_size=200))
def test_any_mapping(tmp_path: Path, text: str) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(('kind = "incidents"\n' + text).encode("utf-8", "surrogatepass"))
    with pytest.raises(ImportRefusal):
        read_mapping(path)


def test_afterwards_the_database_is_whole(tmp_path: Path, office: Office) -> None:
    rows = [
        {"title": title, "category": "litter", "lon": "113", "lat": "22", "key": str(n)}
        for n, title in enumerate(
            ["\x00a", "\u202ea", "😀" * 50, "'; DROP TABLE incident;--", "{}"]
        )
    ]
    attempt(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", rows))
    with office.database.read() as session:
        assert check(session) == []
