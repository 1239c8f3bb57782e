"""The menu of the queue's views: choose one, keep what is shown, change what was kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from console.domain.keymap import ACTIONS
from console.domain.queue_views import Group
from console.views.queue.menus import ChoiceMenu
from console.views.queue.views import OWN, Views
from console.widgets.keys import key_mark
from console.widgets.words_queue import group_label


class ViewMenu(ChoiceMenu):
    """All views with their keys; below them what can be done with the one in force."""

    new_wanted = Signal()
    name_wanted = Signal()

    def __init__(self, views: Views, chosen: Group, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = views.own
        keys = ACTIONS["queue_view"].keys
        names = [(group.value, group_label(group)) for group in Group]
        names += [(OWN + view.name, view.name) for view in views.all]
        now = chosen.value if own is None else OWN + own.name
        for place, (key, name) in enumerate(names):
            mark = keys[place] if place < len(keys) else ""
            self.choice(f"{name}\t{mark}", partial(views.choose, key), checked=key == now)
        self.addSeparator()
        new = self.tr("Keep as a new view…") + f"\t{key_mark('queue_keep')}"
        self._deed(new, self.new_wanted.emit)
        if own is not None:
            name = own.name
            update = self._deed(self.tr("Update “{name}”").format(name=name), views.update)
            update.setEnabled(views.changed)
            rename = self.tr("Rename “{name}”…").format(name=name)
            self._deed(rename, self.name_wanted.emit)
            self._deed(self.tr("Remove “{name}”").format(name=name), views.remove)

    def _deed(self, text: str, do: Callable[[], object]) -> QAction:
        action = self.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _on=False: do())
        return action
