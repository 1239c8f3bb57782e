"""Makes an empty database a center: its grids, streets, skills, categories, people, cameras."""

from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from console.commands.center_entries import CameraEntry, CenterFile, MemberEntry
from console.commands.center_file import load_center
from console.commands.office import Office
from console.db import log
from console.db.tables import (
    BadgeRow,
    CameraRow,
    CategoryRow,
    CenterRow,
    GridRow,
    MemberRow,
    RoadRow,
    SkillRow,
)
from console.domain.category import Category
from console.domain.change import Center
from console.domain.codes import parent_of
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.grid import GridTree
from console.domain.lifecycle import Deed
from console.domain.rights import require

__all__ = ["CenterFile", "establish", "load_center"]

CATALOGUE = Subject("catalogue", 0)
"""What events about the catalogue as a whole are about."""


def establish(office: Office, center: CenterFile) -> None:
    """Give an empty, migrated database its center, all of it or nothing.

    Raises:
        Refusal: CENTER_EXISTS if there is one already, NO_RIGHT if the actor may not.
        FaultError: If the database fails.
    """
    require(office.actor, Deed.IMPORT_CATALOGUE)
    with office.database.write() as session:
        _claim(session, center.center)
        _add_all(session, office, center)
        log.append_all(session, _entries(office, center))


def _claim(session: Session, center: Center) -> None:
    exists = Refusal(Refused.CENTER_EXISTS, center=center.name)
    if session.scalars(select(CenterRow.id)).first() is not None:
        raise exists
    session.add(
        CenterRow(
            id=1,
            code=center.code,
            name=center.name,
            name_en=center.name_en,
            zone=center.zone,
            demonstration=center.demonstration,
            hours=center.hours.plain(),
        )
    )
    try:
        session.flush()
    except IntegrityError:
        # Somebody else was establishing a center at the same time, and has been faster.
        raise exists from None


def _add_all(session: Session, office: Office, file: CenterFile) -> None:
    # Parents before their children: shorter codes first.
    for grid in sorted(file.grids, key=lambda grid: (len(grid.code), grid.code)):
        parent = parent_of(grid.code)
        session.add(
            GridRow(code=grid.code, parent=parent, name=grid.name, outline=_plain(grid.outline))
        )
        session.flush()
    for position, skill in enumerate(file.skills):
        session.add(
            SkillRow(
                code=skill.code,
                monogram=skill.monogram,
                name=skill.name,
                name_en=skill.name_en,
                color=skill.color,
                text_color=skill.text_color,
                position=position,
                icon=skill.icon,
                valid_months=skill.valid_months,
            )
        )
    session.flush()
    session.add_all(map(_category_row, file.categories))
    session.add_all(
        RoadRow(name=road.name, main=road.main, line=[list(point) for point in road.line])
        for road in file.roads
    )
    tree = GridTree(file.grids)
    session.add_all(_camera_row(camera, tree) for camera in file.cameras)
    for member in (*file.members, *file.helpers):
        _add_member(session, office, file, member)
    _name_mentors(session, file)


def _plain(outline: tuple[tuple[tuple[tuple[float, float], ...], ...], ...]) -> list[object]:
    return [[[list(point) for point in ring] for ring in rings] for rings in outline]


def _category_row(category: Category) -> CategoryRow:
    limits = category.limits
    return CategoryRow(
        code=category.code,
        name=category.name,
        name_en=category.name_en,
        skill=category.skill,
        priority=category.priority,
        icon=category.icon,
        acknowledge_s=int(limits.acknowledge.total_seconds()),
        arrive_s=int(limits.arrive.total_seconds()),
        resolve_s=int(limits.resolve.total_seconds()),
        check_s=int(limits.check.total_seconds()),
        clock=limits.clock.value,
    )


def _camera_row(camera: CameraEntry, tree: GridTree) -> CameraRow:
    return CameraRow(
        code=camera.code,
        name=camera.name,
        lon=camera.place.lon,
        lat=camera.place.lat,
        grid=tree.locate(camera.place),
    )


def _add_member(session: Session, office: Office, file: CenterFile, member: MemberEntry) -> None:
    now = office.clock()
    row = MemberRow(
        number=member.number,
        name=member.name,
        phone=member.phone,
        grid=member.grid or None,
        duty=member.duty.value,
        lon=member.place.lon,
        lat=member.place.lat,
        seen_at=now,
        languages=" ".join(member.languages),
        unit=member.unit.value,
        organisation=member.organisation,
        roles=list(member.roles),
    )
    session.add(row)
    session.flush()
    today = now.astimezone(ZoneInfo(file.center.zone)).date()
    for badge in member.badges:
        days = badge.valid_days
        session.add(
            BadgeRow(
                member_id=row.id,
                skill=badge.skill,
                level=badge.level.value,
                valid_until=None if days is None else today + timedelta(days=days),
            )
        )


def _name_mentors(session: Session, file: CenterFile) -> None:
    """Say with whom those in training may go; afterwards, since they refer to each other."""
    learning = [
        (member.number, badge)
        for member in (*file.members, *file.helpers)
        for badge in member.badges
        if badge.mentor
    ]
    if not learning:
        return
    ids = {row.number: row.id for row in session.execute(select(MemberRow.number, MemberRow.id))}
    for number, badge in learning:
        session.get_one(BadgeRow, (ids[number], badge.skill)).mentor_id = ids[badge.mentor]


def _entries(office: Office, file: CenterFile) -> list[log.Entry]:
    now = office.clock()
    counts = {
        Deed.IMPORT_CATALOGUE: len(file.skills) + len(file.categories),
        Deed.IMPORT_GRIDS: len(file.grids),
        Deed.IMPORT_MEMBERS: len(file.members) + len(file.helpers),
        Deed.IMPORT_CAMERAS: len(file.cameras),
    }
    return [
        log.Entry(
            at=now,
            actor=office.actor,
            command_id=uuid4(),
            kind=deed,
            subject=CATALOGUE,
            payload={"title": file.center.name, "added": rows},
        )
        for deed, rows in counts.items()
    ]
