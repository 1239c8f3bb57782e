"""Why something was refused or failed, and what to do: a whole sentence for each code."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.errors import ConsoleError, Fault, Refused
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.people import Duty
from console.domain.rights import Right
from console.domain.text import one_line
from console.widgets.filling import filled
from console.widgets.words import deed_label, duty_label, localised, right_label, state_label

LONGEST = 300
"""So many characters of a detail are told."""

_REFUSALS: dict[StrEnum, Any] = {
    Refused.ILLEGAL_MOVE: QT_TRANSLATE_NOOP(
        "Refused", "“{deed}” is not possible in the state “{state}”. Look at the incident again."
    ),
    Refused.NO_RIGHT: QT_TRANSLATE_NOOP(
        "Refused", "{deed} needs a right that you do not have: {right}. Ask the shift leader."
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
    Refused.MEMBER_AT_LIMIT: QT_TRANSLATE_NOOP(
        "Refused", "{member} has {limit} incidents already. Choose somebody else."
    ),
    Refused.SKILL_NOT_HELD: QT_TRANSLATE_NOOP(
        "Refused", "{member} is not certified for the skill {skill}. Choose somebody else."
    ),
    Refused.UNKNOWN_ROLE: QT_TRANSLATE_NOOP(
        "Refused", "There is no role {role}. Choose one of those offered."
    ),
    Refused.UNKNOWN_TEAM: QT_TRANSLATE_NOOP(
        "Refused", "There is no team {team}. Choose one of those offered."
    ),
    Refused.ROLE_NOT_FILLED: QT_TRANSLATE_NOOP(
        "Refused", "{member} may not go as {role}. Choose somebody else."
    ),
    Refused.ON_IT_ALREADY: QT_TRANSLATE_NOOP(
        "Refused",
        "{member} is on incident {incident} already, or reserved for it. Choose somebody else.",
    ),
    Refused.NOT_ON_IT: QT_TRANSLATE_NOOP(
        "Refused", "{member} is not on incident {incident}, or not any more. Nothing was changed."
    ),
    Refused.LAST_ONE: QT_TRANSLATE_NOOP(
        "Refused",
        "{member} is the last one on incident {incident}. Note that it is dealt with, or withdraw"
        " them.",
    ),
    Refused.MENTOR_FIRST: QT_TRANSLATE_NOOP(
        "Refused",
        "{member} is in training for the skill {skill} and goes only with {mentor}, who is not on"
        " incident {incident}. Send {mentor} first.",
    ),
    Refused.TRAINEE_ALONE: QT_TRANSLATE_NOOP(
        "Refused",
        "{trainee} is in training and may not be on incident {incident} without {member}. Let"
        " {trainee} go first.",
    ),
    Refused.LEADER_DECIDES: QT_TRANSLATE_NOOP(
        "Refused",
        "Incident {incident} was returned {returns} times: the shift leader decides who goes."
        " Write the leader's decision and name as the note.",
    ),
    Refused.NO_CANDIDATE: QT_TRANSLATE_NOOP(
        "Refused",
        "Nobody on duty holds the skill that incident {incident} needs. Put somebody on duty or"
        " escalate to the town.",
    ),
    Refused.NOT_DUE: QT_TRANSLATE_NOOP(
        "Refused",
        "Nothing is due for incident {incident}, or it was raised already. There is nothing to"
        " do.",
    ),
    Refused.NOBODY_ON_SCENE: QT_TRANSLATE_NOOP(
        "Refused", "No check-in clock runs for incident {incident}. There is nothing to do."
    ),
    Refused.UNKNOWN_CARD: QT_TRANSLATE_NOOP(
        "Refused", "There is no card {card} on this incident. Look at the list again."
    ),
    Refused.CARD_ACKNOWLEDGED: QT_TRANSLATE_NOOP(
        "Refused", "{operator} has acknowledged it already. There is nothing to do."
    ),
    Refused.NOT_THE_OWNER: QT_TRANSLATE_NOOP(
        "Refused",
        "{owner} must acknowledge it. If they did so by other means, write as the note how and"
        " when.",
    ),
    Refused.LEADER_CONSENTS: QT_TRANSLATE_NOOP(
        "Refused",
        "The shift leader must consent for incident {incident}. Give the leader's name.",
    ),
    Refused.NO_LIMIT: QT_TRANSLATE_NOOP(
        "Refused", "No time limit runs for incident {incident}. There is nothing to extend."
    ),
    Refused.MERGE_INTO_ITSELF: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} cannot be merged into itself. Give another number."
    ),
    Refused.MERGE_INTO_ENDED: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} has ended. Merge into one that is open."
    ),
    Refused.MISSING: QT_TRANSLATE_NOOP("Refused", "Something is missing: {field}. Fill it in."),
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
    Refused.UNKNOWN_SKILL: QT_TRANSLATE_NOOP(
        "Refused", "There is no skill “{skill}” any more. Choose one from the list."
    ),
    Refused.SKILL_IN_USE: QT_TRANSLATE_NOOP(
        "Refused",
        "{skill} is in use: categories that need it: {categories}, members with its badge:"
        " {members}, courses: {courses}. Give the categories another skill and revoke the badges"
        " first; a course keeps its skill.",
    ),
    Refused.TAKEN: QT_TRANSLATE_NOOP(
        "Refused", "“{value}” is already {field} of {skill}. Choose another."
    ),
    Refused.ALREADY_CERTIFIED: QT_TRANSLATE_NOOP(
        "Refused", "{member} is certified for {skill} already. Nothing was changed."
    ),
    Refused.NO_BADGE: QT_TRANSLATE_NOOP(
        "Refused", "{member} has no badge of {skill}. There is nothing to revoke."
    ),
    Refused.UNKNOWN_MENTOR: QT_TRANSLATE_NOOP(
        "Refused", "There is no member {mentor} to be the mentor. Choose one from the list."
    ),
    Refused.OWN_MENTOR: QT_TRANSLATE_NOOP(
        "Refused", "{member} cannot be their own mentor. Choose somebody else."
    ),
    Refused.MENTOR_NOT_CERTIFIED: QT_TRANSLATE_NOOP(
        "Refused", "{mentor} is not certified for {skill}. Choose a mentor who is."
    ),
    Refused.MENTOR_CYCLE: QT_TRANSLATE_NOOP(
        "Refused", "{mentor} has learned {skill} from {member}. Choose another mentor."
    ),
    Refused.TOO_MANY: QT_TRANSLATE_NOOP(
        "Refused", "A course takes {limit} members at most. Plan a second one."
    ),
    Refused.UNKNOWN_COURSE: QT_TRANSLATE_NOOP(
        "Refused", "There is no course {course}. Choose one from the list."
    ),
    Refused.COURSE_CLOSED: QT_TRANSLATE_NOOP(
        "Refused", "Course {course} is closed. What came of it stays as it is."
    ),
    Refused.OPEN_ADDRESS: QT_TRANSLATE_NOOP(
        "Refused",
        "The address of the channel {channel} holds what looks like a password or a key. Write"
        " the name of a secret in its place; the secret itself goes into the keyring.",
    ),
    Refused.CHANNEL_EXISTS: QT_TRANSLATE_NOOP(
        "Refused", "There is a channel {channel} already. Remove it first, or take another code."
    ),
    Refused.UNKNOWN_CHANNEL: QT_TRANSLATE_NOOP(
        "Refused", "There is no channel {channel}. Look at the list of channels."
    ),
    Refused.NOTHING_TO_SEND: QT_TRANSLATE_NOOP(
        "Refused",
        "On incident {incident} nothing waits to be told again: it was told, or the assignment is"
        " over. Look at the incident again.",
    ),
    Refused.UNKNOWN_SHIFT: QT_TRANSLATE_NOOP(
        "Refused", "There is no shift “{shift}”. Choose one of those in the legend."
    ),
    Refused.SHIFTS_OVERLAP: QT_TRANSLATE_NOOP(
        "Refused",
        "{member}'s shift of {day} overlaps the one of a neighbouring day. Choose another shift,"
        " or change that day first.",
    ),
    Refused.TWO_SHIFTS: QT_TRANSLATE_NOOP(
        "Refused",
        "{member} would be on two shifts on {day}. Free that day first, or choose another one.",
    ),
    Refused.NO_SHIFT: QT_TRANSLATE_NOOP(
        "Refused", "{member} has no shift on {day} to swap. Choose a day with a shift."
    ),
    Refused.NO_LEAVE: QT_TRANSLATE_NOOP(
        "Refused", "{member} has no leave on {day}. Choose a day with leave."
    ),
    Refused.LEAVE_TOO_LONG: QT_TRANSLATE_NOOP(
        "Refused", "A leave lasts {limit} days at most. Give the member another weekly pattern."
    ),
    Refused.SWAP_WITH_ITSELF: QT_TRANSLATE_NOOP(
        "Refused", "A member cannot swap with themselves. Choose somebody else."
    ),
    Refused.CENTER_EXISTS: QT_TRANSLATE_NOOP(
        "Refused", "The database holds the center “{center}” already. Take an empty database."
    ),
}
_FAULTS: dict[StrEnum, Any] = {
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
_OVERTAKEN_MEMBER: Any = QT_TRANSLATE_NOOP(
    "Refused", "{operator} ({workstation}) was first at {at}: {deed}. Look at {member} again."
)
_OVERTAKEN_SKILL: Any = QT_TRANSLATE_NOOP(
    "Refused",
    "{operator} ({workstation}) was first at {at}: {deed}. Look at the skill {skill} again; what"
    " you typed is still there.",
)
_OVERTAKEN_COURSE: Any = QT_TRANSLATE_NOOP(
    "Refused",
    "{operator} ({workstation}) was first at {at}: {deed}. Look at course {course} again; what you"
    " typed is still there.",
)
_FIELDS: dict[str, Any] = {
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
    "place": QT_TRANSLATE_NOOP("Field", "the place"),
    "consent": QT_TRANSLATE_NOOP("Field", "the shift leader who consents"),
    "by": QT_TRANSLATE_NOOP("Field", "the department"),
    "extension": QT_TRANSLATE_NOOP("Field", "by how much"),
    "rung": QT_TRANSLATE_NOOP("Field", "the rung"),
    "rung_due": QT_TRANSLATE_NOOP("Field", "when the rung is due"),
    "rung_acknowledge": QT_TRANSLATE_NOOP("Field", "the time to acknowledge"),
    "rung_owner": QT_TRANSLATE_NOOP("Field", "the owner of the card"),
    "check_in": QT_TRANSLATE_NOOP("Field", "how often to check in"),
    "attachment": QT_TRANSLATE_NOOP("Field", "the attachment"),
}


def error_sentence(error: ConsoleError, zone: tzinfo | None = None) -> str:
    """What happened and what to do, for a person to read.

    Args:
        error: What was refused or failed.
        zone: The center's time zone; without one, times are told in this computer's.
    """
    details = {name: _told(name, value, zone) for name, value in error.details.items()}
    if "skill_en" in details:
        details["skill"] = localised(details.get("skill", ""), details["skill_en"])
    if error.code is Refused.OVERTAKEN and "course" in details:
        return filled(QCoreApplication.translate("Refused", _OVERTAKEN_COURSE), details)
    if error.code is Refused.OVERTAKEN and "skill" in details:
        return filled(QCoreApplication.translate("Refused", _OVERTAKEN_SKILL), details)
    if error.code is Refused.OVERTAKEN and "incident" not in details:
        return filled(QCoreApplication.translate("Refused", _OVERTAKEN_MEMBER), details)
    if isinstance(error.code, Refused):
        return filled(QCoreApplication.translate("Refused", _REFUSALS[error.code]), details)
    if isinstance(error.code, Fault):
        return filled(QCoreApplication.translate("Fault", _FAULTS[error.code]), details)
    # Other codes, such as those of importing, have sentences of their own elsewhere.
    return str(error)


def _told(name: str, value: str | int, zone: tzinfo | None) -> str:
    if name == "incident" and isinstance(value, int):
        return f"{value:04d}"
    whole = str(value)
    text = one_line(whole[:LONGEST]) + ("…" if len(whole) > LONGEST else "")
    if name == "at":
        return _time(text, zone)
    if name in _WORDS:
        return _WORDS[name](text)
    if name == "field" and text in _FIELDS:
        return QCoreApplication.translate("Field", _FIELDS[text])
    return text


def _time(text: str, zone: tzinfo | None) -> str:
    try:
        at = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return text
    return f"{at.astimezone(zone):%H:%M}"


def _word(kind: type[StrEnum], label: Callable[[Any], str]) -> Callable[[str], str]:
    """The label of a code, or the code itself where a newer database knows more of them."""

    def word(code: str) -> str:
        return label(kind(code)) if code in frozenset(kind) else code

    return word


_WORDS: dict[str, Callable[[str], str]] = {
    "state": _word(State, state_label),
    "deed": _word(Deed, deed_label),
    "duty": _word(Duty, duty_label),
    "right": _word(Right, right_label),
}
