"""Prepare an import: open the file, find its mapping, and tie the two to the database."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

from console.commands.importing.cameras import CameraImporter
from console.commands.importing.catalogue import Known
from console.commands.importing.grids import GridImporter
from console.commands.importing.incidents import IncidentImporter
from console.commands.importing.mapping import Kind, LimitsFrom, Mapping
from console.commands.importing.mapping_file import fitting_mapping, named_mapping
from console.commands.importing.members import MemberImporter
from console.commands.importing.opening import open_table
from console.commands.importing.own_names import own_mapping
from console.commands.importing.run import Importer
from console.commands.importing.table import Table
from console.commands.office import Office
from console.domain.importing import FileFault, ImportRefusal


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import and how to read it."""

    path: Path
    mapping: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    as_open: bool | None = None
    limits_from: LimitsFrom | None = None
    place_required: bool | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything an import needs; nothing in the database has been touched."""

    table: Table
    mapping: Mapping
    importer: Importer[Any]


def prepare(office: Office, kind: Kind, source: Source) -> Prepared:
    """Open a file and make sure that it and its mapping belong together.

    Raises:
        ImportRefusal: With what does not fit.
        FaultError: If the database fails.
    """
    table = open_table(source.path, encoding=source.encoding, sheet=source.sheet)
    if kind is Kind.GRIDS and not table.is_geographic:
        raise ImportRefusal(FileFault.NEEDS_GEOJSON, path=str(source.path))
    mapping = choose_mapping(kind, table, source)
    return Prepared(table, mapping, _importer(office, table, mapping, source))


def choose_mapping(kind: Kind, table: Table, source: Source) -> Mapping:
    """The mapping named; else the shipped one that fits the columns; else by our own names."""
    if source.mapping is not None:
        mapping = named_mapping(source.mapping, kind)
    else:
        mapping = fitting_mapping(kind, table.columns) or own_mapping(kind, table.columns)
    if source.place_required is not None:
        mapping = mapping.with_place(required=source.place_required)
    return mapping


def _importer(office: Office, table: Table, mapping: Mapping, source: Source) -> Importer[Any]:
    binding = mapping.bind(table.columns)
    with office.database.read() as session:
        known = Known.load(session, mapping)
    match mapping.kind:
        case Kind.INCIDENTS:
            return IncidentImporter(
                binding,
                known,
                office.clock(),
                as_open=source.as_open,
                limits_from=source.limits_from,
            )
        case Kind.GRIDS:
            return GridImporter(binding, source.path.name)
        case Kind.MEMBERS:
            return MemberImporter.for_columns(binding, known, list(table.columns))
        case Kind.CAMERAS:
            return CameraImporter(binding, source.path.name)
        case _:
            assert_never(mapping.kind)
