"""The catalogue of skills: edited by one deed each, never two alike, never one that is in use."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from console.db.feed import read_change
from console.db.queries import catalogue
from console.db.tables import BadgeRow, CategoryRow
from console.domain.errors import Refused
from console.domain.events import Event
from console.domain.orders import AddSkill, Certify, ChangeSkill, RemoveSkill, Revoke
from console.domain.people import Skill
from console.domain.skills import SkillDraft, draft_of
from tests.clock import Clock
from tests.commands.seat import Seat, refused

HEALTH = SkillDraft("健", "健康网格员", "Health", "#F4C542", "medicine", 24, 8)


def skills(seat: Seat) -> dict[str, Skill]:
    with seat.session() as session:
        return {skill.code: skill for skill in catalogue(session).skills}


def told(seat: Seat, event: Event) -> tuple[Skill, ...]:
    """The skills that the feed tells a console of for an event."""
    with seat.session() as session:
        change = read_change(session, event.seq - 1)
    assert change.catalogue is not None
    return change.catalogue.skills


def test_a_ninth_skill_comes_in_and_every_console_is_told(seat: Seat) -> None:
    event = seat.do(AddSkill(HEALTH))
    assert skills(seat)["health"] == Skill(
        "health", "健", "健康网格员", "Health", "#f4c542", "#000000", 8, "medicine", 24
    )
    assert [skill.code for skill in told(seat, event)][-1] == "health"
    assert event.payload == {
        "skill": "health",
        "skill_name": "健康网格员",
        "skill_name_en": "Health",
        "monogram": "健",
    }
    seat.sound()


def test_a_change_tells_what_and_keeps_the_code(seat: Seat) -> None:
    fire = skills(seat)["fire"]
    draft = replace(draft_of(fire), name="消防员", valid_months=None, color="#ffe08a", position=0)
    event = seat.do(ChangeSkill("fire", draft, fire.version))
    changed = skills(seat)["fire"]
    assert draft_of(changed) == draft
    assert changed.text_color == "#000000"
    assert changed.version == fire.version + 1
    assert event.payload["changed"] == {
        "name": "消防员",
        "color": "#ffe08a",
        "valid_months": None,
        "position": 0,
    }
    assert next(s for s in told(seat, event) if s.code == "fire") == changed


@pytest.mark.parametrize("field", ["monogram", "name", "name_en"])
def test_two_skills_are_never_alike(seat: Seat, field: str) -> None:
    fire = skills(seat)["fire"]
    draft = replace(HEALTH, **{field: getattr(fire, field)})
    with refused(Refused.TAKEN, field=field, value=getattr(fire, field), skill=fire.name):
        seat.do(AddSkill(draft))
    with refused(Refused.TAKEN, field=field):
        seat.do(ChangeSkill("urban", draft))
    assert len(skills(seat)) == 8


def test_a_skill_in_use_stays_and_the_refusal_counts_who_needs_it(seat: Seat) -> None:
    with seat.session() as session:
        needing = len(
            session.scalars(select(CategoryRow.code).where(CategoryRow.skill == "fire")).all()
        )
        having = len(
            session.scalars(select(BadgeRow.member_id).where(BadgeRow.skill == "fire")).all()
        )
    assert needing > 1
    assert having > 1
    with refused(Refused.SKILL_IN_USE, skill="兼职消防员", categories=needing, members=having):
        seat.do(RemoveSkill("fire"))
    assert "fire" in skills(seat)


def test_one_badge_is_enough_to_keep_a_skill(seat: Seat) -> None:
    seat.do(AddSkill(HEALTH))
    member = seat.members()[0].id
    seat.do(Certify(member, "health"))
    with refused(Refused.SKILL_IN_USE, categories=0, members=1):
        seat.do(RemoveSkill("health"))
    seat.do(Revoke(member, "health", "录入错误"))
    event = seat.do(RemoveSkill("health"))
    assert len(skills(seat)) == len(told(seat, event)) == 8
    assert event.payload["skill_name"] == "健康网格员"


def test_an_old_screen_is_told_who_changed_the_skill(seat: Seat, clock: Clock) -> None:
    seat.do(AddSkill(HEALTH))
    seen = skills(seat)["health"]
    at = clock.advance(3)
    seat.beside().do(ChangeSkill("health", replace(HEALTH, name="健康员")))
    seat.do(ChangeSkill("fire", draft_of(skills(seat)["fire"])))
    for order in (
        ChangeSkill("health", HEALTH, seen.version),
        RemoveSkill("health", seen.version),
    ):
        with refused(
            Refused.OVERTAKEN,
            skill="健康员",
            deed="change_skill",
            operator="王芳",
            at=at.isoformat(),
        ):
            seat.do(order)
    assert skills(seat)["health"].name == "健康员"


@pytest.mark.parametrize("order", [ChangeSkill("ufo", HEALTH), RemoveSkill("ufo")])
def test_what_is_not_there_is_neither_changed_nor_removed(
    seat: Seat, order: ChangeSkill | RemoveSkill
) -> None:
    with refused(Refused.UNKNOWN_SKILL, skill="ufo"):
        seat.do(order)


def test_a_skill_is_taken_out_and_its_words_are_free_again(seat: Seat, clock: Clock) -> None:
    seat.do(AddSkill(HEALTH))
    seat.do(RemoveSkill("health"))
    clock.advance(timedelta(days=1).total_seconds())
    seat.do(AddSkill(HEALTH))
    assert skills(seat)["health"].version == 1
