"""Several workstations raise what is due at the same moment: each is raised exactly once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from console.commands.office import Office
from console.commands.raising import raise_all, raiser
from console.db.check import check
from console.db.engine import Database
from console.db.ladder import supervisions
from console.db.queries import timeline
from console.domain.lifecycle import Deed
from tests.clock import START, Clock
from tests.commands.racer import PATIENCE_S, office_of
from tests.commands.seat import Seat
from tests.conftest import Templates

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier as Line

SEATS = 4
NEXT_DAY = START + timedelta(days=1)

Raise = Callable[[str], list[int]]
"""Lets all workstations raise on a database; returns how many each has raised."""


def raise_one(url: str, number: int, wait: Callable[[float], object]) -> int:
    """What one workstation does on the next morning."""
    database = Database.open(url)
    try:
        office = Office(database, raiser(f"seat {number}"), Clock(NEXT_DAY).now)
        wait(PATIENCE_S)
        return len(raise_all(office)[0])
    finally:
        database.close()


def work(url: str, number: int, line: "Line", told: "Queue[int]") -> None:
    """The same in a process of its own."""
    told.put(raise_one(url, number, line.wait))


def in_threads(url: str) -> list[int]:
    """As a console and a scheduler in one process would."""
    line = Barrier(SEATS)
    with ThreadPoolExecutor(SEATS) as pool:
        runs = [pool.submit(raise_one, url, number, line.wait) for number in range(SEATS)]
        return [run.result() for run in runs]


def in_processes(url: str) -> list[int]:
    """As workstations do."""
    context = get_context("spawn")
    line, told = context.Barrier(SEATS), context.Queue()
    seats = [
        context.Process(target=work, args=(url, number, line, told)) for number in range(SEATS)
    ]
    for seat in seats:
        seat.start()
    counts = [told.get(timeout=PATIENCE_S) for _ in seats]
    for seat in seats:
        seat.join(PATIENCE_S)
    told.close()
    told.join_thread()
    return counts


@pytest.mark.parametrize("together", [in_threads, in_processes], ids=["threads", "processes"])
def test_each_rung_is_raised_exactly_once(templates: Templates, together: Raise) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "值班员"))
    incidents = [seat.report("井盖缺失", category="manhole") for _ in range(4)]
    counts = together(url)
    assert sum(counts) == 4 * len(incidents)
    with database.read() as session:
        for incident in incidents:
            assert [one.step for one in supervisions(session, [incident])] == [1, 2, 3, 4]
            events = timeline(session, "incident", incident)
            climbed = [event for event in events if event.kind is Deed.CLIMB]
            assert [event.payload["step"] for event in climbed] == [1, 2, 3, 4], "in order"
        assert check(session) == []
    database.close()
