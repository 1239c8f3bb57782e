"""``incident find``: the same search at the terminal, and its export."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.terminal.test_cli import Call, answer, call, center_url, report

__all__ = ["call", "center_url"]


@pytest.fixture
def ended(call: Call) -> list[int]:
    numbers = [report(call, title) for title in ("井盖破损", "乱丢垃圾", "=cmd 井盖")]
    for number in numbers:
        answer(call("incident", "reject", number, "--note", "重复", "--json"))
    return numbers


def found(call: Call, *asked: str | float) -> list[int]:
    return [
        case["incident"] for case in answer(call("incident", "find", *asked, "--json"))["found"]
    ]


def test_every_filter_is_there(call: Call, ended: list[int]) -> None:
    first, second, third = ended
    assert found(call) == [third, second, first]
    assert found(call, "井盖") == [third, first]
    assert found(call, f"#{second}") == [second]
    assert found(call, "--result", "closed") == []
    assert found(call, "--category", "litter", "--limit", 1) == [third]
    assert found(call, "井盖", "--limit", 1, "--after", third) == [first]
    assert found(call, "--since", "2020", "--until", "2021-05") == []
    assert found(call, "--since", "2020-01-01") == [third, second, first]
    assert found(call, "--near", 113.68, 22.93, 50) == [third, second, first]
    assert found(call, "--near", 113.69, 22.93, 50) == []
    assert found(call, "--within", 113.6, 22.9, 113.7, 23) == [third, second, first]
    told = call("incident", "find", "垃圾")
    assert "乱丢垃圾" in told.stdout
    assert "--after" in call("incident", "find", "--limit", 1).stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ("--since", "gestern"),
        ("--member", "none"),
        ("--near", 113, 22, -1),
        ("--within", 114, 22, 113, 23),
    ],
)
def test_what_makes_no_sense_is_refused(call: Call, wrong: tuple[str | int, ...]) -> None:
    result = call("incident", "find", *wrong)
    assert result.exit_code == 1
    assert result.stderr.strip()


def test_each_form_holds_what_was_found(call: Call, ended: list[int], tmp_path: Path) -> None:
    book, table, areas = (tmp_path / f"found{end}" for end in (".xlsx", ".csv", ".geojson"))
    for path in (book, table, areas):
        told = answer(call("incident", "find", "井盖", "--export", path, "--json"))
        assert told == {"file": str(path), "rows": 2}
    lines = table.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("编号,办结时间,结果,类别,标题")
    assert lines[1].split(",")[4] == "'=cmd 井盖"
    assert "李四" not in table.read_text("utf-8-sig")
    sheet = load_workbook(book).active
    assert sheet is not None
    rows = list(sheet.values)
    assert (rows[1][0], rows[1][2], rows[1][4]) == (f"{ended[2]:04d}", "不受理", "=cmd 井盖")
    assert sheet["E2"].data_type == "s"
    features = json.loads(areas.read_text("utf-8"))["features"]
    assert [feature["id"] for feature in features] == [ended[2], ended[0]]
    assert features[0]["geometry"]["coordinates"] == [113.68, 22.93]
    again = call("incident", "find", "--export", table)
    assert again.exit_code == 1
    assert len(table.read_text("utf-8-sig").splitlines()) == 3
    assert call("incident", "find", "--export", table, "--overwrite").exit_code == 0
    assert call("incident", "find", "--export", tmp_path / "found.doc").exit_code == 1
    assert sorted(path.name for path in tmp_path.glob("*found*")) == [
        "found.csv",
        "found.geojson",
        "found.xlsx",
    ]
