"""The chips over the queue: the views that everybody has, and those that the operator has kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from console.domain.queue_views import Group, Narrowing, QueueView, named
from console.live.picture import Picture
from console.views.queue.model import QueueModel
from console.widgets.chip import FilterChips
from console.widgets.queue_memory import QueueMemory
from console.widgets.words_queue import group_label

OWN = "view:"
"""Before the name of an own view, among the keys of the chips."""

CHANGED = "*"
"""After the name of the view in force, when what is shown is no longer what was kept."""


class Views(QObject):
    """Chooses, keeps, renames and removes views, and counts what each of them holds."""

    shown = Signal()
    """Another view is shown; the filter's text may be another one."""

    def __init__(
        self,
        chips: FilterChips,
        model: QueueModel,
        picture: Picture,
        memory: QueueMemory,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._chips, self._model, self._picture = chips, model, picture
        self._memory, self._clock = memory, clock
        self.own: QueueView | None = None
        """The own view in force."""
        chips.chosen.connect(self.choose)
        memory.changed.connect(self._kept_otherwise)

    @property
    def all(self) -> tuple[QueueView, ...]:
        """The views that the operator has kept."""
        return self._memory.views

    @property
    def changed(self) -> bool:
        """Whether an own view is in force and something else is shown than what was kept."""
        return self.own is not None and replace(self._model.view, name=self.own.name) != self.own

    # What the operator does

    def choose(self, key: str) -> None:
        """Show a view by the key of its chip."""
        if key.startswith(OWN):
            self._choose_own(key.removeprefix(OWN))
            return
        if self.own is not None:
            # What an own view has narrowed goes with it; its order stays.
            self.own = None
            self._model.narrow(group=Group(key), text="", grid="", category="")
        else:
            self._model.narrow(group=Group(key))
        self._tell()

    def choose_nth(self, place: int) -> None:
        """Show the view of the chip at a place, from 0 on; nothing where there is none."""
        keys = self._chips.keys
        if place < len(keys):
            self.choose(keys[place])

    def keep(self, name: str) -> None:
        """Keep what is shown as a new view under a name that it can have."""
        view = replace(self._model.view, name=named(name))
        self.own = view
        self._memory.keep_views((*self.all, view))
        self._tell()

    def update(self) -> None:
        """Keep what is shown as what the view in force shows."""
        if self.own is not None:
            self._replace(replace(self._model.view, name=self.own.name))

    def rename(self, name: str) -> None:
        """Call the view in force by another name that it can have."""
        if self.own is not None:
            self._replace(replace(self.own, name=named(name)))

    def remove(self) -> None:
        """Forget the view in force; what is shown stays."""
        if self.own is not None:
            gone, self.own = self.own, None
            self._memory.keep_views(tuple(view for view in self.all if view.name != gone.name))
            self._tell()

    def leave(self) -> None:
        """Show everything: neither a group, nor words, nor a grid, nor a category."""
        self.own = None
        self._model.narrow(group=Group.ALL, text="", grid="", category="")
        self._tell()

    def count(self) -> None:
        """Say on every chip how many there are now."""
        now = self._clock()
        counts = self._picture.counts(now)
        numbers = {
            Group.ALL: len(self._picture.incidents),
            Group.MINE: self._counted(Narrowing(Group.MINE)),
            Group.UNVERIFIED: counts.unverified,
            Group.TO_DISPATCH: counts.to_dispatch,
            Group.RUNNING: counts.running,
            Group.TO_CHECK: counts.to_check,
            Group.OVERDUE: counts.overdue,
        }
        chips = [(group.value, group_label(group), number) for group, number in numbers.items()]
        for view in self.all:
            edited = self.own is not None and view.name == self.own.name and self.changed
            label = f"{view.name}{CHANGED}" if edited else view.name
            chips.append((OWN + view.name, label, self._counted(view.narrowing)))
        self._chips.set_chips(chips)

    # How it is done

    def _counted(self, narrowing: Narrowing) -> int:
        return self._model.counted(narrowing, self._clock().timestamp())

    def _choose_own(self, name: str) -> None:
        view = next((view for view in self.all if view.name == name), None)
        if view is not None:
            self.own = view
            self._model.show_view(view)
            self._tell()

    def _replace(self, view: QueueView) -> None:
        old, self.own = self.own, view
        self._memory.keep_views(
            tuple(view if old is not None and one.name == old.name else one for one in self.all)
        )
        self._tell()

    def _kept_otherwise(self) -> None:
        """Views were kept, or imported: chips for those that are there now, in their order."""
        if self.own is not None and self.own not in self.all:
            self.own = None
        for key in self._chips.keys:
            if key.startswith(OWN):
                self._chips.remove(key)
        self._tell()

    def _tell(self) -> None:
        self.count()
        own = self.own
        self._chips.set_chosen(
            self._model.narrowing.group.value if own is None else OWN + own.name
        )
        self.shown.emit()
