"""Run an import: rows are read, judged and stored, in pieces or all at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from console.commands.importing.rejects import Rejects
from console.commands.importing.summary import Stored, Summary
from console.commands.importing.table import Row, Table
from console.commands.office import ATTEMPTS, Office, Work
from console.domain.importing import (
    FileFault,
    ImportRefusal,
    RowFault,
    RowProblem,
    RowRefusal,
)

T = TypeVar("T")

_STEP = 200
"""After how many rows the progress is told."""


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """A row with what was read out of it."""

    row: Row
    value: T


class Importer(Protocol[T]):
    """How one kind of row is read and stored."""

    piece: int | None
    """How many rows are committed together; None for all, where rows depend on each other."""

    def read(self, row: Row) -> T:
        """Make sense of a row, by itself; RowRefusal if it makes none."""

    def key(self, value: T) -> str:
        """What a row must have of its own within the file."""

    def store(self, work: Work, items: list[Item[T]]) -> Stored:
        """Store rows and their events in a transaction; what is there already stays."""


OnProblem = Callable[[Row, RowProblem], None]
"""Told of a row that is not taken, and why."""

Progress = Callable[[float], None]
"""Told how much of the file has been read, from 0 to 1."""


def run_import(
    office: Office,
    table: Table,
    importer: Importer[T],
    rejects: Rejects,
    summary: Summary,
    *,
    strict: bool = False,
    progress: Progress = lambda _share: None,
) -> None:
    """Import a file; ``summary`` tells at any time, also after an exception, what is committed.

    Strict: the whole file is judged first, and stored only if every row is good, in one
    transaction. Otherwise good rows are stored piece by piece, and the others go to the rejects.
    Interrupted (Ctrl-C), the pieces committed stay and ``summary.stopped`` is set.

    Raises:
        ImportRefusal: If the file cannot be read on, or strict and not all rows are good.
        Refusal: If the operator lacks the right.
        FaultError: If the database fails.
    """
    run = _Run(office, table, importer, rejects, summary, progress)
    try:
        with rejects:
            if strict:
                run.strict()
            else:
                run.piecewise()
    except KeyboardInterrupt:
        summary.stopped = True
    finally:
        summary.rejects = rejects.path


def problem_of(row: Row, code: RowFault, details: dict[str, str | int]) -> RowProblem:
    """A problem that a row turned out to have only beside the others or the database."""
    return RowProblem(row.line, row.number, code, details)


def judged(table: Table, importer: Importer[T], on_problem: OnProblem) -> Iterator[Item[T]]:
    """The good rows of a file, each key once; the others are told of."""
    seen: dict[str, tuple[int, int]] = {}
    for row in table.rows():
        try:
            yield _judge(row, importer, seen)
        except RowRefusal as refusal:
            on_problem(row, refusal.at(row.line, row.number))


def _judge(row: Row, importer: Importer[T], seen: dict[str, tuple[int, int]]) -> Item[T]:
    if row.problem is not None:
        raise RowRefusal(row.problem.code, **row.problem.details)
    value = importer.read(row)
    key = importer.key(value)
    line, number = seen.setdefault(key, (row.line, row.number))
    if number != row.number:
        raise RowRefusal(RowFault.DOUBLED, key=key[:80], line=line, number=number)
    return Item(row, value)


@dataclass(frozen=True)
class _Run(Generic[T]):
    office: Office
    table: Table
    importer: Importer[T]
    rejects: Rejects
    summary: Summary
    progress: Progress

    def strict(self) -> None:
        """All or nothing."""
        for _item in self._watched(self._judged(self._count), 0.0, 0.5):
            self.summary.rows += 1
        self._refuse_if_bad()
        try:
            stored = _transaction(self.office, self._store_all)
        except _BadRows as bad:
            for problem in bad.problems:
                self.summary.reject(problem)
            self._refuse_if_bad()
        else:
            stored.enter(self.summary)

    def piecewise(self) -> None:
        """Good rows go in; the others into the rejects."""
        for items in _pieces(self._watched(self._judged(self._reject)), self.importer.piece):
            stored = _transaction(self.office, partial(self._store, items))
            stored.enter(self.summary)
            self.summary.rows += len(items) - len(stored.problems)
            rows = {item.row.number: item.row for item in items}
            for problem in stored.problems:
                self._reject(rows[problem.number], problem)

    def _judged(self, on_problem: OnProblem) -> Iterator[Item[T]]:
        return judged(self.table, self.importer, on_problem)

    def _watched(
        self, items: Iterator[Item[T]], begin: float = 0.0, share: float = 1.0
    ) -> Iterator[Item[T]]:
        for number, item in enumerate(items):
            if number % _STEP == 0:
                self.progress(begin + share * self.table.share_read())
            yield item

    def _store(self, items: list[Item[T]], work: Work) -> Stored:
        return self.importer.store(work, items)

    def _store_all(self, work: Work) -> Stored:
        everything = Stored()
        good = self._watched(self._judged(_unexpected), 0.5, 0.5)
        for items in _pieces(good, self.importer.piece):
            everything.add(self.importer.store(work, items))
        if everything.problems:
            raise _BadRows(everything.problems)
        return everything

    def _count(self, _row: Row, problem: RowProblem) -> None:
        self.summary.rows += 1
        self.summary.reject(problem)

    def _reject(self, row: Row, problem: RowProblem) -> None:
        self._count(row, problem)
        self.rejects.add(row, problem)

    def _refuse_if_bad(self) -> None:
        if self.summary.rejected:
            raise ImportRefusal(FileFault.BAD_ROWS, count=self.summary.rejected)


def _pieces(items: Iterator[T], size: int | None) -> Iterator[list[T]]:
    piece: list[T] = []
    for item in items:
        piece.append(item)
        if len(piece) == size:
            yield piece
            piece = []
    if piece or size is None:
        yield piece


def _transaction(office: Office, store: Callable[[Work], Stored]) -> Stored:
    """Store in one transaction; if others got in the way, again, seeing what they did."""
    for _ in range(ATTEMPTS - 1):
        try:
            return _once(office, store)
        except (IntegrityError, StaleDataError):
            continue
    return _once(office, store)


def _once(office: Office, store: Callable[[Work], Stored]) -> Stored:
    with office.database.write() as session:
        return store(Work(session, office.database, office.actor, office.clock()))


class _BadRows(Exception):
    """Undoes a strict transaction."""

    def __init__(self, problems: list[RowProblem]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def _unexpected(row: Row, problem: RowProblem) -> None:
    # The file has changed since it was judged.
    raise _BadRows([problem])
