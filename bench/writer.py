"""A process beside the console: reports incidents and says when each was committed."""

import sys
import time
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import event

from bench.actor import ACTOR
from bench.data import stock
from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.domain.orders import Report


def main() -> None:
    """``python -m bench.writer URL COUNT PAUSE``: a line ``incident seconds`` a commit."""
    url, count, pause = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    source = stock(url)
    database = Database.open(url)
    commits: list[float] = []
    event.listen(database.engine, "commit", lambda _connection: commits.append(time.monotonic()))
    office = Office(database, ACTOR, lambda: datetime.now(UTC))
    for number in range(count):
        category, _ = source.categories[number % len(source.categories)]
        place, _ = source.places[number % len(source.places)]
        done = perform(office, Report(f"垃圾 {number}", category, place=place), uuid4())
        sys.stdout.write(f"{done.subject.id} {commits[-1]:.6f}\n")
        sys.stdout.flush()
        time.sleep(pause)
    database.close()


if __name__ == "__main__":
    main()
