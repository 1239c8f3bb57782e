"""GeoJSON files: one feature a row, with the line on which it begins."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from console.commands.importing.encoding import encoding_of
from console.commands.importing.table import LAT_COLUMN, LON_COLUMN, Row
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowProblem

_BLANK = re.compile(r"[ \t\r\n]*")
_ACCEPTED_CRS = re.compile(r"(CRS:?84|EPSG:+(4326|4490)|WGS ?84)$", re.IGNORECASE)
"""WGS-84, and CGCS2000, which is equal to it within centimetres."""


class GeoJsonTable:
    """A feature collection; its properties are the columns, and a point's two coordinates."""

    is_geographic = True

    def __init__(self, path: Path, encoding: str | None = None) -> None:
        """Read the file's text once through for its columns; features are not kept.

        Raises:
            ImportRefusal: If it is no feature collection in WGS-84.
        """
        self._path = path
        self._text = path.read_text(encoding=encoding_of(path, encoding))
        self._at = 0
        self._names: dict[str, None] = {}
        top: dict[str, Any] = {}
        features = False
        for key, value in self._members(lambda _line, feature: self._note_columns(feature)):
            top[key] = value
            features = features or key == "features"
        if top.get("type") != "FeatureCollection" or not features:
            raise ImportRefusal(FileFault.NOT_FEATURES, path=str(path))
        _require_wgs84(top.get("crs"))

    @property
    def columns(self) -> Sequence[str]:
        """All properties that any feature has, and the coordinates of points."""
        return [*self._names, *(c for c in (LON_COLUMN, LAT_COLUMN) if c not in self._names)]

    def rows(self) -> Iterator[Row]:
        """Read the features one by one."""
        # The walk over the members runs inside, so that only one feature is in memory at a time.
        yield from self._features()

    def share_read(self) -> float:
        """How much of the text has been read."""
        return self._at / len(self._text) if self._text else 1.0

    def _note_columns(self, feature: Any) -> None:
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if isinstance(properties, dict):
            self._names.update(dict.fromkeys(_plain(str(key)) for key in properties))

    def _features(self) -> Iterator[Row]:
        walk = _Walk(self._text, self._bad)
        for key in walk.members():
            if key != "features":
                walk.value()
                continue
            for number, (line, feature) in enumerate(walk.items(), 1):
                self._at = walk.at
                yield self._row(line, number, feature)

    def _members(self, note: Callable[[int, Any], None]) -> Iterator[tuple[str, Any]]:
        walk = _Walk(self._text, self._bad)
        for key in walk.members():
            if key != "features":
                yield key, walk.value()
                continue
            for line, feature in walk.items():
                note(line, feature)
            yield key, None
        walk.end()

    def _row(self, line: int, number: int, feature: Any) -> Row:
        cells = dict.fromkeys(self.columns, "")
        if not isinstance(feature, dict) or feature.get("type") != "Feature":
            problem = RowProblem(line, number, RowFault.BROKEN_LINE, {"reason": "not a Feature"})
            return Row(line, number, cells, problem=problem)
        properties = feature.get("properties")
        if isinstance(properties, dict):
            cells.update((_plain(str(key)), _cell(value)) for key, value in properties.items())
        geometry = feature.get("geometry")
        if not isinstance(geometry, dict):
            return Row(line, number, cells)
        cells.update(_point(geometry))
        return Row(line, number, cells, geometry=geometry)

    def _bad(self, position: int, reason: str) -> ImportRefusal:
        line = self._text.count("\n", 0, position) + 1
        return ImportRefusal(FileFault.BAD_JSON, path=str(self._path), line=line, reason=reason)


class _Walk:
    """A walk over the top object of a JSON text, decoding one value at a time."""

    def __init__(self, text: str, bad: Callable[[int, str], ImportRefusal]) -> None:
        self._text = text
        self._bad = bad
        self._decoder = json.JSONDecoder()
        self._counted = (0, 1)
        self.at = 0

    def members(self) -> Iterator[str]:
        """The keys of the top object; after each, its value must be read."""
        self._take("{")
        if self._peek() == "}":
            self._take("}")
            return
        while True:
            key = self.value()
            if not isinstance(key, str):
                raise self._bad(self.at, "a name is missing")
            self._take(":")
            yield key
            if self._peek() != ",":
                self._take("}")
                return
            self._take(",")

    def items(self) -> Iterator[tuple[int, Any]]:
        """The items of an array, each with its line."""
        self._take("[")
        if self._peek() == "]":
            self._take("]")
            return
        while True:
            self._skip()
            line = self._line()
            yield line, self.value()
            if self._peek() != ",":
                self._take("]")
                return
            self._take(",")

    def value(self) -> Any:
        """The next value."""
        self._skip()
        try:
            value, self.at = self._decoder.raw_decode(self._text, self.at)
        except json.JSONDecodeError as error:
            raise self._bad(error.pos, error.msg) from error
        except (ValueError, RecursionError) as error:
            raise self._bad(self.at, str(error)) from error
        return value

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self._peek():
            raise self._bad(self.at, "something follows the end")

    def _skip(self) -> None:
        if blank := _BLANK.match(
            self._text, self.at
        ):  # pragma: no branch - it matches nothing too
            self.at = blank.end()

    def _peek(self) -> str:
        self._skip()
        return self._text[self.at : self.at + 1]

    def _take(self, mark: str) -> None:
        if self._peek() != mark:
            raise self._bad(self.at, f"expected {mark}")
        self.at += 1

    def _line(self) -> int:
        position, line = self._counted
        line += self._text.count("\n", position, self.at)
        self._counted = (self.at, line)
        return line


def _require_wgs84(crs: Any) -> None:
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or not _ACCEPTED_CRS.search(name.strip()):
        raise ImportRefusal(FileFault.OTHER_CRS, crs=_plain(str(name if name else crs))[:200])


def _point(geometry: Mapping[str, Any]) -> dict[str, str]:
    place = geometry.get("coordinates")
    if geometry.get("type") != "Point" or not isinstance(place, list) or len(place) < 2:
        return {}
    return {LON_COLUMN: _cell(place[0]), LAT_COLUMN: _cell(place[1])}


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return _plain(value)
        case int() | float():
            return repr(value)
        case _:
            return _plain(json.dumps(value, ensure_ascii=False))


def _plain(text: str) -> str:
    """A text without halves of characters, which JSON can hold and no file can."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
