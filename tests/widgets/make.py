"""Values to show in the tests of the widgets."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from console.domain.category import Category, Limits, Priority
from console.domain.incident import Incident, Origin, State
from console.domain.people import Badge, BadgeLevel, Skill
from console.widgets.painting import Paint

NOW = datetime(2026, 3, 2, 6, 5, 12, tzinfo=UTC)
TODAY = date(2026, 3, 2)

SKILLS = tuple(
    Skill(code, monogram, name, name_en, color, position=place)
    for place, (code, monogram, name, name_en, color) in enumerate(
        (
            ("general", "综", "综管员", "general", "#64778c"),
            ("safety", "安", "安全员", "safety", "#9a6734"),
            ("security", "治", "治安员", "security", "#4473b8"),
            ("fire", "消", "兼职消防员", "fire", "#c14e44"),
            ("population", "人", "人口协管员", "population", "#338174"),
            ("urban", "城", "城管员", "urban", "#736aad"),
            ("labour", "社", "人社协管员", "labour", "#9e5f8e"),
            ("food_drug", "食", "食药监协管员", "food and drugs", "#617d30"),
        )
    )
)

BADGES = (
    Badge("general", BadgeLevel.HELD),
    Badge("safety", BadgeLevel.HELD, TODAY + timedelta(days=10)),
    Badge("security", BadgeLevel.HELD, TODAY + timedelta(days=400)),
    Badge("fire", BadgeLevel.TRAINING),
)

INCIDENT = Incident(
    id=112,
    version=1,
    state=State.VERIFIED,
    priority=Priority.URGENT,
    category="suspicious_person",
    title="居民楼可疑人员徘徊",
    address="宝塘厦 3 巷 12 号",
    place=None,
    grid="4419001220100204",
    origin=Origin.MEMBER,
    reported_at=NOW - timedelta(minutes=9),
    stage_from=NOW - timedelta(minutes=9),
    due_at=NOW + timedelta(seconds=108),
    warn_at=NOW - timedelta(seconds=21.6),
    assignee=None,
)


def incident(**changes: object) -> Incident:
    """An incident that differs from the usual one; its limit warns at four fifths."""
    made = replace(INCIDENT, **changes)  # type: ignore[arg-type]
    if "warn_at" in changes:
        return made
    due = made.due_at
    return replace(made, warn_at=due and due - (due - made.stage_from) / 5)


def category(icon: str) -> Category:
    """A category with an icon."""
    limits = Limits(*(timedelta(hours=1),) * 4)
    return Category("c", "类别", "category", "urban", Priority.NORMAL, limits, icon)


def painted(paint: Paint, width: int, height: int, ground: QColor, ratio: float = 1.0) -> QImage:
    """What a painter of small parts paints on a ground."""
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(ground)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def colors(image: QImage) -> set[str]:
    """All colours that an image holds."""
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def near(image: QImage, color: QColor, tolerance: int = 24) -> int:
    """How many pixels have a colour, or nearly so."""
    wanted = color.getRgb()[:3]  # type: ignore[index]
    return sum(
        all(
            abs(a - b) <= tolerance
            for a, b in zip(image.pixelColor(x, y).getRgb()[:3], wanted, strict=True)  # type: ignore[index]
        )
        for x in range(image.width())
        for y in range(image.height())
    )
