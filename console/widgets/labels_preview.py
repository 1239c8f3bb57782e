"""What the preview of an import says: which members would change, and from what to what."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from console.domain.codes import short_code
from console.domain.people import Badge, BadgeLevel, Duty
from console.domain.text import mask_phone, one_line
from console.widgets.words_people import duty_label


def new_member_text(number: str, name: str, line: int) -> str:
    """That a member would be new."""
    text = QCoreApplication.translate("Import", "New: {number} {name} (line {line})")
    return text.format(number=number, name=name, line=line)


def changed_member_text(number: str, name: str, line: int) -> str:
    """That something would be changed of a member."""
    text = QCoreApplication.translate("Import", "Changed: {number} {name} (line {line})")
    return text.format(number=number, name=name, line=line)


def change_text(what: str, before: str, after: str) -> str:
    """What one thing is, and what it would become."""
    nothing = QCoreApplication.translate("Import", "nothing")
    text = QCoreApplication.translate("Import", "{what}: {before} → {after}")
    return text.format(what=what, before=before or nothing, after=after or nothing)


def setting_text(what: str, value: str) -> str:
    """What one thing of a new member would be."""
    return QCoreApplication.translate("Import", "{what}: {value}").format(what=what, value=value)


def value_text(field: str, text: str, *, unmask: bool = False) -> str:
    """What stands in a field, as a person reads it; a telephone number is masked unless told."""
    if not text:
        return ""
    match field:
        case "phone":
            return text if unmask else mask_phone(text)
        case "grid":
            return short_code(text)
        case "duty":
            return duty_label(Duty(text))
        case _:
            return text


def badge_text(badge: Badge | None) -> str:
    """How far a member has got with a skill, and until when."""
    if badge is None:
        return QCoreApplication.translate("Import", "not held")
    if badge.level is BadgeLevel.TRAINING:
        return QCoreApplication.translate("Import", "in training")
    if badge.valid_until is None:
        return QCoreApplication.translate("Import", "held")
    text = QCoreApplication.translate("Import", "held until {day}")
    return text.format(day=badge.valid_until.isoformat())


def ignored_text(columns: Sequence[str]) -> str:
    """Which columns say nothing that is known; one of them may be a skill misspelled."""
    text = QCoreApplication.translate(
        "Import", "These columns mean nothing here and are not read: {columns}"
    )
    return text.format(columns=one_line(", ".join(columns)))


def absent_text(count: int) -> str:
    """How many members the list does not name."""
    text = QCoreApplication.translate(
        "Import", "{count} members are not in the file; they stay as they are."
    )
    return text.format(count=f"{count:,}")


def unchanged_text() -> str:
    """That a preview has changed nothing, and how to go on."""
    return QCoreApplication.translate(
        "Import", "This was a preview; nothing has been changed. Import it without --preview."
    )


def strict_text() -> str:
    """That a strict import would take nothing."""
    return QCoreApplication.translate(
        "Import", "With --strict nothing would be imported, because not all rows are in order."
    )
