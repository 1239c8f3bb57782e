"""The demonstration's same weekday a week before: modelled reports, long dealt with.

Without them nothing could be compared with today. They come as a list that is taken over, so that
they cost one statement and not a few hundred deeds.
"""

from datetime import datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from console.commands.importing.draft import Draft
from console.commands.importing.insert import Plan, insert_incidents
from console.commands.importing.run import Item
from console.commands.importing.table import Row
from console.commands.office import Office, Work
from console.commands.stories import load_stories, report_of
from console.db import members as people
from console.db import queries
from console.domain.incident import Origin

REPORTS = 52

WEEK = timedelta(days=7)

HOURS = (2, 1, 1, 0, 0, 1, 2, 4, 7, 9, 8, 6, 5, 6, 8, 8, 7, 9, 11, 9, 6, 5, 3, 2)
"""How likely a report is in each hour of the day, in proportion (*modelled*)."""

_LONGEST_H = 20.0


def report_week_ago(office: Office, rng: Random, now: datetime) -> None:
    """Take in the reports of the day that was a week before an instant's.

    Args:
        office: Whose deed it is, and when it is done.
        rng: Where chance comes from.
        now: When the demonstration begins.

    Raises:
        FaultError: If the database fails.
    """
    stories = load_stories()
    with office.database.write() as session:
        catalogue, members = queries.catalogue(session), people.members(session)
        categories = {category.code: category for category in catalogue.categories}
        zone = ZoneInfo(catalogue.center.zone)
        midnight = datetime.combine(now.astimezone(zone).date() - WEEK, time(), zone)
        items = []
        for number in range(1, REPORTS + 1):
            (hour,) = rng.choices(range(len(HOURS)), HOURS)
            at = midnight + timedelta(hours=hour, minutes=rng.uniform(0, 59))
            tale = rng.choice(stories.tales)
            told = report_of(tale, stories.spot_for(tale, rng), members, rng, at)
            category = categories[told.category]
            draft = Draft(
                key=f"demonstration-{number}",
                title=told.title,
                category=category,
                priority=category.priority,
                description=told.description,
                address=told.address,
                place=told.place,
                reported_at=at,
                closed=True,
                closed_at=at + timedelta(hours=rng.uniform(0.7, _LONGEST_H)),
                origin=Origin.IMPORT,
                reporter_name=told.reporter_name,
                reporter_phone=told.reporter_phone,
            )
            items.append(Item(Row(number, number, {}), draft))
        work = Work(session, office.database, office.actor, office.clock())
        insert_incidents(work, items, Plan(as_open=False, limits_from=None))
