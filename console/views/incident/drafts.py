"""What was begun to be typed on incidents; it stays until the deed that it is for is done."""

from console.domain.lifecycle import Deed


class Drafts:
    """Texts by incident, deed and member, if it is about one: a refusal costs no word."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, Deed, int | None], str] = {}

    def text(self, incident: int, deed: Deed, member: int | None = None) -> str:
        """What was typed so far."""
        return self._texts.get((incident, deed, member), "")

    def keep(self, incident: int, deed: Deed, text: str, member: int | None = None) -> None:
        """Keep what is typed."""
        self._texts[incident, deed, member] = text

    def offer(self, incident: int, deed: Deed, text: str) -> None:
        """Keep a text for a deed for which nothing was typed yet."""
        if text and not self.text(incident, deed):
            self.keep(incident, deed, text)

    def drop(self, incident: int, deed: Deed, member: int | None = None) -> None:
        """The deed is done."""
        self._texts.pop((incident, deed, member), None)
