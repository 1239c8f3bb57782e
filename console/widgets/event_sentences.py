"""What an event tells: one line of a timeline for each kind of deed."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.events import Event
from console.domain.incident import Origin
from console.domain.lifecycle import Deed
from console.domain.people import BadgeLevel, Duty
from console.domain.text import one_line
from console.widgets.ending_words import ending_source, with_ending
from console.widgets.filling import filled
from console.widgets.ladder_words import ladder_event, late_text
from console.widgets.words import localised
from console.widgets.words_deeds import deed_label
from console.widgets.words_people import duty_label

LONGEST = 2000
"""So many characters of a title or note are told; the screens cut them further."""

_EVENTS: dict[Deed, Any] = {
    Deed.REPORT: QT_TRANSLATE_NOOP("Event", "{operator} took the report: {title}"),
    Deed.VERIFY: QT_TRANSLATE_NOOP("Event", "{operator} verified it"),
    Deed.REJECT: QT_TRANSLATE_NOOP("Event", "{operator} rejected it"),
    Deed.MERGE: QT_TRANSLATE_NOOP("Event", "{operator} merged it into {into}"),
    Deed.JOIN: QT_TRANSLATE_NOOP("Event", "{operator} took a further report of {into}: {title}"),
    Deed.SEPARATE: QT_TRANSLATE_NOOP("Event", "{operator} took it out of {into} again"),
    Deed.DISPATCH: QT_TRANSLATE_NOOP("Event", "{operator} dispatched {member_name}"),
    Deed.WITHDRAW: QT_TRANSLATE_NOOP("Event", "{operator} withdrew {member_name}"),
    Deed.RETURN: QT_TRANSLATE_NOOP("Event", "{member_name} returned it ({operator})"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Event", "{member_name} accepted ({operator})"),
    Deed.SET_OUT: QT_TRANSLATE_NOOP("Event", "{member_name} set out ({operator})"),
    Deed.ARRIVE: QT_TRANSLATE_NOOP("Event", "{member_name} arrived ({operator})"),
    Deed.RESOLVE: QT_TRANSLATE_NOOP("Event", "{operator} noted that it is dealt with"),
    Deed.SEND_BACK: QT_TRANSLATE_NOOP("Event", "{operator} sent it back"),
    Deed.CHECK: QT_TRANSLATE_NOOP("Event", "{operator} checked it"),
    Deed.CLOSE: QT_TRANSLATE_NOOP("Event", "{operator} closed it"),
    Deed.REOPEN: QT_TRANSLATE_NOOP("Event", "{operator} reopened it"),
    Deed.SUSPEND: QT_TRANSLATE_NOOP("Event", "{operator} suspended it"),
    Deed.RESUME: QT_TRANSLATE_NOOP("Event", "{operator} resumed it"),
    Deed.ESCALATE: QT_TRANSLATE_NOOP("Event", "{operator} escalated it to the town"),
    Deed.DISPATCH_TEAM: QT_TRANSLATE_NOOP("Event", "{operator} dispatched a team: {names}"),
    Deed.ADD_MEMBER: QT_TRANSLATE_NOOP("Event", "{operator} also dispatched {member_name}"),
    Deed.RESERVE: QT_TRANSLATE_NOOP("Event", "{operator} reserved {member_name}"),
    Deed.CALL: QT_TRANSLATE_NOOP("Event", "{operator} dispatched {member_name}, who was reserved"),
    Deed.LEAVE: QT_TRANSLATE_NOOP("Event", "{member_name} left ({operator})"),
    Deed.COMMENT: QT_TRANSLATE_NOOP("Event", "{operator} wrote a note"),
    Deed.READ_MENTIONS: QT_TRANSLATE_NOOP(
        "Event", "{operator} has read the note that mentions them"
    ),
    Deed.CORRECT: QT_TRANSLATE_NOOP("Event", "{operator} corrected it"),
    Deed.CORRECT_NOTE: QT_TRANSLATE_NOOP("Event", "{operator} corrected a note"),
    Deed.DECLARE_MAJOR: QT_TRANSLATE_NOOP("Event", "⛁ {operator} declared it a major incident"),
    Deed.STAND_DOWN: QT_TRANSLATE_NOOP("Event", "{operator} stood the major incident down"),
    Deed.JOIN_MAJOR: QT_TRANSLATE_NOOP("Event", "⛁ {operator} made it a part of {major}"),
    Deed.LEAVE_MAJOR: QT_TRANSLATE_NOOP("Event", "{operator} took it out of {major} as a part"),
    Deed.TAKE_BACK: QT_TRANSLATE_NOOP("Event", "{operator} took back: {undone}"),
    Deed.NEED_LANGUAGE: QT_TRANSLATE_NOOP(
        "Event", "{operator} noted the language needed: {language}"
    ),
    Deed.ATTACH: QT_TRANSLATE_NOOP("Event", "{operator} attached {name}"),
    Deed.TURN_PHOTO: QT_TRANSLATE_NOOP("Event", "{operator} turned {name}"),
    Deed.LOOK: QT_TRANSLATE_NOOP("Event", "{operator} looked at the contact"),
    Deed.WATCH: QT_TRANSLATE_NOOP("Event", "{operator} opened the camera {camera_name}"),
    Deed.END_WATCH: QT_TRANSLATE_NOOP(
        "Event", "{operator} watched the camera {camera_name} for {seconds} s"
    ),
    Deed.CHANGE_DUTY: QT_TRANSLATE_NOOP(
        "Event", "{operator} changed the duty of {member_name}: {duty}"
    ),
    Deed.CHANGE_WEIGHTS: QT_TRANSLATE_NOOP(
        "Event", "{operator} changed the weights of the proposal"
    ),
    Deed.ADD_SKILL: QT_TRANSLATE_NOOP("Event", "{operator} added the skill {skill}"),
    Deed.CHANGE_SKILL: QT_TRANSLATE_NOOP("Event", "{operator} changed the skill {skill}"),
    Deed.REMOVE_SKILL: QT_TRANSLATE_NOOP("Event", "{operator} removed the skill {skill}"),
    Deed.CERTIFY: QT_TRANSLATE_NOOP("Event", "{operator} certified {member_name} for {skill}"),
    Deed.TRAIN: QT_TRANSLATE_NOOP(
        "Event", "{operator} put {member_name} into training for {skill} with {mentor_name}"
    ),
    Deed.REVOKE: QT_TRANSLATE_NOOP(
        "Event", "{operator} revoked the badge {skill} of {member_name}"
    ),
    Deed.PLAN_COURSE: QT_TRANSLATE_NOOP(
        "Event", "{operator} planned a course for {skill} on {day}"
    ),
    Deed.CHANGE_COURSE: QT_TRANSLATE_NOOP(
        "Event", "{operator} changed the course for {skill} on {day}"
    ),
    Deed.CLOSE_COURSE: QT_TRANSLATE_NOOP(
        "Event", "{operator} closed the course for {skill} on {day}; nobody passed"
    ),
    Deed.CANCEL_COURSE: QT_TRANSLATE_NOOP(
        "Event", "{operator} cancelled the course for {skill} on {day}"
    ),
    Deed.CLIMB: QT_TRANSLATE_NOOP("Event", "◷ time limit: told to {who}"),
    Deed.MISS_CHECK_IN: QT_TRANSLATE_NOOP(
        "Event", "✚ {alone_name} is alone on scene and has not checked in; {owner} answers"
    ),
    Deed.ACKNOWLEDGE_CARD: QT_TRANSLATE_NOOP("Event", "{operator} acknowledged the {card}"),
    Deed.CHECK_IN: QT_TRANSLATE_NOOP("Event", "{alone_name} checked in ({operator})"),
    Deed.EXTEND: QT_TRANSLATE_NOOP(
        "Event", "{operator} extended the limit by {minutes} min, {consent} consents"
    ),
    Deed.CHANGE_LADDER: QT_TRANSLATE_NOOP("Event", "{operator} changed the ladder"),
    Deed.ADD_CHANNEL: QT_TRANSLATE_NOOP("Event", "{operator} added the channel {channel_name}"),
    Deed.REMOVE_CHANNEL: QT_TRANSLATE_NOOP(
        "Event", "{operator} removed the channel {channel_name}"
    ),
    Deed.REACH_MEMBER: QT_TRANSLATE_NOOP("Event", "{operator} changed how {member_name} is told"),
    Deed.TOLD: QT_TRANSLATE_NOOP("Event", "{member_name} was told through {channel_name}"),
    Deed.NOT_TOLD: QT_TRANSLATE_NOOP(
        "Event", "{member_name} could not be told through {channel_name}"
    ),
    Deed.TELL_AGAIN: QT_TRANSLATE_NOOP("Event", "{operator} has {member_name} told again"),
    Deed.SET_PATTERN: QT_TRANSLATE_NOOP(
        "Event", "{operator} set the weekly pattern of {member_name}: {pattern}"
    ),
    Deed.GRANT_LEAVE: QT_TRANSLATE_NOOP(
        "Event", "{operator} granted {member_name} leave from {first} to {last}"
    ),
    Deed.CANCEL_LEAVE: QT_TRANSLATE_NOOP(
        "Event", "{operator} took back the leave of {member_name} from {first} to {last}"
    ),
    Deed.CHANGE_SHIFT: QT_TRANSLATE_NOOP(
        "Event", "{operator} gave {member_name} another shift on {day}: {shift}"
    ),
    Deed.SWAP_SHIFTS: QT_TRANSLATE_NOOP(
        "Event", "{operator} swapped shifts: {member_name} on {day}, {other_name} on {other_day}"
    ),
    Deed.PLAN_SHIFTS: QT_TRANSLATE_NOOP(
        "Event", "{operator} took over a shift plan from {first} to {last}; days changed: {count}"
    ),
    Deed.HAND_OVER: QT_TRANSLATE_NOOP("Event", "{operator} handed the shift over"),
    Deed.TAKE_OVER: QT_TRANSLATE_NOOP(
        "Event", "{operator} took the shift over from {from_operator}"
    ),
    Deed.IMPORT_GRIDS: QT_TRANSLATE_NOOP("Event", "{operator} imported grids"),
    Deed.IMPORT_MEMBERS: QT_TRANSLATE_NOOP("Event", "{operator} imported members"),
    Deed.IMPORT_CAMERAS: QT_TRANSLATE_NOOP("Event", "{operator} imported cameras"),
    Deed.IMPORT_CATALOGUE: QT_TRANSLATE_NOOP("Event", "{operator} imported the catalogue"),
}


_BY_THEMSELVES: dict[Deed, Any] = {
    Deed.RETURN: QT_TRANSLATE_NOOP("Event", "{member_name} returned it"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Event", "{member_name} accepted"),
    Deed.SET_OUT: QT_TRANSLATE_NOOP("Event", "{member_name} set out"),
    Deed.ARRIVE: QT_TRANSLATE_NOOP("Event", "{member_name} arrived"),
    Deed.RESOLVE: QT_TRANSLATE_NOOP("Event", "{member_name} dealt with it"),
}
"""What members tell themselves, and no operator for them."""

_BY_DEPARTMENT: Any = QT_TRANSLATE_NOOP("Event", "{department} sent it back ({operator})")
_WITH_EVIDENCE: Any = QT_TRANSLATE_NOOP("Event", "{sentence}, with evidence: {evidence_names}")
_LEADS_ON: Any = QT_TRANSLATE_NOOP("Event", "{sentence}; {next_name} leads on")
_CERTIFIED_UNTIL: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} certified {member_name} for {skill} until {valid_until}"
)
_TRAINING_ENDED: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} ended the training of {member_name} for {skill}"
)
_COURSE_PASSED: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} closed the course for {skill} on {day}; certified: {names}"
)
_IMPORTED: Any = QT_TRANSLATE_NOOP("Event", "{operator} imported the report: {title}")
_BY_CAMERA: Any = QT_TRANSLATE_NOOP("Event", "{operator} verified it through a camera")
_STILL: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} kept a still of the camera {camera_name}: {name}"
)
_RESOLVED_BY: Any = QT_TRANSLATE_NOOP("Event", "{member_name} dealt with it ({operator})")
_DECIDED_BY_LEADER: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} dispatched {member_name}, decided by the shift leader"
)
_LOOKED_AT_MEMBER: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} looked at the telephone number of {member_name}"
)
_LOOKED_AT_ROSTER: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} looked at the telephone numbers of all members"
)
_SUSPENDED_WITH: Any = QT_TRANSLATE_NOOP("Event", "{operator} suspended it, {consent} consents")
_NO_LANGUAGE: Any = QT_TRANSLATE_NOOP(
    "Event", "{operator} noted that no language in particular is needed"
)
_ONE_MEMBER: Any = QT_TRANSLATE_NOOP("Event", "{operator} imported {member_name}")


def event_sentence(event: Event) -> str:
    """An event as one line of a timeline, with its note behind it."""
    details = _details(event)
    source = ladder_event(event, details) or ending_source(event) or _source(event)
    text = filled(QCoreApplication.translate("Event", source), details) + late_text(event)
    text = with_ending(event, text)
    if "next_name" in details:
        following = {"sentence": text, "next_name": details["next_name"]}
        text = filled(QCoreApplication.translate("Event", _LEADS_ON), following)
    return _with_reason(event, details, text)


def _details(event: Event) -> dict[str, str]:
    """What an event tells, as texts in the language that holds."""
    payload = event.payload
    details = {
        name: one_line(str(value)[:LONGEST])
        for name, value in payload.items()
        if value is not None
    }
    details["operator"] = one_line(event.operator)
    for name in ("into", "major"):
        if isinstance(payload.get(name), int):
            details[name] = f"{payload[name]:04d}"
    if "skill_name" in details:
        details["skill"] = localised(details["skill_name"], details.get("skill_name_en", ""))
    if "language_name" in details:
        details["language"] = localised(
            details["language_name"], details.get("language_name_en", "")
        )
    if "shift" in details:
        details["shift"] = localised(details["shift"], details.get("shift_en", ""))
    undone = details.get("deed")
    if undone in frozenset(Deed):
        details["undone"] = deed_label(Deed(undone))
    duty = details.get("duty")
    if duty in frozenset(Duty):
        details["duty"] = duty_label(Duty(duty))
    return details


def _with_reason(event: Event, details: dict[str, str], text: str) -> str:
    """What was done, with its note behind it, and with what proves a return."""
    note = details.get("note")
    if note:
        noted = {"sentence": text, "note": note}
        text = filled(QCoreApplication.translate("Event", "{sentence}: {note}"), noted)
    if event.kind is Deed.RETURN and "evidence_names" in details:
        proved = {"sentence": text, "evidence_names": details["evidence_names"]}
        text = filled(QCoreApplication.translate("Event", _WITH_EVIDENCE), proved)
    return text


def _source(event: Event) -> Any:
    """The sentence that fits what the event knows."""
    name = event.payload.get("member_name")
    if event.kind is Deed.RETURN and event.payload.get("department"):
        return _BY_DEPARTMENT
    if name and name == event.operator and event.kind in _BY_THEMSELVES:
        return _BY_THEMSELVES[event.kind]
    return _special(event, name) or _EVENTS[event.kind]


def _special(event: Event, member_name: object) -> Any:
    payload = event.payload
    if event.kind is Deed.REPORT and payload.get("origin") == Origin.IMPORT.value:
        return _IMPORTED
    if event.kind is Deed.VERIFY and payload.get("camera") is not None:
        return _BY_CAMERA
    if event.kind is Deed.ATTACH and payload.get("camera") is not None:
        return _STILL
    if event.kind is Deed.DISPATCH and payload.get("decided_by") == "leader":
        return _DECIDED_BY_LEADER
    if event.kind is Deed.SUSPEND and payload.get("consent"):
        return _SUSPENDED_WITH
    if event.kind is Deed.RESOLVE and member_name:
        return _RESOLVED_BY
    if event.kind is Deed.IMPORT_MEMBERS and member_name:
        return _ONE_MEMBER
    return _of_contact_or_language(event, member_name) or _of_badge(event)


def _of_contact_or_language(event: Event, member_name: object) -> Any:
    if event.kind is Deed.NEED_LANGUAGE and not event.payload.get("language"):
        return _NO_LANGUAGE
    if event.kind is not Deed.LOOK:
        return None
    if event.subject.kind == "roster":
        return _LOOKED_AT_ROSTER
    return _LOOKED_AT_MEMBER if member_name else None


def _of_badge(event: Event) -> Any:
    if event.kind is Deed.CERTIFY and event.payload.get("valid_until") is not None:
        return _CERTIFIED_UNTIL
    if event.kind is Deed.CLOSE_COURSE and event.payload.get("names"):
        return _COURSE_PASSED
    if event.kind is Deed.REVOKE and event.payload.get("level") == BadgeLevel.TRAINING.value:
        return _TRAINING_ENDED
    return None
