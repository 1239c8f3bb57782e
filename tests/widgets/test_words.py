"""Every value of the domain has a word, times and distances read as people say them."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import timedelta
from enum import Enum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from console import domain
from console.domain import alarming, alarms, undoing
from console.domain.archive_marks import Facet
from console.domain.category import LimitClock, Priority
from console.domain.channels import Delivery, Tidings, Trouble
from console.domain.checking import Callback, Moment
from console.domain.clusters import Bond
from console.domain.codes import Level
from console.domain.courses import Result
from console.domain.errors import Fault, Refused
from console.domain.handover import Part
from console.domain.importing import FileFault, RowFault
from console.domain.incident import AssignmentState, Origin, State
from console.domain.key_text import Unfit
from console.domain.keymap import Scope
from console.domain.ladder import Card, Matter, Who
from console.domain.lifecycle import Deed
from console.domain.limits import Standing
from console.domain.mentions import Whom
from console.domain.offers import OfferKind
from console.domain.palette_index import Kind
from console.domain.palette_rules import Hindrance
from console.domain.people import BadgeLevel, BadgeLook, Duty, Unit
from console.domain.queue_columns import QueueField, QueueForm
from console.domain.queue_views import Group, Grouping, Misnamed, Sorting
from console.domain.ranking import Obstacle, Reason
from console.domain.recurrence import Pattern
from console.domain.rights import Right
from console.domain.settings import Whose
from console.domain.settings_file import Wrong
from console.domain.shifts import Why
from console.domain.streams import StreamTrouble
from console.domain.undoing import Clock
from console.domain.worktime import DayKind
from console.widgets import (
    alarm_words,
    ending_words,
    handover_words,
    labels,
    ladder_words,
    words_channels,
    words_keys,
    words_mentions,
    words_queue,
    words_settings,
)
from tests.widgets.make import NOW, incident

LABELS: dict[type[Enum], Callable[[Any], str]] = {
    AssignmentState: labels.assignment_label,
    BadgeLevel: labels.badge_level_label,
    BadgeLook: labels.badge_look_label,
    Deed: labels.deed_label,
    Delivery: words_channels.delivery_label,
    Duty: labels.duty_label,
    Callback: ending_words.callback_label,
    Card: ladder_words.card_label,
    Who: ladder_words.who_label,
    Level: labels.level_label,
    Part: handover_words.part_label,
    Moment: ending_words.moment_label,
    LimitClock: labels.clock_label,
    Obstacle: labels.obstacle_label,
    Origin: labels.origin_label,
    Priority: labels.priority_label,
    Reason: labels.reason_label,
    Result: labels.result_label,
    Scope: words_keys.scope_label,
    Right: labels.right_label,
    State: labels.state_label,
    Group: words_queue.group_label,
    Grouping: words_queue.grouping_label,
    QueueField: words_queue.field_label,
    QueueForm: words_queue.form_label,
    Sorting: words_queue.sorting_label,
    Whom: words_mentions.whom_label,
    Whose: words_settings.whose_label,
    alarms.Grade: alarm_words.grade_label,
    alarms.Kind: alarm_words.kind_label,
}

DRAWN = {
    Bond,
    Clock,
    DayKind,
    Facet,
    Kind,
    Matter,
    OfferKind,
    Pattern,
    Standing,
    Unit,
    Why,
    alarming.Why,
}
"""No words: a standing colours the words of the time left, a unit shows by its organisation's
name, an offer and a bond are a whole line, a pattern a whole sentence, why a day differs stands in
its cell as a sign; the others are not shown at all.
"""

SENTENCES = {
    Hindrance,
    Misnamed,
    Unfit,
    Refused,
    Fault,
    FileFault,
    RowFault,
    Tidings,
    Trouble,
    StreamTrouble,
    Wrong,
    undoing.Why,
}
"""These have whole sentences, which are tested elsewhere."""


def enums_of_the_domain() -> set[type[Enum]]:
    found: set[type[Enum]] = set()
    for info in pkgutil.iter_modules(domain.__path__):
        module = importlib.import_module(f"{domain.__name__}.{info.name}")
        found |= {
            value
            for value in vars(module).values()
            if isinstance(value, type)
            and issubclass(value, Enum)
            and value.__module__ == module.__name__
        }
    return found


def test_every_enumeration_of_the_domain_is_told_in_words() -> None:
    told = set(LABELS) | SENTENCES | DRAWN
    silent = {kind for kind in enums_of_the_domain() if kind not in told and _is_shown(kind)}
    assert not silent


def _is_shown(kind: type[Enum]) -> bool:
    """Importing has words of its own for kinds of files and fields."""
    return kind.__module__ != "console.domain.importing"


@pytest.mark.parametrize("kind", LABELS, ids=lambda kind: kind.__name__)
def test_every_value_has_a_word_of_its_own(kind: type[Enum]) -> None:
    words = [LABELS[kind](value) for value in kind]
    assert all(words)
    assert len(set(words)) == len(words), "two values could not be told apart"
    codes = {str(value.value) for value in kind if "_" in str(value.value)}
    assert not codes & set(words), "a code is no word"


def test_every_state_has_a_word_for_a_chip() -> None:
    words = [labels.stage_label(state) for state in State]
    assert len(set(words)) == len(words)
    assert max(map(len, words)) <= 12


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "0 s"),
        (0, "0 s"),
        (48, "48 s"),
        (60, "1 min 00 s"),
        (200, "3 min 20 s"),
        (599, "9 min 59 s"),
        (600, "10 min"),
        (659, "10 min"),
        (3599, "59 min"),
        (3600, "1 h 00 min"),
        (6000, "1 h 40 min"),
        (86_399, "23 h 59 min"),
        (86_400, "1 d 0 h"),
        (100 * 86_400, "100 d 0 h"),
    ],
)
def test_durations(seconds: int, text: str) -> None:
    assert labels.duration_text(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "overdue 0 s"),
        (59, "overdue 59 s"),
        (61, "overdue 1 min"),
        (7200, "overdue 2 h 00 min"),
    ],
)
def test_what_is_overdue_ticks_only_at_first(seconds: int, text: str) -> None:
    assert labels.overdue_text(timedelta(seconds=seconds)) == text


def test_a_limit_is_told_as_what_is_left_or_over_or_why_there_is_none() -> None:
    assert labels.limit_text(incident(due_at=NOW), NOW) == "0 s"
    assert labels.limit_text(incident(due_at=NOW + timedelta(seconds=200)), NOW) == "3 min 20 s"
    assert labels.limit_text(incident(due_at=NOW - timedelta(minutes=4)), NOW) == "overdue 4 min"
    assert labels.limit_text(incident(due_at=None), NOW) == "no limit"
    rests = incident(due_at=None, state=State.SUSPENDED)
    assert labels.limit_text(rests, NOW) == "limit rests"


@pytest.mark.parametrize(
    ("metres", "text"),
    [
        (0, "0 m"),
        (42, "40 m"),
        (323, "320 m"),
        (994, "990 m"),
        (995.1, "1.0 km"),
        (1234, "1.2 km"),
        (9940, "9.9 km"),
        (9996, "10 km"),
        (123_456, "123 km"),
    ],
)
def test_distances(metres: float, text: str) -> None:
    assert labels.distance_text(metres) == text


@given(st.floats(min_value=0, max_value=1e6))
def test_a_longer_way_never_reads_shorter(metres: float) -> None:
    assert _metres(labels.distance_text(metres)) <= _metres(
        labels.distance_text(metres * 1.1 + 20)
    )


def _metres(text: str) -> float:
    number, unit = text.split()
    return float(number) * (1000 if unit == "km" else 1)


def test_names_follow_the_language() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("zh_CN"))
        assert labels.localised("治安员", "security") == "治安员"
        QLocale.setDefault(QLocale("en_GB"))
        assert labels.localised("治安员", "security") == "security"
        assert labels.localised("治安员", "") == "治安员"
    finally:
        QLocale.setDefault(before)
