"""Rows of reports become incidents: reported, or closed where the file says that they are over."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256

from console.commands.importing.catalogue import Known, ensure_catalogue
from console.commands.importing.draft import Draft
from console.commands.importing.insert import Plan, insert_incidents
from console.commands.importing.mapping import Binding, LimitsFrom
from console.commands.importing.run import Item
from console.commands.importing.summary import Stored
from console.commands.importing.table import Row
from console.commands.importing.values import (
    Times,
    line_of,
    needed_line,
    place_of,
    priority_of,
    text_of,
)
from console.commands.office import Work
from console.domain.category import Category
from console.domain.importing import RowFault, RowRefusal
from console.domain.incident import Origin
from console.domain.lifecycle import Deed
from console.domain.place import LonLat
from console.domain.rights import require
from console.domain.text import TITLE_LIMIT

PIECE = 1000
"""How many incidents are committed together: some tenths of a second for which others wait."""

KEY_LIMIT = 200


class IncidentImporter:
    """Reads and stores reports."""

    piece: int | None = PIECE

    def __init__(
        self,
        binding: Binding,
        known: Known,
        now: datetime,
        *,
        as_open: bool | None = None,
        limits_from: LimitsFrom | None = None,
    ) -> None:
        """Prepare; the options override what the mapping says.

        Args:
            binding: Where the fields are.
            known: The catalogue's categories, and those that the mapping brings.
            now: The present; nothing has been reported after it.
            as_open: Bring rows that are over in the file in as new reports.
            limits_from: From when limits count. Without it they count from the original report
                for what the file calls open, because those limits have truly been running; and
                from now for what is only opened for the purpose, because years of delay that
                nobody caused would bury the order of the queue.
        """
        mapping = binding.mapping
        self._binding = binding
        self._known = known
        self._now = now
        self._times = Times(mapping.formats, mapping.zone or known.zone)
        self._as_open = mapping.as_open if as_open is None else as_open
        self._limits_from = limits_from or mapping.limits_from

    def read(self, row: Row) -> Draft:
        """Read one report.

        Raises:
            RowRefusal: With the first thing that is wrong in it.
        """
        field = self._reader(row)
        category = self._category(field("category"))
        return Draft(
            key=self._key(row, field("key")),
            title=needed_line(field("title"), "title", TITLE_LIMIT),
            category=category,
            priority=priority_of(field("priority")) or category.priority,
            description=text_of(field("description"), "description"),
            address=line_of(field("address"), "address"),
            place=self._place(row, field),
            reported_at=self._time(field, "reported_at", needed=True),
            closed=field("status").casefold() in self._binding.mapping.closed,
            closed_at=self._time(field, "closed_at"),
            origin=_origin(field("origin")),
            reporter_name=line_of(field("reporter_name"), "reporter_name"),
            reporter_phone=line_of(field("reporter_phone"), "reporter_phone"),
        )

    def key(self, value: Draft) -> str:
        """The key by which the report is known again."""
        return value.key

    def store(self, work: Work, items: list[Item[Draft]]) -> Stored:
        """Store new reports, each with its event; those known by their key stay as they are."""
        require(work.actor, Deed.REPORT)
        require(work.actor, Deed.IMPORT_CATALOGUE)
        created = ensure_catalogue(work, self._binding.mapping)
        plan = Plan(as_open=self._as_open, limits_from=self._limits_from)
        stored = insert_incidents(work, items, plan)
        stored.created = created
        return stored

    def _reader(self, row: Row) -> Callable[[str], str]:
        return lambda target: self._binding.read(row.cells, target)

    def _category(self, text: str) -> Category:
        if not text:
            raise RowRefusal(RowFault.EMPTY_FIELD, field="category")
        found = self._known.category(text)
        if found is None:
            raise RowRefusal(RowFault.NO_SUCH_CATEGORY, value=text[:80])
        return found

    def _key(self, row: Row, text: str) -> str:
        source = self._binding.mapping.source
        if self._binding.fills("key"):
            return f"{source}:{needed_line(text, 'key', KEY_LIMIT)}"
        # A report without a number is known again by what it says.
        cells = {column: row.cells[column] for column in self._used(row.cells)}
        digest = sha256(repr(sorted(cells.items())).encode("utf-8", "replace"))
        return f"{source}:#{digest.hexdigest()[:32]}"

    def _used(self, cells: Mapping[str, str]) -> list[str]:
        # Only mapped columns, so that a row mended in the rejects keeps the others out of it.
        return [column for column in self._binding.mapping.columns() if column in cells]

    def _place(self, row: Row, field: Callable[[str], str]) -> LonLat | None:
        geometry = row.geometry
        if geometry is not None and geometry.get("type") != "Point":
            raise RowRefusal(RowFault.NOT_A_POINT, found=str(geometry.get("type"))[:40])
        try:
            place = place_of(field("lon"), field("lat"))
        except RowRefusal as refusal:
            if refusal.code is RowFault.ZERO_PLACE and not self._binding.mapping.place_required:
                return None
            raise
        if place is None and self._binding.mapping.place_required:
            raise RowRefusal(RowFault.NO_PLACE)
        return place

    def _time(
        self, field: Callable[[str], str], target: str, *, needed: bool = False
    ) -> datetime | None:
        text = field(target)
        if text:
            at = self._times.read(text, target)
            if at > self._now:
                raise RowRefusal(RowFault.IN_FUTURE, field=target, value=text[:80])
            return at
        if needed and self._binding.fills(target):
            raise RowRefusal(RowFault.EMPTY_FIELD, field=target)
        return None


def _origin(text: str) -> Origin:
    return next((origin for origin in Origin if origin.value == text.casefold()), Origin.RESIDENT)
