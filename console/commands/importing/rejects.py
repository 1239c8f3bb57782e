"""The rows that were not taken, in a file beside the source that can be mended and imported."""

import csv
import json
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from filecmp import cmp
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

from console.commands.importing.table import LAT_COLUMN, LON_COLUMN, Row
from console.domain.importing import FileFault, ImportRefusal, RowProblem

Tell = Callable[[RowProblem], str]
"""Makes the sentence for a problem."""

LINE, REASON = "line", "reason"


class Rejects:
    """Collects rows that were not taken; without any, no file is made.

    A table becomes CSV with the columns of the source, so that the same mapping fits it; areas
    become GeoJSON again. An earlier rejects file is never overwritten, because somebody may be
    mending it; one with the same content stands for itself.
    """

    def __init__(
        self,
        source: Path,
        columns: Sequence[str],
        used: Collection[str],
        tell: Tell,
        *,
        areas: bool = False,
    ) -> None:
        self._source = source
        self._tell = tell
        self._format = _Areas() if areas else _Table(columns, used)
        self._suffix = ".geojson" if areas else ".csv"
        self._draft = source.with_name(f"{source.name}.rejects.part")
        self._file: IO[str] | None = None
        self._stack = ExitStack()
        self.path: Path | None = None

    def __enter__(self) -> "Rejects":
        return self

    def add(self, row: Row, problem: RowProblem) -> None:
        """Write a row with its line and the reason.

        Raises:
            ImportRefusal: If the file cannot be written.
        """
        try:
            if self._file is None:
                encoding = "utf-8" if self._suffix == ".geojson" else "utf-8-sig"
                opened = self._draft.open("w", encoding=encoding, newline="")
                self._file = self._stack.enter_context(opened)
                self._format.begin(self._file)
            self._format.write(self._file, row, problem.line, self._tell(problem))
        except OSError as error:
            raise self._unwritable(error) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._file is None:
            return
        try:
            self._format.end(self._file)
            self._stack.close()
            self.path = self._settle()
        except OSError as failure:
            raise self._unwritable(failure) from failure

    def _settle(self) -> Path:
        number = 0
        while True:
            number += 1
            tail = "" if number == 1 else f"-{number}"
            path = self._source.with_name(f"{self._source.name}.rejects{tail}{self._suffix}")
            if not path.exists():
                self._draft.rename(path)
                return path
            if cmp(path, self._draft, shallow=False):
                self._draft.unlink()
                return path

    def _unwritable(self, error: OSError) -> ImportRefusal:
        reason = error.strerror or type(error).__name__
        return ImportRefusal(FileFault.UNREADABLE, path=str(self._draft), reason=reason)


class _Format(Protocol):
    def begin(self, file: IO[str]) -> None: ...

    def write(self, file: IO[str], row: Row, line: int, reason: str) -> None: ...

    def end(self, file: IO[str]) -> None: ...


class _Table:
    """CSV. Where the source has columns of our two names that are used, ours are named apart."""

    def __init__(self, columns: Sequence[str], used: Collection[str]) -> None:
        self._line = _apart(LINE, used)
        self._reason = _apart(REASON, used)
        self._columns = [c for c in columns if c not in (self._line, self._reason)]

    def begin(self, file: IO[str]) -> None:
        csv.writer(file).writerow([*self._columns, self._line, self._reason])

    def write(self, file: IO[str], row: Row, line: int, reason: str) -> None:
        cells = [row.cells.get(column, "") for column in self._columns]
        csv.writer(file).writerow([*cells, line, reason])

    def end(self, file: IO[str]) -> None:
        file.flush()


class _Areas:
    """GeoJSON, one feature a line."""

    def __init__(self) -> None:
        self._before = ""

    def begin(self, file: IO[str]) -> None:
        file.write('{"type": "FeatureCollection", "features": [\n')

    def write(self, file: IO[str], row: Row, line: int, reason: str) -> None:
        cells = {k: v for k, v in row.cells.items() if k not in (LON_COLUMN, LAT_COLUMN)}
        feature: dict[str, Any] = {
            "type": "Feature",
            "properties": cells | {LINE: line, REASON: reason},
            "geometry": row.geometry,
        }
        file.write(self._before + json.dumps(feature, ensure_ascii=False))
        self._before = ",\n"

    def end(self, file: IO[str]) -> None:
        file.write("\n]}\n")
        file.flush()


def _apart(name: str, used: Collection[str]) -> str:
    return name if name not in used else f"import {name}"
