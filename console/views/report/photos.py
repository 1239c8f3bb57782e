"""Photos of a report that is still being typed: attached as soon as it is stored."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.errors import ConsoleError
from console.domain.orders import Attach
from console.domain.text import one_line
from console.live.desk import Desk
from console.views.common.photo_intake import AT_ONCE, PhotoIntake
from console.widgets.labels import error_sentence
from console.widgets.measure import px
from console.widgets.plain import button_text, plain_label

if TYPE_CHECKING:
    from console.live.darkroom import Darkroom, Source
    from console.live.photo_files import Taken

PHOTO_KEY = "Ctrl+O"
"""Chooses photos for the report."""

SIDE = QSize(48, 36)
"""How large a photo stands there, in pixels."""

NAME_SHOWN = 28
"""So many characters of a file's name are shown."""


class PendingPhoto(QPushButton):
    """One photo that will be attached; a click, the space bar or Del takes it away again.

    ``path`` is where its file is; empty for one that was pasted.
    """

    def __init__(self, photo: "Taken", path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.photo, self.path = photo, path
        self.setProperty("kind", "quiet")
        self.setIcon(QIcon(QPixmap.fromImage(photo.small)))
        self.setIconSize(QSize(px(SIDE.width()), px(SIDE.height())))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language that now holds."""
        name = one_line(self.photo.name)[:NAME_SHOWN]
        self.setText(button_text(f"{name}  ✕"))
        self.setAccessibleName(self.tr("Take the photo {name} away").format(name=name))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class ReportPhotos(QWidget):
    """Takes what is pasted, dropped or chosen; what is no photo is said at once."""

    changed = Signal()

    def __init__(self, desk: Desk, form: QWidget) -> None:
        super().__init__(form)
        self._desk = desk
        self._room: Darkroom | None = None
        self._asked: dict[UUID, int | None] = {}
        """What is still being looked through, and the incident if the report is stored already."""
        self._paths: dict[UUID, str] = {}
        self._number = 0
        self.pending: list[PendingPhoto] = []
        self.choose_button = QPushButton(self)
        self.choose_button.setProperty("kind", "quiet")
        self.choose_button.clicked.connect(self.choose)
        self.hint = plain_label(self)
        self.hint.setProperty("role", "dim")
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.problem.hide()
        head = QHBoxLayout()
        head.addWidget(self.choose_button)
        head.addWidget(self.hint, 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(head)
        self._rows.addWidget(self.problem)
        self.intake = PhotoIntake(form)
        self.intake.given.connect(self.take)
        self.intake.too_many.connect(self._too_many)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.choose_button.setText(self.tr("Photos…  {key}").format(key=PHOTO_KEY))
        self.hint.setText(self.tr("or paste (Ctrl+V), or drop them here"))
        for button in self.pending:
            button.retranslate()

    def choose(self) -> None:
        """Ask which files hold the photos."""
        paths, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Photos"), "", self.tr("Photos (*.jpg *.jpeg *.png *.webp *.gif)")
        )
        self.take([Path(path) for path in paths])

    def take(self, sources: "list[Source]") -> None:
        """Have photos looked through; they stand here as soon as that is done."""
        self.problem.hide()
        for source in sources:
            self._number += 1
            name = self.tr("Pasted {n}.png").format(n=self._number)
            number = self._darkroom.take(source, name)
            self._asked[number] = None
            if isinstance(source, Path):
                self._paths[number] = str(source)
        self.changed.emit()

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that will be attached, also those that are still being looked through."""
        waiting = (one for one, of in self._asked.items() if of is None)
        asked = (self._paths[one] for one in waiting if one in self._paths)
        return (*(one.path for one in self.pending if one.path), *asked)

    @property
    def any(self) -> bool:
        """Whether a photo will be attached, from a file or pasted."""
        return bool(self.pending) or None in self._asked.values()

    def may_be_set_aside(self) -> bool:
        """Whether all photos have a file to be found in again; says so if one was pasted."""
        waiting = (one for one, of in self._asked.items() if of is None)
        if all(one.path for one in self.pending) and all(one in self._paths for one in waiting):
            return True
        self._complain(
            self.tr("A pasted photo cannot be set aside: take it away, or store the report.")
        )
        return False

    def put(self, paths: tuple[str, ...]) -> None:
        """Have these files attached, and no others."""
        for button in self.pending:
            self._drop(button)
        self.pending.clear()
        self._asked = {number: of for number, of in self._asked.items() if of is not None}
        self.problem.hide()
        if paths:
            self.take([Path(path) for path in paths])
        self.changed.emit()

    def give_to(self, incident: int) -> None:
        """The report is stored: attach all to it, also what is still being looked through."""
        for button in self.pending:
            self._attach(incident, button.photo)
            self._drop(button)
        self.pending.clear()
        self._asked = dict.fromkeys(self._asked, incident)
        self.problem.hide()
        self._number = 0

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _darkroom(self) -> "Darkroom":
        if self._room is None:
            self._room = self._desk.darkroom
            self._room.taken.connect(self._taken)
            self._room.failed.connect(self._failed)
        return self._room

    def _taken(self, number: UUID, photo: "Taken") -> None:
        if number not in self._asked:
            return
        incident = self._asked.pop(number)
        if incident is not None:
            self._attach(incident, photo)
        elif all(button.photo.content != photo.content for button in self.pending):
            button = PendingPhoto(photo, self._paths.pop(number, ""), self)
            button.clicked.connect(partial(self._remove, button))
            self.pending.append(button)
            self._rows.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            self.changed.emit()

    def _failed(self, number: UUID, error: ConsoleError) -> None:
        if number in self._asked:
            del self._asked[number]
            self._paths.pop(number, None)
            self._complain(error_sentence(error))
            self.changed.emit()

    def _too_many(self, count: int) -> None:
        text = self.tr("{count} at once are too many: take at most {most}.")
        self._complain(text.format(count=count, most=AT_ONCE))

    def _complain(self, text: str) -> None:
        before = self.problem.text() if not self.problem.isHidden() else ""
        self.problem.setText(f"{before}\n{text}" if before else text)
        self.problem.show()

    def _attach(self, incident: int, photo: "Taken") -> None:
        self._desk.do(Attach(incident, photo.name, photo.content))

    def _remove(self, button: PendingPhoto) -> None:
        self.pending.remove(button)
        self._drop(button)
        self.changed.emit()
        self.choose_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, button: PendingPhoto) -> None:
        self._rows.removeWidget(button)
        button.hide()
        button.deleteLater()
