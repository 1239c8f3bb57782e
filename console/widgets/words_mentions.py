"""What can be mentioned in a note, in words."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.mentions import Whom

_WHOM: dict[Whom, Any] = {
    Whom.OPERATOR: QT_TRANSLATE_NOOP("Whom", "operator"),
    Whom.MEMBER: QT_TRANSLATE_NOOP("Whom", "member"),
    Whom.UNIT: QT_TRANSLATE_NOOP("Whom", "unit"),
}


def whom_label(whom: Whom) -> str:
    """What a mention means."""
    return QCoreApplication.translate("Whom", _WHOM[whom])
