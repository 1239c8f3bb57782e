"""Deeds on incidents whose category counts its limits in the center's working time."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import IntegrityError

from console.db.tables import CenterRow
from console.domain.incident import State
from console.domain.lifecycle import Deed
from tests.clock import START, Clock
from tests.commands.seat import Seat

HOUR = timedelta(hours=1)
NOON_BREAK = 2 * HOUR
NIGHT = 15 * HOUR
"""From 17:30 to 08:30."""

CLOSING = START + timedelta(hours=7, minutes=30)
"""Monday, 17:30 in the center."""


def test_the_limits_pause_at_noon_and_over_night_while_the_incident_goes_on(
    seat: Seat, clock: Clock
) -> None:
    """Litter, reported on a Monday at ten: resolve within four working hours."""
    incident = seat.bring(State.ON_SCENE)
    shown = seat.incident(incident)
    assert shown.due_at == START + 4 * HOUR + NOON_BREAK
    assert shown.warn_at == START + timedelta(hours=3, minutes=12) + NOON_BREAK

    clock.advance((CLOSING - START).total_seconds() - 1800)
    seat.step(Deed.RESOLVE, incident)
    shown = seat.incident(incident)
    # The check: one hour, of which half is left for the next morning.
    assert shown.due_at == CLOSING + NIGHT + HOUR / 2
    assert shown.warn_at == CLOSING + NIGHT + timedelta(minutes=18)


def test_an_urgent_category_does_not_wait_for_the_morning(seat: Seat, clock: Clock) -> None:
    clock.advance(12 * 3600)
    now = clock.now()
    fire, litter = seat.report(category="smoke"), seat.report(category="litter")
    assert seat.incident(fire).due_at == now + timedelta(minutes=2)
    assert seat.incident(litter).due_at == CLOSING + NIGHT + HOUR / 2


def test_a_report_on_a_working_sunday_and_over_a_festival(seat: Seat, clock: Clock) -> None:
    """Litter is to be acknowledged within half an hour."""
    sunday = datetime(2025, 1, 26, 1, 0, tzinfo=UTC)
    assert seat.incident(seat.report(reported_at=sunday)).due_at == sunday + HOUR / 2
    festival = datetime(2026, 2, 17, 2, 0, tzinfo=UTC)
    due = datetime(2026, 2, 24, 1, 0, tzinfo=UTC)
    assert seat.incident(seat.report(reported_at=festival)).due_at == due


@pytest.mark.parametrize("rest", [Deed.SUSPEND, Deed.ESCALATE])
def test_rest_over_a_night_uses_up_nothing(seat: Seat, clock: Clock, rest: Deed) -> None:
    clock.advance((CLOSING - START).total_seconds() - 600)
    incident = seat.report()
    clock.advance(300)
    seat.do(seat.order(Deed.VERIFY, incident))
    seat.step(rest, incident, "等配件")
    assert (seat.incident(incident).due_at, seat.incident(incident).warn_at) == (None, None)

    resumed = clock.advance(300 + 16 * 3600)
    seat.step(Deed.RESUME, incident)

    # Five of thirty minutes were used up before it rested.
    shown = seat.incident(incident)
    assert shown.due_at == resumed + timedelta(minutes=25)
    assert shown.warn_at == resumed + timedelta(minutes=19)
    seat.sound()


def test_the_center_s_own_hours_and_zone_count(seat: Seat) -> None:
    nights = [[["00:00", "06:00"]]] * 7
    seat.write(update(CenterRow).values(hours=nights, zone="Asia/Urumqi"))
    # Ten in the morning in Shanghai is eight in Ürümqi, and work begins at midnight there.
    midnight = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
    assert seat.incident(seat.report()).due_at == midnight + HOUR / 2


def test_a_database_whose_center_is_gone_counts_in_the_default_hours(seat: Seat) -> None:
    seat.write(delete(CenterRow))
    # Two o'clock in the night in Greenwich.
    assert seat.incident(seat.report()).due_at == START + timedelta(hours=6, minutes=30) + HOUR / 2


def test_the_database_refuses_a_third_clock(seat: Seat) -> None:
    with pytest.raises(IntegrityError):
        seat.write(text("UPDATE category SET clock = 'lunar'"))
