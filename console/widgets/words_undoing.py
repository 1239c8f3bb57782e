"""What is said of taking deeds back: why one stays, and what will be taken back."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.undoing import Why

_WHY: dict[Why, Any] = {
    Why.REPORT: QT_TRANSLATE_NOOP(
        "Undoing", "A report stays: reject it (R) if nothing is to be done."
    ),
    Why.SEEN: QT_TRANSLATE_NOOP("Undoing", "What was seen was seen; the look stays in the log."),
    Why.SIGNED: QT_TRANSLATE_NOOP("Undoing", "What was signed stays; hand over again."),
    Why.SENT: QT_TRANSLATE_NOOP("Undoing", "The message is on its way."),
    Why.BY_ITSELF: QT_TRANSLATE_NOOP("Undoing", "The console did it by itself."),
    Why.OTHERS_STAY: QT_TRANSLATE_NOOP(
        "Undoing", "The others go on without them; send them again (G)."
    ),
    Why.SHIFT_PLAN: QT_TRANSLATE_NOOP("Undoing", "Change the plan in Shifts, where it stands."),
    Why.TRAINING: QT_TRANSLATE_NOOP("Undoing", "Change it in Training, where it stands."),
    Why.RULES: QT_TRANSLATE_NOOP("Undoing", "It holds for everybody: set it where it was set."),
    Why.IMPORT: QT_TRANSLATE_NOOP("Undoing", "Import the file that held before."),
    Why.UNDOING: QT_TRANSLATE_NOOP(
        "Undoing", "It took something back itself; do that deed again instead."
    ),
    Why.NOTHING_NEW: QT_TRANSLATE_NOOP("Undoing", "It was there before."),
    Why.OLD_PROGRAM: QT_TRANSLATE_NOOP(
        "Undoing", "An older version of the program did it, which kept no note of the clock."
    ),
}


def why_final(why: Why) -> str:
    """Why a deed stays, and what to do instead."""
    return QCoreApplication.translate("Undoing", _WHY[why])
