"""Areas become grids: communities, base grids or sub-grids, numbered by the code rule."""

from typing import Any

from sqlalchemy import select

from console.commands.importing.catalogue import (
    append_catalogue_event,
    ensure_center,
    parent_codes,
)
from console.commands.importing.grid_codes import Area, Coder
from console.commands.importing.mapping import Binding, GridPlan
from console.commands.importing.outline import outline_of
from console.commands.importing.run import Item
from console.commands.importing.summary import Stored
from console.commands.importing.table import Row
from console.commands.importing.values import line_of, needed_line
from console.commands.office import Work
from console.db.tables import GridRow
from console.db.values import grid_of
from console.domain.codes import Level, parent_of
from console.domain.grid import Outline
from console.domain.importing import FileFault, ImportRefusal, RowFault, RowRefusal
from console.domain.lifecycle import Deed
from console.domain.rights import require

NAME_LIMIT = 200


class GridImporter:
    """Reads and stores grids; all of them together, because they are numbered by their place."""

    piece: int | None = None

    def __init__(self, binding: Binding, title: str) -> None:
        """Prepare; ``title`` is what the event calls the file."""
        self._binding = binding
        self._title = title
        plan = binding.mapping.grids
        coded = binding.fills("code") or binding.fills("parent") or plan.level is Level.SUB
        if not coded and not plan.community:
            raise ImportRefusal(FileFault.NO_COMMUNITY)

    def read(self, row: Row) -> Area:
        """Read one area.

        Raises:
            RowRefusal: With the first thing that is wrong in it.
        """

        def field(target: str) -> str:
            return line_of(self._binding.read(row.cells, target), target, NAME_LIMIT)

        name = needed_line(field("name"), "name", NAME_LIMIT)
        code = field("code")
        outline, mended = outline_of(row.geometry)
        known_by = field("key") if self._binding.fills("key") else code or name
        if not known_by:
            raise RowRefusal(RowFault.EMPTY_FIELD, field="key")
        key = f"{self._binding.mapping.source}:{known_by}"
        return Area(key, name, code, field("parent"), outline, mended)

    def key(self, value: Area) -> str:
        """The key by which the area is known again."""
        return value.key

    def store(self, work: Work, items: list[Item[Area]]) -> Stored:
        """Add new grids, change those whose name or outline is another now."""
        require(work.actor, Deed.IMPORT_GRIDS)
        mapping = self._binding.mapping
        there = _Grids(work, mapping.grids)
        areas = there.coded(items)
        # Parents before their children: shorter codes first.
        for area, code in sorted(areas, key=lambda found: (len(found[1]), found[1])):
            there.put(area, code)
        stored = there.stored
        new_center = ensure_center(work, mapping.center)
        if stored.added or stored.updated or new_center:
            told = {"title": self._title, "count": stored.added + stored.updated}
            append_catalogue_event(work, Deed.IMPORT_GRIDS, told)
        return stored


class _Grids:
    """The grids of a database while some are added and changed."""

    def __init__(self, work: Work, plan: GridPlan) -> None:
        self._session = work.session
        self._plan = plan
        rows = list(work.session.scalars(select(GridRow)))
        self._by_code = {row.code: row for row in rows}
        self._codes = {row.source_key: row.code for row in rows if row.source_key}
        self._coder = Coder(plan, map(grid_of, rows))
        self.stored = Stored()

    def coded(self, items: list[Item[Area]]) -> list[tuple[Area, str]]:
        """The areas with their codes, those they have already or new ones."""
        new = [item for item in items if item.value.key not in self._codes]
        codes = self._codes | self._coder.codes(new, self.stored.problems)
        return [(i.value, codes[i.value.key]) for i in items if i.value.key in codes]

    def put(self, area: Area, code: str) -> None:
        """Add a grid, or change the one that has this code."""
        outline = _plain(area.outline)
        row = self._by_code.get(code)
        self.stored.repaired += area.mended
        if row is None:
            self._ensure_above(code)
            self._add(code, area.name, outline, area.key)
            self.stored.added += 1
        elif (row.name, row.outline) == (area.name, outline):
            self.stored.unchanged += 1
        else:
            row.name, row.outline = area.name, outline
            row.source_key = row.source_key or area.key
            self.stored.updated += 1

    def _ensure_above(self, code: str) -> None:
        """Make the town and the community that a grid lies in, without outlines, if missing."""
        plan = self._plan
        names = {plan.community: plan.community_name, plan.community[:9]: plan.town_name}
        for above in reversed(parent_codes(code)):
            if above not in self._by_code:
                self._add(above, names.get(above) or above, [], None)

    def _add(self, code: str, name: str, outline: list[Any], key: str | None) -> None:
        row = GridRow(
            code=code, parent=parent_of(code), name=name, outline=outline, source_key=key
        )
        self._by_code[code] = row
        self._session.add(row)
        self._session.flush()


def _plain(outline: Outline) -> list[Any]:
    """An outline as JSON gives it back, so that the two can be compared."""
    return [[[list(point) for point in ring] for ring in rings] for rings in outline]
