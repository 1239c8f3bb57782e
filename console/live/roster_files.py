"""Members to and from files, for the questions of a screen: nothing here is on the GUI thread."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from console.commands.exporting.files import write_roster
from console.commands.exporting.roster import read_roster
from console.commands.importing.mapping import Kind
from console.commands.importing.preview import preview_members
from console.commands.importing.rejects import Rejects
from console.commands.importing.roster_diff import Difference
from console.commands.importing.run import run_import
from console.commands.importing.setup import Source, prepare
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.domain.importing import FileFault, ImportRefusal, RowProblem
from console.domain.roster_list import ListPreview, ListResult, ListWritten, MemberDifference


def preview_list(office: Office, path: Path) -> ListPreview:
    """What a list of members would change; nothing is changed.

    Raises:
        ConsoleError: If the file, its mapping or the database refuses.
    """
    digest = _digest(path)
    preview = preview_members(office, prepare(office, Kind.MEMBERS, Source(path)))
    return ListPreview(
        path,
        digest,
        tuple(_plain(one) for one in preview.differences if not one.is_empty),
        preview.unchanged,
        preview.problems,
        preview.ignored,
        len(preview.absent),
    )


def import_list(
    office: Office, seen: ListPreview, reason: Callable[[RowProblem], str]
) -> ListResult | ListPreview:
    """Import a list that was looked at; if it would do something else by now, look at it again.

    The file may have changed since, or another seat may have changed the members.

    Raises:
        ConsoleError: If the file, its mapping or the database refuses.
    """
    now = preview_list(office, seen.path)
    if now != seen:
        return now
    prepared = prepare(office, Kind.MEMBERS, Source(seen.path))
    mapping = prepared.mapping
    rejects = Rejects(seen.path, prepared.table.columns, mapping.columns(), reason, areas=False)
    summary = Summary()
    run_import(office, prepared.table, prepared.importer, rejects, summary)
    return ListResult(
        summary.added, summary.updated, summary.unchanged, summary.rejected, summary.rejects
    )


def export_list(office: Office, path: Path) -> ListWritten:
    """Write the members to a workbook or CSV file, without their telephone numbers.

    The file's dialog has asked before whether a file that is there shall be replaced.

    Raises:
        ConsoleError: If the file cannot be written or the database fails.
    """
    with office.database.read() as session:
        roster = read_roster(session, phones=False)
    write_roster(roster, path, overwrite=True)
    return ListWritten(path, len(roster.rows))


def _plain(one: Difference) -> MemberDifference:
    person = one.item.value
    return MemberDifference(
        one.item.row.line,
        person.number,
        person.name,
        one.is_new,
        tuple((change.field, change.before, change.after) for change in one.fields),
        tuple((change.skill, change.before, change.after) for change in one.badges),
    )


def _digest(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have.
        reason = getattr(error, "strerror", None) or str(error)
        raise ImportRefusal(FileFault.UNREADABLE, path=str(path), reason=reason) from error
