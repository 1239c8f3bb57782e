"""What the weights of the proposal are called, what they mean, and in what they are counted."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class WeightWords:
    """A weight for a person to read."""

    name: str
    meaning: str
    unit: str


_MINUTES: Any = QT_TRANSLATE_NOOP("Weights", "min of a walk")
_WORDS: dict[str, tuple[Any, Any, Any]] = {
    "neighbouring": (
        QT_TRANSLATE_NOOP("Weights", "Neighbouring sub-grid"),
        QT_TRANSLATE_NOOP(
            "Weights", "coming from a sub-grid beside the incident's own, instead of from it"
        ),
        _MINUTES,
    ),
    "own_base": (
        QT_TRANSLATE_NOOP("Weights", "Same base grid"),
        QT_TRANSLATE_NOOP("Weights", "coming from farther off in the same base grid"),
        _MINUTES,
    ),
    "elsewhere": (
        QT_TRANSLATE_NOOP("Weights", "Elsewhere"),
        QT_TRANSLATE_NOOP(
            "Weights", "coming from another base grid, not knowing its streets and people"
        ),
        _MINUTES,
    ),
    "running": (
        QT_TRANSLATE_NOOP("Weights", "Work in hand"),
        QT_TRANSLATE_NOOP("Weights", "each assignment that the member has already"),
        _MINUTES,
    ),
    "cover": (
        QT_TRANSLATE_NOOP("Weights", "Uncovered skill"),
        QT_TRANSLATE_NOOP(
            "Weights", "each skill that nobody else free in the member's base grid has"
        ),
        _MINUTES,
    ),
    "fairness": (
        QT_TRANSLATE_NOOP("Weights", "Fairness of the week"),
        QT_TRANSLATE_NOOP(
            "Weights",
            "each assignment of the last seven days above the average of those who may go",
        ),
        _MINUTES,
    ),
    "continuity": (
        QT_TRANSLATE_NOOP("Weights", "Continuity"),
        QT_TRANSLATE_NOOP(
            "Weights", "taken off for who has been on a related incident in the last 30 days"
        ),
        _MINUTES,
    ),
    "language": (
        QT_TRANSLATE_NOOP("Weights", "Language"),
        QT_TRANSLATE_NOOP(
            "Weights", "taken off for who speaks the language that the incident needs"
        ),
        _MINUTES,
    ),
    "urgent": (
        QT_TRANSLATE_NOOP("Weights", "Urgent"),
        QT_TRANSLATE_NOOP(
            "Weights", "so many times a minute of the way counts when the incident is urgent"
        ),
        QT_TRANSLATE_NOOP("Weights", "times"),
    ),
    "most_running": (
        QT_TRANSLATE_NOOP("Weights", "Most at once"),
        QT_TRANSLATE_NOOP("Weights", "who has so many assignments gets no more"),
        QT_TRANSLATE_NOOP("Weights", "assignments"),
    ),
}


def weight_words(name: str) -> WeightWords:
    """What a weight is called, what it means, and in what it is counted."""
    label, meaning, unit = (QCoreApplication.translate("Weights", text) for text in _WORDS[name])
    return WeightWords(label, meaning, unit)


def redirected_text(changed: int, count: int) -> str:
    """How many of the last dispatches would have gone to others."""
    return QCoreApplication.translate(
        "Weights", "{changed} of the last {count} dispatches would have gone to others."
    ).format(changed=changed, count=count)
