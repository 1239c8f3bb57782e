"""Marks, rings, badges and circles are told apart by their shapes and say what they mean."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QHelpEvent, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from console import assets
from console.domain.category import Priority
from console.domain.incident import State
from console.domain.limits import Standing
from console.domain.people import BadgeLook
from console.domain.skills import readable_pair
from console.widgets.badge import GAP, BadgeStrip, paint_badge
from console.widgets.chip import StateChip, paint_chip
from console.widgets.icons import icon, names, paint_icon
from console.widgets.marks import LimitRing, PriorityMark, paint_priority, paint_ring
from console.widgets.monogram import Monogram, monogram_of, paint_monogram
from console.widgets.theme import NAMES, Look, Theme
from console.widgets.tips import LONGEST, plain_tip
from tests.widgets.make import BADGES, NOW, SKILLS, TODAY, incident, near, painted

SIDE = 40


def shape(image: QImage, ground: QColor) -> frozenset[tuple[int, int]]:
    """Where an image differs from its ground: what stays when all colours are taken away."""
    return frozenset(
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 16
    )


def unlike(first: frozenset[tuple[int, int]], second: frozenset[tuple[int, int]]) -> float:
    """The share of painted points that only one of two shapes has."""
    return len(first ^ second) / len(first | second)


def priority_image(priority: Priority, theme: Theme, ratio: float = 1.0) -> QImage:
    return painted(
        lambda p, box: paint_priority(p, box, priority, theme),
        SIDE,
        SIDE,
        theme.color("panel"),
        ratio,
    )


def test_priorities_differ_in_shape_as_well_as_in_colour(look: Look) -> None:
    theme = look.theme
    ground = theme.color("panel")
    shapes = {rank: shape(priority_image(rank, theme), ground) for rank in Priority}
    for first, second in combinations(Priority, 2):
        assert unlike(shapes[first], shapes[second]) > 0.25, (first, second)
    for rank, token in theme.priorities.items():
        assert near(priority_image(Priority(rank), theme), theme.color(token)) > 40


def test_the_triangle_holds_an_exclamation_mark_and_the_ring_is_hollow(look: Look) -> None:
    theme = look.theme
    panel, red = theme.color("panel"), theme.color("red")
    triangle = priority_image(Priority.URGENT, theme)
    assert triangle.pixelColor(20, 18) == panel
    assert triangle.pixelColor(13, 30) == red
    ring = priority_image(Priority.NORMAL, theme)
    assert ring.pixelColor(20, 20) == panel
    assert priority_image(Priority.HIGH, theme).pixelColor(20, 20) == theme.color("amber")


def test_marks_are_sharper_on_a_finer_screen(look: Look) -> None:
    fine = priority_image(Priority.HIGH, look.theme, 2.0)
    coarse = priority_image(Priority.HIGH, look.theme)
    assert fine.width() == 2 * coarse.width()
    amber = look.theme.color("amber")
    assert near(fine, amber) > 3.5 * near(coarse, amber)


def ring_image(share: float | None, theme: Theme, stands: Standing = Standing.QUIET) -> QImage:
    return painted(
        lambda p, box: paint_ring(p, box, share, theme, stands),
        SIDE,
        SIDE,
        theme.color("panel"),
    )


def test_a_ring_shrinks_with_the_time_left_and_turns_amber_then_red(look: Look) -> None:
    theme = look.theme
    dim, amber, red = (theme.color(name) for name in ("dim", "amber", "red"))
    lengths = [near(ring_image(share, theme), dim) for share in (0.25, 0.5, 0.75, 1.0)]
    assert lengths == sorted(lengths)
    assert lengths[3] == pytest.approx(2 * lengths[1], rel=0.15)
    assert near(ring_image(0.2, theme), amber, 8) == 0
    assert near(ring_image(0.2, theme, Standing.CLOSE), amber) > 0
    over = ring_image(0.0, theme, Standing.OVER)
    assert near(over, red) == pytest.approx(lengths[3], rel=0.1), "it is a whole ring"
    assert near(over, amber, 8) == 0


def test_a_ring_runs_from_twelve_with_the_clock(look: Look) -> None:
    image = ring_image(0.3, look.theme)
    dim, line = look.theme.color("dim"), look.theme.color("line")
    edge = 4
    assert image.pixelColor(SIDE - 1 - edge, SIDE // 2) == dim, "at three o'clock"
    assert image.pixelColor(edge, SIDE // 2) == line, "at nine o'clock"


def test_without_a_limit_there_is_only_the_track(look: Look) -> None:
    theme = look.theme
    image = ring_image(None, theme)
    assert near(image, theme.color("line"), 2) > 100
    assert near(image, theme.color("dim"), 2) == 0


def badge_image(badge: BadgeLook, theme: Theme) -> QImage:
    return painted(
        lambda p, box: paint_badge(p, box, SKILLS[2], badge, theme),
        SIDE,
        SIDE,
        theme.color("panel"),
    )


def test_the_four_looks_of_a_badge_differ_without_colour(look: Look) -> None:
    ground = look.theme.color("panel")
    shapes = {badge: shape(badge_image(badge, look.theme), ground) for badge in BadgeLook}
    for first, second in combinations(BadgeLook, 2):
        assert unlike(shapes[first], shapes[second]) > 0.03, (first, second)


def test_what_is_held_is_filled_and_what_ends_has_a_corner_cut(look: Look) -> None:
    theme = look.theme
    # A theme of more contrast takes another shade of the catalogue's colour.
    fill, _ = readable_pair(SKILLS[2].color, SKILLS[2].text_color, theme.contrast)
    panel, color = theme.color("panel"), QColor(fill)
    held = badge_image(BadgeLook.HELD, theme)
    ending = badge_image(BadgeLook.EXPIRING, theme)
    learning = badge_image(BadgeLook.TRAINING, theme)
    missing = badge_image(BadgeLook.NOT_HELD, theme)
    assert held.pixelColor(3, SIDE // 2) == color
    assert held.pixelColor(SIDE - 8, 5) == color
    assert ending.pixelColor(3, SIDE // 2) == color
    assert ending.pixelColor(SIDE - 10, 3) != color
    assert near(ending, theme.color("amber")) > 10
    assert near(learning, QColor(SKILLS[2].color), 10) == 0
    assert learning.pixelColor(SIDE - 6, 5) == theme.color("text"), "the dot"
    assert missing.pixelColor(3, SIDE // 2) == panel
    assert near(missing, theme.color("text"), 10) == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_monogram_is_read_whatever_colours_a_catalogue_gives(look: Look, name: str) -> None:
    look.use(name)
    skill = replace(SKILLS[2], color="#f4c542", text_color="#ffffff")
    image = painted(
        lambda p, box: paint_badge(p, box, skill, BadgeLook.HELD, look.theme),
        20, 20, look.theme.color("panel"),
    )  # fmt: skip
    inside = image.copy(3, 3, 14, 14)
    assert near(inside, QColor("#000000"), 60) > 10
    assert near(inside, QColor("#ffffff"), 60) == 0


def test_a_strip_of_badges_tells_what_it_shows(qtbot: QtBot, look: Look) -> None:
    strip = BadgeStrip(look)
    qtbot.addWidget(strip)
    strip.set_badges(SKILLS, (), TODAY)
    assert strip.accessibleName() == "No skills"
    strip.set_badges(SKILLS, BADGES, TODAY)
    told = strip.accessibleName()
    assert "held, ends within 30 days" in told
    assert "in training" in told
    assert told.count(":") == len(BADGES)
    side = look.theme.size("badge")
    assert strip.sizeHint().width() == 8 * side + 7 * GAP
    assert strip.tip_at(3).endswith(": held")
    assert strip.tip_at(side + GAP + 1).endswith("ends within 30 days")
    assert strip.tip_at(side + 1) == "", "between two badges"
    assert strip.tip_at(7 * (side + GAP)).endswith("not held")
    assert strip.tip_at(4000) == ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_badges_tip_appears(qtbot: QtBot, qapp: QApplication, look: Look) -> None:
    strip = BadgeStrip(look)
    qtbot.addWidget(strip)
    strip.set_badges(SKILLS, BADGES, TODAY)
    strip.show()
    at = QPoint(3, 3)
    qapp.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, at, strip.mapToGlobal(at)))
    assert "held" in QToolTip.text()
    QToolTip.hideText()


def test_controls_of_marks_say_what_they_mean(qtbot: QtBot, look: Look) -> None:
    mark, ring = PriorityMark(look), LimitRing(look)
    chip, who = StateChip(look), Monogram(look)
    for widget in (mark, ring, chip, who):
        qtbot.addWidget(widget)
    mark.set_priority(Priority.URGENT)
    assert mark.accessibleName() == "Priority: urgent"
    ring.set_limit(incident(due_at=NOW + timedelta(seconds=108)), NOW)
    assert ring.accessibleName() == "1 min 48 s left"
    ring.set_limit(incident(due_at=NOW - timedelta(minutes=4)), NOW)
    assert ring.accessibleName() == "overdue 4 min"
    ring.set_limit(incident(due_at=None), NOW)
    assert ring.accessibleName() == "No time limit runs"
    chip.set_state(State.ESCALATED)
    assert chip.accessibleName() == "State: with the town"
    assert chip.sizeHint().width() > chip.sizeHint().height()
    who.set_name("")
    assert who.accessibleName() == "Nobody assigned"
    who.set_name("陈小明")
    assert who.accessibleName() == "陈小明"
    for widget in (mark, ring, chip, who):
        assert not widget.grab().isNull()


def test_words_of_controls_follow_the_language(
    qtbot: QtBot, look: Look, qapp: QApplication
) -> None:
    mark, chip, strip = PriorityMark(look), StateChip(look), BadgeStrip(look)
    for widget in (mark, chip, strip):
        qtbot.addWidget(widget)
        widget.setAccessibleName("old")
        qapp.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))
        assert widget.accessibleName() != "old"


def test_a_chip_in_flight_is_dashed(look: Look) -> None:
    theme = look.theme

    def frame(*, dashed: bool) -> QImage:
        return painted(
            lambda p, box: paint_chip(p, box, "", theme, dashed=dashed),
            60,
            22,
            theme.color("panel"),
        )

    still, moving = frame(dashed=False), frame(dashed=True)
    assert near(still, theme.color("line"), 2) > near(moving, theme.color("accent"), 40) > 20


@pytest.mark.parametrize(
    ("name", "monogram"),
    [("陈小明", "陈"), ("élodie", "É"), ("", ""), ("  \u202e王", "王"), ("\n", "")],
)
def test_monograms(name: str, monogram: str) -> None:
    assert monogram_of(name) == monogram


def test_nobody_is_a_dashed_circle(look: Look) -> None:
    theme = look.theme
    ground = theme.color("panel")

    def circle(name: str) -> QImage:
        return painted(lambda p, box: paint_monogram(p, box, name, theme), SIDE, SIDE, ground)

    assert circle("").pixelColor(SIDE // 2, SIDE // 2) == ground
    assert circle("陈").pixelColor(SIDE // 2, 4) == theme.color("raised")
    assert near(circle("陈"), theme.color("text")) > 10


@pytest.mark.parametrize("name", sorted(names()))
def test_every_icon_draws_in_the_colour_asked_for(name: str, look: Look) -> None:
    theme = look.theme
    color = theme.color("accent")
    image = painted(
        lambda p, box: paint_icon(p, box, name, color), 24, 24, theme.color("panel"), 3.0
    )
    assert 60 < near(image, color) < 2600, "lines, neither nothing nor a block"


def test_an_icon_that_there_is_not_falls_back_and_reads_no_other_file(look: Look) -> None:
    theme = look.theme

    def image(name: str) -> QImage:
        return icon(name, theme).pixmap(32, 32).toImage()

    assert image("no such icon") == image("general")
    assert image("../themes/tokens") == image("general")


def test_an_icon_is_there_at_every_size_and_faint_when_disabled(look: Look) -> None:
    drawing = icon("camera", look.theme)
    for side in (16, 28, 44, 90):
        assert drawing.pixmap(side, side).width() == side
    fine = drawing.pixmap(QSize(20, 20), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (40, 2.0)
    disabled = drawing.pixmap(QSize(64, 64), 1.0, QIcon.Mode.Disabled)
    assert near(disabled.toImage(), look.theme.color("faint"), 4) > 20
    copy = QIcon(drawing)
    copy.addPixmap(disabled, QIcon.Mode.Disabled)
    assert copy.pixmap(30, 30).width() == 30


def test_all_icons_of_the_demonstration_exist() -> None:
    text = assets.path("demo", "baotun", "categories.json").read_text("utf-8")
    asked = {entry["icon"] for entry in _entries(json.loads(text))}
    assert asked <= names()


def _entries(data: object) -> list[dict[str, str]]:
    if isinstance(data, dict):
        return [data] if "icon" in data else [e for v in data.values() for e in _entries(v)]
    return [e for v in data for e in _entries(v)] if isinstance(data, list) else []


def test_a_tool_tip_shows_markup_as_it_is() -> None:
    tip = plain_tip("<img src='http://x'> & more")
    assert tip == "<span>&lt;img src=&#x27;http://x&#x27;&gt; &amp; more</span>"
    assert plain_tip("") == ""
    assert len(plain_tip("长" * 10_000)) < LONGEST + 40
