"""The field for a report's category: any part of a name finds it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from console.domain.category import Category
from console.widgets.labels import localised


class CategoryBox(QComboBox):
    """A list to choose from and to type into; only what is in the list is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    @property
    def chosen(self) -> Category | None:
        """The category whose name stands there, or the only one that a part of a name means."""
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if index < 0 and text:
            index = self._only_with(text)
        category = self.itemData(index) if index >= 0 else None
        return category if isinstance(category, Category) else None

    def _only_with(self, part: str) -> int:
        found = [n for n in range(self.count()) if part.lower() in self.itemText(n).lower()]
        return found[0] if len(found) == 1 else -1

    def fill(self, categories: Iterable[Category]) -> None:
        """Offer these, in the language that now holds; what is chosen or typed stays."""
        chosen, typed = self.chosen, self.currentText()
        self.clear()
        for category in sorted(categories, key=lambda c: c.code):
            self.addItem(localised(category.name, category.name_en), category)
        self.setCurrentIndex(-1)
        self.setEditText(localised(chosen.name, chosen.name_en) if chosen else typed)

    def empty(self) -> None:
        """Choose nothing."""
        self.setCurrentIndex(-1)
        self.clearEditText()
