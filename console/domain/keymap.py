"""The table of keys: which action has which key, where it holds, and who else has it already.

What an action is called stands in ``widgets/words_keys.py``; what it does, where its screen is put
together. Whoever adds a key adds it here, and it is listed, can be changed and is guarded.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from console.domain.key_text import Unfit, normal, unfit


class Scope(StrEnum):
    """Where a key holds."""

    WINDOW = "window"
    DESK = "desk"
    ROSTER = "roster"
    TRAINING = "training"
    SKILLS = "skills"
    COURSES = "courses"
    ATTENDANCE = "attendance"
    SHIFTS = "shifts"
    ARCHIVE = "archive"
    PHOTO = "photo"


_WITHIN = {
    Scope.SKILLS: Scope.TRAINING,
    Scope.COURSES: Scope.TRAINING,
    Scope.ATTENDANCE: Scope.TRAINING,
}
"""Scopes that are part of another one; all are part of the window."""


def overlap(one: Scope, other: Scope) -> bool:
    """Whether a key could mean two things where both scopes hold."""
    return one in _around(other) or other in _around(one)


def _around(scope: Scope) -> set[Scope]:
    found = {scope, Scope.WINDOW}
    while scope in _WITHIN:
        scope = _WITHIN[scope]
        found.add(scope)
    return found


class Action(NamedTuple):
    """What a key does: its name, where it holds, and its key as long as nobody changes it.

    What cannot be changed has all its keys, and may be shown in short, as ``1 … 9``.
    """

    name: str
    scope: Scope
    keys: tuple[str, ...]
    fixed: bool = False
    shown: str = ""


def _table(rows: Iterable[tuple[Scope, str]]) -> Iterator[Action]:
    for scope, lines in rows:
        for line in lines.split("\n"):
            name, *keys = line.split()
            yield Action(name, scope, tuple(keys))


_CHANGEABLE = (
    (
        Scope.DESK,
        "camera V\ncamera_before Shift+V\nstill Shift+S\nfull_size Shift+F\ncamera_again F5\n"
        "excluded X\nreject R\nmerge M\nescalate E\nwithdraw W\nreturn T\nsuspend S\n"
        "send_back B\nreopen O\nresume U\nextend D\ncomment C\nattach A\n"
        "mentions Shift+C\nphotos Shift+A\nplace_history Shift+J\n"
        "correct F2\ndispatch_team G\nreserve H\npeople Y\nneed_language Q\nsame J\n"
        "acknowledge_card K\ncheck_in I\ncards Shift+K\n"
        "declare_major Shift+M\njoin_major Shift+B\nparts Shift+P\n"
        "note_all Shift+N\nclose_all Shift+X\n"
        "propose_all P\ncopy_slip L\nprint_slip Shift+L\n"
        "print_case Ctrl+Shift+P\ntell_again Shift+R\n"
        "report N\nfilter /\n"
        "queue_views F3\nqueue_arrange F4\nqueue_keep Ctrl+S\nqueue_form Shift+F4\n"
        "queue_release Shift+F5",
    ),
    (
        Scope.WINDOW,
        "palette Ctrl+K\nkeys ?\nfilter_anywhere Ctrl+F\nreport_anywhere Ctrl+N\n"
        "draft_take Ctrl+D\ndraft_drop Ctrl+Shift+D\nset_aside Ctrl+Shift+S\n"
        "alarm_heard F6\nalarm_show Shift+F6\nalarms Ctrl+F6\nmute F12\n"
        "handover F7\nwall F11\nweights F8\nlanguage F9\ntheme F10\nquit Ctrl+Q\n"
        "settings Ctrl+,\ntext_larger Ctrl+= Ctrl++\ntext_smaller Ctrl+-\ntext_first Ctrl+0",
    ),
    (
        Scope.ROSTER,
        "duty_on D\nduty_break P\nduty_off F\nform K\nholes H\nexport E\nimport I\ntelephone C",
    ),
    (Scope.TRAINING, "filter_training /"),
    (Scope.SKILLS, "skill_add A\nskill_change E"),
    (Scope.COURSES, "course_add A\ncourse_open E\ncourse_cancel X"),
    (Scope.ATTENDANCE, "passed P\nfailed F\nabsent X"),
    (
        Scope.SHIFTS,
        "leave H\nleave_back R\nswap S\npattern W\nfree 0\nahead G\n"
        "week_before [\nweek_after ]\ntoday T",
    ),
)

_PAGES = 9
"""So many screens can have a key, and so many candidates and kinds of shifts."""

_NUMBERS = tuple(str(number) for number in range(1, _PAGES + 1))

_FIXED = (
    Action("primary", Scope.DESK, ("Return", "Enter"), fixed=True, shown="Enter"),
    Action("candidate", Scope.DESK, _NUMBERS, fixed=True, shown="1 … 9"),
    Action(
        "several",
        Scope.DESK,
        ("Shift+Up", "Shift+Down", "Ctrl+A"),
        fixed=True,
        shown="Shift+↑ ↓, Ctrl+A",
    ),
    Action(
        "queue_view",
        Scope.DESK,
        tuple(f"Alt+{number}" for number in _NUMBERS),
        fixed=True,
        shown="Alt+1 … 9",
    ),
    Action("queue_fold", Scope.DESK, ("Left", "Right"), fixed=True, shown="← →"),
    Action("back", Scope.DESK, ("Esc",), fixed=True),
    Action("paste_photo", Scope.DESK, ("Ctrl+V",), fixed=True),
    Action("rows", Scope.WINDOW, ("Up", "Down"), fixed=True, shown="↑ ↓"),
    Action(
        "page",
        Scope.WINDOW,
        tuple(f"Ctrl+{number}" for number in _NUMBERS),
        fixed=True,
        shown="Ctrl+1 … 9",
    ),
    Action("store", Scope.WINDOW, ("Ctrl+Return",), fixed=True, shown="Ctrl+Enter"),
    Action("join", Scope.WINDOW, ("Ctrl+M",), fixed=True),
    Action("report_photos", Scope.WINDOW, ("Ctrl+O",), fixed=True),
    Action("undo", Scope.WINDOW, ("Ctrl+Z",), fixed=True),
    Action("help", Scope.WINDOW, ("F1",), fixed=True),
    Action("member_page", Scope.ROSTER, ("Return", "Esc"), fixed=True, shown="Enter, Esc"),
    Action("skill_remove", Scope.SKILLS, ("Del",), fixed=True),
    Action("archive_export", Scope.ARCHIVE, ("E",), fixed=True),
    Action("archive_area", Scope.ARCHIVE, ("M",), fixed=True),
    Action("archive_no_area", Scope.ARCHIVE, ("Shift+M",), fixed=True),
    Action("archive_open", Scope.ARCHIVE, ("O",), fixed=True),
    Action("archive_again", Scope.ARCHIVE, ("F5",), fixed=True),
    Action("photo_step", Scope.PHOTO, ("Left", "Right", "Space"), fixed=True, shown="← →"),
    Action("photo_zoom", Scope.PHOTO, ("+", "-", "0", "1"), fixed=True, shown="+ - 0 1"),
    Action("photo_turn", Scope.PHOTO, ("R", "Shift+R"), fixed=True),
    Action("photo_save", Scope.PHOTO, ("S",), fixed=True),
    Action("kinds", Scope.SHIFTS, _NUMBERS, fixed=True, shown="1 … 3"),
)

ACTIONS: dict[str, Action] = {action.name: action for action in (*_FIXED, *_table(_CHANGEABLE))}
"""Every action that has a key, by name; a deed of the desk has the deed's own name."""


