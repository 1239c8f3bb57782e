"""The words of the ladder: to whom, which card, what it says, and how long there is to answer."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.events import Event
from console.domain.ladder import Card, Matter, Supervision, Who
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.widgets.words_times import duration_text

_WHO: dict[Who, Any] = {
    Who.NEXT: QT_TRANSLATE_NOOP("Ladder", "next person on duty"),
    Who.LEADER: QT_TRANSLATE_NOOP("Ladder", "shift leader"),
    Who.COMMUNITY: QT_TRANSLATE_NOOP("Ladder", "community"),
    Who.TOWN: QT_TRANSLATE_NOOP("Ladder", "town"),
}
_CARDS: dict[Card, Any] = {
    Card.NONE: QT_TRANSLATE_NOOP("Ladder", "no card"),
    Card.YELLOW: QT_TRANSLATE_NOOP("Ladder", "yellow card"),
    Card.RED: QT_TRANSLATE_NOOP("Ladder", "red card"),
}
_SHAPES = {Card.NONE: "", Card.YELLOW: "▬", Card.RED: "◆"}
_ALARM = "✚"

_CLIMBED: Any = QT_TRANSLATE_NOOP("Event", "◷ time limit: told to {who}")
_CARDED: Any = QT_TRANSLATE_NOOP("Event", "◷ time limit: {card}, told to {who}, {owner} answers")
_ALARM_ENDED: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} acknowledged the alarm about a missed check-in"
)


def who_label(who: Who) -> str:
    """To whom a rung turns."""
    return QCoreApplication.translate("Ladder", _WHO[who])


def card_label(card: Card) -> str:
    """A card's name."""
    return QCoreApplication.translate("Ladder", _CARDS[card])


def mark_sign(one: Supervision) -> str:
    """The shape of a card or an alarm."""
    return _ALARM if one.matter is Matter.SAFETY else _SHAPES[one.card]


def mark_text(one: Supervision) -> str:
    """What a card or an alarm is called, with its shape before it."""
    if one.matter is Matter.SAFETY:
        word = QCoreApplication.translate("Ladder", "check-in missed")
        return f"{mark_sign(one)} {word}"
    return f"{mark_sign(one)} {card_label(one.card)}".strip()


def mark_color(one: Supervision) -> str:
    """The token of the colour that a card or an alarm has; dim once it was acknowledged."""
    if not one.open:
        return "dim"
    return "amber" if one.card is Card.YELLOW else "red"


def answer_text(one: Supervision, now: datetime) -> str:
    """Who must acknowledge it and how long there is, or who has."""
    if one.acknowledged_at is not None:
        source = QCoreApplication.translate("Ladder", "acknowledged by {name}")
        return source.format(name=one_line(one.acknowledged_by))
    owner = one_line(one.owner)
    if now <= one.answer_by:
        source = QCoreApplication.translate("Ladder", "{owner} answers within {time}")
        return source.format(owner=owner, time=duration_text(one.answer_by - now))
    source = QCoreApplication.translate("Ladder", "{owner} should have answered {time} ago")
    return source.format(owner=owner, time=duration_text(now - one.answer_by))


def ladder_event(event: Event, details: dict[str, str]) -> Any:
    """The sentence for an event of the ladder, with its codes put in words; None for others."""
    who, card = details.get("who"), details.get("card")
    if who in frozenset(Who):
        details["who"] = who_label(Who(who))
    if card in frozenset(Card):
        details["card"] = card_label(Card(card))
    if event.kind is Deed.CLIMB:
        return _CLIMBED if card == Card.NONE.value else _CARDED
    safety = event.payload.get("matter") == Matter.SAFETY.value
    return _ALARM_ENDED if event.kind is Deed.ACKNOWLEDGE_CARD and safety else None


def late_text(event: Event) -> str:
    """How much later than due it was raised, if that is worth a word: nobody was there."""
    late = event.payload.get("late_minutes")
    if not isinstance(late, int) or late < 1:
        return ""
    return QCoreApplication.translate("Event", " (due {n} min earlier)").format(n=late)
