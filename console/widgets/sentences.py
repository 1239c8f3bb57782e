"""Whole sentences: why something was refused or failed and what to do, and what an event tells."""

from collections import defaultdict
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.errors import ConsoleError, Fault, Refused
from console.domain.events import Event
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.text import one_line
from console.widgets.words import deed_label, duty_label, state_label

_REFUSALS: dict[StrEnum, Any] = {
    Refused.ILLEGAL_MOVE: QT_TRANSLATE_NOOP(
        "Refused", "This is not possible in the state “{state}”. Look at the incident again."
    ),
    Refused.NO_RIGHT: QT_TRANSLATE_NOOP(
        "Refused", "You have no right to do this. Ask the shift leader."
    ),
    Refused.UNKNOWN_INCIDENT: QT_TRANSLATE_NOOP(
        "Refused", "There is no incident {incident}. Check the number."
    ),
    Refused.UNKNOWN_MEMBER: QT_TRANSLATE_NOOP(
        "Refused", "There is no member {member}. Check the number in the roster."
    ),
    Refused.UNKNOWN_CATEGORY: QT_TRANSLATE_NOOP(
        "Refused", "There is no category “{category}”. Choose one from the list."
    ),
    Refused.OVERTAKEN: QT_TRANSLATE_NOOP(
        "Refused",
        "{operator} ({workstation}) was first at {at}: {deed}. Look at incident {incident} again;"
        " what you typed is still there.",
    ),
    Refused.ALREADY_DISPATCHED: QT_TRANSLATE_NOOP(
        "Refused",
        "{operator} ({workstation}) has already sent {member} to incident {incident} at {at}."
        " Nobody else was sent.",
    ),
    Refused.MEMBER_NOT_AVAILABLE: QT_TRANSLATE_NOOP(
        "Refused", "{member} cannot be sent now: {duty}. Choose somebody else."
    ),
    Refused.SKILL_NOT_HELD: QT_TRANSLATE_NOOP(
        "Refused", "{member} is not certified for the skill {skill}. Choose somebody else."
    ),
    Refused.NO_CANDIDATE: QT_TRANSLATE_NOOP(
        "Refused",
        "Nobody on duty holds the skill that incident {incident} needs. Put somebody on duty or"
        " escalate to the town.",
    ),
    Refused.MERGE_INTO_ITSELF: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} cannot be merged into itself. Give another number."
    ),
    Refused.MERGE_INTO_ENDED: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} has ended. Merge into one that is open."
    ),
    Refused.MISSING: QT_TRANSLATE_NOOP("Refused", "Something is missing: {field}."),
    Refused.TOO_LONG: QT_TRANSLATE_NOOP(
        "Refused", "Too long: {field} may have {limit} characters. Shorten it."
    ),
    Refused.BAD_VALUE: QT_TRANSLATE_NOOP(
        "Refused", "“{value}” is not possible for {field}. Correct it."
    ),
    Refused.DUTY_BOUND: QT_TRANSLATE_NOOP(
        "Refused", "{member} is {duty} for an incident. End or withdraw the assignment first."
    ),
    Refused.COMMAND_REUSED: QT_TRANSLATE_NOOP(
        "Refused", "This command was used for something else. Do it again from the start."
    ),
    Refused.NOT_AN_IMAGE: QT_TRANSLATE_NOOP(
        "Refused", "“{name}” is not a photo that can be read. Take a PNG, JPEG, WebP or GIF."
    ),
    Refused.FILE_TOO_BIG: QT_TRANSLATE_NOOP(
        "Refused", "“{name}” is larger than {limit_mb} MB. Make it smaller."
    ),
}
_FAULTS: dict[StrEnum, Any] = {
    Fault.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Fault", "The database {url} cannot be reached. Check the network and the server."
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
    Fault.BAD_FILE: QT_TRANSLATE_NOOP("Fault", "The file {path} cannot be used: {reason}."),
    Fault.LOST: QT_TRANSLATE_NOOP(
        "Fault", "The connection to the database was lost. The console tries again by itself."
    ),
    Fault.UNEXPECTED: QT_TRANSLATE_NOOP(
        "Fault",
        "Something unexpected went wrong; the log has it. Look whether it was done before you"
        " do it again.",
    ),
}
_EVENTS: dict[Deed, Any] = {
    Deed.REPORT: QT_TRANSLATE_NOOP("Event", "{operator} took the report: {title}"),
    Deed.VERIFY: QT_TRANSLATE_NOOP("Event", "{operator} verified"),
    Deed.REJECT: QT_TRANSLATE_NOOP("Event", "{operator} rejected it"),
    Deed.MERGE: QT_TRANSLATE_NOOP("Event", "{operator} merged it into {into}"),
    Deed.DISPATCH: QT_TRANSLATE_NOOP("Event", "{operator} dispatched {member_name}"),
    Deed.WITHDRAW: QT_TRANSLATE_NOOP("Event", "{operator} withdrew {member_name}"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Event", "{member_name} accepted ({operator})"),
    Deed.SET_OUT: QT_TRANSLATE_NOOP("Event", "{member_name} set out ({operator})"),
    Deed.ARRIVE: QT_TRANSLATE_NOOP("Event", "{member_name} arrived ({operator})"),
    Deed.RESOLVE: QT_TRANSLATE_NOOP("Event", "resolved ({operator})"),
    Deed.SEND_BACK: QT_TRANSLATE_NOOP("Event", "{operator} sent it back"),
    Deed.CHECK: QT_TRANSLATE_NOOP("Event", "{operator} checked it"),
    Deed.CLOSE: QT_TRANSLATE_NOOP("Event", "{operator} closed it"),
    Deed.REOPEN: QT_TRANSLATE_NOOP("Event", "{operator} reopened it"),
    Deed.SUSPEND: QT_TRANSLATE_NOOP("Event", "{operator} suspended it"),
    Deed.RESUME: QT_TRANSLATE_NOOP("Event", "{operator} resumed it"),
    Deed.ESCALATE: QT_TRANSLATE_NOOP("Event", "{operator} escalated it to the town"),
    Deed.COMMENT: QT_TRANSLATE_NOOP("Event", "{operator} noted"),
    Deed.ATTACH: QT_TRANSLATE_NOOP("Event", "{operator} attached {name}"),
    Deed.CHANGE_DUTY: QT_TRANSLATE_NOOP("Event", "{operator} set {member_name}: {duty}"),
    Deed.IMPORT_GRIDS: QT_TRANSLATE_NOOP("Event", "{operator} imported grids"),
    Deed.IMPORT_MEMBERS: QT_TRANSLATE_NOOP("Event", "{operator} imported members"),
    Deed.IMPORT_CAMERAS: QT_TRANSLATE_NOOP("Event", "{operator} imported cameras"),
    Deed.IMPORT_CATALOGUE: QT_TRANSLATE_NOOP("Event", "{operator} imported the catalogue"),
}


def error_sentence(error: ConsoleError) -> str:
    """What happened and what to do, for a person to read."""
    details: dict[str, object] = dict(error.details)
    if "state" in details:
        details["state"] = state_label(State(str(details["state"])))
    if "deed" in details:
        details["deed"] = deed_label(Deed(str(details["deed"])))
    if "duty" in details:
        details["duty"] = duty_label(Duty(str(details["duty"])))
    if "field" in details:
        details["field"] = _field(str(details["field"]))
    if isinstance(error.code, Refused):
        text = QCoreApplication.translate("Refused", _REFUSALS[error.code])
    else:
        text = QCoreApplication.translate("Fault", _FAULTS[error.code])
    return text.format_map(defaultdict(_unknown, details))


def event_sentence(event: Event) -> str:
    """An event as one line of a timeline, with its note behind it."""
    details: dict[str, object] = {**event.payload, "operator": event.operator}
    if "duty" in details:
        details["duty"] = duty_label(Duty(str(details["duty"])))
    text = QCoreApplication.translate("Event", _EVENTS[event.kind])
    text = text.format_map(defaultdict(_unknown, details))
    note = str(event.payload.get("note") or event.payload.get("text") or "")
    return one_line(f"{text}：{note}" if note else text)


def _unknown() -> str:
    return "—"


_FIELDS: dict[str, Any] = {
    "title": QT_TRANSLATE_NOOP("Field", "what has happened"),
    "note": QT_TRANSLATE_NOOP("Field", "the reason"),
    "text": QT_TRANSLATE_NOOP("Field", "the note"),
    "description": QT_TRANSLATE_NOOP("Field", "the description"),
    "address": QT_TRANSLATE_NOOP("Field", "the address"),
    "duty": QT_TRANSLATE_NOOP("Field", "the duty"),
    "name": QT_TRANSLATE_NOOP("Field", "the name"),
    "reporter_name": QT_TRANSLATE_NOOP("Field", "the reporter's name"),
    "reporter_phone": QT_TRANSLATE_NOOP("Field", "the reporter's number"),
}


def _field(name: str) -> str:
    source = _FIELDS.get(name)
    return name if source is None else QCoreApplication.translate("Field", source)
