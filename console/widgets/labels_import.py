"""What importing says: why a file cannot be used, and why a row of it was not taken."""

from collections import defaultdict
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from console.domain.importing import ImportRefusal, RowProblem
from console.domain.text import one_line
from console.widgets.words_import import FIELDS, FILE_FAULTS, ROW_FAULTS


def import_sentence(error: ImportRefusal) -> str:
    """Why a file cannot be imported, and what to do, for a person to read."""
    text = QCoreApplication.translate("Import", FILE_FAULTS[error.code])
    return _filled(text, error.details)


def row_reason(problem: RowProblem) -> str:
    """Why a row was not taken, without saying which row."""
    text = QCoreApplication.translate("Import", ROW_FAULTS[problem.code])
    details: dict[str, object] = dict(problem.details)
    if "field" in details:
        details["field"] = field_text(str(details["field"]))
    return _filled(text, details)


def row_sentence(problem: RowProblem) -> str:
    """Which row was not taken, and why."""
    text = QCoreApplication.translate("Import", "Line {line} (row {number}): {reason}.")
    return text.format(line=problem.line, number=problem.number, reason=row_reason(problem))


def counts_text(*, added: int, updated: int, unchanged: int, rejected: int) -> str:
    """What became of the rows of a file."""
    text = QCoreApplication.translate(
        "Import",
        "{added} new, {updated} changed, {unchanged} already there, {rejected} not taken",
    )
    return text.format(
        added=f"{added:,}",
        updated=f"{updated:,}",
        unchanged=f"{unchanged:,}",
        rejected=f"{rejected:,}",
    )


def speed_text(rows: int, seconds: float) -> str:
    """How fast it went."""
    text = QCoreApplication.translate(
        "Import", "{rows} rows in {seconds} s, {speed} rows a second"
    )
    speed = rows / seconds if seconds > 0 else 0.0
    return text.format(rows=f"{rows:,}", seconds=f"{seconds:.1f}", speed=f"{speed:,.0f}")


def mapping_text(name: str) -> str:
    """Which mapping is used; an empty name stands for our own column names."""
    if not name:
        return QCoreApplication.translate("Import", "Columns are taken by their names.")
    return QCoreApplication.translate("Import", "Mapping: {name}").format(name=name)


def rejects_text(path: str) -> str:
    """Where the rows are that were not taken, and what to do with them."""
    text = QCoreApplication.translate(
        "Import",
        "The rows not taken are in {path}, each with its line and reason. Mend them there and"
        " import that file in the same way.",
    )
    return text.format(path=path)


def repaired_text(count: int) -> str:
    """That outlines were mended on the way."""
    text = QCoreApplication.translate("Import", "{count} outlines were mended on the way.")
    return text.format(count=count)


def created_text(codes: str) -> str:
    """Which categories were made."""
    return QCoreApplication.translate("Import", "New categories: {codes}").format(codes=codes)


def more_text(count: int) -> str:
    """That not all problems are shown."""
    return QCoreApplication.translate("Import", "… and {count} more.").format(count=f"{count:,}")


def stopped_text(count: int) -> str:
    """That an import was interrupted, and what of it stays."""
    text = QCoreApplication.translate(
        "Import",
        "Stopped. {count} rows are in the database and stay there. Import the file again to go on:"
        " what is there is not taken twice.",
    )
    return text.format(count=f"{count:,}")


def failed_text(count: int) -> str:
    """What of an import stays that failed on the way."""
    text = QCoreApplication.translate(
        "Import", "{count} rows were in the database before that, and stay there."
    )
    return text.format(count=f"{count:,}")


def exported_text(count: int, path: str) -> str:
    """How many members a file holds now."""
    text = QCoreApplication.translate("Import", "{count} members are in {path}.")
    return text.format(count=f"{count:,}", path=path)


def replayed_text(count: int, behind_s: float) -> str:
    """How many reports have arrived in a replay, and how late the last one was."""
    text = QCoreApplication.translate(
        "Import", "{count} reports have arrived; the last one {seconds} s late."
    )
    return text.format(count=f"{count:,}", seconds=f"{behind_s:.1f}")


def nothing_to_replay_text() -> str:
    """That a file holds no report that could arrive."""
    return QCoreApplication.translate("Import", "There is no report in the file to replay.")


def field_text(name: str) -> str:
    """What a field is called; a column of the file has its own name."""
    known = FIELDS.get(name)
    return name if known is None else QCoreApplication.translate("Import", known)


def _filled(text: str, details: Mapping[str, object]) -> str:
    shown = {key: one_line(str(value)) for key, value in details.items()}
    return text.format_map(defaultdict(_unknown, shown))


def _unknown() -> str:
    return "—"
