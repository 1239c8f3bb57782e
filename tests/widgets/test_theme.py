"""The tokens hold enough contrast, and a theme reaches everything."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from console import assets
from console.domain.skills import readable_pair
from console.widgets.stylesheet import shades, stylesheet
from console.widgets.theme import NAMES, WALL, Look, load_theme, tokens

SURFACES = ("bg", "panel", "raised", "hover")
TEXTS = ("text", "dim", "faint", "accent", "red", "amber", "green", "blue")
ENOUGH = 4.5
"""WCAG 2.2, success criterion 1.4.3, for text of any size."""

FROM_AFAR = 7
"""The same, criterion 1.4.6: for a screen that is read across a room."""


HIGH = FROM_AFAR
"""What the theme of high contrast keeps at the desk."""

BORDER = 3
"""Criterion 1.4.11: for what a control is seen by, and for drawings that mean something."""


def luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def all_colors(name: str) -> dict[str, QColor]:
    theme = load_theme(name)
    return {**theme.colors, **shades(theme)}


def test_the_measure_itself() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "text", "surface"), list(product(NAMES, TEXTS, SURFACES)))
def test_text_is_readable_on_every_surface(name: str, text: str, surface: str) -> None:
    colors = all_colors(name)
    assert contrast(colors[text], colors[surface]) >= ENOUGH


@pytest.mark.parametrize(("text", "surface"), list(product((*TEXTS, "grid"), (*SURFACES, "map"))))
def test_the_wall_is_readable_from_afar(text: str, surface: str) -> None:
    colors = all_colors(WALL)
    assert contrast(colors[text], colors[surface]) >= FROM_AFAR


@pytest.mark.parametrize(("text", "surface"), list(product((*TEXTS, "grid"), (*SURFACES, "map"))))
def test_in_high_contrast_every_text_is_read_easily(text: str, surface: str) -> None:
    colors = all_colors("contrast")
    assert contrast(colors[text], colors[surface]) >= HIGH


@pytest.mark.parametrize(
    ("line", "surface"),
    [*product(("line", "accent"), SURFACES), ("mapl", "map"), ("grid", "map")],
)
def test_in_high_contrast_borders_and_controls_are_seen(line: str, surface: str) -> None:
    colors = all_colors("contrast")
    assert contrast(colors[line], colors[surface]) >= BORDER


@pytest.mark.parametrize("ground", ["accent", "accent_hover", "accent_pressed"])
def test_in_high_contrast_text_on_the_accent_is_read_easily(ground: str) -> None:
    colors = all_colors("contrast")
    assert contrast(colors["onacc"], colors[ground]) >= HIGH


def test_a_theme_knows_how_much_contrast_it_keeps() -> None:
    assert load_theme(WALL).contrast == FROM_AFAR
    assert [load_theme(name).contrast for name in NAMES] == [ENOUGH, ENOUGH, HIGH]


@pytest.mark.parametrize("skill", tokens()["skill_badges"])
def test_badges_on_the_wall_are_readable_from_afar_and_stay_their_colour(skill: str) -> None:
    badge = tokens()["skill_badges"][skill]
    fill, ink = readable_pair(badge["color"], badge["text"], FROM_AFAR)
    assert contrast(QColor(ink), QColor(fill)) >= FROM_AFAR
    assert abs(QColor(fill).hsvHue() - QColor(badge["color"]).hsvHue()) <= 4
    # On the desk nothing is changed.
    assert readable_pair(badge["color"], badge["text"], ENOUGH) == (badge["color"], badge["text"])


@pytest.mark.parametrize(
    ("name", "ground"), list(product(NAMES, ("accent", "accent_hover", "accent_pressed")))
)
def test_text_on_the_accent_is_readable(name: str, ground: str) -> None:
    colors = all_colors(name)
    assert contrast(colors["onacc"], colors[ground]) >= ENOUGH


@pytest.mark.parametrize("skill", tokens()["skill_badges"])
def test_badge_texts_are_readable(skill: str) -> None:
    badge = tokens()["skill_badges"][skill]
    assert contrast(QColor(badge["text"]), QColor(badge["color"])) >= ENOUGH


@pytest.mark.parametrize(("name", "surface"), list(product(NAMES, ("bg", "panel", "raised"))))
def test_the_focus_shows_on_every_surface(name: str, surface: str) -> None:
    colors = all_colors(name)
    assert contrast(colors["accent"], colors[surface]) >= 3


def test_all_themes_have_the_same_tokens() -> None:
    themes = tokens()["themes"]
    assert set(themes) == {*NAMES, WALL}
    assert len({frozenset(colors) for colors in themes.values()}) == 1


def test_priorities_point_at_colours_that_there_are() -> None:
    theme = load_theme("dark")
    assert set(theme.priorities) == {1, 2, 3, 4}
    assert set(theme.priorities.values()) <= set(theme.colors)


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="neon"):
        load_theme("neon")


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_is_filled_and_holds_no_colour_of_its_own(name: str) -> None:
    source = assets.path("themes", "console.qss").read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", source), (
        "colours belong to the tokens"
    )
    assert "gradient" not in source
    filled = stylesheet(load_theme(name), None)
    assert "$" not in filled
    theme = load_theme(name)
    known = {color.name() for color in (*theme.colors.values(), *shades(theme).values())}
    assert set(re.findall(r"#[0-9a-f]{6}\b", filled)) <= known


def test_every_control_that_takes_the_keyboard_shows_it() -> None:
    source = assets.path("themes", "console.qss").read_text("utf-8")
    for control in (
        *("QPushButton", "QToolButton", "QLineEdit", "QPlainTextEdit", "QComboBox", "QCheckBox"),
        *("QRadioButton", "QTabBar::tab", "QTableView::item", "QListView::item", "QScrollArea"),
        *("QAbstractButton#candidate", "QTreeView::item"),
    ):
        assert f"{control}:focus" in source
    for kind in ("primary", "primary_large", "quiet", "key", "danger", "counter", "chip"):
        assert f'[kind="{kind}"]:focus' in source


@pytest.fixture
def switched(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp)
    yield look
    qapp.setStyleSheet("")
    look.deleteLater()


def test_a_switch_reaches_palette_and_controls_while_running(
    qtbot: QtBot, qapp: QApplication, switched: Look
) -> None:
    box = QWidget()
    layout = QVBoxLayout(box)
    button, edit = QPushButton("a"), QLineEdit("b")
    layout.addWidget(button)
    layout.addWidget(edit)
    qtbot.addWidget(box)
    switched.use("dark")
    box.show()
    for name in ("light", "contrast", "dark"):
        with qtbot.waitSignal(switched.changed):
            switched.switch()
        theme = switched.theme
        assert theme.name == name
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("panel")
        for widget in (button, edit):
            image = widget.grab().toImage()
            middle = image.pixelColor(image.width() - 8, image.height() // 2)
            assert middle == theme.color("raised")


def test_the_focus_is_two_pixels_of_accent(qtbot: QtBot, look: Look) -> None:
    box = QWidget()
    layout = QVBoxLayout(box)
    edit, other = QLineEdit(), QLineEdit()
    layout.addWidget(edit)
    layout.addWidget(other)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    size = edit.size()
    box.activateWindow()
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(edit.hasFocus)
    image = edit.grab().toImage()
    accent = look.theme.color("accent")
    middle = image.width() // 2
    assert [image.pixelColor(middle, y) == accent for y in range(3)] == [True, True, False]
    assert edit.size() == size, "the focus must not move what stands around"


def test_figures_have_the_same_width(qapp: QApplication) -> None:
    for kind in ("caption", "body", "row_title"):
        metrics = QFontMetrics(load_theme("dark").font(kind, bold=True))
        assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1


def test_drawings_are_written_once_a_theme(qapp: QApplication, switched: Look) -> None:
    switched.use("dark")
    found = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert found
    assert all(Path(path).is_file() for path in found)


def test_without_a_place_for_drawings_the_sheet_still_stands() -> None:
    filled = stylesheet(load_theme("dark"), None)
    assert "url(" not in filled
    assert "image: none" in filled
