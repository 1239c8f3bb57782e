"""Rows turned into the domain's values; rows themselves never leave their session."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from console.db.tables import (
    AssignmentRow,
    AttachmentRow,
    BadgeRow,
    CameraRow,
    CategoryRow,
    CenterRow,
    GridRow,
    MemberRow,
    RoadRow,
    SkillRow,
)
from console.domain.category import Category, LimitClock, Limits, Priority
from console.domain.change import AssignmentView, AttachmentView, Center, Road
from console.domain.checking import Moment
from console.domain.grid import Grid
from console.domain.incident import AssignmentState
from console.domain.languages import spoken
from console.domain.people import Badge, BadgeLevel, Camera, Duty, Member, Skill, Unit
from console.domain.place import LonLat
from console.domain.worktime import WorkingHours

_CLOCKS = {clock.value: clock for clock in LimitClock}
_PRIORITIES = {priority.value: priority for priority in Priority}
_DUTIES = {duty.value: duty for duty in Duty}
_UNITS = {unit.value: unit for unit in Unit}
_LEVELS = {level.value: level for level in BadgeLevel}
_ASSIGNMENT_STATES = {state.value: state for state in AssignmentState}

MEMBER_COLUMNS = (
    MemberRow.id,
    MemberRow.version,
    MemberRow.number,
    MemberRow.name,
    MemberRow.phone,
    MemberRow.grid,
    MemberRow.duty,
    MemberRow.lon,
    MemberRow.lat,
    MemberRow.seen_at,
    MemberRow.languages,
    MemberRow.unit,
    MemberRow.organisation,
    MemberRow.roles,
)
"""What ``members_of`` reads, in its order."""

BADGE_COLUMNS = (
    BadgeRow.member_id,
    BadgeRow.skill,
    BadgeRow.level,
    BadgeRow.valid_until,
    BadgeRow.certified_by,
    BadgeRow.certified_on,
    BadgeRow.mentor_id,
)
"""What ``badges_of`` reads, in its order."""


def badge_of(row: BadgeRow) -> Badge:
    """A member's standing in a skill."""
    return Badge(
        row.skill,
        _LEVELS[row.level],
        row.valid_until,
        row.certified_by,
        row.certified_on,
        row.mentor_id,
    )


def badges_of(rows: Iterable[Sequence[Any]]) -> dict[int, list[Badge]]:
    """The badges by member, out of rows of ``BADGE_COLUMNS``."""
    badges: dict[int, list[Badge]] = {}
    for member, skill, level, valid_until, by, on, mentor in rows:
        badge = Badge(skill, _LEVELS[level], valid_until, by, on, mentor)
        badges.setdefault(member, []).append(badge)
    return badges


def members_of(
    rows: Iterable[Sequence[Any]], badges: Mapping[int, Sequence[Badge]]
) -> tuple[Member, ...]:
    """The members in rows of ``MEMBER_COLUMNS``, and how many assignments run and were given."""
    return tuple(
        Member(
            id=number,
            version=version,
            number=code,
            name=name,
            phone=phone,
            grid=grid or "",
            duty=_DUTIES[duty],
            badges=tuple(badges.get(number, ())),
            place=place_of(lon, lat),
            seen_at=seen_at,
            load=load,
            week=week,
            languages=spoken(languages),
            unit=_UNITS[unit],
            organisation=organisation,
            roles=tuple(roles),
        )
        for (
            number,
            version,
            code,
            name,
            phone,
            grid,
            duty,
            lon,
            lat,
            seen_at,
            languages,
            unit,
            organisation,
            roles,
            load,
            week,
        ) in rows
    )


def place_of(lon: float | None, lat: float | None) -> LonLat | None:
    """The place that two columns hold."""
    return None if lon is None or lat is None else LonLat(lon, lat)


def center_of(row: CenterRow) -> Center:
    """The center in its row."""
    hours = WorkingHours.of(row.hours)
    return Center(row.code, row.name, row.name_en, row.zone, row.demonstration, hours)


def grid_of(row: GridRow) -> Grid:
    """The grid in its row."""
    outline = tuple(
        tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for ring in polygon)
        for polygon in row.outline
    )
    return Grid(row.code, row.name, outline)


def skill_of(row: SkillRow) -> Skill:
    """The skill in its row."""
    return Skill(
        row.code,
        row.monogram,
        row.name,
        row.name_en,
        row.color,
        row.text_color,
        row.position,
        row.icon,
        row.valid_months,
        row.version,
    )


def category_of(row: CategoryRow) -> Category:
    """The category in its row."""
    limits = Limits(
        acknowledge=timedelta(seconds=row.acknowledge_s),
        arrive=timedelta(seconds=row.arrive_s),
        resolve=timedelta(seconds=row.resolve_s),
        check=timedelta(seconds=row.check_s),
        clock=_CLOCKS[row.clock],
    )
    return Category(
        row.code,
        row.name,
        row.name_en,
        row.skill,
        _PRIORITIES[row.priority],
        limits,
        row.icon,
    )


def camera_of(row: CameraRow) -> Camera:
    """The camera in its row."""
    return Camera(row.id, row.code, row.name, LonLat(row.lon, row.lat), row.grid, row.url)


def road_of(row: RoadRow) -> Road:
    """The street in its row."""
    return Road(row.name, tuple((float(lon), float(lat)) for lon, lat in row.line), row.main)


def assignment_of(row: AssignmentRow) -> AssignmentView:
    """The assignment in its row."""
    return AssignmentView(
        row.member_id,
        _ASSIGNMENT_STATES[row.state],
        row.dispatched_at,
        row.acknowledged_at,
        row.set_out_at,
        row.arrived_at,
        row.ended_at,
        row.reserved_at,
        row.role,
        row.is_primary,
    )


def attachment_of(row: AttachmentRow) -> AttachmentView:
    """The attachment in its row, without the content."""
    file = row.digest, row.name, row.media_type, row.size
    shown = Moment(row.moment), row.incident_id, row.rotation
    withdrawn = row.withdrawn_at is not None
    return AttachmentView(row.id, *file, row.added_at, *shown, withdrawn)
