"""The drawn document: nothing of it points elsewhere, nothing in it is inline."""

import re
from dataclasses import replace

import pytest

from console import assets
from console.domain.grid import Grid
from console.widgets.map.document import SCRIPTS, STYLES, Sheet, draw, gather
from console.widgets.map.values import palette_row
from tests.map import plan


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    catalogue = plan.catalogue()
    colors = tuple(palette_row(plan.palette("dark")).items())
    return Sheet(catalogue.grids, catalogue.roads, colors)


def test_no_file_of_the_drawing_names_another_place(sheet: Sheet) -> None:
    for name, content in draw(sheet).items():
        assert not re.search(rb"https?:|//cdn|@import", content), name


def test_the_page_holds_no_inline_script_or_style(sheet: Sheet) -> None:
    page = draw(sheet)["index.html"].decode()
    assert not re.search(r"<script>|<style>| on\w+=|style=", page)


def test_every_file_that_the_page_names_is_there(sheet: Sheet) -> None:
    files = gather(sheet)
    named = re.findall(r'(?:src|href)="([^"]+)"', files["index.html"].decode())
    assert set(named) <= set(files)
    assert {"leaflet.js", "leaflet.css", "qwebchannel.js", *SCRIPTS, *STYLES} <= set(named)


def test_the_grids_and_roads_are_drawn(sheet: Sheet) -> None:
    script = b"".join(content for name, content in draw(sheet).items() if name.endswith(".js"))
    for layer in (b"layer_roads", b"layer_sub", b"layer_base", b"layer_community"):
        assert b"var " + layer in script
    for code in (b"1-01", b"5-04", b"4419001220100101"):
        assert b'"' + code + b'"' in script


def test_a_base_grid_without_sub_grids_is_shaded_itself(sheet: Sheet) -> None:
    whole = [grid for grid in sheet.grids if not grid.code.startswith("44190012201004")]
    base = next(grid for grid in sheet.grids if grid.code == "44190012201004")
    files = draw(replace(sheet, grids=(*whole, base)))
    script = b"".join(content for name, content in files.items() if name.endswith(".js"))
    _, after = script.split(b"layer_sub_add(", 1)
    assert b'"44190012201004"' in after.split(b"layer_base", 1)[0]


def test_equal_sheets_are_drawn_once(sheet: Sheet) -> None:
    assert draw(sheet) is draw(replace(sheet))


def test_a_center_without_grids_is_drawn(sheet: Sheet) -> None:
    assert b"map_console" in draw(replace(sheet, grids=(), roads=()))["index.html"]


def test_no_data_can_break_out_of_the_script(sheet: Sheet) -> None:
    code = "441900122010</script><script>alert(1)"
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))
    wicked = Grid(sheet.grids[1].code, code, (((square),),))
    files = draw(replace(sheet, grids=(wicked,)))
    assert b"alert" not in files["index.html"]
    assert not any(b"</script>" in text for name, text in files.items() if name.endswith("js"))


def test_a_missing_file_is_an_error(
    sheet: Sheet, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(assets, "ROOT", tmp_path)
    with pytest.raises(FileNotFoundError):
        gather(sheet)
