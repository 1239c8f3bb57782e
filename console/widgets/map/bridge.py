"""What the map's page can tell the console: seven facts, and nothing it could ask for."""

from PySide6.QtCore import QObject, Signal, Slot


class Bridge(QObject):
    """The object that the page sees; its slots run on the GUI thread."""

    page_ready = Signal()
    item_clicked = Signal(str, int)
    item_hovered = Signal(str, int)
    batch_rendered = Signal(int)
    place_chosen = Signal(float, float)
    area_drawn = Signal(float, float, float, float, float)
    escape_pressed = Signal()

    @Slot()
    def ready(self) -> None:
        """The page is set up and can be told what to show."""
        self.page_ready.emit()

    @Slot(str, int)
    def clicked(self, kind: str, item: int) -> None:
        """An incident, member or camera was clicked."""
        self.item_clicked.emit(kind, item)

    @Slot(str, int)
    def hovered(self, kind: str, item: int) -> None:
        """The pointer is over an item, or left it (-1)."""
        self.item_hovered.emit(kind, item)

    @Slot(int)
    def rendered(self, batch: int) -> None:
        """A batch of changes has been painted."""
        self.batch_rendered.emit(batch)

    @Slot(float, float)
    def placed(self, lon: float, lat: float) -> None:
        """A place was chosen, as longitude and latitude in degrees."""
        self.place_chosen.emit(lon, lat)

    @Slot(float, float, float, float, float)
    def drawn(self, west: float, south: float, east: float, north: float, metres: float) -> None:
        """An area was drawn: its corners in degrees; or a middle, twice, and so many metres."""
        self.area_drawn.emit(west, south, east, north, metres)

    @Slot()
    def escaped(self) -> None:
        """The Escape key was pressed on the map."""
        self.escape_pressed.emit()