class Conflict(NamedTuple):
    """Why an action cannot have a key: it is unfit, or another action has it."""

    unfit: Unfit | None = None
    other: str = ""


class Keys:
    """The keys that hold: those of the table, but for what somebody has changed."""

    def __init__(self, changed: Mapping[str, str] | None = None) -> None:
        """Take in what was changed; what would not be accepted now is left out.

        So a file that somebody has edited, or a new action whose key is taken, can never make one
        key mean two things.
        """
        self._changed: dict[str, str] = {}
        for name, key in (changed or {}).items():
            if name in ACTIONS and not ACTIONS[name].fixed and not unfit(normal(key)):
                self._set(name, normal(key))
        # All at once first: two actions may have changed places.
        while clash := next((name for name in self._changed if self._clash(name)), None):
            del self._changed[clash]

    @property
    def changed(self) -> dict[str, str]:
        """The keys that are not those of the table, by the names of their actions."""
        return dict(self._changed)

    def of(self, name: str) -> tuple[str, ...]:
        """The keys of an action, in their normal spelling.

        Raises:
            KeyError: If there is no such action.
        """
        action = ACTIONS[name]
        return (self._changed[name],) if name in self._changed else action.keys

    def shown(self, name: str) -> str:
        """The keys of an action as people read them."""
        return ACTIONS[name].shown or ", ".join(self.of(name))

    def conflict(self, name: str, key: str) -> Conflict | None:
        """Why an action cannot have a key, or None if it can."""
        key, action = normal(key), ACTIONS[name]
        if action.fixed:
            return Conflict(Unfit.SYSTEM)
        if key not in action.keys and (reason := unfit(key)) is not None:
            return Conflict(reason)
        return self._taken(action, key)

    def change(self, name: str, key: str) -> Conflict | None:
        """Give an action another key; tells why not, if it cannot have it."""
        found = self.conflict(name, key)
        if found is None:
            self._set(name, normal(key))
        return found

    def reset(self, name: str) -> Conflict | None:
        """Give an action the key of the table again, unless another one has it meanwhile."""
        return self.change(name, ACTIONS[name].keys[0]) if name in self._changed else None

    def reset_all(self) -> None:
        """Give all actions the keys of the table again."""
        self._changed.clear()

    def _taken(self, action: Action, key: str) -> Conflict | None:
        for other in ACTIONS.values():
            together = other is not action and overlap(action.scope, other.scope)
            if together and key in self.of(other.name):
                return Conflict(other=other.name)
        return None

    def _clash(self, name: str) -> bool:
        return self._taken(ACTIONS[name], self._changed[name]) is not None

    def _set(self, name: str, key: str) -> None:
        if key in ACTIONS[name].keys:
            self._changed.pop(name, None)
        else:
            self._changed[name] = key
