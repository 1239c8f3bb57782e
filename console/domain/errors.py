"""Expected failures: what the rules refuse, and what the world does to us.

They carry a code and plain details; the sentence in the user's language is made where it is shown.
"""

from enum import StrEnum

from typing_extensions import override


class Refused(StrEnum):
    """Why a rule refused a deed."""

    ILLEGAL_MOVE = "illegal_move"  # deed, state
    NO_RIGHT = "no_right"  # deed, right
    UNKNOWN_INCIDENT = "unknown_incident"  # incident
    UNKNOWN_MEMBER = "unknown_member"  # member
    UNKNOWN_CATEGORY = "unknown_category"  # category
    OVERTAKEN = "overtaken"  # incident, deed, operator, workstation, at
    ALREADY_DISPATCHED = "already_dispatched"  # incident, member, operator, workstation, at
    MEMBER_NOT_AVAILABLE = "member_not_available"  # member, duty
    SKILL_NOT_HELD = "skill_not_held"  # member, skill
    MEMBER_AT_LIMIT = "member_at_limit"  # member, limit
    UNKNOWN_ROLE = "unknown_role"  # role
    UNKNOWN_TEAM = "unknown_team"  # team
    ROLE_NOT_FILLED = "role_not_filled"  # member, role
    ON_IT_ALREADY = "on_it_already"  # member, incident
    NOT_ON_IT = "not_on_it"  # member, incident
    LAST_ONE = "last_one"  # member, incident
    MENTOR_FIRST = "mentor_first"  # member, mentor, skill, incident
    TRAINEE_ALONE = "trainee_alone"  # member, trainee, incident
    LEADER_DECIDES = "leader_decides"  # incident, returns
    NO_CANDIDATE = "no_candidate"  # incident
    MERGE_INTO_ITSELF = "merge_into_itself"  # incident
    MERGE_INTO_ENDED = "merge_into_ended"  # incident
    MISSING = "missing"  # field
    TOO_LONG = "too_long"  # field, limit
    BAD_VALUE = "bad_value"  # field, value
    DUTY_BOUND = "duty_bound"  # member, duty
    COMMAND_REUSED = "command_reused"  # command
    NOT_AN_IMAGE = "not_an_image"  # name
    IMAGE_BROKEN = "image_broken"  # name
    IMAGE_MOVES = "image_moves"  # name
    IMAGE_TOO_LARGE = "image_too_large"  # name, width, height, most
    IMAGE_HIDES = "image_hides"  # name
    NOT_A_FILE = "not_a_file"  # name
    FILE_TOO_BIG = "file_too_big"  # name, limit_mb
    UNKNOWN_SKILL = "unknown_skill"  # skill
    SKILL_IN_USE = "skill_in_use"  # skill, categories, members, courses
    TAKEN = "taken"  # field, value, skill
    ALREADY_CERTIFIED = "already_certified"  # member, skill
    NO_BADGE = "no_badge"  # member, skill
    UNKNOWN_MENTOR = "unknown_mentor"  # mentor
    OWN_MENTOR = "own_mentor"  # member
    MENTOR_NOT_CERTIFIED = "mentor_not_certified"  # mentor, skill
    MENTOR_CYCLE = "mentor_cycle"  # member, mentor, skill
    TOO_MANY = "too_many"  # limit
    UNKNOWN_COURSE = "unknown_course"  # course
    COURSE_CLOSED = "course_closed"  # course
    NOT_DUE = "not_due"  # incident
    NOBODY_ON_SCENE = "nobody_on_scene"  # incident
    UNKNOWN_CARD = "unknown_card"  # card
    CARD_ACKNOWLEDGED = "card_acknowledged"  # operator
    NOT_THE_OWNER = "not_the_owner"  # owner
    SIGNED_ALREADY = "signed_already"  # operator
    OWN_HANDOVER = "own_handover"  # operator
    HANDLED_IT = "handled_it"  # name, incident
    NOTHING_CHANGED = "nothing_changed"  # incident
    LEADER_CONSENTS = "leader_consents"  # incident
    HAS_ENDED = "has_ended"  # incident
    MAJOR_ALREADY = "major_already"  # incident
    NOT_MAJOR = "not_major"  # incident
    PART_ALREADY = "part_already"  # incident, major
    PART_OF_ITSELF = "part_of_itself"  # incident
    PARTS_OPEN = "parts_open"  # incident, count
    NO_PART = "no_part"  # incident
    FINAL = "final"  # deed, why
    ACTED_SINCE = "acted_since"  # deed, since, operator, workstation, at
    TAKEN_BACK = "taken_back"  # deed, operator, workstation, at
    TOO_LATE = "too_late"  # deed, hours
    NOT_YOURS = "not_yours"  # deed, operator
    NO_LIMIT = "no_limit"  # incident
    OPEN_ADDRESS = "open_address"  # channel
    CHANNEL_EXISTS = "channel_exists"  # channel
    UNKNOWN_CHANNEL = "unknown_channel"  # channel
    NOTHING_TO_SEND = "nothing_to_send"  # incident
    UNKNOWN_SHIFT = "unknown_shift"  # shift
    SHIFTS_OVERLAP = "shifts_overlap"  # member, day
    TWO_SHIFTS = "two_shifts"  # member, day
    NO_SHIFT = "no_shift"  # member, day
    NO_LEAVE = "no_leave"  # member, day
    LEAVE_TOO_LONG = "leave_too_long"  # limit
    SWAP_WITH_ITSELF = "swap_with_itself"  # member
    CENTER_EXISTS = "center_exists"  # center


class Fault(StrEnum):
    """What went wrong outside the program."""

    UNREACHABLE = "unreachable"  # url, reason
    LOGIN_REFUSED = "login_refused"  # url
    NO_DATABASE = "no_database"  # url
    TOO_OLD = "too_old"  # found, needed
    TOO_NEW = "too_new"  # found, needed
    EMPTY = "empty"  # url
    LOCKED = "locked"  # path
    CORRUPT = "corrupt"  # path
    DISK_FULL = "disk_full"  # path
    NO_PERMISSION = "no_permission"  # path
    NETWORK_SHARE = "network_share"  # path
    BAD_URL = "bad_url"  # url
    BAD_FILE = "bad_file"  # path, reason
    LOST = "lost"  # reason
    UNEXPECTED = "unexpected"  # a mistake of ours; the log has it


class ConsoleError(Exception):
    """An expected failure with a code and details to put into its sentence."""

    code: StrEnum

    def __init__(self, code: StrEnum, **details: str | int) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    @override
    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code.value} ({told})" if told else self.code.value


class Refusal(ConsoleError):
    """A rule refused a deed; nothing has changed."""

    code: Refused


class FaultError(ConsoleError):
    """The database, a file or the network failed; nothing has changed."""

    code: Fault
