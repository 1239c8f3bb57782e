"""How a message to a member stands and why it did not go out, in the language used."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.channels import Delivery, Tidings, Trouble
from console.domain.text import one_line
from console.widgets.filling import filled

_DELIVERIES: dict[Delivery, Any] = {
    Delivery.QUEUED: QT_TRANSLATE_NOOP("Delivery", "waiting to be sent"),
    Delivery.SENT: QT_TRANSLATE_NOOP("Delivery", "sent"),
    Delivery.FAILED: QT_TRANSLATE_NOOP("Delivery", "not sent"),
}
_SHAPES: dict[Delivery, str] = {
    Delivery.QUEUED: "◷",
    Delivery.SENT: "✓",
    Delivery.FAILED: "✗",
}
_TIDINGS: dict[Tidings, Any] = {
    Tidings.DISPATCHED: QT_TRANSLATE_NOOP("Delivery", "Order to {member}"),
    Tidings.WITHDRAWN: QT_TRANSLATE_NOOP("Delivery", "Withdrawal to {member}"),
    Tidings.TRIAL: QT_TRANSLATE_NOOP("Delivery", "Trial"),
}
_TROUBLES: dict[Trouble, Any] = {
    Trouble.REFUSED: QT_TRANSLATE_NOOP(
        "Delivery",
        "The service did not take it ({detail}). Check the network, then send it again.",
    ),
    Trouble.NO_SECRET: QT_TRANSLATE_NOOP(
        "Delivery",
        "No workstation has the secret {detail}. The administrator puts it into the keyring with"
        " “grid-console channels secret {detail}”, then send it again.",
    ),
    Trouble.NO_CHANNEL: QT_TRANSLATE_NOOP(
        "Delivery", "The channel {detail} was removed. Send it again by the one that holds now."
    ),
    Trouble.BAD_ADDRESS: QT_TRANSLATE_NOOP(
        "Delivery",
        "The address cannot be used ({detail}). The administrator corrects the channel or the"
        " member's address, then send it again.",
    ),
    Trouble.OVER: QT_TRANSLATE_NOOP(
        "Delivery",
        "The assignment was over before the order could be sent. There is nothing to do.",
    ),
}


def delivery_label(state: Delivery) -> str:
    """Where a message stands."""
    return QCoreApplication.translate("Delivery", _DELIVERIES[state])


def delivery_text(tidings: Tidings, member: str, state: Delivery) -> str:
    """One line about a message, with a shape in front: never by colour alone."""
    what = filled(QCoreApplication.translate("Delivery", _TIDINGS[tidings]), {"member": member})
    line = QCoreApplication.translate("Delivery", "{shape} {what}: {state}")
    told = {"shape": _SHAPES[state], "what": one_line(what), "state": delivery_label(state)}
    return filled(line, told)


def trouble_sentence(trouble: str) -> str:
    """Why a message did not go out, and what to do."""
    code, _, detail = trouble.partition(": ")
    known = Trouble(code) if code in frozenset(Trouble) else Trouble.REFUSED
    told = {"detail": one_line(detail or trouble)}
    return filled(QCoreApplication.translate("Delivery", _TROUBLES[known]), told)
