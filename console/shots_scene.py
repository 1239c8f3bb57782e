"""What the pictures show beyond the demonstration center: modelled, and only for them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from console.commands.office import Office
from console.commands.perform import perform
from console.db.engine import Database
from console.db.queries import list_incidents
from console.domain.checking import Moment
from console.domain.importing import RowFault, RowProblem
from console.domain.incident import TO_CHECK
from console.domain.orders import Attach, CancelCourse, Comment, HandOver, PlanCourse
from console.domain.people import Badge, BadgeLevel
from console.domain.rights import Actor
from console.domain.roster_list import ListPreview, MemberDifference
from console.wiring import Console

_WALL, _ROAD, _LITTER = "#8d9aa5", "#5b6168", "#c58a3a"


def set_scene(url: str, actor: Actor, clock: Callable[[], datetime]) -> None:
    """Add courses, and photos to what waits for a check."""
    database = Database.open(url)
    office = Office(database, actor, clock)
    _plan_courses(office, clock().date())
    with database.read() as session:
        waiting = list_incidents(session, TO_CHECK, 20)
    for incident in waiting:
        perform(office, Comment(incident.id, "门牌应为 81 号"), uuid4())
        for moment in Moment:
            photo = Attach(incident.id, f"{moment.value}.jpg", _photo(moment), moment)
            perform(office, photo, uuid4())
    perform(
        Office(database, Actor("陈静", "二号席"), clock),
        HandOver("周三前回复文宗路张女士", "三号对讲机电池不耐用", "夜里再看一次 5-04 工地"),
        uuid4(),
    )
    database.close()


def _photo(moment: Moment) -> bytes:
    """A drawn street, with litter on it or without."""
    image = QImage(1280, 900, QImage.Format.Format_RGB32)
    image.fill(QColor(_WALL))
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 540, 1280, 360), QColor(_ROAD))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_LITTER))
    if moment is Moment.BEFORE:
        for number in range(7):
            painter.drawEllipse(QRectF(240 + number * 110, 600 + number % 3 * 40, 150, 90))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"jpg").write(image)
    return bytes(content.data())


def some_differences(console: Console) -> ListPreview:
    """A modelled list: one member moved, one new, one row that cannot be taken."""
    member = console.hub.picture.members[min(console.hub.picture.members)]
    fields = (("name", member.name, "罗伟"), ("phone", member.phone, "13800001111"))
    badges = (("fire", None, Badge("fire", BadgeLevel.TRAINING)),)
    changed = MemberDifference(2, member.number, "罗伟", False, fields, badges)
    new = (("name", "", "陈示例"), ("grid", "", member.grid))
    added = MemberDifference(54, "BT-900", "陈示例", True, new, ())
    problem = RowProblem(55, 54, RowFault.EMPTY_FIELD, {"field": "name"})
    return ListPreview(Path("名册.xlsx"), "", (changed, added), 51, (problem,), (), 0)


def _plan_courses(office: Office, today: date) -> None:
    """Two courses: one to come, one that was called off."""
    day = today + timedelta(days=9)
    for members in (range(1, 13), range(13, 19)):
        order = PlanCourse("fire", day, "社区一楼会议室", tuple(members))
        course = perform(office, order, uuid4()).subject.id
    perform(office, CancelCourse(course, "讲师临时出差"), uuid4())
