"""How a row of the queue is laid out: its lengths, for the text size at first."""

from typing import NamedTuple

from console.widgets.chip import PADDING


class Measures(NamedTuple):
    """A row's measures in pixels, from its left or top, and between its parts.

    The texts must have ``roomy``, or what stands at the right is stacked in two lines; a title
    must have ``marked_room`` beside the marker of a new row.
    """

    text_left: int = 40
    first_line: int = 20
    second_line: int = 38
    stacked_limit: int = 17
    stacked_chip: int = 39
    mark_middle: int = 22
    edge: int = 14
    gap: int = 12
    eye: int = 14
    near: int = 6
    beside_ring: int = 8
    flatter: int = 4
    padding: int = PADDING
    roomy: int = 190
    marked_room: int = 100
