"""Many short texts in which words are found at once, while some of them come, change and go."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

CHUNK = 10
"""Texts whose numbers differ in the last so many bits only are searched as one text."""


class _Chunk:
    """Some texts, joined when somebody looks for something in them after a change."""

    __slots__ = ("_joined", "_keys", "_starts", "texts")

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self._joined: str | None = None
        self._keys: list[int] = []
        self._starts: list[int] = []

    def changed(self) -> None:
        self._joined = None

    def join(self, *, backwards: bool) -> str:
        if self._joined is None:
            self._keys = sorted(self.texts, reverse=backwards)
            self._starts = []
            end = 0
            for key in self._keys:
                self._starts.append(end)
                end += len(self.texts[key]) + 1
            self._joined = "\n".join([*(self.texts[key] for key in self._keys), ""])
        return self._joined

    def row_at(self, place: int) -> tuple[int, int]:
        """The number of the text at a place in the joined one, and where the next begins."""
        row = bisect_right(self._starts, place) - 1
        key = self._keys[row]
        return key, self._starts[row] + len(self.texts[key]) + 1


class Haystack:
    """Texts by number; a change costs as much as joining some thousand of them, when needed.

    Args:
        backwards: Whether the highest numbers are found first.
    """

    def __init__(self, *, backwards: bool = False) -> None:
        self._backwards = backwards
        self._chunks: dict[int, _Chunk] = {}
        self._order: list[int] = []

    def put(self, key: int, text: str) -> None:
        """Take a text in, or what it now is; line breaks in it would part it in two."""
        chunk = self._chunks.get(key >> CHUNK)
        if chunk is None:
            chunk = self._chunks[key >> CHUNK] = _Chunk()
            self._order = sorted(self._chunks, reverse=self._backwards)
        if chunk.texts.get(key) != text:
            chunk.texts[key] = text
            chunk.changed()

    def drop(self, key: int) -> None:
        """Let a text go; one that is not there is gone already."""
        chunk = self._chunks.get(key >> CHUNK)
        if chunk is not None and chunk.texts.pop(key, None) is not None:
            chunk.changed()

    def prepare(self) -> None:
        """Join what is to be joined, ahead of the first question."""
        for chunk in self._chunks.values():
            chunk.join(backwards=self._backwards)

    def holding(self, words: Sequence[str], most: int) -> list[int]:
        """The numbers of the first texts that hold all the words."""
        if not words:
            return []
        longest_first = sorted(words, key=len, reverse=True)

        def places(joined: str) -> Callable[[int], int]:
            # Where one of the words is nowhere, no text need be looked at.
            if any(word not in joined for word in longest_first):
                return lambda _begin: -1
            return lambda begin: joined.find(longest_first[0], begin)

        return self._found(places, most, lambda text: all(word in text for word in words))

    def matching(self, pattern: re.Pattern[str], most: int) -> list[int]:
        """The numbers of the first texts in which a pattern, which matches no empty text, is."""

        def places(joined: str) -> Callable[[int], int]:
            def place(begin: int) -> int:
                found = pattern.search(joined, begin)
                return -1 if found is None else found.start()

            return place

        return self._found(places, most, lambda _text: True)

    def _found(
        self,
        places: Callable[[str], Callable[[int], int]],
        most: int,
        fits: Callable[[str], bool],
    ) -> list[int]:
        found: list[int] = []
        for chunk in self._in_order():
            next_place = places(chunk.join(backwards=self._backwards))
            place = next_place(0)
            while place >= 0:
                key, end = chunk.row_at(place)
                if fits(chunk.texts[key]):
                    found.append(key)
                    if len(found) == most:
                        return found
                place = next_place(end)
        return found

    def _in_order(self) -> Iterator[_Chunk]:
        return (self._chunks[number] for number in self._order)
