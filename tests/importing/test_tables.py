"""Readers: encodings, delimiters, lines, sheets, features."""

from datetime import date, datetime
from pathlib import Path

import pytest

from console.commands.importing.opening import open_table
from console.commands.importing.table import LAT_COLUMN, LON_COLUMN, Table
from console.commands.importing.xlsx_table import _text
from console.domain.importing import FileFault, ImportRefusal, RowFault
from tests.importing.files import area, point, square, write_geojson, write_xlsx


def cells(table: Table) -> list[dict[str, str]]:
    return [dict(row.cells) for row in table.rows()]


def refusal(path: Path, encoding: str | None = None, sheet: str | None = None) -> ImportRefusal:
    with pytest.raises(ImportRefusal) as caught:
        open_table(path, encoding=encoding, sheet=sheet)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("标题,地址\n乱丢垃圾,文宗路\n", encoding=encoding)
    assert cells(open_table(path)) == [{"标题": "乱丢垃圾", "地址": "文宗路"}]


def test_the_encoding_given_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("标题\ncafé\n".encode())
    assert cells(open_table(path, encoding="gb18030")) != [{"标题": "café"}]
    path.write_bytes("a\ncaf\xe9\n".encode("latin-1"))
    assert cells(open_table(path, encoding="latin-1")) == [{"a": "café"}]


def test_a_mark_is_no_part_of_the_first_heading_with_the_encoding_given(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("标题\nx\n", encoding="utf-8-sig")
    assert open_table(path, encoding="utf-8").columns == ["标题"]


@pytest.mark.parametrize("name", ["klingon", "hex", "utf-8\0"])
def test_an_unknown_encoding_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a\n1\n", encoding="utf-8")
    assert refusal(path, name).code is FileFault.UNKNOWN_ENCODING


def test_bytes_in_no_encoding_are_refused_with_their_position(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n1,\xff\xff\n")
    error = refusal(path)
    assert error.code is FileFault.NOT_DECODABLE
    assert error.details["position"] == 6


def test_a_text_cut_off_within_a_character_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("标题\n路".encode()[:-1])
    assert refusal(path, "utf-8").code is FileFault.NOT_DECODABLE


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(delimiter.join(["a", '"b, c; d"', "e"]) + "\n" + delimiter.join("123"))
    assert cells(open_table(path)) == [{"a": "1", "b, c; d": "2", "e": "3"}]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = '\n"a\nhead",b\r\n1,"two\nlines\nand three"\n\n ,\n2,x\r\n3,y'
    path.write_bytes(text.encode())
    rows = list(open_table(path).rows())
    assert [(row.line, row.number) for row in rows] == [(4, 1), (9, 2), (10, 3)]
    assert rows[0].cells["b"] == "two\nlines\nand three"
    assert open_table(path).columns == ["a head", "b"]


def test_short_rows_are_filled_and_long_ones_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1\n1,2,,\n1,2,3\n")
    short, blank, long = open_table(path).rows()
    assert short.cells == {"a": "1", "b": ""}
    assert blank.problem is None
    assert long.problem is not None
    assert long.problem.code is RowFault.TOO_MANY_CELLS
    assert long.problem.details == {"cells": 3, "columns": 2}


def test_a_quotation_that_never_ends_is_one_broken_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,x\n2,"never\nends\n')
    good, broken = open_table(path).rows()
    assert good.problem is None
    assert broken.problem is not None
    assert (broken.line, broken.problem.code) == (3, RowFault.BROKEN_LINE)
    assert broken.cells["a"].startswith('2,"never')


def test_after_an_overlong_quotation_the_next_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,"' + "x\n" * 70_000 + "\n2,y\n")
    *_, last = open_table(path).rows()
    assert last.cells == {"a": "2", "b": "y"}


def test_headings_are_trimmed_and_a_second_one_of_a_name_is_numbered(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(" a ,b,,a\n1,2,3,4\n")
    assert cells(open_table(path)) == [{"a": "1", "b": "2", "a (2)": "4"}]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.geojson"])
def test_an_empty_file_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    assert refusal(path).code is FileFault.EMPTY_FILE


def test_a_file_of_blank_lines_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("\n , \n\n")
    assert refusal(path).code is FileFault.EMPTY_FILE


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv").code is FileFault.UNREADABLE
    assert refusal(tmp_path).code is FileFault.UNREADABLE


def test_a_sheet_is_read_with_its_own_lines_and_kinds_of_cells(tmp_path: Path) -> None:
    at = datetime(2026, 3, 1, 8, 30)  # noqa: DTZ001 - cells know no zones
    path = write_xlsx(
        tmp_path / "a.xlsx",
        [
            ["编号", "时间", "日期", "数", "是"],
            [],
            [7.0, at, date(2026, 3, 2), 1.25, True],
            [None, None, None, None, None],
            ["8", " text ", None, None, False],
        ],
    )
    rows = list(open_table(path).rows())
    assert [(row.line, row.number) for row in rows] == [(3, 1), (5, 2)]
    assert rows[0].cells == {
        "编号": "7",
        "时间": "2026-03-01 08:30:00",
        "日期": "2026-03-02 00:00:00",
        "数": "1.25",
        "是": "true",
    }
    assert rows[1].cells["时间"] == "text"


def test_a_sheet_is_chosen_by_name(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["a"], ["1"]], sheet="名单")
    assert cells(open_table(path, sheet="名单")) == [{"a": "1"}]
    error = refusal(path, sheet="other")
    assert (error.code, error.details["sheets"]) == (FileFault.NO_SHEET, "名单")


def test_damaged_and_old_workbooks_are_named(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [["a"], ["1"]])
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal(path).code is FileFault.BAD_EXCEL
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert refusal(path).code is FileFault.OLD_EXCEL


def test_features_are_rows_with_their_lines(tmp_path: Path) -> None:
    path = write_geojson(
        tmp_path / "a.geojson",
        [point(113.5, 22, title="x", n=3), point(114.0, 22.5, title=None, extra={"a": [1]})],
    )
    table = open_table(path)
    assert table.columns == ["title", "n", "extra", LON_COLUMN, LAT_COLUMN]
    first, second = table.rows()
    assert (first.line, first.number, second.line, second.number) == (2, 1, 3, 2)
    assert first.cells == {
        "title": "x",
        "n": "3",
        "extra": "",
        LON_COLUMN: "113.5",
        LAT_COLUMN: "22",
    }
    assert second.cells["extra"] == '{"a": [1]}'


def test_features_on_one_line_differ_by_number(tmp_path: Path) -> None:
    path = write_geojson(tmp_path / "a.geojson", [point(1, 2), point(3, 4)])
    path.write_text(path.read_text().replace("\n", ""))
    assert [(row.line, row.number) for row in open_table(path).rows()] == [(1, 1), (1, 2)]


def test_what_is_no_feature_is_named_by_line(tmp_path: Path) -> None:
    path = write_geojson(tmp_path / "a.geojson", [point(1, 2), 7, {"type": "Other"}])
    rows = list(open_table(path).rows())
    assert [row.problem is None for row in rows] == [True, False, False]


@pytest.mark.parametrize(
    "name",
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4490", None],
)
def test_wgs84_by_any_of_its_names_is_taken(tmp_path: Path, name: str | None) -> None:
    crs = {} if name is None else {"crs": {"type": "name", "properties": {"name": name}}}
    path = write_geojson(tmp_path / "a.geojson", [area(square(1, 2), name="x")], **crs)
    assert len(list(open_table(path).rows())) == 1


@pytest.mark.parametrize(
    "crs",
    [
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
        {"type": "name", "properties": {}},
        "EPSG:2385",
    ],
)
def test_another_reference_system_is_refused_also_behind_the_features(
    tmp_path: Path, crs: object
) -> None:
    path = write_geojson(tmp_path / "a.geojson", [area(square(1, 2))], crs=crs)
    assert refusal(path).code is FileFault.OTHER_CRS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"type": "FeatureCollection",\n "features": [{]}', 2),
        ('{"type": "FeatureCollection", "features": [', 1),
        ('{"type": "FeatureCollection", "features": []} x', 1),
        ('{"features"\n\n 1}', 3),
        ("{1: 2}", 1),
        ('{"features": ' + "[" * 100_000, 1),
        ('{"features": [' + "9" * 5000 + "]}", 1),
        ('{"features": {}}', 1),
    ],
)
def test_broken_json_is_named_by_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(text)
    error = refusal(path)
    assert (error.code, error.details["line"]) == (FileFault.BAD_JSON, line)


