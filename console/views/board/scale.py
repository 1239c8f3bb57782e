"""How large everything on the wall is: in proportion to the screen, so that it is read from afar.

At 1920 × 1080 the measures are those of the tokens; a screen twice as high has all of them twice.
"""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from console.widgets.theme import Theme

HEIGHT, WIDTH = 1080, 1920
"""The screen that the tokens' measures are meant for, in pixels."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The wall's theme in the size of one screen."""

    theme: Theme
    factor: float = 1.0

    @classmethod
    def of(cls, theme: Theme, width: int, height: int) -> "Scale":
        """The scale of a screen; one that is not as wide gets what its width has room for."""
        return cls(theme, max(0.1, min(height / HEIGHT, width / WIDTH)))

    def px(self, length: float) -> int:
        """A length of the design in the screen's pixels."""
        return round(length * self.factor)

    def font(self, kind: str, *, bold: bool = False) -> QFont:
        """The font of a kind of text, such as ``wall_body``; its figures are equally wide."""
        font = self.theme.font(kind, bold=bold)
        font.setPixelSize(self.px(self.theme.type_px(kind)))
        return font
