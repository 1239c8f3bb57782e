"""Let the rows of a file of reports arrive again, as new ones, in their own rhythm but faster."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from console.commands.importing.catalogue import ensure_catalogue
from console.commands.importing.draft import Draft
from console.commands.importing.mapping import Kind, Mapping
from console.commands.importing.run import Importer, judged, problem_of
from console.commands.importing.setup import Source, prepare
from console.commands.importing.summary import Summary
from console.commands.office import Office, Work
from console.commands.perform import perform
from console.domain.events import Event
from console.domain.importing import RowFault, RowProblem
from console.domain.orders import Report


@dataclass(frozen=True, slots=True)
class Timed:
    """A report with the time at which it came in, once."""

    at: datetime
    draft: Draft


@dataclass(frozen=True, slots=True)
class Pace:
    """How time passes: ``now`` in seconds from anywhere, ``wait`` lets seconds pass."""

    speed: float
    now: Callable[[], float]
    wait: Callable[[float], object]


def reports_of(
    office: Office, source: Source, summary: Summary, limit: int | None = None
) -> tuple[Mapping, list[Timed]]:
    """The good reports of a file in the order in which they came in; the others are counted.

    Raises:
        ImportRefusal: If the file or its mapping cannot be used.
        FaultError: If the database fails.
    """
    prepared = prepare(office, Kind.INCIDENTS, source)
    importer: Importer[Draft] = prepared.importer
    found: list[Timed] = []
    for item in judged(prepared.table, importer, lambda _row, problem: _count(summary, problem)):
        summary.rows += 1
        at = item.value.reported_at
        if at is None:
            details: dict[str, str | int] = {"field": "reported_at"}
            summary.reject(problem_of(item.row, RowFault.EMPTY_FIELD, details))
        else:
            found.append(Timed(at, item.value))
    # Sorting keeps reports of the same instant in the order of the file.
    found.sort(key=lambda timed: timed.at)
    return prepared.mapping, found[:limit]


def replay(
    office: Office,
    mapping: Mapping,
    reports: Sequence[Timed],
    run: UUID,
    pace: Pace,
    arrived: Callable[[Event, float], None],
) -> None:
    """Report one after the other, each when its time has come; never ahead, and behind if slow.

    Args:
        office: Who reports.
        mapping: Brings categories that may be missing.
        reports: In the order of their times.
        run: The run's own number: the same reports can arrive again in another run.
        pace: The clock and how to wait for it.
        arrived: Told of each report after its commit, and how many seconds late that was.

    Raises:
        Refusal: If a rule refuses a report.
        FaultError: If the database fails.
    """
    if not reports:
        return
    _ensure(office, mapping)
    begun = pace.now()
    first = reports[0].at
    for timed in reports:
        due = begun + (timed.at - first).total_seconds() / pace.speed
        left = due - pace.now()
        if left > 0:
            pace.wait(left)
        draft = timed.draft
        command = uuid5(run, draft.key)
        event = perform(office, _order(draft, run), command)
        arrived(event, max(0.0, pace.now() - due))


def _order(draft: Draft, run: UUID) -> Report:
    return Report(
        title=draft.title,
        category=draft.category.code,
        origin=draft.origin,
        description=draft.description,
        address=draft.address,
        place=draft.place,
        priority=draft.priority,
        reporter_name=draft.reporter_name,
        reporter_phone=draft.reporter_phone,
        source_key=f"replay:{run}:{draft.key}",
    )


def _ensure(office: Office, mapping: Mapping) -> None:
    with office.database.write() as session:
        ensure_catalogue(Work(session, office.database, office.actor, office.clock()), mapping)


def _count(summary: Summary, problem: RowProblem) -> None:
    summary.rows += 1
    summary.reject(problem)
