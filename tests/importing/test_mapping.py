"""Mappings: what a slip of the pen is told, and which one is taken."""

from pathlib import Path

import pytest

from console import assets
from console.commands.importing.mapping import Kind, Mapping
from console.commands.importing.mapping_file import (
    fitting_mapping,
    load_mapping,
    named_mapping,
    read_mapping,
)
from console.commands.importing.own_names import own_mapping
from console.domain.category import LimitClock
from console.domain.importing import FileFault, ImportRefusal
from tests.importing.files import LA_2017

GOOD = """
kind = "incidents"
[fields]
title = ["Title", "Text"]
category = "Kind"
lon = "X"
lat = "Y"
"""


def read(tmp_path: Path, text: str, kind: Kind = Kind.INCIDENTS) -> Mapping:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    return load_mapping(path, kind)


def refusal(tmp_path: Path, text: str) -> ImportRefusal:
    with pytest.raises(ImportRefusal) as caught:
        read(tmp_path, text)
    return caught.value


def test_every_shipped_mapping_is_in_order() -> None:
    files = sorted(assets.path("mappings").glob("*.toml"))
    assert len(files) >= 7
    for file in files:
        assert read_mapping(file).columns()


def test_columns_are_tried_in_order_and_constants_values_and_defaults_apply(
    tmp_path: Path,
) -> None:
    text = (
        GOOD
        + """
    [constants]
    address = "here"
    [values.category]
    "Rubbish" = "litter"
    [defaults]
    category = "other"
    title = "untitled"
    """
    )
    columns = ["Title", "Text", "Kind", "X", "Y"]
    binding = read(tmp_path, text).bind(columns)

    def field(target: str, **cells: str) -> str:
        return binding.read(dict.fromkeys(columns, "") | cells, target)

    assert field("title", Title="a", Text="b") == "a"
    assert field("title", Title=" ", Text="b") == "b"
    assert field("title") == "untitled"
    assert field("address") == "here"
    assert field("category", Kind="RUBBISH ") == "litter"
    assert field("category", Kind="something else") == "other"
    assert field("category") == "other"
    assert field("description") == ""


def test_without_a_default_a_value_unknown_to_the_table_stays(tmp_path: Path) -> None:
    binding = read(tmp_path, GOOD + '[values.category]\na = "b"').bind(["Title", "Kind", "X", "Y"])
    assert binding.read({"Kind": "c"}, "category") == "c"


def test_a_missing_column_is_named_with_those_that_exist(tmp_path: Path) -> None:
    mapping = read(tmp_path, GOOD)
    with pytest.raises(ImportRefusal) as caught:
        mapping.bind(["Text", "Y", "X", "Sort"])
    assert caught.value.code is FileFault.MISSING_COLUMN
    assert caught.value.details == {
        "target": "category",
        "column": "Kind",
        "columns": "Text, Y, X, Sort",
    }


@pytest.mark.parametrize(
    ("text", "code", "details"),
    [
        ("kind = [", FileFault.BAD_TOML, {}),
        ("", FileFault.BAD_SETTING, {"key": "kind"}),
        ('kind = "cats"', FileFault.BAD_SETTING, {"key": "kind", "value": "cats"}),
        ('kind = "cameras"', FileFault.MISSING_TARGET, {"target": "code"}),
        (GOOD.replace("title", "titel"), FileFault.UNKNOWN_TARGET, {"target": "titel"}),
        (GOOD.replace('lat = "Y"', ""), FileFault.MISSING_TARGET, {"target": "lat"}),
        (GOOD.replace('"Y"', "3"), FileFault.BAD_SETTING, {"key": "fields.lat"}),
        (GOOD.replace('"Y"', "[]"), FileFault.BAD_SETTING, {"key": "fields.lat"}),
        (GOOD + "[time]", FileFault.UNKNOWN_KEY, {"key": "time"}),
        (GOOD + '[times]\nzone = "Mars/Olympus"', FileFault.BAD_SETTING, {"key": "times.zone"}),
        (GOOD + '[times]\nzone = "../etc"', FileFault.BAD_SETTING, {"key": "times.zone"}),
        (GOOD + '[times]\nform = "x"', FileFault.UNKNOWN_KEY, {"key": "times.form"}),
        (GOOD + "[state]\nas_open = 1", FileFault.BAD_SETTING, {"key": "state.as_open"}),
        (GOOD + '[state]\nlimits_from = "x"', FileFault.BAD_SETTING, {}),
        (GOOD + "[values]\ncategory = 1", FileFault.BAD_SETTING, {"key": "values.category"}),
        (GOOD + "[values.colour]\na = 'b'", FileFault.UNKNOWN_TARGET, {"target": "colour"}),
        (GOOD + "[[categories]]\ncode = 'a'", FileFault.MISSING_SETTING, {}),
        ("categories = 3" + GOOD, FileFault.BAD_SETTING, {"key": "categories"}),
    ],
)
def test_slips_of_the_pen_are_named(
    tmp_path: Path, text: str, code: FileFault, details: dict[str, str]
) -> None:
    error = refusal(tmp_path, text)
    assert error.code is code
    assert details.items() <= error.details.items()


