"""The theme: colours, sizes and fonts out of the tokens file, and the switch between themes."""

import json
import weakref
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console import assets
from console.domain.skills import READABLE
from console.widgets.measure import WHOLE, scaled, use_percent
from console.widgets.stylesheet import draw_controls, stylesheet

NAMES = ("dark", "light", "contrast")
"""The themes of the desk that the tokens describe; the first one is the one to begin with."""

WALL = "wall"
"""The theme of the big screen, which nobody switches to."""

STYLE = "fusion"
"""Qt's style below the style sheet; the same on every system, so that the desk looks the same."""


@dataclass(frozen=True, eq=False, slots=True)
class Theme:
    """Colours by name, and the measures of its text size; everything in logical pixels."""

    name: str
    colors: Mapping[str, QColor]
    sizes: Mapping[str, int]
    types: Mapping[str, int]
    radii: Mapping[str, int]
    spaces: tuple[int, ...]
    families: tuple[str, ...]
    priorities: Mapping[int, str]
    contrast: float = READABLE
    """The least contrast of its texts on its surfaces."""
    percent: int = WHOLE
    """The text size that its measures are for; spaces and radii are the same in each."""

    def color(self, name: str) -> QColor:
        """The colour of a token; it is shared, so copy it before changing it.

        Raises:
            KeyError: If there is no such token.
        """
        return self.colors[name]

    def size(self, name: str) -> int:
        """A width or height, such as ``queue_row``."""
        return self.sizes[name]

    def type_px(self, name: str) -> int:
        """The height of a kind of text, such as ``body``."""
        return self.types[name]

    def px(self, length: int) -> int:
        """A length of a painted part, given for the text size at first."""
        return scaled(length, self.percent)

    def radius(self, name: str) -> int:
        """The radius of a kind of corner: ``badge``, ``chip`` or ``card``."""
        return self.radii[name]

    def space(self, step: int) -> int:
        """A distance out of the scale of distances, the smallest is step 0."""
        return self.spaces[step]

    def font(self, kind: str, *, bold: bool = False) -> QFont:
        """The font of a kind of text; its figures all have the same width."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(self.types[kind])
        font.setFeature(QFont.Tag("tnum"), 1)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font


@lru_cache(maxsize=1)
def tokens() -> Mapping[str, Any]:
    """What the tokens file holds."""
    text = assets.path("themes", "tokens.json").read_text(encoding="utf-8")
    found: Mapping[str, Any] = json.loads(text)
    return found


FIXED = frozenset({"focus", "row_bar"})
"""The sizes that are the same in each text size: the widths of lines."""


@lru_cache(maxsize=64)
def load_theme(name: str, percent: int = WHOLE) -> Theme:
    """The theme of a name, in a text size.

    Raises:
        ValueError: If there is none of that name.
    """
    table = tokens()
    if name not in (*NAMES, WALL):
        raise ValueError(f"unknown theme: {name!r}")
    return Theme(
        name=name,
        colors={key: QColor(value) for key, value in table["themes"][name].items()},
        sizes={
            key: length if key in FIXED else scaled(length, percent)
            for key, length in table["size_px"].items()
        },
        types={key: scaled(length, percent) for key, length in table["type_px"].items()},
        radii=table["radius_px"],
        spaces=tuple(table["space_px"]),
        families=tuple(table["font_families"]),
        priorities={int(rank): entry["color"] for rank, entry in table["priority"].items()},
        contrast=table["least_contrast"][name],
        percent=percent,
    )


class Look(QObject):
    """The look that the application has now; widgets that paint themselves follow ``changed``."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.setStyle(STYLE)
        self._theme = load_theme(NAMES[0])
        self._drawings = QTemporaryDir()
        weakref.finalize(self, self._drawings.remove)

    @property
    def theme(self) -> Theme:
        """The theme that holds."""
        return self._theme

    def use(self, name: str, percent: int | None = None) -> None:
        """Give the whole application a theme, and a text size if another one is wanted.

        Raises:
            ValueError: If there is none of that name.
        """
        self._theme = theme = load_theme(name, self._theme.percent if percent is None else percent)
        folder = self._drawings.path() if self._drawings.isValid() else None
        if folder is not None:
            draw_controls(theme, folder)
        self._app.setFont(theme.font("body"))
        self._app.setPalette(_palette(theme))
        self._app.setStyleSheet(stylesheet(theme, folder))
        use_percent(theme.percent)
        self.changed.emit()

    def switch(self) -> None:
        """Take the next theme."""
        self.use(NAMES[(NAMES.index(self._theme.name) + 1) % len(NAMES)])


_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "red",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onacc",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "blue",
    QPalette.ColorRole.LinkVisited: "blue",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "bg",
}


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, theme.color(token))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("faint"))
    return palette
