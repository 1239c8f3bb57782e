"""Tool tips of text that came from outside."""

from html import escape

LONGEST = 400
"""So many characters of a text are shown in a tool tip."""


def plain_tip(text: str) -> str:
    """A tool tip that shows a text as it is.

    Qt guesses whether a tool tip is markup; a title that looks like it must not be rendered, let
    alone fetch a picture.
    """
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f"<span>{escape(cut)}</span>" if cut else ""
