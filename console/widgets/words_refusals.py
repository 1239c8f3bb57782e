"""Why something was refused, and what to do: a whole sentence for each code."""

from enum import StrEnum
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from console.domain.errors import Refused

REFUSALS: dict[StrEnum, Any] = {
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
    Refused.SIGNED_ALREADY: QT_TRANSLATE_NOOP(
        "Refused", "{operator} has already signed this handover. Nothing more is needed."
    ),
    Refused.OWN_HANDOVER: QT_TRANSLATE_NOOP(
        "Refused",
        "{operator} wrote this handover and cannot sign it. The next operator signs it at their"
        " own seat.",
    ),
    Refused.HANDLED_IT: QT_TRANSLATE_NOOP(
        "Refused",
        "{name} has handled incident {incident} and does not check or close it. Name the person"
        " who has checked it.",
    ),
    Refused.NOTHING_CHANGED: QT_TRANSLATE_NOOP(
        "Refused",
        "Nothing is different from what stands in incident {incident} already. Change something,"
        " or leave with Esc.",
    ),
    Refused.HAS_ENDED: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} has ended. Reopen it first, or take another one."
    ),
    Refused.MAJOR_ALREADY: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} is led as a major one already. Stand it down first."
    ),
    Refused.NOT_MAJOR: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} is not led as a major one. Declare it first."
    ),
    Refused.PART_ALREADY: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} is a part of {major} already. Take it out first."
    ),
    Refused.PART_OF_ITSELF: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} cannot be a part of itself. Give another number."
    ),
    Refused.PARTS_OPEN: QT_TRANSLATE_NOOP(
        "Refused",
        "Parts of incident {incident} are open: {count}. End them first, or stand it down.",
    ),
    Refused.NO_PART: QT_TRANSLATE_NOOP(
        "Refused", "Incident {incident} is no part of a major one. Nothing was changed."
    ),
    Refused.FINAL: QT_TRANSLATE_NOOP("Refused", "“{deed}” cannot be taken back. {why}"),
    Refused.ACTED_SINCE: QT_TRANSLATE_NOOP(
        "Refused",
        "“{deed}” cannot be taken back any more: {operator} ({workstation}) has gone on from it at"
        " {at}: {since}. Look at it as it stands now.",
    ),
    Refused.TAKEN_BACK: QT_TRANSLATE_NOOP(
        "Refused",
        "{operator} ({workstation}) has already taken back “{deed}” at {at}. There is nothing"
        " to do.",
    ),
    Refused.TOO_LATE: QT_TRANSLATE_NOOP(
        "Refused",
        "“{deed}” was more than {hours} hours ago and is taken back no more. Do what is right"
        " now as a deed of its own.",
    ),
    Refused.NOT_YOURS: QT_TRANSLATE_NOOP(
        "Refused", "{operator} did “{deed}”. Ask them to take it back if it was wrong."
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
    Refused.IMAGE_BROKEN: QT_TRANSLATE_NOOP(
        "Refused",
        "The photo “{name}” is damaged or cut off. Have it sent again, or take it from the"
        " telephone once more.",
    ),
    Refused.IMAGE_MOVES: QT_TRANSLATE_NOOP(
        "Refused", "“{name}” is a moving picture. Take a single picture of it."
    ),
    Refused.IMAGE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refused",
        "“{name}” has {width} × {height} pixels, which is more than {most} million. Make it"
        " smaller.",
    ),
    Refused.IMAGE_HIDES: QT_TRANSLATE_NOOP(
        "Refused",
        "“{name}” holds something else besides a photo and may be dangerous; it was not taken."
        " Tell the administrator, and have the photo sent again.",
    ),
    Refused.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "Refused", "“{name}” is no file with a photo in it. Choose the photo itself."
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
OVERTAKEN_MEMBER: Any = QT_TRANSLATE_NOOP(
    "Refused", "{operator} ({workstation}) was first at {at}: {deed}. Look at {member} again."
)
OVERTAKEN_SKILL: Any = QT_TRANSLATE_NOOP(
    "Refused",
    "{operator} ({workstation}) was first at {at}: {deed}. Look at the skill {skill} again; what"
    " you typed is still there.",
)
OVERTAKEN_COURSE: Any = QT_TRANSLATE_NOOP(
    "Refused",
    "{operator} ({workstation}) was first at {at}: {deed}. Look at course {course} again; what you"
    " typed is still there.",
)
