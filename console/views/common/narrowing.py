"""Which members the roster shows, and the text in which the filter looks for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from console.domain.people import Badge, BadgeLevel, BadgeLook, Duty, Member, look_of
from console.domain.pinyin import pattern_of, spelling
from console.live.picture import Picture

Test = Callable[[Member], bool]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which members are shown; None, False and empty mean all.

    A skill is had also by who is in training for it; ``ending`` keeps whose badge ends soon.
    """

    skill: str | None = None
    ending: bool = False
    duty: Duty | None = None
    base_grid: str | None = None
    text: str = ""

    def tests(self, today: date) -> list[Test]:
        """What a member must pass apart from the text; nothing is asked that was not chosen."""
        duty, grid = self.duty, self.base_grid
        found: list[Test] = []
        if duty is not None:
            found.append(lambda member: member.duty is duty)
        if grid is not None:
            found.append(lambda member: member.grid.startswith(grid))
        if self.ending:
            found.append(lambda member: _ends(member, today))
        if self.skill is not None:
            found.append(lambda member: self._has(member, today))
        return found

    def _has(self, member: Member, today: date) -> bool:
        badge = None if self.skill is None else member.badge(self.skill)
        if badge is None:
            return False
        return badge.level is BadgeLevel.TRAINING or badge.certifies(today)


def _ends(member: Member, today: date) -> bool:
    return any(look_of(badge, today) is BadgeLook.EXPIRING for badge in member.badges)


class Searched:
    """The texts in which the filter looks, each made once for a member as they now are."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture
        self._texts: dict[int, tuple[Member, str]] = {}
        self._day: date | None = None

    def clear(self) -> None:
        """Make all texts anew: what is in them of the catalogue has changed."""
        self._texts.clear()

    def prepare(self, members: Iterable[Member], today: date) -> None:
        """Make texts ahead of the first question."""
        self._begin(today)
        for member in members:
            self._text(member)

    def among(self, members: Iterable[Member], wanted: Narrowing, today: date) -> list[Member]:
        """The members that are shown, in the order given."""
        self._begin(today)
        rows = list(members)
        for passes in wanted.tests(today):
            rows = [member for member in rows if passes(member)]
        for word in wanted.text.split():
            rows = self._with(word, rows)
        return rows

    def _begin(self, today: date) -> None:
        if today != self._day:
            # Another day, other badges.
            self.clear()
            self._day = today

    def _with(self, word: str, members: list[Member]) -> list[Member]:
        text, pattern = self._text, pattern_of(word)
        if pattern is None:
            return [member for member in members if word in text(member)]
        sounds = pattern.search
        return [m for m in members if word in text(m) or sounds(spelling(m.name))]

    def _text(self, member: Member) -> str:
        found = self._texts.get(member.id)
        # Members are never changed: another state of one is another object.
        if found is None or found[0] is not member:
            found = self._texts[member.id] = (member, self._make(member))
        return found[1]

    def _make(self, member: Member) -> str:
        skills = self._picture.skills
        shown = (b for b in member.badges if b.skill in skills and self._shows(b))
        marks = " ".join(skills[badge.skill].monogram for badge in shown)
        grid = member.home
        return f"{member.number} {member.name} {grid} {member.phone} {marks}".lower()

    def _shows(self, badge: Badge) -> bool:
        return self._day is not None and look_of(badge, self._day) is not BadgeLook.NOT_HELD
