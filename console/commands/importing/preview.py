"""What importing a list of members would do: found by the code that does it, and not done."""

from dataclasses import dataclass

from sqlalchemy import select

from console.commands.importing.members import MemberImporter
from console.commands.importing.roster_diff import Difference
from console.commands.importing.run import judged
from console.commands.importing.setup import Prepared
from console.commands.importing.table import Row
from console.commands.office import Office
from console.db.tables import MemberRow
from console.domain.importing import RowProblem
from console.domain.lifecycle import Deed
from console.domain.rights import require


@dataclass(frozen=True, slots=True)
class Preview:
    """The differences in the order of the list, the rows that would not be taken, and why.

    ``ignored`` are columns that mean nothing; ``absent`` the numbers of members of whom the list
    says nothing, and who therefore stay as they are.
    """

    differences: tuple[Difference, ...]
    problems: tuple[RowProblem, ...]
    ignored: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def added(self) -> int:
        """How many members are new."""
        return sum(difference.is_new for difference in self.differences)

    @property
    def unchanged(self) -> int:
        """Of how many the list says what is so already."""
        return sum(difference.is_empty for difference in self.differences)

    @property
    def updated(self) -> int:
        """Of how many it says something else."""
        return len(self.differences) - self.added - self.unchanged


def preview_members(office: Office, prepared: Prepared) -> Preview:
    """Compare a list with the database without changing anything.

    Raises:
        ImportRefusal: If the file cannot be read on.
        Refusal: If the operator lacks the right to import.
        FaultError: If the database fails.
        TypeError: If something else than members was prepared.
    """
    require(office.actor, Deed.IMPORT_MEMBERS)
    importer = prepared.importer
    if not isinstance(importer, MemberImporter):
        raise TypeError(f"not a list of members: {prepared.mapping.kind}")
    problems: list[RowProblem] = []
    listed: set[str] = set()

    def reject(row: Row, problem: RowProblem) -> None:
        problems.append(problem)
        listed.add(importer.number_of(row))

    items = list(judged(prepared.table, importer, reject))
    listed.update(item.value.number for item in items)
    with office.database.read() as session:
        found = importer.differences(session, items)
        numbers = session.scalars(select(MemberRow.number).order_by(MemberRow.number)).all()
    read = {*prepared.mapping.columns(), *importer.skill_columns}
    return Preview(
        tuple(found),
        tuple(problems),
        tuple(column for column in prepared.table.columns if column not in read),
        tuple(number for number in numbers if number not in listed),
    )
