"""Keys as text, such as ``Shift+L``: one spelling each, and which of them may be given away."""

import unicodedata
from enum import StrEnum

_ORDER = ("Ctrl", "Alt", "Shift", "Meta")
"""The order in which a key's modifiers are written."""

_NAMED = {
    name.lower(): name
    for name in (
        *(f"F{n}" for n in range(1, 36)),
        *("Esc", "Tab", "Backtab", "Backspace", "Return", "Enter", "Ins", "Del", "Pause"),
        *("Home", "End", "Left", "Up", "Right", "Down", "PgUp", "PgDown", "Space", "Menu"),
        *("Print", "Help", "CapsLock", "NumLock", "ScrollLock"),
    )
}

_FOLDED = str.maketrans("、。，；：【】《》“”‘’￥…—·", "/.,;:[]<>\"\"''$^_`")
"""What a Chinese layout sends for the signs of a Latin one, beside the full-width forms."""

_CHINESE_FORMS = {"/": "、", ".": "。", "[": "【", "]": "】", "<": "《", ">": "》"}

_FULL_WIDTH = ord("！") - ord("!")

_WITH_SHIFT = frozenset('~!@#$%^&*()_+{}|:"<>?')
"""Signs for which a keyboard of the Chinese market needs Shift, and may tell it."""


class Unfit(StrEnum):
    """Why a key cannot be given to an action."""

    NO_KEY = "no_key"
    NAVIGATION = "navigation"
    TEXT = "text"
    INPUT_METHOD = "input_method"
    SYSTEM = "system"


_NAVIGATION = frozenset(
    {
        *("Esc", "Tab", "Backtab", "Backspace", "Return", "Enter", "Space", "Home", "End"),
        *("Left", "Up", "Right", "Down", "PgUp", "PgDown", "Del", "Menu"),
    }
)
_LOCKS = frozenset({"CapsLock", "NumLock", "ScrollLock", "Print"})

_TEXT = frozenset({f"Ctrl+{key}" for key in ("A", "C", "V", "X", "Y", "Z", "U", "Ins")}) | {
    "Ctrl+Shift+Z",
    "Shift+Ins",
}
"""What a text field does with keys: select all, copy, paste, cut, undo, redo, delete the line."""

_INPUT_METHOD = frozenset(
    {"Ctrl+Space", "Shift+Space", "Ctrl+Shift+Space", "Alt+Space", "Meta+Space"}
) | {f"Ctrl+{sign}" for sign in ".;`"}
"""What Chinese input methods take: on and off, full width, Chinese signs, other candidates."""

_SYSTEM = frozenset({"Alt+F4", "Alt+Tab"})


def normal(text: str) -> str:
    """A key in the one spelling that keys are compared in; empty for what is no key.

    Full-width and Chinese signs become those of a Latin layout, letters become capital, and the
    Shift that a sign such as ``?`` needs is not told: which signs need it depends on the layout.
    """
    parts = _parts(unicodedata.normalize("NFKC", text.strip()).translate(_FOLDED))
    if parts is None:
        return ""
    modifiers, key = parts
    if len(key) == 1 and not key.isalnum():
        modifiers = modifiers - {"Shift"}
    return "+".join([*(name for name in _ORDER if name in modifiers), key])


def unfit(key: str) -> Unfit | None:
    """Why a key (in its normal spelling) can be given to no action, or None if it can."""
    if not key:
        return Unfit.NO_KEY
    modifiers, name = _parts(key) or (frozenset(), key)
    if key in _INPUT_METHOD:
        return Unfit.INPUT_METHOD
    if key in _TEXT:
        return Unfit.TEXT
    if key in _SYSTEM or "Meta" in modifiers or name in _LOCKS:
        return Unfit.SYSTEM
    if name in _NAVIGATION:
        return Unfit.NAVIGATION
    return None


def variants(key: str) -> tuple[str, ...]:
    """All that a keyboard may send for a key: with Shift for a sign, full-width, Chinese."""
    parts = _parts(key)
    if parts is None:
        return ()
    modifiers, name = parts
    if len(name) != 1 or not name.isascii() or modifiers - {"Shift"}:
        return (key,)
    shifts: tuple[str, ...] = ("Shift+",) if modifiers else ("",)
    if name in _WITH_SHIFT:
        shifts = ("", "Shift+")
    forms = (name, chr(ord(name) + _FULL_WIDTH), *_CHINESE_FORMS.get(name, ""))
    return tuple(f"{shift}{form}" for form in forms for shift in shifts)


def _parts(text: str) -> tuple[frozenset[str], str] | None:
    """The modifiers and the name of a key, or None for what is none."""
    # The last part may be a plus itself.
    head, _, name = (text[:-1] + "\0" if text.endswith("+") else text).rpartition("+")
    name = name.strip().replace("\0", "+")
    modifiers = {part.strip().capitalize() for part in head.split("+") if part.strip()}
    if not modifiers <= set(_ORDER):
        return None
    if len(name) == 1 and name.isprintable():
        return frozenset(modifiers), name.upper() if len(name.upper()) == 1 else name
    found = _NAMED.get(name.lower())
    return None if found is None else (frozenset(modifiers), found)
