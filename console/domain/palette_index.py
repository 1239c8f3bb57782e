"""What the command palette finds: incidents, members, and all that has a name, each by its words.

Names are found by their words in either language, by pinyin initials and by pinyin in full.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.domain.codes import short_code
from console.domain.haystack import Haystack
from console.domain.incident import Incident
from console.domain.people import Member
from console.domain.pinyin import pattern_of, spelling, whole_pattern_of
from console.domain.text import one_line

SEARCHED = 200
"""So many characters of a title and of an address are searched."""

MANY = 400
"""Among so many members that fit the first word the others are looked for."""

KNOWN = 500
"""So many answers are kept for whoever asks again."""

_NUMBER = re.compile(r"#?(?:[a-z]+-)?(?:\d+-)?\d{1,18}", re.IGNORECASE)


class Kind(StrEnum):
    """What is found."""

    DEED = "deed"
    ACTION = "action"
    PAGE = "page"
    INCIDENT = "incident"
    MEMBER = "member"
    GRID = "grid"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, and the words by which people call it, in small letters."""

    kind: Kind
    name: str
    words: tuple[str, ...]


class Index:
    """All that can be found; whoever changes something puts it in again."""

    def __init__(self) -> None:
        self.incidents: dict[int, Incident] = {}
        self.members: dict[int, Member] = {}
        self.skills: Mapping[str, str] = {}
        self._texts = Haystack(backwards=True)
        self._people = Haystack()
        self._sounds = Haystack()
        self._named: dict[Named, tuple[str, ...]] = {}
        # Several readings of one line ask the same; so does whoever takes a letter back.
        self._known: dict[tuple[str, ...], list[int]] = {}

    # What is in it

    def put_incident(self, incident: Incident) -> None:
        """Take an open incident in, or what it now is."""
        before = self.incidents.get(incident.id)
        self.incidents[incident.id] = incident
        self._known.clear()
        if before is not None and _same_words(before, incident):
            return
        title = one_line(incident.title[:SEARCHED])
        address = one_line(incident.address[:SEARCHED])
        grid = short_code(incident.grid) if incident.grid else ""
        self._texts.put(incident.id, f"{incident.number}\t{title} {address} {grid}".lower())

    def drop_incident(self, number: int) -> None:
        """Let an incident go that is no longer open."""
        if self.incidents.pop(number, None) is not None:
            self._known.clear()
            self._texts.drop(number)

    def put_member(self, member: Member) -> None:
        """Take a member in, or what they now are; how the name sounds is put in apart."""
        before = self.members.get(member.id)
        self.members[member.id] = member
        self._known.clear()
        if before is None or (before.number, before.name) != (member.number, member.name):
            text = f"{member.number} {one_line(member.name)}".lower()
            self._people.put(member.id, text)

    def put_sound(self, member: Member) -> None:
        """Make a member's name be found by how it sounds; slow where it was never worked out."""
        self._known.clear()
        self._sounds.put(member.id, spelling(member.name))

    def put_names(self, named: Iterable[Named]) -> None:
        """Take in all that has a name, in place of what had one; not yet how it sounds."""
        self._named = dict.fromkeys(named, ())

    def learn_sounds(self) -> None:
        """Make names be found by how their Chinese words sound; slow at the first time."""
        for one in self._named:
            self._named[one] = tuple(filter(None, map(spelling, one.words)))

    @property
    def words(self) -> list[str]:
        """All words of all that has a name."""
        return [word for one in self._named for word in one.words]

    def prepare(self) -> None:
        """Work out ahead what the first question would wait for."""
        for haystack in (self._texts, self._people, self._sounds):
            haystack.prepare()

    def skill_of(self, category: str) -> str | None:
        """The skill that a category needs."""
        return self.skills.get(category)

    # What is found

    def named(self, kind: Kind) -> list[Named]:
        """All that have a name of a kind, in their order."""
        return [one for one in self._named if one.kind is kind]

    def called(
        self, text: str, kind: Kind | None = None
    ) -> tuple[list[Named], list[Named], list[Named]]:
        """What is called exactly so, what only begins so, and what holds it."""
        whole, begin, part = [], [], []
        for one, sounds in self._named.items():
            if kind is not None and one.kind is not kind:
                continue
            if _is_called(one, sounds, text):
                whole.append(one)
            elif _begins(one, sounds, text):
                begin.append(one)
            elif len(text) > 1 and any(text in word for word in one.words):
                part.append(one)
        return whole, begin, part

    def numbered(self, word: str) -> list[int]:
        """The open incidents that a word is the number of: the very one, else all that end so."""
        if not _NUMBER.fullmatch(word):
            return []
        word = word.lstrip("#")
        value = int(word.rpartition("-")[2])
        # With its zeros, as it is written, few numbers end in it.
        written = f"{word.rpartition('-')[0]}-{value:04d}" if "-" in word else f"{value:04d}"
        direct = self.incidents.get(value)
        if direct is not None and direct.number.lower() == written:
            return [value]
        found = self._holding(self._texts, [f"{written}\t"], SEARCHED)
        exact = [number for number in found if _tail(self.incidents[number]) == value]
        return exact or self._holding(self._texts, [f"{word}\t"], SEARCHED)

    def incidents_like(self, words: Sequence[str], most: int) -> list[int]:
        """The newest open incidents with all the words in number, title, address or grid."""
        return self._holding(self._texts, words, most)

    def members_named(self, words: Sequence[str], most: int) -> tuple[list[int], list[int]]:
        """Whose whole name or number the words are, and who is found by parts of them.

        A word is part of a number or of a name, or spells a name or its beginning.
        """
        if not words:
            return [], []
        exact = self._exactly(words[0]) if len(words) == 1 else []
        first, *others = sorted(words, key=len, reverse=True)
        wanted = MANY if others else most + len(exact)
        found = list(
            dict.fromkeys(
                [*self._holding(self._people, [first], wanted), *self._sounding(first, wanted)]
            )
        )
        taken = set(exact)
        fits = (n for n in found if n not in taken and all(self._fits(n, w) for w in others))
        return exact[:most], list(fits)[:most]

    def _exactly(self, word: str) -> list[int]:
        found = []
        pattern = whole_pattern_of(word)
        if pattern is not None:
            found += self._matching(pattern, MANY)
        for number in self._holding(self._people, [word], MANY):
            member = self.members[number]
            if word in (member.number.lower(), member.name.lower()):
                found.append(number)
        return list(dict.fromkeys(found))

    def _sounding(self, word: str, most: int) -> list[int]:
        pattern = pattern_of(word)
        return [] if pattern is None else self._matching(pattern, most)

    def _holding(self, texts: Haystack, words: Sequence[str], most: int) -> list[int]:
        key = (str(id(texts)), str(most), *words)
        if key not in self._known:
            self._remember(key, texts.holding(words, most))
        return self._known[key]

    def _matching(self, pattern: re.Pattern[str], most: int) -> list[int]:
        key = (pattern.pattern, str(most))
        if key not in self._known:
            self._remember(key, self._sounds.matching(pattern, most))
        return self._known[key]

    def _remember(self, key: tuple[str, ...], found: list[int]) -> None:
        if len(self._known) >= KNOWN:
            self._known.clear()
        self._known[key] = found

    def _fits(self, number: int, word: str) -> bool:
        member = self.members[number]
        if word in f"{member.number} {member.name}".lower():
            return True
        pattern = pattern_of(word)
        return pattern is not None and pattern.search(spelling(member.name)) is not None


def _tail(incident: Incident) -> int:
    return int(incident.number.rpartition("-")[2])


def _same_words(one: Incident, other: Incident) -> bool:
    return (one.title, one.address, one.grid) == (other.title, other.address, other.grid)


def _is_called(one: Named, sounds: Iterable[str], text: str) -> bool:
    if text in one.words:
        return True
    pattern = whole_pattern_of(text)
    return pattern is not None and any(pattern.search(sound) for sound in sounds)


def _begins(one: Named, sounds: Iterable[str], text: str) -> bool:
    if any(word.startswith(text) for word in one.words):
        return True
    pattern = pattern_of(text)
    return pattern is not None and any(pattern.match(sound) for sound in sounds)