CATEGORY = (
    'code = "{code}"\nname = "b"\nskill = "urban"\nacknowledge_min = 1\narrive_min = 1\n'
    "resolve_min = 1\ncheck_min = 1\n"
)
GRIDS = 'kind = "grids"\n[fields]\nname = "n"\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (GRIDS + '[grids]\ncommunity = "12"', "grids.community"),
        (GRIDS + '[grids]\ncommunity = "999999999"', "grids.community"),
        (GRIDS + '[grids]\nlevel = "town"', "grids.level"),
        (GRIDS + '[center]\ncode = "x"\nname = "c"\nzone = "UTC"', "center.code"),
        (GRIDS + "[grids]\ncommunity = 12", "grids.community"),
        (GOOD + 2 * f"[[categories]]\n{CATEGORY.format(code='a')}", "categories[2].code"),
        (GOOD + f"[[categories]]\n{CATEGORY.format(code='a' * 33)}", "categories[1].code"),
        (GOOD + '[[skills]]\ncode="a"\nname="b"\nmonogram="abcde"', "skills[1].monogram"),
    ],
)
def test_values_that_cannot_be_are_named_by_their_key(tmp_path: Path, text: str, key: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusal) as caught:
        read_mapping(path)
    assert caught.value.code is FileFault.BAD_SETTING
    assert caught.value.details["key"] == key


def test_a_missing_skill_column_is_named() -> None:
    mapping = named_mapping("members_columns_example", Kind.MEMBERS)
    columns = [column for column in mapping.columns() if column != "消防员"]
    with pytest.raises(ImportRefusal) as caught:
        mapping.bind(columns)
    assert caught.value.details["column"] == "消防员"


def test_limits_out_of_bounds_are_named(tmp_path: Path) -> None:
    category = (
        '[[categories]]\ncode = "a"\nname = "b"\nskill = "urban"\nacknowledge_min = 0\n'
        "arrive_min = 1\nresolve_min = 1\ncheck_min = 1\n"
    )
    assert refusal(tmp_path, GOOD + category).details["key"] == "categories[1].acknowledge_min"


def test_a_category_of_a_mapping_may_count_in_working_time(tmp_path: Path) -> None:
    plain, working = CATEGORY.format(code="a"), CATEGORY.format(code="b") + 'clock = "working"\n'
    text = f"{GOOD}[[categories]]\n{plain}[[categories]]\n{working}"
    clocks = [category.limits.clock for category in read(tmp_path, text).categories]
    assert clocks == [LimitClock.PLAIN, LimitClock.WORKING]
    odd = CATEGORY.format(code="a") + 'clock = "lunar"\n'
    wrong = refusal(tmp_path, f"{GOOD}[[categories]]\n{odd}").details
    assert (wrong["key"], wrong["value"]) == ("categories[1].clock", "lunar")


def test_a_mapping_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusal) as caught:
        read(tmp_path, GOOD, Kind.MEMBERS)
    assert caught.value.code is FileFault.WRONG_KIND


def test_places_need_not_be_mapped_where_none_is_required(tmp_path: Path) -> None:
    text = GOOD.replace('lon = "X"\nlat = "Y"', "") + "[place]\nrequired = false"
    assert not read(tmp_path, text).place_required


def test_shipped_mappings_go_by_their_name_and_unknown_names_list_them() -> None:
    assert named_mapping("la311_2017", Kind.INCIDENTS).source == "la311"
    for name in ("la311_1999", "../mappings/la311_2017"):
        with pytest.raises(ImportRefusal) as caught:
            named_mapping(name, Kind.INCIDENTS)
        assert caught.value.code is FileFault.NO_SUCH_MAPPING
        assert "la311_2017" in str(caught.value.details["mappings"])


def test_a_file_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusal) as caught:
        named_mapping(str(tmp_path / "none.toml"), Kind.INCIDENTS)
    assert caught.value.code is FileFault.UNREADABLE
    (tmp_path / "m.toml").write_bytes(b'kind = "\xff"')
    with pytest.raises(ImportRefusal) as caught:
        named_mapping(str(tmp_path / "m.toml"), Kind.INCIDENTS)
    assert caught.value.code is FileFault.NOT_DECODABLE


def test_the_shipped_mapping_that_fits_the_columns_is_found() -> None:
    mapping = fitting_mapping(Kind.INCIDENTS, [*LA_2017, "line", "reason"])
    assert mapping is not None
    assert mapping.name == "Los Angeles 311, 2017"
    assert fitting_mapping(Kind.INCIDENTS, LA_2017[1:]) is None
    assert fitting_mapping(Kind.MEMBERS, LA_2017) is None


def test_our_own_names_are_known_in_both_languages() -> None:
    english = own_mapping(Kind.INCIDENTS, ["Title", "CATEGORY", "Longitude", "lat", "extra"])
    assert english.fields["title"] == ("Title",)
    assert english.fields["category"] == ("CATEGORY",)
    chinese = own_mapping(Kind.MEMBERS, ["工号", "姓名", "所属网格", "八员"])
    assert chinese.fields["skills"] == ("八员",)


def test_without_a_needed_column_its_names_are_told() -> None:
    with pytest.raises(ImportRefusal) as caught:
        own_mapping(Kind.CAMERAS, ["编号", "名称", "经度"])
    assert caught.value.details["target"] == "lat"
    assert "纬度" in str(caught.value.details["column"])
