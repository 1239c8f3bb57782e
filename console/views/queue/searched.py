"""The texts of the queue's rows as one long text, in which a word is found at once.

It is kept in UTF-16, because an array is searched for a number much faster than 100,000 strings
are for a word.
"""

from array import array
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)


class LongText:
    """One text a slot; each has its end where the next one begins, and is in lower case.

    Args:
        pieces: The texts of the first slots, some at a time. They are taken in by ``read_on``,
            and at the latest when they are asked for: nobody searches a queue before it is there.
    """

    def __init__(self, pieces: Iterator[list[str]]) -> None:
        self._pieces: Iterator[list[str]] | None = pieces
        self._units, self._lengths = bytearray(), array("q")
        self._used = self._count = 0
        self._text = np.zeros(0, np.uint16)
        self._ends = np.zeros(0, np.int64)

    def read_on(self) -> bool:
        """Take in some more texts of the first slots; whether there may be others."""
        if self._pieces is None:
            return False
        texts = next(self._pieces, None)
        if texts is not None:
            units, lengths = _all_units(texts)
            self._units += units
            self._lengths.extend(lengths)
            return True
        self._pieces = None
        self._used, self._count = len(self._units) // 2, len(self._lengths)
        ends = np.cumsum(np.frombuffer(self._lengths, np.int64))
        # With room for more: the first new text must not wait until all others are copied.
        self._text = roomy(np.frombuffer(self._units, np.uint16), 2 * self._used)
        self._ends = roomy(ends, 2 * self._count)
        self._units, self._lengths = bytearray(), array("q")
        return False

    def is_at(self, slot: int, text: str) -> bool:
        """Whether a slot has a text."""
        self._read_all()
        begin = self._begin(slot)
        return np.array_equal(_units(text), self._text[begin : self._ends[slot]])

    def add(self, text: str) -> None:
        """Give the next slot a text."""
        self._read_all()
        units = _units(text)
        end = self._used + len(units)
        self._text = roomy(self._text, end)
        self._text[self._used : end] = units
        self._used = end
        self._ends = roomy(self._ends, self._count + 1)
        self._ends[self._count] = end
        self._count += 1

    def holding(self, words: list[str], first: int, end: int) -> NDArray[np.bool_]:
        """Which of the slots from the first to before the end hold all the words."""
        found = np.ones(end - first, np.bool_)
        if not words or end == first:
            return found
        self._read_all()
        begin, ends = self._begin(first), self._ends[first:end]
        text = self._text[begin : ends[-1]]
        for word in words:
            holding = np.zeros(end - first, np.bool_)
            holding[np.searchsorted(ends, begin + _found(word, text), side="right")] = True
            found &= holding
        return found

    def _read_all(self) -> None:
        while self.read_on():
            pass

    def _begin(self, slot: int) -> int:
        return int(self._ends[slot - 1]) if slot else 0


def roomy(array: NDArray[T], needed: int) -> NDArray[T]:
    """The same array, or a larger one with the same beginning.

    The system gives memory for the room only when it is used.
    """
    if needed <= len(array) and array.flags.writeable:
        return array
    larger = np.zeros(max(needed, 2 * len(array)), array.dtype)
    larger[: len(array)] = array
    return larger


def _encoded(text: str) -> bytes:
    # A lone half of a surrogate pair is no text, but may stand in a title all the same.
    return text.encode("utf-16-le", "surrogatepass")


def _units(text: str) -> NDArray[np.uint16]:
    return np.frombuffer(_encoded(text.lower()), np.uint16)


def _all_units(texts: list[str]) -> tuple[bytes, list[int]]:
    """All the texts one after the other in lower case, and how long each of them is."""
    whole = "".join(texts)
    lower = whole.lower()
    units = _encoded(lower)
    if len(whole) == len(lower) == len(units) // 2:
        # Each character is one unit, as in nearly all texts: none need be looked at by itself.
        return units, [len(text) for text in texts]
    each = [_encoded(text.lower()) for text in texts]
    return b"".join(each), [len(one) // 2 for one in each]


def _found(word: str, text: NDArray[np.uint16]) -> NDArray[np.intp]:
    """Where a word begins in a text."""
    units = np.frombuffer(_encoded(word), np.uint16)
    found = np.flatnonzero(text[: max(0, len(text) - len(units) + 1)] == units[0])
    for offset, unit in enumerate(units[1:], 1):
        found = found[text[found + offset] == unit]
    return found
