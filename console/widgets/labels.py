"""Every word and sentence that the screens and the command line say, in one place to import."""

from console.widgets.error_sentences import error_sentence
from console.widgets.event_sentences import event_sentence
from console.widgets.words import (
    assignment_label,
    clock_label,
    level_label,
    localised,
    origin_label,
    priority_label,
    returns_text,
    stage_label,
    state_label,
)
from console.widgets.words_deeds import deed_label
from console.widgets.words_people import (
    badge_level_label,
    badge_look_label,
    duty_label,
    obstacle_label,
    reason_label,
    reserved_text,
    result_label,
    right_label,
)
from console.widgets.words_times import (
    distance_text,
    duration_text,
    limit_text,
    overdue_text,
    way_text,
)

__all__ = [
    "assignment_label",
    "badge_level_label",
    "badge_look_label",
    "clock_label",
    "deed_label",
    "distance_text",
    "duration_text",
    "duty_label",
    "error_sentence",
    "event_sentence",
    "level_label",
    "limit_text",
    "localised",
    "obstacle_label",
    "origin_label",
    "overdue_text",
    "priority_label",
    "reason_label",
    "reserved_text",
    "result_label",
    "returns_text",
    "right_label",
    "stage_label",
    "state_label",
    "way_text",
]
