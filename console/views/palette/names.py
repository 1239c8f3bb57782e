"""The names that the palette knows, in both languages whichever is spoken."""

from collections.abc import Iterable, Iterator, Sequence

from console.domain.codes import short_code
from console.domain.keymap import ACTIONS, Scope
from console.domain.palette_index import Kind, Named
from console.domain.palette_rules import DEEDS
from console.live.picture import Picture
from console.widgets.language import in_chinese
from console.widgets.words_deeds import DEEDS as DEED_WORDS
from console.widgets.words_keys import action_label, action_source

_NOT_LISTED = frozenset({"palette", "keys", "report_anywhere", "filter_anywhere", "back"})
"""What would only be said twice, or makes no sense from a palette."""


def actions_listed() -> list[str]:
    """The actions that the palette offers beside the deeds."""
    deeds = {deed.value for deed in DEEDS}
    return [
        action.name
        for action in ACTIONS.values()
        if action.scope in (Scope.DESK, Scope.WINDOW)
        and (not action.fixed or action.name in ("undo", "help"))
        and action.name not in _NOT_LISTED | deeds
    ]


def names_of(picture: Picture, pages: Sequence[tuple[str, str]]) -> Iterator[Named]:
    """All that has a name: deeds, actions, screens, skills and grids.

    Args:
        picture: Knows the skills and the grids.
        pages: The screens, each with its key and what it is called now.
    """
    for deed in DEEDS:
        source = str(DEED_WORDS[deed])
        words = (source, in_chinese("Deed", source), deed.value, deed.value.replace("_", " "))
        yield _named(Kind.DEED, deed.value, words)
    for name in actions_listed():
        context, source = action_source(name)
        label = action_label(name)
        words = (source, in_chinese(context, source), label, name.replace("_", " "))
        yield _named(Kind.ACTION, name, words)
    for key, title in pages:
        other = in_chinese("Console", key.capitalize())
        yield _named(Kind.PAGE, key, (key, title, other))
    for skill in picture.skills.values():
        words = (skill.code, skill.name, skill.name_en, skill.monogram)
        yield _named(Kind.SKILL, skill.code, words)
    for grid in picture.tree.grids:
        yield _named(Kind.GRID, grid.code, (short_code(grid.code), grid.name))


def _named(kind: Kind, name: str, words: Iterable[str]) -> Named:
    return Named(kind, name, tuple(dict.fromkeys(w.lower() for w in words if w)))
