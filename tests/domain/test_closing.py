"""Whether an incident was closed on time: worked by hand, on both clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from console.domain.category import LimitClock, Limits
from console.domain.closing import Passed, closed_on_time
from console.domain.incident import State
from console.domain.worktime import DEFAULT_HOURS, PLAIN, WorkingCalendar

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LIMITS = Limits(5 * MINUTE, 15 * MINUTE, 60 * MINUTE, 30 * MINUTE)

S = State


def passed(*moves: tuple[int, State, State]) -> list[Passed]:
    """Moves by the minute after noon."""
    return [Passed(NOON + minute * MINUTE, source, target) for minute, source, target in moves]


def run(arrive: int, resolve: int, check: int, close: int) -> list[Passed]:
    return passed(
        (1, S.REPORTED, S.VERIFIED),
        (2, S.VERIFIED, S.DISPATCHED),
        (3, S.DISPATCHED, S.ACKNOWLEDGED),
        (4, S.ACKNOWLEDGED, S.EN_ROUTE),
        (arrive, S.EN_ROUTE, S.ON_SCENE),
        (resolve, S.ON_SCENE, S.RESOLVED),
        (check, S.RESOLVED, S.CHECKED),
        (close, S.CHECKED, S.CLOSED),
    )


def judged(moves: list[Passed]) -> bool | None:
    return closed_on_time(NOON, moves, LIMITS, PLAIN)


def test_what_is_resolved_and_closed_within_the_limits_was_on_time() -> None:
    assert judged(run(10, 60, 70, 90)) is True


def test_a_minute_late_at_resolving_or_at_closing_is_late() -> None:
    assert judged(run(10, 61, 70, 80)) is False
    assert judged(run(10, 60, 70, 91)) is False


def test_a_late_arrival_is_another_matter() -> None:
    assert judged(run(40, 60, 70, 80)) is True


def test_what_was_never_closed_here_is_not_judged() -> None:
    assert judged([]) is None
    assert judged(run(10, 20, 30, 40)[:-1]) is None


def test_rest_counts_for_nothing() -> None:
    moves = passed(
        (10, S.EN_ROUTE, S.ON_SCENE),
        (20, S.ON_SCENE, S.SUSPENDED),
        (500, S.SUSPENDED, S.VERIFIED),
        (501, S.VERIFIED, S.DISPATCHED),
        (510, S.EN_ROUTE, S.ON_SCENE),
        (539, S.ON_SCENE, S.RESOLVED),
        (545, S.RESOLVED, S.CHECKED),
        (550, S.CHECKED, S.CLOSED),
    )
    assert judged(moves) is True
    # 20 minutes before the rest and 41 after it are more than 60.
    late = [*moves[:5], Passed(NOON + 541 * MINUTE, S.ON_SCENE, S.RESOLVED), *moves[6:]]
    assert judged(late) is False


def test_an_extension_prolongs_the_round_in_which_it_was_granted() -> None:
    late = run(10, 80, 85, 90)
    assert judged(late) is False
    longer = [*late[:5], Passed(NOON + 50 * MINUTE, extended=20 * MINUTE), *late[5:]]
    assert judged(longer) is True
    # The arrival comes after it: its limit, and those that follow, are all longer.
    early = [*late[:2], Passed(NOON + 2 * MINUTE, extended=20 * MINUTE), *late[2:]]
    assert judged(early) is True


def test_rework_has_a_round_of_its_own_and_does_not_heal_a_late_first_one() -> None:
    again = passed(
        (75, S.RESOLVED, S.REWORK),
        (76, S.REWORK, S.DISPATCHED),
        (90, S.EN_ROUTE, S.ON_SCENE),
        (130, S.ON_SCENE, S.RESOLVED),
        (135, S.RESOLVED, S.CHECKED),
        (140, S.CHECKED, S.CLOSED),
    )
    assert judged([*run(10, 60, 70, 80)[:6], *again]) is True
    assert judged([*run(10, 61, 70, 80)[:6], *again]) is False


def test_a_reopened_one_is_judged_by_its_last_closing_and_all_before() -> None:
    reopened = [
        *run(10, 60, 70, 80),
        *passed((90, S.CLOSED, S.REOPENED)),
    ]
    assert judged(reopened) is None


def test_working_time_is_counted_in_working_time() -> None:
    working = WorkingCalendar(DEFAULT_HOURS, ZoneInfo("Asia/Shanghai"))
    limits = Limits(60 * MINUTE, 120 * MINUTE, 240 * MINUTE, 120 * MINUTE, LimitClock.WORKING)
    # Reported on Friday at 17:00 of the center; four working hours end on Monday at 12:00.
    reported = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)
    on_monday = datetime(2026, 3, 9, 4, 0, tzinfo=UTC)
    for resolved, expected in ((on_monday, True), (on_monday + MINUTE, False)):
        moves = [
            Passed(reported, S.EN_ROUTE, S.ON_SCENE),
            Passed(resolved, S.ON_SCENE, S.RESOLVED),
            Passed(resolved + MINUTE, S.RESOLVED, S.CHECKED),
            Passed(resolved + 2 * MINUTE, S.CHECKED, S.CLOSED),
        ]
        assert closed_on_time(reported, moves, limits, working) is expected
