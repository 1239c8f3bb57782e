"""The look: colours, sizes and type from one file of tokens, for styles and painters alike."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from console import assets

NAMES = ("dark", "light")
"""The themes there are."""

FAMILIES = [
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "sans-serif",
]
"""Fonts that hold the Chinese characters, the first one found is used."""


@cache
def tokens() -> dict[str, Any]:
    """The tokens as they stand in the file."""
    found: dict[str, Any] = json.loads(assets.path("themes", "tokens.json").read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Theme:
    """One theme's colours with the sizes that all themes share."""

    name: str
    colors: Mapping[str, QColor]
    sizes: Mapping[str, int]
    types: Mapping[str, int]
    radii: Mapping[str, int]

    def color(self, name: str) -> QColor:
        """The colour of a token."""
        return self.colors[name]

    def size(self, name: str) -> int:
        """A length in device-independent pixels."""
        return self.sizes[name]

    def type_px(self, name: str) -> int:
        """A height of type in device-independent pixels."""
        return self.types[name]

    def font(self, name: str, *, bold: bool = False) -> QFont:
        """The font of a kind of text, with figures of equal width."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self.types[name])
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


@cache
def load_theme(name: str) -> Theme:
    """A theme by its name.

    Raises:
        ValueError: If there is no such theme.
    """
    if name not in NAMES:
        raise ValueError(f"unknown theme: {name!r}")
    found = tokens()
    colors = {key: QColor(value) for key, value in found["themes"][name].items()}
    return Theme(name, colors, found["size_px"], found["type_px"], found["radius_px"])


class Look(QObject):
    """The theme that holds, put on the whole application."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.theme = load_theme(NAMES[0])

    def use(self, name: str) -> None:
        """Put a theme on.

        Raises:
            ValueError: If there is no such theme.
        """
        self.theme = theme = load_theme(name)
        self._app.setFont(theme.font("body"))
        self._app.setPalette(_palette(theme))
        self._app.setStyleSheet(_style_sheet(theme))
        self.changed.emit()

    def switch(self) -> None:
        """Put the other theme on."""
        self.use("light" if self.theme.name == "dark" else "dark")


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, token in (
        (roles.Window, "panel"),
        (roles.WindowText, "text"),
        (roles.Base, "panel"),
        (roles.AlternateBase, "raised"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "faint"),
        (roles.Button, "raised"),
        (roles.ButtonText, "text"),
        (roles.ToolTipBase, "raised"),
        (roles.ToolTipText, "text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "onacc"),
        (roles.Link, "accent"),
    ):
        palette.setColor(role, theme.color(token))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("faint"))
    return palette


def _style_sheet(theme: Theme) -> str:
    values = {name: color.name() for name, color in theme.colors.items()}
    for group, lengths in (("type", theme.types), ("size", theme.sizes), ("radius", theme.radii)):
        values |= {f"{group}_{name}": f"{length}px" for name, length in lengths.items()}
    template = Template(assets.path("themes", "console.qss").read_text("utf-8"))
    return template.substitute(values)
