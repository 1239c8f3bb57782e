"""The run of an import, with an importer that others get in the way of."""

from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from console.commands.importing.opening import open_table
from console.commands.importing.rejects import Rejects
from console.commands.importing.run import Item, run_import
from console.commands.importing.summary import Stored, Summary
from console.commands.importing.table import Row
from console.commands.office import ATTEMPTS, Office, Work
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowRefusal


class Unlucky:
    """Loses races a number of times; finds a row broken from a reading of it on."""

    piece: int | None = None

    def __init__(self, losses: int = 0, broken_from: int | None = None) -> None:
        self.losses = losses
        self.broken_from = broken_from
        self.reads = 0
        self.stores = 0

    def read(self, row: Row) -> str:
        self.reads += 1
        if self.broken_from is not None and self.reads >= self.broken_from:
            raise RowRefusal(RowFault.NO_PLACE)
        return row.cells["a"]

    def key(self, value: str) -> str:
        return value

    def store(self, work: Work, items: list[Item[str]]) -> Stored:
        assert work.session.in_transaction()
        self.stores += 1
        if self.stores <= self.losses:
            if self.stores % 2:
                raise StaleDataError
            raise IntegrityError("INSERT", {}, ValueError())
        return Stored(added=len(items))


def run(
    office: Office, folder: Path, importer: Unlucky, summary: Summary, *, strict: bool = False
) -> None:
    path = folder / "a.csv"
    path.write_text("a\n1\n2\n", encoding="utf-8")
    table = open_table(path)
    rejects = Rejects(path, table.columns, (), str)
    run_import(office, table, importer, rejects, summary, strict=strict)


@pytest.mark.parametrize("strict", [False, True])
def test_who_loses_a_race_tries_again(
    tmp_path: Path, sqlite_office: Office, *, strict: bool
) -> None:
    summary = Summary()
    importer = Unlucky(losses=ATTEMPTS - 1)
    run(sqlite_office, tmp_path, importer, summary, strict=strict)
    assert (summary.rows, summary.added) == (2, 2)
    assert importer.stores == ATTEMPTS


def test_who_always_loses_gives_up(tmp_path: Path, sqlite_office: Office) -> None:
    with pytest.raises(StaleDataError):
        run(sqlite_office, tmp_path, Unlucky(losses=99), Summary())


def test_a_file_that_changes_under_a_strict_import_is_not_taken(
    tmp_path: Path, sqlite_office: Office
) -> None:
    summary = Summary()
    with pytest.raises(ImportRefusal) as caught:
        run(sqlite_office, tmp_path, Unlucky(broken_from=4), summary, strict=True)
    assert caught.value.code is FileFault.BAD_ROWS
    assert (summary.added, summary.rejected) == (0, 1)
