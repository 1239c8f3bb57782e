"""The differences that a list of members would make, shown before anything is applied."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.importing import ImportRefusal
from console.domain.roster_list import ListPreview, ListResult, MemberDifference
from console.domain.text import one_line
from console.live.asking import ask_import
from console.live.desk import Desk
from console.live.picture import Picture
from console.views.common.tables import prepare
from console.widgets.form import SendingDialog
from console.widgets.labels import error_sentence, localised
from console.widgets.labels_import import (
    counts_text,
    field_text,
    import_sentence,
    rejects_text,
    row_reason,
)
from console.widgets.labels_preview import absent_text, badge_text, ignored_text, value_text
from console.widgets.measure import sized, sized_window
from console.widgets.plain import plain_label

WIDTHS = (70, 90, 110, 120, 170, 180)
"""Widths of the columns in pixels; the last one takes the rest."""

FIELD = 4
"""The column that says what changes, from which on a reason stands."""


def failure_text(error: ConsoleError) -> str:
    """Why a file or the database refused."""
    return import_sentence(error) if isinstance(error, ImportRefusal) else error_sentence(error)


class ListDialog(SendingDialog):
    """One line a change: old and new; Ctrl+Enter applies, Escape changes nothing."""

    def __init__(
        self, picture: Picture, desk: Desk, preview: ListPreview, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import members: the differences"))
        self._picture, self._desk, self._preview = picture, desk, preview
        self._asked: UUID | None = None
        self.said = plain_label(self)
        self.said.setWordWrap(True)
        self.table = QTableWidget(0, len(WIDTHS) + 1, self)
        self.apply = QPushButton(self.tr("Apply") + "    Ctrl+⏎", self)
        self.apply.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.setProperty("kind", "quiet")
        self._build()
        self.apply.clicked.connect(self.send)
        self.leave.clicked.connect(self.reject)
        desk.questions.answered.connect(self._answered)
        desk.questions.unanswered.connect(self._unanswered)
        self._show(preview)
        self.table.setFocus()

    def _build(self) -> None:
        table = self.table
        prepare(table)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [
                self.tr("Line"),
                self.tr("Row"),
                self.tr("Number"),
                self.tr("Name"),
                self.tr("Field"),
                self.tr("Old"),
                self.tr("New"),
            ]
        )
        for column, width in enumerate(WIDTHS):
            sized(table.setColumnWidth, width, at=column)
        for button in (self.apply, self.leave):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.apply)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.said)
        layout.addWidget(table, 1)
        layout.addLayout(buttons)
        sized_window(self, 1020, 620)

    # What others ask for

    @override
    def send(self) -> None:
        """Have the list imported as it was shown; nothing is sent twice."""
        if self._asked is None and self.apply.isEnabled():
            self._asked = ask_import(self._desk, self._preview, row_reason)
            self.apply.setEnabled(False)

    # What happens inside

    def _show(self, preview: ListPreview) -> None:
        self._preview = preview
        rows = [*self._problems(preview), *self._changes(preview)]
        self.table.clearSpans()
        self.table.setRowCount(len(rows))
        for row in range(len(preview.problems)):
            # A reason needs the room of the three cells that a change has.
            self.table.setSpan(row, FIELD, 1, len(WIDTHS) + 1 - FIELD)
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(one_line(text))
                item.setToolTip(one_line(text))
                self.table.setItem(row, column, item)
        if rows:
            self.table.selectRow(0)
        self.said.setText("\n".join(self._sentences(preview)))
        self.apply.setEnabled(bool(preview.differences))

    def _sentences(self, preview: ListPreview) -> Iterator[str]:
        added = sum(one.is_new for one in preview.differences)
        yield counts_text(
            added=added,
            updated=len(preview.differences) - added,
            unchanged=preview.unchanged,
            rejected=len(preview.problems),
        )
        if preview.absent:
            yield absent_text(preview.absent)
        if preview.ignored:
            yield ignored_text(preview.ignored)

    def _problems(self, preview: ListPreview) -> Iterator[tuple[str, ...]]:
        for problem in preview.problems:
            status = self.tr("not taken")
            yield str(problem.line), status, "", "", row_reason(problem), "", ""

    def _changes(self, preview: ListPreview) -> Iterator[tuple[str, ...]]:
        for one in preview.differences:
            status = self.tr("new") if one.is_new else self.tr("changed")
            for what, before, after in self._lines(one):
                yield str(one.line), status, one.number, one.name, what, before, after

    def _lines(self, one: MemberDifference) -> Iterator[tuple[str, str, str]]:
        for field, old, new in one.fields:
            what = self.tr("Name") if field == "name" else field_text(field)
            yield what, value_text(field, old), value_text(field, new)
        for code, before, after in one.badges:
            skill = self._picture.skills.get(code)
            name = code if skill is None else localised(skill.name, skill.name_en)
            # Nothing was held of somebody new: that need not be said of each skill.
            yield name, "" if one.is_new else badge_text(before), badge_text(after)

    def _answered(self, number: UUID, answer: object) -> None:
        if number != self._asked:
            return
        self._asked = None
        if isinstance(answer, ListPreview):
            self._show(answer)
            changed = self.tr("The file or the members have changed meanwhile. Look again.")
            self.said.setText(f"{changed}\n{self.said.text()}")
        elif isinstance(answer, ListResult):
            self._show_result(answer)

    def _show_result(self, result: ListResult) -> None:
        if result.rejects is None:
            self.accept()
            return
        counts = counts_text(
            added=result.added,
            updated=result.updated,
            unchanged=result.unchanged,
            rejected=result.rejected,
        )
        done = self.tr("Done: {counts}").format(counts=counts)
        self.said.setText(f"{done}\n{rejects_text(str(result.rejects))}")
        self.leave.setText(self.tr("Close"))

    def _unanswered(self, number: UUID, error: ConsoleError) -> None:
        if number == self._asked:
            self._asked = None
            self.said.setText(failure_text(error))
            self.apply.setEnabled(True)
