"""Which codes new areas get: their own, or the next free numbers from west to east."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.commands.importing.catalogue import Known
from console.commands.importing.mapping import GridPlan
from console.commands.importing.run import Item, problem_of
from console.commands.importing.table import Row
from console.domain.codes import Level, level_of, numbered, parent_of
from console.domain.grid import Grid, GridTree, Outline
from console.domain.importing import RowFault, RowProblem, RowRefusal
from console.domain.place import LonLat

_PARENT_LEVEL = {Level.BASE: Level.COMMUNITY, Level.SUB: Level.BASE}


@dataclass(frozen=True, slots=True)
class Area:
    """One area as it was read; ``code`` and ``parent`` are empty where the file has none."""

    key: str
    name: str
    code: str
    parent: str
    outline: Outline
    mended: bool


class Coder:
    """Finds codes for the areas of one file."""

    def __init__(self, plan: GridPlan, grids: Iterable[Grid]) -> None:
        self._plan = plan
        self._tree = GridTree(grids)
        self._known = Known("", self._tree.grids)

    def codes(self, items: Sequence[Item[Area]], problems: list[RowProblem]) -> dict[str, str]:
        """A code for each area by its key; areas that get none are told of with their lines."""
        found: dict[str, str] = {}
        seen: dict[str, Row] = {}
        nameless: dict[str, list[Item[Area]]] = {}
        own = {self._full(item.value.code) for item in items}
        for item in items:
            area = item.value
            try:
                if area.code:
                    code = self._own_code(area.code, own)
                    _require_alone(code, item.row, seen)
                    found[area.key] = code
                else:
                    nameless.setdefault(self._parent(area), []).append(item)
            except RowRefusal as refusal:
                problems.append(refusal.at(item.row.line, item.row.number))
        taken = {*(grid.code for grid in self._tree.grids), *found.values()}
        for parent, group in nameless.items():
            codes = _numbers(parent, group, taken)
            if codes is None:
                details: dict[str, str | int] = {"parent": parent}
                problems += [problem_of(item.row, RowFault.GRID_FULL, details) for item in group]
            else:
                found.update(codes)
        return found

    def _own_code(self, code: str, file: set[str]) -> str:
        full = self._full(code)
        try:
            level = level_of(full)
        except ValueError as error:
            raise RowRefusal(RowFault.BAD_CODE, value=code[:40]) from error
        if level is Level.TOWN:
            raise RowRefusal(RowFault.WRONG_LEVEL, value=code[:40], needed=self._plan.level.value)
        above = parent_of(full)
        # A town and a community are made where they are missing; a base grid has an outline.
        if level is Level.SUB and above not in self._tree and above not in file:
            raise RowRefusal(RowFault.NO_SUCH_GRID, value=str(above))
        return full

    def _full(self, code: str) -> str:
        """A code in full; ``3`` and ``3-02`` are short for grids of the mapping's community."""
        parts = code.split("-")
        short = all(part.isascii() and part.isdigit() and len(part) <= 2 for part in parts)
        if self._plan.community and short and len(parts) <= 2:
            return self._plan.community + "".join(f"{int(part):02d}" for part in parts)
        return code

    def _parent(self, area: Area) -> str:
        if self._plan.level is Level.COMMUNITY:
            raise RowRefusal(RowFault.EMPTY_FIELD, field="code")
        parent = area.parent or ("" if self._plan.level is Level.SUB else self._plan.community)
        if not parent:
            return self._base_around(area)
        code = self._known.grid(parent) or self._full(parent)
        needed = _PARENT_LEVEL[self._plan.level]
        try:
            level = level_of(code)
        except ValueError as error:
            raise RowRefusal(RowFault.BAD_CODE, value=parent[:40]) from error
        if level is not needed:
            raise RowRefusal(RowFault.WRONG_LEVEL, value=parent[:40], needed=needed.value)
        if level is Level.BASE and code not in self._tree:
            raise RowRefusal(RowFault.NO_SUCH_GRID, value=parent[:40])
        return code

    def _base_around(self, area: Area) -> str:
        """The base grid that a sub-grid's middle lies in."""
        around = self._tree.locate(_middle(area.outline))
        while around is not None and level_of(around) is not Level.BASE:
            around = parent_of(around)
        if around is None:
            raise RowRefusal(RowFault.NO_SUCH_GRID, value=area.name[:40])
        return around


def _numbers(
    parent: str, group: Sequence[Item[Area]], taken: Iterable[str]
) -> dict[str, str] | None:
    """New codes by key, or None if the parent has no room for all of them."""
    places = [_middle(item.value.outline) for item in group]
    try:
        codes = numbered(parent, places, taken)
    except ValueError:
        return None
    return {item.value.key: code for item, code in zip(group, codes, strict=True)}


def _require_alone(code: str, row: Row, seen: dict[str, Row]) -> None:
    first = seen.setdefault(code, row)
    if first is not row:
        raise RowRefusal(RowFault.DOUBLED, key=code, line=first.line, number=first.number)


def _middle(outline: Outline) -> LonLat:
    middle = GridTree([Grid("0" * 12, "", outline)]).middle("0" * 12)
    return middle or LonLat(*outline[0][0][0])
