"""How much may move on the screen: as the system has it, all of it, or as little as possible."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""What Qt lets slide or fade by itself."""


@cache
def _system() -> tuple[dict[Qt.UIEffect, bool], int]:
    """What the system had before anything was changed: its effects, how fast the caret flashes."""
    found = {effect: QApplication.isEffectEnabled(effect) for effect in EFFECTS}
    return found, QApplication.cursorFlashTime()


def use_motion(wanted: str) -> None:
    """Obey the setting ``look.motion``: ``system``, ``full`` or ``reduced``."""
    effects, flash = _system()
    for effect, found in effects.items():
        on = found if wanted == "system" else wanted == "full"
        QApplication.setEffectEnabled(effect, on)
    # The caret of a text field stays where it is and is seen all the time.
    QApplication.setCursorFlashTime(0 if wanted == "reduced" else flash)
