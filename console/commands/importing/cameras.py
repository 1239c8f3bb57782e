"""Lists of cameras: where each one stands and how it is reached."""

from dataclasses import dataclass

from sqlalchemy import select

from console.commands.importing.catalogue import append_catalogue_event
from console.commands.importing.mapping import Binding
from console.commands.importing.run import Item
from console.commands.importing.summary import Stored
from console.commands.importing.table import Row
from console.commands.importing.values import bad_field, line_of, needed_line, place_of
from console.commands.office import Work
from console.commands.places import tree_of
from console.db.tables import CameraRow
from console.domain.importing import RowFault, RowRefusal
from console.domain.lifecycle import Deed
from console.domain.place import LonLat
from console.domain.rights import require
from console.domain.streams import read_address, without_login

CODE_LIMIT = 64
NAME_LIMIT = 200
URL_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Stand:
    """A camera as the list has it."""

    code: str
    name: str
    place: LonLat
    url: str


class CameraImporter:
    """Reads and stores cameras, all in one transaction."""

    piece: int | None = None

    def __init__(self, binding: Binding, title: str) -> None:
        """Prepare; ``title`` is what the event calls the file."""
        self._binding = binding
        self._title = title

    def read(self, row: Row) -> Stand:
        """Read one camera.

        Raises:
            RowRefusal: With the first thing that is wrong in the row.
        """

        def field(target: str) -> str:
            return self._binding.read(row.cells, target)

        geometry = row.geometry
        if geometry is not None and geometry.get("type") != "Point":
            raise RowRefusal(RowFault.NOT_A_POINT, found=str(geometry.get("type"))[:40])
        place = place_of(field("lon"), field("lat"))
        if place is None:
            raise RowRefusal(RowFault.NO_PLACE)
        return Stand(
            needed_line(field("code"), "code", CODE_LIMIT),
            needed_line(field("name"), "name", NAME_LIMIT),
            place,
            _url(line_of(field("url"), "url", URL_LIMIT)),
        )

    def key(self, value: Stand) -> str:
        """The camera's code."""
        return value.code

    def store(self, work: Work, items: list[Item[Stand]]) -> Stored:
        """Add new cameras, change those of which something else is said now."""
        require(work.actor, Deed.IMPORT_CAMERAS)
        stored = Stored()
        tree = tree_of(work.database, work.session)
        rows = {row.code: row for row in work.session.scalars(select(CameraRow))}
        for item in items:
            stand = item.value
            row = rows.get(stand.code)
            if row is None:
                row = CameraRow(code=stand.code)
                work.session.add(row)
                stored.added += 1
            elif self._same(row, stand):
                stored.unchanged += 1
                continue
            else:
                stored.updated += 1
            row.name, row.lon, row.lat = stand.name, stand.place.lon, stand.place.lat
            row.grid = tree.locate(stand.place)
            row.url = stand.url if self._binding.fills("url") else row.url or ""
        if stored.added or stored.updated:
            work.session.flush()
            told = {"title": self._title, "count": stored.added + stored.updated}
            append_catalogue_event(work, Deed.IMPORT_CAMERAS, told)
        return stored

    def _same(self, row: CameraRow, stand: Stand) -> bool:
        url = stand.url if self._binding.fills("url") else row.url
        place = (row.lon, row.lat) == (stand.place.lon, stand.place.lat)
        return place and (row.name, row.url) == (stand.name, url)


def _url(text: str) -> str:
    if not text:
        return ""
    address = read_address(text)
    if address is None:
        raise bad_field("url", without_login(text))
    if address.login is not None:
        # All consoles read the database; and a list is sent around.
        raise RowRefusal(RowFault.LOGIN_IN_ADDRESS, host=address.host)
    return text
