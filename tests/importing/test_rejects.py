"""The rejects file: the same columns, mendable, importable, never overwritten."""

import shutil
from pathlib import Path

import pytest

from console.commands.importing.mapping import Kind
from console.commands.importing.rejects import Rejects
from console.commands.importing.table import Row
from console.commands.office import Office
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem
from tests.importing.files import (
    LA_2017,
    counts,
    load,
    point,
    read_csv,
    request,
    write_csv,
    write_geojson,
    write_mapping,
    write_xlsx,
)


def test_good_files_leave_no_rejects(tmp_path: Path, sqlite_office: Office) -> None:
    summary = load(sqlite_office, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", [request()]))
    assert summary.rejects is None
    assert [path.name for path in tmp_path.iterdir()] == ["la.csv"]


def test_rejects_have_the_columns_of_the_source_and_can_be_mended(
    tmp_path: Path, office: Office
) -> None:
    rows = [request(1), request(2, Latitude=""), request(3, CreatedDate='"soon", he said\n')]
    path = write_csv(tmp_path / "la.csv", rows, encoding="gb18030")
    summary = load(office, Kind.INCIDENTS, path)
    assert summary.rejects == tmp_path / "la.csv.rejects.csv"
    rejected = read_csv(summary.rejects)
    assert list(rejected[0]) == [*LA_2017, "line", "reason"]
    assert [row["line"] for row in rejected] == ["3", "4"]
    assert [row["reason"] for row in rejected] == ["no_place", "bad_time"]
    assert rejected[1]["CreatedDate"] == '"soon", he said\n'
    for row in rejected:
        row |= {"Latitude": "34.0", "CreatedDate": "12/30/2017 11:00:00 AM"}
    write_csv(summary.rejects, rejected, encoding="utf-8-sig")
    # The mapping is found again by the columns, and the mended rows are known by their numbers.
    assert counts(load(office, Kind.INCIDENTS, summary.rejects)) == (2, 0, 0, 0)
    assert counts(load(office, Kind.INCIDENTS, summary.rejects)) == (0, 0, 2, 0)


def test_rejects_of_rejects_have_the_two_columns_once(tmp_path: Path, office: Office) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1, Latitude="")])
    first = load(office, Kind.INCIDENTS, path).rejects
    assert first is not None
    second = load(office, Kind.INCIDENTS, first).rejects
    assert second is not None
    assert list(read_csv(second)[0]) == [*LA_2017, "line", "reason"]
    assert read_csv(second)[0]["line"] == "2"


def test_rejects_of_a_workbook_fit_the_same_mapping(tmp_path: Path, office: Office) -> None:
    columns = ["标题", "类别", "经度", "纬度", "上报时间", "编号"]
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [columns, ["路灯不亮", "street_lamp", None, None, "2026-03-01 08:00", 5]],
    )
    rejects = load(office, Kind.INCIDENTS, path).rejects
    assert rejects is not None
    (row,) = read_csv(rejects)
    write_csv(rejects, [row | {"经度": "113.67", "纬度": "22.92"}])
    assert counts(load(office, Kind.INCIDENTS, rejects)) == (1, 0, 0, 0)


def test_rejects_of_points_fit_the_same_mapping(tmp_path: Path, office: Office) -> None:
    mapping = write_mapping(
        tmp_path / "m.toml",
        'kind = "incidents"\n[fields]\nkey = "no"\ntitle = "what"\nlon = "geometry.lon"\n'
        'lat = "geometry.lat"\n[constants]\ncategory = "litter"\n',
    )
    path = write_geojson(tmp_path / "a.geojson", [point(513, 22, what="x", no=1)])
    rejects = load(office, Kind.INCIDENTS, path, mapping=mapping).rejects
    assert rejects == tmp_path / "a.geojson.rejects.csv"
    (row,) = read_csv(rejects)
    assert row["geometry.lon"] == "513"
    write_csv(rejects, [row | {"geometry.lon": "113"}])
    assert counts(load(office, Kind.INCIDENTS, rejects, mapping=mapping)) == (1, 0, 0, 0)


def test_a_broken_line_is_kept_to_be_seen(tmp_path: Path, sqlite_office: Office) -> None:
    path = tmp_path / "a.csv"
    path.write_text('title,category,lon,lat\na,litter,1,2\nb,"litter"x,1,2\n')
    rejects = load(sqlite_office, Kind.INCIDENTS, path).rejects
    assert rejects is not None
    (row,) = read_csv(rejects)
    assert row["title"] == 'b,"litter"x,1,2'


def test_an_earlier_rejects_file_is_kept_unless_it_says_the_same(
    tmp_path: Path, sqlite_office: Office
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1, Latitude="")])
    first = load(sqlite_office, Kind.INCIDENTS, path).rejects
    assert load(sqlite_office, Kind.INCIDENTS, path).rejects == first
    assert first is not None
    mended = first.read_text().replace("Bulky", "Half mended")
    first.write_text(mended)
    second = load(sqlite_office, Kind.INCIDENTS, path).rejects
    assert second == tmp_path / "la.csv.rejects-2.csv"
    assert first.read_text() == mended


def test_columns_of_the_source_with_our_names_are_kept_where_they_are_used(
    tmp_path: Path,
) -> None:
    rejects = Rejects(tmp_path / "a.csv", ["line", "reason", "x"], ["reason"], lambda _p: "why")
    with rejects:
        problem = RowProblem(7, 6, RowFault.NO_PLACE)
        rejects.add(Row(7, 6, {"line": "A", "reason": "theirs", "x": "1"}), problem)
    assert rejects.path is not None
    assert read_csv(rejects.path) == [
        {"reason": "theirs", "x": "1", "line": "7", "import reason": "why"}
    ]


def test_a_folder_that_has_gone_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()
    rejects = Rejects(folder / "a.csv", ["x"], (), str)
    rejects.add(Row(2, 1, {"x": "1"}), RowProblem(2, 1, RowFault.NO_PLACE))
    shutil.rmtree(folder)
    with pytest.raises(ImportRefusal) as caught, rejects:
        pass
    assert caught.value.code is FileFault.UNREADABLE


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    rejects = Rejects(tmp_path / "missing" / "a.csv", ["x"], (), str)
    with pytest.raises(ImportRefusal) as caught, rejects:
        rejects.add(Row(2, 1, {"x": "1"}), RowProblem(2, 1, RowFault.NO_PLACE))
    assert caught.value.code is FileFault.UNREADABLE
