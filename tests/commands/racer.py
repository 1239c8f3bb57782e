"""A workstation in a process of its own, for the tests of races."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.domain.errors import Refusal
from console.domain.orders import Order
from console.domain.rights import Actor
from tests.clock import Clock

if TYPE_CHECKING:
    from multiprocessing.queues import Queue
    from multiprocessing.synchronize import Barrier

PATIENCE_S = 60.0
"""How long one racer waits for the other at the line."""

Answer = dict[str, str | int]
"""The event's kind, its number and its command, or the refusal's code and details."""


def office_of(database: Database, operator: str) -> Office:
    """An operator at work on a database."""
    return Office(database, Actor(operator, f"seat of {operator}"), Clock().now)


def race(
    office: Office, orders: Sequence[tuple[Order, UUID]], wait: Callable[[float], object]
) -> list[Answer]:
    """Carry orders out, each at the same moment as the other racer; returns what came of each."""
    answers: list[Answer] = []
    for order, command in orders:
        wait(PATIENCE_S)
        try:
            event = perform(office, order, command)
        except Refusal as refusal:
            answers.append({"refused": refusal.code.value, **refusal.details})
        else:
            answers.append({"done": event.kind.value, "seq": event.seq})
    return answers


def run(
    url: str,
    operator: str,
    orders: Sequence[tuple[Order, UUID]],
    line: "Barrier",
    told: "Queue[tuple[str, list[Answer]]]",
) -> None:
    """Do so in a process; the answers go into a queue."""
    database = Database.open(url)
    told.put((operator, race(office_of(database, operator), orders, line.wait)))
    database.close()
