"""Lengths in the text size that holds; what was measured is measured anew when that changes.

As with the keys there is one text size in a program. What is painted takes its lengths out of its
theme instead, because a wall has a size of its own.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

WHOLE = 100
"""The text size at first, in hundredths."""

AROUND = QSize(40, 60)
"""What a dialog leaves free of a screen: its own frame, and a little of what lies below."""


class _Sizes(QObject):
    """The text size in force, in hundredths of what it is at first."""

    changed = Signal()
    percent = WHOLE


class _Force:
    sizes = _Sizes()


def use_percent(percent: int) -> None:
    """Put a text size in force, for all that was measured and all that will be."""
    if percent != _Force.sizes.percent:
        _Force.sizes.percent = percent
        _Force.sizes.changed.emit()


def px(length: int) -> int:
    """A length, given for the text size at first, in the one that holds."""
    return scaled(length, _Force.sizes.percent)


def scaled(length: int, percent: int) -> int:
    """A length in a text size; never nothing, and never half a pixel."""
    return length if percent == WHOLE else max(min(length, 1), round(length * percent / WHOLE))


def whenever(measure: Callable[[], object]) -> None:
    """Have a widget's own method called whenever the text size has changed."""
    _Force.sizes.changed.connect(measure)


def sized(setter: Callable[..., object], *lengths: int, at: int | None = None) -> None:
    """Give a widget lengths, now and in each text size to come.

    Args:
        setter: The widget's own method that takes them, such as ``button.setFixedHeight``.
        lengths: For the text size at first.
        at: A column or the like that comes before them and is no length.
    """
    _follow(_Follower, setter, () if at is None else (at,), lengths)


def sized_window(window: QWidget, width: int, height: int) -> None:
    """Make a dialog so large, in each text size to come, but not larger than its screen."""
    _follow(_WindowFollower, window.resize, (), (width, height))


def _follow(
    kind: "type[_Follower]",
    setter: Callable[..., object],
    before: tuple[int, ...],
    lengths: tuple[int, ...],
) -> None:
    owner: object = getattr(setter, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError(f"{setter!r} is no method of a widget")
    for child in owner.children():
        if isinstance(child, _Follower) and child.concerns(setter.__name__, before):
            child.change(lengths)
            return
    kind(owner, setter.__name__, before, lengths)


class _Follower(QObject):
    """A child of what it measures, so that it goes with it; it keeps nothing alive."""

    def __init__(
        self, owner: QObject, setter: str, before: tuple[int, ...], lengths: tuple[int, ...]
    ) -> None:
        super().__init__(owner)
        self._setter, self._before, self._lengths = setter, before, lengths
        _Force.sizes.changed.connect(self._measure)
        self._measure()

    def concerns(self, setter: str, before: tuple[int, ...]) -> bool:
        """Whether it gives lengths to this method."""
        return self._setter == setter and self._before == before

    def change(self, lengths: tuple[int, ...]) -> None:
        """Give other lengths from now on."""
        self._lengths = lengths
        self._measure()

    def _measure(self) -> None:
        owner = self.parent()
        if owner is not None:
            self._apply(owner, [px(length) for length in self._lengths])

    def _apply(self, owner: QObject, lengths: list[int]) -> None:
        getattr(owner, self._setter)(*self._before, *lengths)


class _WindowFollower(_Follower):
    """Knows the screen, too."""

    @override
    def _apply(self, owner: QObject, lengths: list[int]) -> None:
        if isinstance(owner, QWidget):
            room = owner.screen().availableSize() - AROUND
            owner.resize(QSize(*lengths).boundedTo(room))
