"""The words of the check, of how incidents end, and of corrections."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.checking import Callback, EndReason, Moment
from console.domain.events import Event
from console.domain.lifecycle import Deed
from console.domain.text import one_line
from console.widgets.filling import filled
from console.widgets.words import localised

LONGEST = 200
"""So many characters of what was corrected are told in a sentence."""

_CALLBACKS: dict[Callback, Any] = {
    Callback.SATISFIED: QT_TRANSLATE_NOOP("Ending", "satisfied"),
    Callback.DISSATISFIED: QT_TRANSLATE_NOOP("Ending", "not satisfied"),
    Callback.NOT_REACHED: QT_TRANSLATE_NOOP("Ending", "not reached"),
    Callback.DECLINED: QT_TRANSLATE_NOOP("Ending", "wants no call"),
}
_MOMENTS: dict[Moment, Any] = {
    Moment.BEFORE: QT_TRANSLATE_NOOP("Ending", "Before"),
    Moment.AFTER: QT_TRANSLATE_NOOP("Ending", "After"),
}
_FIELDS: dict[str, Any] = {
    "title": QT_TRANSLATE_NOOP("Ending", "What has happened"),
    "description": QT_TRANSLATE_NOOP("Ending", "Description"),
    "address": QT_TRANSLATE_NOOP("Ending", "Address"),
    "category": QT_TRANSLATE_NOOP("Ending", "Category"),
    "priority": QT_TRANSLATE_NOOP("Ending", "Priority"),
}
_BY: dict[Deed, Any] = {
    Deed.CHECK: QT_TRANSLATE_NOOP("Event", "{by} checked it ({operator})"),
    Deed.CLOSE: QT_TRANSLATE_NOOP("Event", "{by} closed it ({operator})"),
}
_STRUCK: Any = QT_TRANSLATE_NOOP("Event", "{operator} struck a note through")
_REASONED: Any = QT_TRANSLATE_NOOP("Event", "{sentence}: {reason}")
_CALLED: Any = QT_TRANSLATE_NOOP("Event", "{sentence}; reporter: {callback}")
_CHANGED: Any = QT_TRANSLATE_NOOP("Event", "{sentence}: {changes}")


def callback_label(callback: Callback) -> str:
    """What came of calling the reporter back."""
    return QCoreApplication.translate("Ending", _CALLBACKS[callback])


def moment_label(moment: Moment) -> str:
    """Whether a photo shows it before or after."""
    return QCoreApplication.translate("Ending", _MOMENTS[moment])


def field_label(field: str) -> str:
    """What a property that can be corrected is called."""
    source = _FIELDS.get(field)
    return one_line(field) if source is None else QCoreApplication.translate("Ending", source)


def end_reason_label(reason: EndReason) -> str:
    """A reason from the list."""
    return one_line(localised(reason.name, reason.name_en))


def ending_source(event: Event) -> Any:
    """The sentence for an event of a check, an end or a correction; None for others."""
    if event.kind in _BY and event.payload.get("by"):
        return _BY[event.kind]
    if event.kind is Deed.CORRECT_NOTE and not event.payload.get("note"):
        return _STRUCK
    return None


def with_ending(event: Event, sentence: str) -> str:
    """A sentence with the reason, the reporter's answer or what was corrected behind it."""
    payload, source, told = event.payload, None, {}
    callback = payload.get("callback")
    if payload.get("reason_name"):
        name, name_en = str(payload["reason_name"]), str(payload.get("reason_name_en", ""))
        source, told = _REASONED, {"reason": one_line(localised(name, name_en))}
    elif callback in frozenset(Callback):
        source, told = _CALLED, {"callback": callback_label(Callback(str(callback)))}
    elif event.kind is Deed.CORRECT:
        source, told = _CHANGED, {"changes": "; ".join(map(_in_words, corrections(event)))}
    if source is None:
        return sentence
    return filled(QCoreApplication.translate("Event", source), {"sentence": sentence, **told})


def corrections(event: Event) -> list[tuple[str, str, str]]:
    """What a correction changed: the property's code, what stood there and what stands there."""
    changes = event.payload.get("changes")
    if not isinstance(changes, Mapping):
        return []
    return [
        (str(field), one_line(str(pair[0]))[:LONGEST], one_line(str(pair[1]))[:LONGEST])
        for field, pair in changes.items()
        if isinstance(pair, list | tuple) and len(pair) == 2
    ]


def _in_words(change: tuple[str, str, str]) -> str:
    field, before, after = change
    return f"{field_label(field)} {before or '—'} → {after or '—'}"
