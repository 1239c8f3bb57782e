"""The wall beside the desk: a window of its own in the same process, made when it is opened."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.live.desk import Desk
from console.live.hub import Hub
from console.live.link import Link
from console.views.frame import Frame

if TYPE_CHECKING:
    from console.views.board.window import BoardWindow


class Wall(QObject):
    """Opens and closes the wall; it shows the desk's own Picture and asks by its thread."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        clock: Callable[[], datetime],
        frame: Frame,
        *,
        with_map: bool,
    ) -> None:
        super().__init__(frame)
        self._hub, self._desk, self._clock = hub, desk, clock
        self._frame, self._with_map = frame, with_map
        self._link: Link | None = None
        self.window: BoardWindow | None = None
        hub.link_changed.connect(self._linked)
        frame.closing.connect(self.close)

    def switch(self) -> None:
        """Open the wall, on another screen if there is one; close it if it is open."""
        if self.window is not None:
            self.close()
            return
        from console.views.board.window import BoardWindow, screen_beside

        self.window = window = BoardWindow(
            self._hub, self._desk.questions, self._clock, with_map=self._with_map
        )
        window.closed.connect(self._closed)
        window.show_on(screen_beside(self._frame.frameGeometry()))
        window.start(self._link)

    def close(self) -> None:
        """Close the wall, if it is open."""
        if self.window is not None:
            self.window.close()

    def _closed(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.stop()
            window.deleteLater()

    def _linked(self, link: Link) -> None:
        self._link = link
        if self.window is not None:
            self.window.page.show_link(link)
