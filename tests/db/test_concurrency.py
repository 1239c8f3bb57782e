"""Eight processes write while one reads along: nothing is missed, nothing comes twice."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from console.db.check import check
from console.db.engine import Database
from console.db.feed import Feed, read_change
from console.domain.change import Change
from tests.conftest import Templates
from tests.db.writers import append_many

WRITERS, EACH = 8, 40
LIMIT = 7


def test_a_reader_sees_every_event_once_and_in_order(templates: Templates) -> None:
    url = templates.migrated()
    database = Database.open(url)
    feed = Feed(database)
    changes = [Change(seq=0, events=())]
    with ProcessPoolExecutor(WRITERS, mp_context=get_context("spawn")) as pool:
        writers = [pool.submit(append_many, url, writer, EACH) for writer in range(WRITERS)]
        over = False
        while not over:
            finished = all(writer.done() for writer in writers)
            if len(changes[-1].events) < LIMIT and not finished:
                feed.wait(0.1)
            with database.read() as session:
                changes.append(read_change(session, changes[-1].seq, limit=LIMIT))
            over = finished and not changes[-1].events
    feed.close()
    assert [writer.exception() for writer in writers] == [None] * WRITERS
    seen = [event for change in changes for event in change.events]
    assert [event.seq for event in seen] == list(range(1, WRITERS * EACH + 1))
    for writer in range(WRITERS):
        own = [event.payload["number"] for event in seen if event.subject.id == writer]
        assert own == list(range(EACH))
    with database.read() as session:
        assert check(session) == []
    database.close()
