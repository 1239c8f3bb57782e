"""Badges are earned: certified by somebody, learned with a mentor, revoked for a reason."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from console.db.feed import read_change
from console.db.tables import BadgeRow
from console.domain.errors import Refused
from console.domain.orders import Certify, ChangeDuty, Revoke, Train
from console.domain.people import Badge, BadgeLevel, Duty, Member
from tests.clock import Clock
from tests.commands.seat import TODAY, Seat, refused

UNTIL = date(2028, 3, 2)


def without(seat: Seat, skill: str = "fire", place: int = 0) -> Member:
    return [m for m in seat.members() if m.badge(skill) is None][place]


def master(seat: Seat, skill: str = "fire", place: int = 0) -> Member:
    return [m for m in seat.members() if m.holds(skill, TODAY)][place]


def test_a_member_is_certified_and_every_console_is_told(seat: Seat) -> None:
    member = without(seat)
    on = TODAY - timedelta(days=3)
    event = seat.do(Certify(member.id, "fire", UNTIL, on, "厚街镇应急管理分局", member.version))
    after = seat.member(member.id)
    badge = Badge("fire", BadgeLevel.HELD, UNTIL, "厚街镇应急管理分局", on)
    assert after.badge("fire") == badge
    assert after.version == member.version + 1
    assert str(event.subject) == f"member:{member.id}"
    assert event.payload == {
        "member": member.id,
        "member_name": member.name,
        "skill": "fire",
        "skill_name": "兼职消防员",
        "skill_name_en": "Fire",
        "certified_by": "厚街镇应急管理分局",
        "certified_on": on.isoformat(),
        "valid_until": UNTIL.isoformat(),
    }
    with seat.session() as session:
        assert read_change(session, event.seq - 1).members == (after,)
    seat.sound()


def test_by_itself_it_is_the_operator_today_without_end(seat: Seat) -> None:
    member = without(seat)
    seat.do(Certify(member.id, "fire"))
    assert seat.member(member.id).badge("fire") == Badge(
        "fire", BadgeLevel.HELD, None, seat.office.actor.operator, TODAY
    )


def test_a_badge_is_renewed_and_the_mentor_stays_known(seat: Seat) -> None:
    member, mentor = without(seat), master(seat)
    seat.do(Train(member.id, "fire", mentor.id))
    seat.do(Certify(member.id, "fire", TODAY))
    seat.do(Certify(member.id, "fire", UNTIL))
    badge = seat.member(member.id).badge("fire")
    assert badge is not None
    assert (badge.level, badge.valid_until, badge.mentor) == (BadgeLevel.HELD, UNTIL, mentor.id)


@pytest.mark.parametrize(
    ("until", "on", "field"),
    [
        (None, TODAY + timedelta(days=1), "certified_on"),
        (TODAY - timedelta(days=1), None, "valid_until"),
    ],
)
def test_days_that_make_no_sense_are_refused(
    seat: Seat, until: date | None, on: date | None, field: str
) -> None:
    member = without(seat)
    with refused(Refused.BAD_VALUE, field=field):
        seat.do(Certify(member.id, "fire", until, on))
    assert seat.member(member.id) == member


def test_a_trainee_walks_with_a_mentor_and_cannot_be_sent_alone(seat: Seat) -> None:
    member, mentor = without(seat), master(seat)
    event = seat.do(Train(member.id, "fire", mentor.id, member.version))
    after = seat.member(member.id)
    assert after.badge("fire") == Badge("fire", BadgeLevel.TRAINING, mentor=mentor.id)
    assert not after.holds("fire", TODAY)
    assert event.payload["mentor_name"] == mentor.name
    other = master(seat, place=1)
    seat.do(Train(member.id, "fire", other.id))
    badge = seat.member(member.id).badge("fire")
    assert badge is not None
    assert badge.mentor == other.id


def test_who_is_certified_needs_no_training_until_the_badge_has_ended(seat: Seat) -> None:
    member, mentor = master(seat), master(seat, place=1)
    with refused(Refused.ALREADY_CERTIFIED, member=member.name, skill="兼职消防员"):
        seat.do(Train(member.id, "fire", mentor.id))
    seat.write(
        update(BadgeRow)
        .where(BadgeRow.member_id == member.id, BadgeRow.skill == "fire")
        .values(valid_until=TODAY - timedelta(days=1))
    )
    seat.do(Train(member.id, "fire", mentor.id))
    badge = seat.member(member.id).badge("fire")
    assert badge == Badge("fire", BadgeLevel.TRAINING, mentor=mentor.id)


def test_mentors_that_cannot_be_are_refused_by_name(seat: Seat) -> None:
    member, untaught, mentor = without(seat), without(seat, place=1), master(seat)
    with refused(Refused.OWN_MENTOR, member=member.name):
        seat.do(Train(member.id, "fire", member.id))
    with refused(Refused.MENTOR_NOT_CERTIFIED, mentor=untaught.name, skill="兼职消防员"):
        seat.do(Train(member.id, "fire", untaught.id))
    with refused(Refused.UNKNOWN_MENTOR, mentor=9999):
        seat.do(Train(member.id, "fire", 9999))
    # The mentor teaches the member; then loses the badge, and would learn from the pupil.
    seat.do(Train(member.id, "fire", mentor.id))
    seat.do(Certify(member.id, "fire"))
    seat.do(Revoke(mentor.id, "fire", "多次违规"))
    with refused(Refused.MENTOR_CYCLE, member=mentor.name, mentor=member.name):
        seat.do(Train(mentor.id, "fire", member.id))
    assert seat.member(mentor.id).badge("fire") is None


def test_a_badge_is_revoked_only_for_a_reason(seat: Seat) -> None:
    member = master(seat)
    with refused(Refused.MISSING, field="note"):
        seat.do(Revoke(member.id, "fire", "  "))
    event = seat.do(Revoke(member.id, "fire", "多次违规", member.version))
    assert seat.member(member.id).badge("fire") is None
    assert event.payload["note"] == "多次违规"
    assert event.payload["level"] == "held"
    with refused(Refused.NO_BADGE, member=member.name, skill="兼职消防员"):
        seat.do(Revoke(member.id, "fire", "多次违规"))


def test_nobody_and_nothing_is_refused(seat: Seat) -> None:
    member = seat.members()[0].id
    for order in (Certify(9999, "fire"), Revoke(9999, "fire", "无")):
        with refused(Refused.UNKNOWN_MEMBER, member=9999):
            seat.do(order)
    for order in (Certify(member, "ufo"), Revoke(member, "ufo", "无")):
        with refused(Refused.UNKNOWN_SKILL, skill="ufo"):
            seat.do(order)


def test_an_old_screen_is_told_who_was_first(seat: Seat, clock: Clock) -> None:
    member = without(seat)
    at = clock.advance(3)
    seat.beside().do(Certify(member.id, "fire"))
    for order in (
        Certify(member.id, "fire", UNTIL, seen=member.version),
        Train(member.id, "fire", master(seat).id, member.version),
        Revoke(member.id, "fire", "错", member.version),
        ChangeDuty(member.id, Duty.OFF, member.version),
    ):
        with refused(Refused.OVERTAKEN, member=member.name, deed="certify", at=at.isoformat()):
            seat.do(order)
