"""What searching the archive and exporting from it says, on the screen and at the terminal."""

from PySide6.QtCore import QCoreApplication


def cases_in_text(count: int, path: str) -> str:
    """How many cases a file holds now."""
    text = QCoreApplication.translate("Archive", "{count} cases are in {path}.")
    return text.format(count=f"{count:,}", path=path)


def more_cases_text(after: int) -> str:
    """That there are more, and how to see them."""
    text = QCoreApplication.translate("Archive", "There are more: --after {number} shows them.")
    return text.format(number=after)
