"""The menus of the queue: its views, and how the rows are arranged."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from console.domain.codes import Level
from console.domain.queue_columns import QueueField, QueueForm
from console.domain.queue_views import Grouping, Sorting, chosen_alone, chosen_too
from console.live.picture import Picture
from console.views.queue.forms import Forms
from console.views.queue.model import QueueModel
from console.views.queue.texts import grid_name
from console.widgets.keys import key_mark
from console.widgets.labels import localised
from console.widgets.plain import button_text
from console.widgets.words_queue import (
    field_label,
    form_label,
    grouping_label,
    order_mark,
    sorting_label,
)


class ChoiceMenu(QMenu):
    """A menu of things to choose; with Shift held what is chosen comes in addition."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt knows Enter alone; here Shift+Enter means “this one too”.
        chosen: QAction | None = self.activeAction()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and chosen is not None and chosen.isEnabled() and chosen.menu() is None:
            chosen.trigger()
            self._close_all()
            return
        super().keyPressEvent(event)

    def _close_all(self) -> None:
        menu: QWidget | None = self
        while isinstance(menu, QMenu):
            menu.close()
            menu = menu.parentWidget()

    def choice(self, text: str, do: Callable[[], object], *, checked: bool) -> QAction:
        """Add something that can be chosen, marked if it is."""
        action = self.addAction(button_text(text))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _on=False: do())
        return action

    def head(self, text: str) -> None:
        """Say what the choices below are about."""
        if not self.isEmpty():
            self.addSeparator()
        self.addAction(button_text(text)).setEnabled(False)

    def part(self, text: str) -> "ChoiceMenu":
        """Add a menu below this one."""
        menu = ChoiceMenu(button_text(text), self)
        self.addMenu(menu)
        return menu


class ArrangeMenu(ChoiceMenu):
    """Order, headings, form, columns, and the grid or category that is shown alone."""

    def __init__(
        self,
        picture: Picture,
        model: QueueModel,
        forms: Forms,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._picture, self._model, self._forms = picture, model, forms
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._sorts()
        self._groupings()
        self._forms_and_columns()
        self._narrowings()

    def _sorts(self) -> None:
        self.head(self.tr("Sort by (Shift: and then by)"))
        sorts = self._model.view.sorts
        for sorting in Sorting:
            mark = order_mark(sorts, sorting)
            self.choice(
                f"{sorting_label(sorting)}\t{mark}", self._sort(sorting), checked=bool(mark)
            )

    def _sort(self, by: Sorting) -> Callable[[], None]:
        def sort() -> None:
            held = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
            self._model.sort_by((chosen_too if held else chosen_alone)(self._model.view.sorts, by))

        return sort

    def _groupings(self) -> None:
        self.head(self.tr("Headings"))
        now = self._model.view.grouping
        for grouping in Grouping:
            self.choice(
                grouping_label(grouping),
                partial(self._model.group_by, grouping),
                checked=grouping is now,
            )

    def _forms_and_columns(self) -> None:
        self.head(self.tr("Form") + f"\t{key_mark('queue_form')}")
        forms = self._forms
        for form in QueueForm:
            self.choice(
                form_label(form),
                partial(forms.choose, form),
                checked=form is forms.form,
            )
        if forms.form is QueueForm.TABLE:
            add_columns(self.part(self.tr("Columns")), forms)

    def _narrowings(self) -> None:
        self.addSeparator()
        now, picture = self._model.narrowing, self._picture
        grids = [
            (grid.code, grid_name(grid.code, picture))
            for level in (Level.BASE, Level.SUB)
            for grid in picture.tree.at(level)
        ]
        self._only(self.tr("Only the grid"), self._to_grid, now.grid, grids)
        categories = [
            (category.code, localised(category.name, category.name_en))
            for category in picture.categories.values()
        ]
        self._only(self.tr("Only the category"), self._to_category, now.category, categories)

    def _only(
        self,
        title: str,
        narrow: Callable[[str], None],
        now: str,
        codes: Iterable[tuple[str, str]],
    ) -> None:
        menu = self.part(title)
        for code, name in (("", self.tr("all")), *codes):
            menu.choice(
                name,
                partial(narrow, code),
                checked=code == now,
            )

    def _to_grid(self, code: str) -> None:
        self._model.narrow(grid=code)

    def _to_category(self, code: str) -> None:
        self._model.narrow(category=code)


def add_columns(menu: ChoiceMenu, forms: Forms) -> None:
    """Offer each column of the table to be shown or hidden."""
    shown = {column.field for column in forms.columns}
    for field in QueueField:
        menu.choice(
            field_label(field),
            partial(forms.switch_column, field),
            checked=field in shown,
        )