@pytest.mark.parametrize("text", ["{}", '{"type": "FeatureCollection"}', '{"features": []}'])
def test_json_that_is_no_collection_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    assert refusal(path).code is FileFault.NOT_FEATURES


def test_halves_of_characters_do_not_get_in(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null,'
        ' "properties": {"a\\ud800": "\\udc00x"}}]}'
    )
    (row,) = open_table(path).rows()
    assert row.cells["a?"] == "?x"


def test_the_share_read_grows_to_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 20_000)
    table = open_table(path)
    shares = [table.share_read() for _row in table.rows()]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.5
    assert table.share_read() == 1.0


def test_a_sheet_without_cells_is_empty_and_long_rows_are_named(tmp_path: Path) -> None:
    assert refusal(write_xlsx(tmp_path / "a.xlsx", [])).code is FileFault.EMPTY_FILE
    path = write_xlsx(tmp_path / "b.xlsx", [["a", None], ["1"], ["1", None, "3"]])
    table = open_table(path)
    short, long = table.rows()
    assert short.cells == {"a": "1"}
    assert long.problem is not None
    assert (long.problem.line, long.problem.code) == (3, RowFault.TOO_MANY_CELLS)
    assert table.share_read() == 1.0


def test_a_large_number_in_a_sheet_is_no_decimal() -> None:
    # Some programs write telephone numbers as 1.3800138E10.
    assert _text(1.3800138e10) == "13800138000"
    assert _text(0.5) == "0.5"


def test_a_header_of_blanks_of_another_kind_has_no_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('\x0b\n"a"b\n')
    table = open_table(path)
    assert table.columns == []
    (row,) = table.rows()
    assert row.problem is not None
