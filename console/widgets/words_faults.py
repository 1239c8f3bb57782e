"""Why something failed, and what to do, for each code; and what the fields are called."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.domain.errors import Fault

FAULTS: dict[StrEnum, Any] = {
    Fault.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Fault",
        "The database {url} cannot be reached ({reason}). Check the network and the server.",
    ),
    Fault.LOGIN_REFUSED: QT_TRANSLATE_NOOP(
        "Fault", "The database {url} refused the log-in. Check the user's name and password."
    ),
    Fault.NO_DATABASE: QT_TRANSLATE_NOOP(
        "Fault", "There is no database at {url}. Check the name, or have it made."
    ),
    Fault.TOO_OLD: QT_TRANSLATE_NOOP(
        "Fault",
        "The database is older ({found}) than this console ({needed}). The administrator runs"
        " “grid-console db upgrade”.",
    ),
    Fault.TOO_NEW: QT_TRANSLATE_NOOP(
        "Fault",
        "The database is newer ({found}) than this console ({needed}). Bring the console on this"
        " workstation up to date.",
    ),
    Fault.EMPTY: QT_TRANSLATE_NOOP(
        "Fault", "The database {url} is empty. The administrator runs “grid-console db upgrade”."
    ),
    Fault.LOCKED: QT_TRANSLATE_NOOP(
        "Fault", "Another program holds the database {path}. Close it, then try again."
    ),
    Fault.CORRUPT: QT_TRANSLATE_NOOP(
        "Fault",
        "The database file {path} is damaged. Keep it, restore a backup, and tell the"
        " administrator.",
    ),
    Fault.DISK_FULL: QT_TRANSLATE_NOOP(
        "Fault", "The disk is full ({path}). Make room, then try again; nothing was half done."
    ),
    Fault.NO_PERMISSION: QT_TRANSLATE_NOOP(
        "Fault", "No permission to write to {path}. Choose another place or have the right given."
    ),
    Fault.NETWORK_SHARE: QT_TRANSLATE_NOOP(
        "Fault",
        "{path} lies on a network share, where a local database can be damaged. Put it on this"
        " computer, or use a shared database.",
    ),
    Fault.BAD_URL: QT_TRANSLATE_NOOP(
        "Fault", "“{url}” is not the address of a database. Give a file or postgresql://…"
    ),
    Fault.BAD_FILE: QT_TRANSLATE_NOOP(
        "Fault", "The file {path} cannot be used: {reason}. Take another one."
    ),
    Fault.LOST: QT_TRANSLATE_NOOP(
        "Fault",
        "The connection to the database was lost ({reason}). The console tries again by itself.",
    ),
    Fault.UNEXPECTED: QT_TRANSLATE_NOOP(
        "Fault",
        "Something unexpected went wrong; the log has it. Look whether it was done before you"
        " do it again.",
    ),
}
FIELDS: dict[str, Any] = {
    "day": QT_TRANSLATE_NOOP("Field", "the day of the course"),
    "course_place": QT_TRANSLATE_NOOP("Field", "where the course is held"),
    "members": QT_TRANSLATE_NOOP("Field", "who is to attend"),
    "results": QT_TRANSLATE_NOOP("Field", "a result for everybody"),
    "last_day": QT_TRANSLATE_NOOP("Field", "the last day"),
    "shift_days": QT_TRANSLATE_NOOP("Field", "the days of the pattern"),
    "shifts": QT_TRANSLATE_NOOP("Field", "a change of shifts"),
    "monogram": QT_TRANSLATE_NOOP("Field", "the monogram"),
    "name_en": QT_TRANSLATE_NOOP("Field", "the English name"),
    "code": QT_TRANSLATE_NOOP("Field", "the code"),
    "language": QT_TRANSLATE_NOOP("Field", "the language"),
    "color": QT_TRANSLATE_NOOP("Field", "the colour"),
    "icon": QT_TRANSLATE_NOOP("Field", "the icon"),
    "valid_months": QT_TRANSLATE_NOOP("Field", "the validity in months"),
    "position": QT_TRANSLATE_NOOP("Field", "the place in the list"),
    "certified_on": QT_TRANSLATE_NOOP("Field", "the day of certification"),
    "certified_by": QT_TRANSLATE_NOOP("Field", "who certifies"),
    "valid_until": QT_TRANSLATE_NOOP("Field", "the last day"),
    "title": QT_TRANSLATE_NOOP("Field", "what has happened"),
    "note": QT_TRANSLATE_NOOP("Field", "the reason"),
    "text": QT_TRANSLATE_NOOP("Field", "the note"),
    "description": QT_TRANSLATE_NOOP("Field", "the description"),
    "address": QT_TRANSLATE_NOOP("Field", "the address"),
    "duty": QT_TRANSLATE_NOOP("Field", "the duty"),
    "name": QT_TRANSLATE_NOOP("Field", "the name"),
    "reporter_name": QT_TRANSLATE_NOOP("Field", "the reporter's name"),
    "reporter_phone": QT_TRANSLATE_NOOP("Field", "the reporter's number"),
    "reported_at": QT_TRANSLATE_NOOP("Field", "the time of the report"),
    "source_key": QT_TRANSLATE_NOOP("Field", "the number in the source"),
    "camera": QT_TRANSLATE_NOOP("Field", "the camera"),
    "host": QT_TRANSLATE_NOOP("Field", "the computer or the user"),
    "seconds": QT_TRANSLATE_NOOP("Field", "the seconds watched"),
    "place": QT_TRANSLATE_NOOP("Field", "the place"),
    "by": QT_TRANSLATE_NOOP("Field", "the department, or who checks"),
    "callback": QT_TRANSLATE_NOOP("Field", "what the reporter said when called back"),
    "reason": QT_TRANSLATE_NOOP("Field", "a reason from the list"),
    "promised": QT_TRANSLATE_NOOP("Field", "what was promised"),
    "equipment": QT_TRANSLATE_NOOP("Field", "the equipment"),
    "handover": QT_TRANSLATE_NOOP("Field", "the handover"),
    "event": QT_TRANSLATE_NOOP("Field", "the note that is put right"),
    "consent": QT_TRANSLATE_NOOP("Field", "the shift leader who consents"),
    "extension": QT_TRANSLATE_NOOP("Field", "by how much"),
    "rung": QT_TRANSLATE_NOOP("Field", "the rung"),
    "rung_due": QT_TRANSLATE_NOOP("Field", "when the rung is due"),
    "rung_acknowledge": QT_TRANSLATE_NOOP("Field", "the time to acknowledge"),
    "rung_owner": QT_TRANSLATE_NOOP("Field", "the owner of the card"),
    "check_in": QT_TRANSLATE_NOOP("Field", "how often to check in"),
    "attachment": QT_TRANSLATE_NOOP("Field", "the attachment"),
    "mention": QT_TRANSLATE_NOOP("Field", "who is mentioned"),
    "rotation": QT_TRANSLATE_NOOP("Field", "by how much a photo is turned"),
}
