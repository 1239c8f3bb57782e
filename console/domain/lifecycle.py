"""The incident's lifecycle: one explicit table of deeds and the moves they make."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.errors import Refusal, Refused
from console.domain.incident import State


class Deed(StrEnum):
    """What can be done; the event that a deed leaves carries its name."""

    REPORT = "report"
    VERIFY = "verify"
    REJECT = "reject"
    MERGE = "merge"
    JOIN = "join"
    SEPARATE = "separate"
    DISPATCH = "dispatch"
    WITHDRAW = "withdraw"
    RETURN = "return"
    ACKNOWLEDGE = "acknowledge"
    SET_OUT = "set_out"
    ARRIVE = "arrive"
    RESOLVE = "resolve"
    SEND_BACK = "send_back"
    CHECK = "check"
    CLOSE = "close"
    REOPEN = "reopen"
    SUSPEND = "suspend"
    RESUME = "resume"
    ESCALATE = "escalate"
    DISPATCH_TEAM = "dispatch_team"
    ADD_MEMBER = "add_member"
    RESERVE = "reserve"
    CALL = "call"
    LEAVE = "leave"
    COMMENT = "comment"
    READ_MENTIONS = "read_mentions"
    CORRECT = "correct"
    CORRECT_NOTE = "correct_note"
    NEED_LANGUAGE = "need_language"
    ATTACH = "attach"
    TURN_PHOTO = "turn_photo"
    LOOK = "look"
    TAKE_BACK = "take_back"
    DECLARE_MAJOR = "declare_major"
    STAND_DOWN = "stand_down"
    JOIN_MAJOR = "join_major"
    LEAVE_MAJOR = "leave_major"
    WATCH = "watch"
    END_WATCH = "end_watch"
    CHANGE_DUTY = "change_duty"
    CHANGE_WEIGHTS = "change_weights"
    ADD_SKILL = "add_skill"
    CHANGE_SKILL = "change_skill"
    REMOVE_SKILL = "remove_skill"
    CERTIFY = "certify"
    TRAIN = "train"
    REVOKE = "revoke"
    PLAN_COURSE = "plan_course"
    CHANGE_COURSE = "change_course"
    CLOSE_COURSE = "close_course"
    CANCEL_COURSE = "cancel_course"
    CLIMB = "climb"
    MISS_CHECK_IN = "miss_check_in"
    ACKNOWLEDGE_CARD = "acknowledge_card"
    CHECK_IN = "check_in"
    EXTEND = "extend"
    CHANGE_LADDER = "change_ladder"
    ADD_CHANNEL = "add_channel"
    REMOVE_CHANNEL = "remove_channel"
    REACH_MEMBER = "reach_member"
    TOLD = "told"
    NOT_TOLD = "not_told"
    TELL_AGAIN = "tell_again"
    SET_PATTERN = "set_pattern"
    GRANT_LEAVE = "grant_leave"
    CANCEL_LEAVE = "cancel_leave"
    CHANGE_SHIFT = "change_shift"
    SWAP_SHIFTS = "swap_shifts"
    PLAN_SHIFTS = "plan_shifts"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"
    IMPORT_GRIDS = "import_grids"
    IMPORT_MEMBERS = "import_members"
    IMPORT_CAMERAS = "import_cameras"
    IMPORT_CATALOGUE = "import_catalogue"


SHIFT_DEEDS = frozenset(
    {
        Deed.SET_PATTERN,
        Deed.GRANT_LEAVE,
        Deed.CANCEL_LEAVE,
        Deed.CHANGE_SHIFT,
        Deed.SWAP_SHIFTS,
        Deed.PLAN_SHIFTS,
    }
)
"""The deeds that change who is to be on duty when."""


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed change of state."""

    deed: Deed
    source: State
    target: State


_S = State
_WAITING = (_S.VERIFIED, _S.REWORK, _S.REOPENED)
_BEFORE_ARRIVAL = (_S.DISPATCHED, _S.ACKNOWLEDGED, _S.EN_ROUTE)
_RUNNING = (*_BEFORE_ARRIVAL, _S.ON_SCENE)

_TABLE: tuple[tuple[Deed, tuple[State, ...], State], ...] = (
    (Deed.VERIFY, (_S.REPORTED,), _S.VERIFIED),
    (Deed.REJECT, (_S.REPORTED, *_WAITING), _S.REJECTED),
    (Deed.MERGE, (_S.REPORTED, *_WAITING), _S.MERGED),
    (Deed.DISPATCH, _WAITING, _S.DISPATCHED),
    (Deed.WITHDRAW, _RUNNING, _S.VERIFIED),
    (Deed.RETURN, _BEFORE_ARRIVAL, _S.VERIFIED),
    (Deed.ACKNOWLEDGE, (_S.DISPATCHED,), _S.ACKNOWLEDGED),
    (Deed.SET_OUT, (_S.ACKNOWLEDGED,), _S.EN_ROUTE),
    (Deed.ARRIVE, (_S.EN_ROUTE,), _S.ON_SCENE),
    (Deed.RESOLVE, (_S.ON_SCENE, _S.ESCALATED), _S.RESOLVED),
    (Deed.CHECK, (_S.RESOLVED,), _S.CHECKED),
    (Deed.SEND_BACK, (_S.RESOLVED, _S.CHECKED), _S.REWORK),
    (Deed.CLOSE, (_S.CHECKED,), _S.CLOSED),
    (Deed.REOPEN, (_S.CLOSED, _S.REJECTED, _S.MERGED), _S.REOPENED),
    (Deed.SUSPEND, (*_WAITING, _S.ON_SCENE), _S.SUSPENDED),
    (Deed.RESUME, (_S.SUSPENDED, _S.ESCALATED), _S.VERIFIED),
    (Deed.ESCALATE, (_S.REPORTED, *_WAITING, _S.ON_SCENE, _S.SUSPENDED), _S.ESCALATED),
)

MOVES: tuple[Move, ...] = tuple(
    Move(deed, source, target) for deed, sources, target in _TABLE for source in sources
)
"""Every move that a deed makes. All others are refused here and by the database."""

HAND_OVERS: frozenset[tuple[State, State]] = frozenset(
    (source, target) for source in _RUNNING for target in _RUNNING if source is not target
)
"""How an incident moves when who leads on it comes free and the next one is not as far."""

SEPARATIONS: frozenset[tuple[State, State]] = frozenset(
    (_S.MERGED, state) for state in (_S.REPORTED, *_WAITING)
)
"""How an incident moves when its merging is undone: back to where it stood."""

BACKWARD: frozenset[tuple[State, State]] = frozenset((move.target, move.source) for move in MOVES)
"""How an incident moves when a deed is taken back: to where it stood before."""

_TARGETS = {(move.deed, move.source): move.target for move in MOVES}


def target_of(deed: Deed, source: State) -> State:
    """The state that a deed leads to.

    Raises:
        Refusal: If the deed is not allowed in that state.
    """
    target = _TARGETS.get((deed, source))
    if target is None:
        raise Refusal(Refused.ILLEGAL_MOVE, deed=deed.value, state=source.value)
    return target


def possible(source: State) -> tuple[Deed, ...]:
    """The deeds that change an incident in this state, in the table's order."""
    return tuple(move.deed for move in MOVES if move.source is source)
