"""A process that corrects very many incidents a second, and says when each batch was committed."""

import random
import sys
import time
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import bindparam, event, select, update

from bench.actor import ACTOR
from console.db.engine import Database
from console.db.log import Entry, append_all
from console.db.tables import IncidentRow
from console.domain.events import Subject
from console.domain.incident import ENDED
from console.domain.lifecycle import Deed

BATCHES_S = 20
"""So many transactions a second: as many workstations as a busy town has, in one process."""


def main() -> None:
    """``python -m bench.storm_writer URL RATE SECONDS``: a line ``seq seconds`` a commit."""
    url, rate, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    database = Database.open(url)
    commits: list[float] = []
    event.listen(database.engine, "commit", lambda _connection: commits.append(time.monotonic()))
    with database.read() as session:
        ended = [state.value for state in ENDED]
        ids = list(session.scalars(select(IncidentRow.id).where(IncidentRow.state.not_in(ended))))
    chance = random.Random(1)
    change = (
        update(IncidentRow.__table__)  # type: ignore[arg-type]
        .where(IncidentRow.id == bindparam("which"))
        .values(
            title=bindparam("words"), priority=bindparam("rank"), version=IncidentRow.version + 1
        )
    )
    begin, size = time.monotonic(), rate // BATCHES_S
    for batch in range(round(seconds * BATCHES_S)):
        time.sleep(max(0.0, begin + batch / BATCHES_S - time.monotonic()))
        chosen = chance.sample(ids, size)
        now = datetime.now(UTC)
        with database.write() as session:
            session.connection().execute(
                change,
                [
                    {"which": one, "words": f"垃圾 {batch} {one}", "rank": chance.randrange(1, 5)}
                    for one in chosen
                ],
            )
            told = append_all(
                session,
                [
                    Entry(now, ACTOR, uuid4(), Deed.CORRECT, Subject("incident", one), {})
                    for one in chosen
                ],
            )
        sys.stdout.write(f"{told[-1].seq} {commits[-1]:.6f}\n")
        sys.stdout.flush()
    database.close()


if __name__ == "__main__":
    main()
