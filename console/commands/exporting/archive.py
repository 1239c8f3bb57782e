"""What was found in the archive as a file: Excel, CSV or GeoJSON, wholly or not at all.

Cases come page by page, each page in a snapshot of its own: a million of them take minutes, and a
transaction as long as that would hold other consoles up. Nobody's personal data is in the file,
apart from the names of the members who were sent.
"""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from console.commands.exporting.cells import new_text, new_time
from console.commands.exporting.files import write_file
from console.commands.importing.guard import guarded
from console.db.archive import find
from console.db.engine import Database
from console.db.members import members
from console.db.queries import catalogue
from console.domain.archive import Found, Progress, Search
from console.domain.codes import short_code
from console.domain.incident import State

HEADINGS = ("编号", "办结时间", "结果", "类别", "标题", "地址", "网格", "派遣人员")
MORE_HEADINGS = ("经度", "纬度", "上报时间")
RESULTS = {State.CLOSED: "已结", State.REJECTED: "不受理", State.MERGED: "已合并"}

SHEET = "历史事件"
SHEET_ROWS = 1_000_000
"""So many cases go onto a sheet; a workbook's sheet holds 1,048,576 rows."""

BATCH = 1000
"""So many cases are read at a time."""

_WIDTHS = (10, 20, 10, 16, 40, 30, 10, 20, 12, 12, 20)
_TIME = "yyyy-mm-dd hh:mm:ss"

Cell = str | float | datetime | None


class Cancelled(Exception):
    """Whoever asked for a file does not want it any more; nothing of it is left."""


@dataclass
class ArchiveExport:
    """An export that can be watched and cancelled.

    Args:
        database: Where the archive is.
        search: What is written.
        told: Called after each batch, on the thread that writes.
        cancelled: Asked before each batch.
    """

    database: Database
    search: Search
    told: Callable[[Progress], object] = lambda _progress: None
    cancelled: Callable[[], bool] = lambda: False
    rows: int = field(default=0, init=False)

    def write(self, path: Path, *, overwrite: bool) -> int:
        """Write the file in the form that its name says; returns how many cases are in it.

        Raises:
            Cancelled: If that was wished; a file that was there before is as it was.
            ExportRefusal: If the name ends otherwise, the file is there already and may not be
                replaced, or it cannot be written.
            FaultError: If the database fails.
        """
        write_file(self, path, _WRITERS, overwrite=overwrite)
        return self.rows

    def cases(self) -> Iterator[tuple[Found, tuple[Cell, ...]]]:
        """All cases, the newest first, each with its cells."""
        self.rows = 0
        with self.database.read() as session:
            stored = catalogue(session)
            names = {member.id: member.name for member in members(session)}
        words = _Words(
            ZoneInfo(stored.center.zone), {one.code: one.name for one in stored.categories}, names
        )
        after: int | None = None
        first: int | None = None
        while True:
            if self.cancelled():
                raise Cancelled
            with self.database.read() as session:
                page = find(session, self.search, after, BATCH)
            for case in page.rows:
                self.rows += 1
                yield case, words.cells(case)
            after = page.after
            if after is None:
                self.told(Progress(self.rows, 1.0))
                return
            first = first or max(case.incident for case in page.rows)
            self.told(Progress(self.rows, 1 - after / first))


@dataclass(frozen=True, slots=True)
class _Words:
    """What codes and ids are called."""

    zone: ZoneInfo
    categories: dict[str, str]
    members: dict[int, str]

    def cells(self, case: Found) -> tuple[Cell, ...]:
        place = case.place
        return (
            case.number,
            self._local(case.ended_at),
            RESULTS[case.result],
            self.categories.get(case.category, case.category),
            case.title,
            case.address,
            "" if case.grid is None else short_code(case.grid),
            "、".join(self.members.get(number, str(number)) for number in case.people),
            None if place is None else place.lon,
            None if place is None else place.lat,
            self._local(case.reported_at),
        )

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone).replace(microsecond=0, tzinfo=None)


def _write_csv(export: ArchiveExport, path: Path) -> None:
    # With the mark of UTF-8, without which Excel takes the file for one in the system's encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*HEADINGS, *MORE_HEADINGS))
        for _, cells in export.cases():
            writer.writerow(map(_plain, cells))


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    return "" if cell is None else str(cell)


def _write_xlsx(export: ArchiveExport, path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    try:
        sheet = _new_sheet(book, SHEET)
        on_it = 0
        for _, cells in export.cases():
            if on_it == SHEET_ROWS:
                sheet, on_it = _new_sheet(book, f"{SHEET} {len(book.worksheets) + 1}"), 0
            sheet.append([_typed(sheet, cell) for cell in cells])
            on_it += 1
    except BaseException:
        # The library would leave what is written so far in a temporary folder until the end.
        for sheet in book.worksheets:
            sheet.close()
            sheet._writer.cleanup()  # noqa: SLF001 - there is no other way
        raise
    book.save(path)
    if export.cancelled():
        raise Cancelled


def _new_sheet(book: Any, title: str) -> Any:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "B2"
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    sheet.append([_typed(sheet, heading) for heading in (*HEADINGS, *MORE_HEADINGS)])
    return sheet


def _typed(sheet: Any, value: Cell) -> Any:
    if isinstance(value, str):
        return new_text(sheet, value)
    return new_time(sheet, value, _TIME) if isinstance(value, datetime) else value


def _write_geojson(export: ArchiveExport, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for number, (case, cells) in enumerate(export.cases()):
            file.write(",\n" if number else "\n")
            json.dump(_feature(case, cells), file, ensure_ascii=False)
        file.write("\n]}\n")


def _feature(case: Found, cells: tuple[Cell, ...]) -> dict[str, Any]:
    place = case.place
    properties = dict(zip(HEADINGS, cells, strict=False))
    properties |= {"办结时间": case.ended_at.isoformat(), "上报时间": case.reported_at.isoformat()}
    geometry = None if place is None else {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": case.incident,
        "geometry": geometry,
        "properties": properties,
    }


_WRITERS = {".xlsx": _write_xlsx, ".csv": _write_csv, ".geojson": _write_geojson}
