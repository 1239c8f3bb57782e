"""Every word and sentence that the screens and the command line say, in one place to import."""

from console.widgets.error_sentences import error_sentence
from console.widgets.event_sentences import event_sentence
from console.widgets.words import (
    assignment_label,
    badge_level_label,
    badge_look_label,
    deed_label,
    distance_text,
    duration_text,
    duty_label,
    level_label,
    limit_text,
    localised,
    origin_label,
    overdue_text,
    priority_label,
    reason_label,
    result_label,
    right_label,
    stage_label,
    state_label,
)

__all__ = [
    "assignment_label",
    "badge_level_label",
    "badge_look_label",
    "deed_label",
    "distance_text",
    "duration_text",
    "duty_label",
    "error_sentence",
    "event_sentence",
    "level_label",
    "limit_text",
    "localised",
    "origin_label",
    "overdue_text",
    "priority_label",
    "reason_label",
    "result_label",
    "right_label",
    "stage_label",
    "state_label",
]
