"""Fills the places of a sentence."""

from collections import defaultdict
from collections.abc import Mapping

UNKNOWN = "—"
"""What stands where a detail is not known."""


def filled(sentence: str, details: Mapping[str, object]) -> str:
    """A sentence with its places filled in; one whose detail is missing says so and stops nothing.

    What is filled in is never looked at for places itself.
    """
    return sentence.format_map(defaultdict(lambda: UNKNOWN, details))
