"""Properties that the style sheet looks at: changed only where they differ, then painted anew."""

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, **properties: object) -> None:
    """Give a widget properties by which the style sheet chooses how it looks.

    To look a widget up in the style sheet takes more time than to paint it, so that nothing is
    done where all of them hold already.
    """
    changed = [pair for pair in properties.items() if widget.property(pair[0]) != pair[1]]
    for name, value in changed:
        widget.setProperty(name, value)
    if changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
