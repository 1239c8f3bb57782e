"""The style sheet of the standard controls: a template filled in from a theme's tokens."""

import re
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from console import assets

if TYPE_CHECKING:
    from console.widgets.theme import Theme

_STROKE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
    '<g fill="none" stroke="{color}" stroke-width="{width}" stroke-linecap="round"'
    ' stroke-linejoin="round"><path d="{path}"/></g></svg>'
)

_DRAWINGS = {
    "check": ("onacc", 2.2, "M3.5 8.5 6.5 11.5 12.5 4.5"),
    "dash": ("onacc", 2.2, "M4 8h8"),
    "dot": ("onacc", 6.0, "M8 8h0.01"),
    "down": ("dim", 1.6, "M4 6.5 8 10.5 12 6.5"),
    "up": ("dim", 1.6, "M4 9.5 8 5.5 12 9.5"),
    "right": ("dim", 1.6, "M6.5 4 10.5 8 6.5 12"),
    "close": ("dim", 1.6, "M4.5 4.5 11.5 11.5 M11.5 4.5 4.5 11.5"),
}
"""Small drawings inside controls: colour token, width of the stroke, path on 16 × 16."""


_LENGTH = re.compile(r"\$(len|less)_(\d+)")
"""A length that follows the text size, as ``$len_20``; ``$less_20`` is one pixel shorter."""


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two, with a share of the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def shades(theme: "Theme") -> dict[str, QColor]:
    """The colours between tokens: of what the pointer is over or has pressed."""
    accent, text = theme.color("accent"), theme.color("text")
    return {
        "accent_hover": mix(accent, text, 0.12),
        "accent_pressed": mix(accent, text, 0.24),
        "hover": mix(theme.color("panel"), theme.color("raised"), 0.6),
    }


def draw_controls(theme: "Theme", folder: str) -> None:
    """Write the drawings that a style sheet can take only from files.

    The files of each theme have their own names, because Qt remembers a drawing by its path.

    Args:
        theme: Gives the colours.
        folder: An existing folder of our own.
    """
    for drawing, (token, width, path) in _DRAWINGS.items():
        text = _STROKE.format(color=theme.color(token).name(), width=width, path=path)
        (Path(folder) / f"{theme.name}-{drawing}.svg").write_text(text, encoding="utf-8")


def stylesheet(theme: "Theme", folder: str | None) -> str:
    """The style sheet of a theme.

    Args:
        theme: The theme.
        folder: Where its drawings are, or None where none could be written: then a checked box is
            a filled one.
    """
    text = assets.path("themes", "console.qss").read_text(encoding="utf-8")
    lengths = {
        f"{kind}_{length}": f"{theme.px(int(length)) - (kind == 'less')}px"
        for kind, length in _LENGTH.findall(text)
    }
    return Template(text).substitute(_values(theme, folder) | lengths)


def _values(theme: "Theme", folder: str | None) -> dict[str, str]:
    values = {name: color.name() for name, color in ({**theme.colors, **shades(theme)}).items()}
    for group, lengths in (
        ("type", theme.types),
        ("size", theme.sizes),
        ("radius", theme.radii),
        ("space", {str(step): length for step, length in enumerate(theme.spaces)}),
    ):
        values |= {f"{group}_{name}": f"{length}px" for name, length in lengths.items()}
    for drawing in _DRAWINGS:
        file = f'url("{Path(folder or "").as_posix()}/{theme.name}-{drawing}.svg")'
        values[f"draw_{drawing}"] = "none" if folder is None else file
    return values
