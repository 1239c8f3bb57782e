"""What importing and exporting shifts says."""

from PySide6.QtCore import QCoreApplication


def cell_change_text(member: str, day: str, before: str, after: str) -> str:
    """A cell that changes."""
    text = QCoreApplication.translate("Import", "{member} · {day}: {before} → {after}")
    return text.format(member=member, day=day, before=before, after=after)


def plan_counts_text(changed: int, unchanged: int, wrong: int) -> str:
    """What a sheet comes to."""
    text = QCoreApplication.translate(
        "Import", "{changed} days change, {unchanged} stay, {wrong} rows are wrong"
    )
    return text.format(changed=changed, unchanged=unchanged, wrong=wrong)


def plan_refused_text() -> str:
    """That nothing is taken."""
    return QCoreApplication.translate(
        "Import", "Nothing was taken over. Mend the rows above in the sheet and import it again."
    )


def plan_previewed_text() -> str:
    """That it was only a preview."""
    return QCoreApplication.translate(
        "Import", "Nothing was changed. Without --preview these days would change."
    )


def plan_taken_text() -> str:
    """That all of it is there now."""
    return QCoreApplication.translate("Import", "All of it was taken over at once.")
