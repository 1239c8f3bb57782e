"""What was begun to be typed on incidents; it stays until the deed that it is for is done."""

from uuid import uuid4

from console.domain.drafts import TextDraft
from console.domain.lifecycle import Deed
from console.live.journal import Journal

_About = tuple[int, Deed, int | None]


class Drafts:
    """Texts by incident, deed and member, if it is about one: a refusal costs no word.

    The Journal keeps them on disk: a console that ends in the middle of a word costs none either.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._texts: dict[_About, str] = {}
        self._keys: dict[_About, str] = {}

    def text(self, incident: int, deed: Deed, member: int | None = None) -> str:
        """What was typed so far."""
        return self._texts.get((incident, deed, member), "")

    def keep(self, incident: int, deed: Deed, text: str, member: int | None = None) -> None:
        """Keep what is typed."""
        about = (incident, deed, member)
        if not text:
            self.drop(*about)
            return
        self._texts[about] = text
        key = self._keys.setdefault(about, f"text-{uuid4().hex}")
        now = self._journal.now()
        self._journal.keep(TextDraft(key, now, incident, deed, text, member))

    def offer(self, incident: int, deed: Deed, text: str) -> None:
        """Keep a text for a deed for which nothing was typed yet."""
        if text and not self.text(incident, deed):
            self.keep(incident, deed, text)

    def take_up(self, draft: TextDraft) -> None:
        """Go on with what an earlier run of the console left; nothing typed since is lost."""
        about = (draft.incident, draft.deed, draft.member)
        begun = self._texts.get(about, "")
        text = draft.text if begun in ("", draft.text) else f"{draft.text} {begun}"
        self._journal.drop(draft.key)
        self.keep(draft.incident, draft.deed, text, draft.member)

    def drop(self, incident: int, deed: Deed, member: int | None = None) -> None:
        """The deed is done."""
        about = (incident, deed, member)
        self._texts.pop(about, None)
        key = self._keys.pop(about, None)
        if key is not None:
            self._journal.drop(key)
