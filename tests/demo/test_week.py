"""The demonstration's day a week before: there to be compared with, and over."""

from datetime import timedelta
from random import Random

from console.commands.demo_week import REPORTS, report_week_ago
from console.commands.office import Office
from console.db import queries
from console.db.check import check
from console.db.day_figures import DayReader
from console.domain.incident import State


def test_the_same_weekday_is_filled_with_what_is_long_dealt_with(office: Office) -> None:
    now = office.clock()
    report_week_ago(office, Random(1), now)
    with office.database.read() as session:
        found = DayReader().read(session, now)
        closed = queries.list_incidents(session, {State.CLOSED}, 100)
        assert queries.open_incidents(session) == ()
        assert check(session) == []
    assert sum(found.week_ago) == len(closed) == REPORTS
    assert (found.reported, found.closed) == (0, 0)
    # Busier by day than by night, as today's are.
    assert sum(found.week_ago[8:20]) > 3 * sum(found.week_ago[:6])
    days = {one.reported_at.date() for one in closed}
    assert max(days) <= (now - timedelta(days=6)).date()
