"""The line below the rows: how many are shown, of what alone, and what is held back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from console.domain.text import one_line
from console.live.picture import Picture
from console.views.queue.model import QueueModel
from console.views.queue.texts import grid_name
from console.widgets.keys import key_mark
from console.widgets.labels import localised
from console.widgets.plain import ElidedLabel


class Summary(QWidget):
    """Says it in one line, whose height never changes: the rows above stay where they are."""

    release_requested = Signal()

    def __init__(self, picture: Picture, model: QueueModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture, self._model = picture, model
        self.label = ElidedLabel(self)
        self.label.setProperty("role", "dim")
        self.held = QPushButton(self)
        self.held.setProperty("kind", "note")
        self.held.clicked.connect(self.release_requested)
        self.held.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        self.setFixedHeight(self.held.sizeHint().height())
        layout.addWidget(self.label, 1)
        layout.addWidget(self.held)

    def text(self) -> str:
        """What the line says."""
        return self.label.text()

    def show_now(self) -> None:
        """Say how it is now."""
        parts = [
            self.tr("{shown} of {open} open incidents").format(
                shown=self._model.count, open=len(self._picture.incidents)
            ),
            *self._alone(),
        ]
        self.label.setText(" · ".join(parts))
        new, moved = self._model.waiting
        self.held.setVisible(bool(new or moved))
        if new or moved:
            text = (
                self.tr("{new} new · rows held").format(new=new) if new else self.tr("rows held")
            )
            key = key_mark("queue_release")
            self.held.setText(f"{text}  {key}")
            self.held.setAccessibleName(
                self.tr("{text}: show them now, {key}").format(text=text, key=key)
            )

    def _alone(self) -> list[str]:
        """What is shown alone, apart from what chips and filter say."""
        now, found = self._model.narrowing, list[str]()
        if now.grid:
            found.append(grid_name(now.grid, self._picture))
        if now.category:
            category = self._picture.categories.get(now.category)
            name = now.category if category is None else localised(category.name, category.name_en)
            found.append(one_line(name))
        return found
