"""Codes as small numbers, so that they stand in columns; and the order that codes have."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.signedinteger]
"""Which place each number has among all of them."""

FEW = 2**15
"""Fewer codes than these fit into numbers of two bytes, which are sorted much faster."""


class Codes:
    """A number for each code, given when it is first seen; what has no code comes last."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._numbers: dict[str, int] = {}
        self._ranks: Ranks = np.zeros(0, np.int16)

    def number(self, code: str) -> int:
        """The number of a code, perhaps a new one."""
        found = self._numbers.get(code)
        if found is None:
            found = self._numbers[code] = len(self.codes)
            self.codes.append(code)
        return found

    def numbers(self, codes: list[str]) -> list[int]:
        """The numbers of many codes, of which most are the same."""
        for code in dict.fromkeys(codes):
            self.number(code)
        return list(map(self._numbers.__getitem__, codes))

    def find(self, code: str) -> int | None:
        """The number of a code that has one."""
        return self._numbers.get(code)

    @property
    def ranks(self) -> Ranks:
        """The place of each number in the order of the codes.

        New codes come in between the others, whose order among themselves never changes.
        """
        if len(self._ranks) != len(self.codes):
            order = sorted(
                range(len(self.codes)), key=lambda n: (not self.codes[n], self.codes[n])
            )
            self._ranks = np.zeros(len(order), np.int16 if len(order) < FEW else np.int32)
            self._ranks[order] = np.arange(len(order))
        return self._ranks

    def among(self, wanted: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Of which numbers the codes are wanted."""
        return np.fromiter(map(wanted, self.codes), np.bool_, len(self.codes))
