"""Small files in the shapes of the real ones, and the few steps that every import test takes."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from console.commands.importing.mapping import Kind
from console.commands.importing.rejects import Rejects
from console.commands.importing.run import run_import
from console.commands.importing.setup import Source, prepare
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.domain.importing import RowProblem

LA_2020 = [
    "srnumber",
    "requesttype",
    "status",
    "createddate",
    "requestsource",
    "closeddate",
    "latitude",
    "longitude",
    "address",
]


def request(number: int = 1, **cells: str) -> dict[str, str]:
    """A row in the shape of 2017; other cells by their column."""
    return {
        "SRNumber": f"1-{number:03d}",
        "CreatedDate": "12/31/2017 11:59:58 PM",
        "UpdatedDate": "04/09/2018 09:25:28 AM",
        "RequestType": "Bulky Items",
        "Status": "Closed",
        "RequestSource": "Call",
        "ClosedDate": "01/03/2018 10:11:23 AM",
        "Address": "2111 W BELLEVUE AVE, 90026",
        "Latitude": "34.073216645",
        "Longitude": "-118.266861909",
    } | cells


def write_csv(
    path: Path,
    rows: Sequence[Mapping[str, str]],
    columns: Sequence[str] | None = None,
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns or list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write_xlsx(path: Path, rows: Iterable[Sequence[Any]], sheet: str = "Sheet") -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def square(lon: float, lat: float, size: float = 0.01) -> list[list[list[float]]]:
    """The coordinates of a polygon with its south-western corner there."""
    east, north = lon + size, lat + size
    return [[[lon, lat], [east, lat], [east, north], [lon, north], [lon, lat]]]


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def area(coordinates: Any, **properties: Any) -> dict[str, Any]:
    return feature({"type": "Polygon", "coordinates": coordinates}, **properties)


def point(lon: Any, lat: Any, **properties: Any) -> dict[str, Any]:
    return feature({"type": "Point", "coordinates": [lon, lat]}, **properties)


def write_geojson(path: Path, features: Iterable[Any], **members: Any) -> Path:
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in features)
    more = "".join(f",\n{json.dumps(key)}: {json.dumps(value)}" for key, value in members.items())
    text = f'{{"type": "FeatureCollection", "features": [\n{lines}\n]{more}}}\n'
    path.write_text(text, encoding="utf-8")
    return path


def write_mapping(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def tell(problem: RowProblem) -> str:
    """A reason as plain as a test needs it."""
    return problem.code.value


def load(
    office: Office,
    kind: Kind,
    path: Path,
    *,
    strict: bool = False,
    summary: Summary | None = None,
    **source: Any,
) -> Summary:
    """Import a file as the command line does."""
    prepared = prepare(office, kind, Source(path, **source))
    summary = summary or Summary()
    rejects = Rejects(
        path,
        prepared.table.columns,
        prepared.mapping.columns(),
        tell,
        areas=kind is Kind.GRIDS,
    )
    run_import(office, prepared.table, prepared.importer, rejects, summary, strict=strict)
    return summary


def found(summary: Summary) -> list[tuple[int, str]]:
    """The problems as lines and reasons."""
    return [(problem.line, problem.code.value) for problem in summary.problems]


def counts(summary: Summary) -> tuple[int, int, int, int]:
    """Added, updated, unchanged, rejected."""
    return summary.added, summary.updated, summary.unchanged, summary.rejected


LA_2017 = list(request())
