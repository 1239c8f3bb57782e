"""Many changes to what is shown, and one search for their places."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(widgets: Iterable[QWidget]) -> Iterator[None]:
    """Show and hide what these widgets hold; they lay it out once, when the event loop goes on.

    Qt lays out everything around a widget again for each one that is shown in a visible window.
    """
    layouts = [layout for widget in widgets if (layout := widget.layout()) is not None]
    held = [layout for layout in layouts if layout.isEnabled()]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)
