"""A short list on the wall: a heading, so many rows, and how many more there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.views.board.parts import RIGHT, Text, Tile, heading


class ShortList(Tile):
    """What stands around the rows; they are their owner's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = heading(self)
        self.more = Text("wall_body", "dim", parent=self)
        self.more.setAlignment(RIGHT)
        self.none = Text("wall_body", "dim", parent=self)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.more)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(head)
        self.column.addWidget(self.none)

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """Put the rows below the heading."""
        for row in rows:
            self.column.addWidget(row)
        self.column.addStretch(1)

    def show_head(self, title: str, more: str, nothing: str) -> None:
        """Say what is listed, that there is more, and what stands in place of an empty list.

        ``more`` and ``nothing`` are empty while they do not hold.
        """
        self.heading.show_text(title)
        self.more.show_text(more)
        self.none.show_text(nothing)
        self.none.setVisible(bool(nothing))
