"""Every word and sentence that the screens and the command line say, in one place to import."""

from console.widgets.sentences import error_sentence, event_sentence
from console.widgets.words import (
    badge_look_label,
    deed_label,
    distance_text,
    duration_text,
    duty_label,
    limit_text,
    localised,
    origin_label,
    priority_label,
    reason_label,
    state_label,
)

__all__ = [
    "badge_look_label",
    "deed_label",
    "distance_text",
    "duration_text",
    "duty_label",
    "error_sentence",
    "event_sentence",
    "limit_text",
    "localised",
    "origin_label",
    "priority_label",
    "reason_label",
    "state_label",
]
