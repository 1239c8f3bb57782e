"""Deeds on the catalogue of skills; consoles that run read the catalogue anew after each."""

from dataclasses import asdict

from sqlalchemy import func, select

from console.commands.center import CATALOGUE
from console.commands.office import Outcome, Work
from console.commands.rows import skill_row
from console.db.tables import BadgeRow, CategoryRow, CenterRow, SkillRow
from console.db.tables_courses import CourseRow
from console.db.values import skill_of
from console.domain.errors import Refusal, Refused
from console.domain.orders import AddSkill, ChangeSkill, RemoveSkill
from console.domain.people import Skill
from console.domain.skills import SkillDraft, checked, code_for, draft_of, ink_on


def add_skill(work: Work, order: AddSkill) -> Outcome:
    """Add a skill, under a code made of its English name.

    Raises:
        Refusal: See ``console.domain.skills.checked``.
    """
    skills = _hold_skills(work)
    draft = checked(order.draft, skills)
    row = SkillRow(code=code_for(draft, {skill.code for skill in skills}))
    _fill(row, draft)
    work.session.add(row)
    return _told(row)


def change_skill(work: Work, order: ChangeSkill) -> Outcome:
    """Say something else of a skill; the event tells what.

    Raises:
        Refusal: See ``console.domain.skills.checked``; or another operator was first.
    """
    skills = _hold_skills(work)
    row = skill_row(work, order.skill, order.seen)
    before = draft_of(skill_of(row))
    draft = checked(order.draft, [skill for skill in skills if skill.code != row.code])
    _fill(row, draft)
    old, new = asdict(before), asdict(draft)
    return _told(row, changed={key: new[key] for key in new if new[key] != old[key]})


def remove_skill(work: Work, order: RemoveSkill) -> Outcome:
    """Take a skill out of the catalogue, if no category needs it and no badge or course names it.

    Raises:
        Refusal: SKILL_IN_USE with how many do; or another operator was first.
    """
    _hold_skills(work)
    row = skill_row(work, order.skill, order.seen)
    categories = work.session.scalars(
        select(func.count()).select_from(CategoryRow).where(CategoryRow.skill == row.code)
    ).one()
    members = work.session.scalars(
        select(func.count()).select_from(BadgeRow).where(BadgeRow.skill == row.code)
    ).one()
    courses = work.session.scalars(
        select(func.count()).select_from(CourseRow).where(CourseRow.skill == row.code)
    ).one()
    if categories or members or courses:
        raise Refusal(
            Refused.SKILL_IN_USE,
            skill=row.name,
            skill_en=row.name_en,
            categories=categories,
            members=members,
            courses=courses,
        )
    told = _told(row)
    work.session.delete(row)
    return told


def _hold_skills(work: Work) -> list[Skill]:
    """All skills, while no other workstation edits the catalogue: no two may be alike."""
    work.session.execute(select(CenterRow.id).with_for_update())
    rows = work.session.scalars(select(SkillRow).order_by(SkillRow.position, SkillRow.code))
    return [skill_of(row) for row in rows]


def _fill(row: SkillRow, draft: SkillDraft) -> None:
    for field, value in asdict(draft).items():
        setattr(row, field, value)
    row.text_color = ink_on(draft.color)


def _told(row: SkillRow, **more: object) -> Outcome:
    skill = {"skill": row.code, "skill_name": row.name, "skill_name_en": row.name_en}
    return Outcome(CATALOGUE, {**skill, "monogram": row.monogram, **more})
