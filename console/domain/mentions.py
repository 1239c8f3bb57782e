"""Who is mentioned in a note: ``@王芳`` is kept as who it means, and not only as letters."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.checking import person_key
from console.domain.events import Event, Payload

MARKS = "@＠"
"""What a mention begins with; Chinese input methods write it in full width."""

LONGEST_FRAGMENT = 20
"""So many characters after the mark are still the beginning of a name."""

SHOWN = 8
"""So many names are proposed while one is typed."""

MOST = 20
"""So many are mentioned in one note at most."""


class Whom(StrEnum):
    """What a mention means."""

    OPERATOR = "operator"
    MEMBER = "member"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody who can be mentioned, or was; ``member`` is the id of a member.

    ``number`` is what a member is found by besides the name; it does not belong to who it is.
    """

    kind: Whom
    name: str
    member: int | None = None
    number: str = ""

    @property
    def payload(self) -> dict[str, object]:
        """How it stands in the event."""
        told: dict[str, object] = {"kind": self.kind.value, "name": self.name}
        return told | ({} if self.member is None else {"member": self.member})


@dataclass(frozen=True, slots=True)
class Unread:
    """A note in which an operator is mentioned, and which they have not read yet."""

    id: int
    incident: int
    title: str
    by: str
    at: datetime
    note: str


def mentions_in(text: str, known: Iterable[Mention]) -> tuple[Mention, ...]:
    """Who of those known is mentioned in a text, in the order of the text.

    A longer name goes before a shorter one that it begins with; of two people of one name the
    first one known is meant.
    """
    by_name: dict[str, Mention] = {}
    for one in known:
        by_name.setdefault(one.name, one)
    if not by_name or not any(mark in text for mark in MARKS):
        return ()
    names = sorted(filter(None, by_name), key=lambda name: -len(name))
    found = (by_name[text[begin + 1 : end]] for begin, end in spans(text, names))
    return tuple(dict.fromkeys(found))[:MOST]


def spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where names are mentioned in a text, each from its mark to its end."""
    for found in re.finditer(f"[{MARKS}]", text):
        begin = found.start()
        if begin and text[begin - 1].isascii() and text[begin - 1].isalnum():
            continue  # An address of mail, perhaps.
        fitting = [name for name in names if text.startswith(name, begin + 1)]
        if fitting:
            yield begin, begin + 1 + len(max(fitting, key=len))


def fragment_before(text: str, cursor: int) -> str | None:
    """What was typed after the last mark before the cursor; None where no name is being typed."""
    begin = max(text.rfind(mark, 0, cursor) for mark in MARKS)
    fragment = text[begin + 1 : cursor]
    if begin < 0 or len(fragment) > LONGEST_FRAGMENT or any(c.isspace() for c in fragment):
        return None
    return fragment


def proposed(fragment: str, known: Iterable[Mention], *, by_sound: bool) -> list[Mention]:
    """Who may be meant by the beginning of a name, by letters, number or sound.

    Args:
        fragment: What was typed after the mark.
        known: All who can be mentioned, those first who are to be proposed first.
        by_sound: Whether the sounds of the names are at hand; else they would have to be read.
    """
    # Late: orders know what a mention is, and no start needs how names sound.
    from console.domain.pinyin import pattern_of, spelling

    wanted = fragment.casefold()
    sound = pattern_of(fragment) if by_sound else None
    found: list[Mention] = []
    for one in known:
        fits = wanted in one.name.casefold() or bool(wanted and wanted in one.number.casefold())
        if fits or (sound is not None and sound.search(spelling(one.name)) is not None):
            found.append(one)
            if len(found) == SHOWN:
                break
    return found


def mentioned(payload: Payload) -> tuple[Mention, ...]:
    """Who is mentioned in the note of an event."""
    told = payload.get("mentions")
    if not isinstance(told, list):
        return ()
    return tuple(
        Mention(Whom(one["kind"]), str(one["name"]), one.get("member"))
        for one in told
        if isinstance(one, dict) and one.get("kind") in frozenset(Whom)
    )


def tells(event: Event, operator: str) -> bool:
    """Whether an event is a note by which somebody else mentions an operator."""
    key = person_key(operator)
    return person_key(event.operator) != key and any(
        one.kind is Whom.OPERATOR and person_key(one.name) == key
        for one in mentioned(event.payload)
    )
