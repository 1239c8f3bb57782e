"""The fields of a report that is typed: what stands in them, and putting it there again."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from console.domain.category import Category, Priority
from console.domain.change import Change
from console.domain.codes import short_code
from console.domain.incident import Origin
from console.domain.orders import Report
from console.domain.place import LonLat
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.common.category_box import CategoryBox
from console.views.report.photos import ReportPhotos
from console.widgets.form import Form
from console.widgets.labels import localised, origin_label, priority_label
from console.widgets.plain import plain_label

ORIGINS = (Origin.PHONE, Origin.MEMBER, Origin.RESIDENT, Origin.CAMERA)
"""Where a report that is typed in can come from."""

_NAMES = (
    *("title", "category", "address", "place", "name", "phone", "more"),
    *("language", "priority", "origin"),
)
"""The rows of the form, from its top."""


class ReportFields(Form):
    """What a report says, as fields with their names; it sends nothing."""

    place_wanted = Signal(bool)
    typed = Signal()
    """Something of it was changed, by whomever."""

    def __init__(self, hub: Hub, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._place: LonLat | None = None
        self._filling = False
        # In the order in which they stand: Tab goes through them in the order of their making.
        self.title = QLineEdit(self)
        self.category = CategoryBox(self)
        self.address = QLineEdit(self)
        self.place = plain_label(self)
        self.place.setProperty("role", "dim")
        self.pick = QPushButton(self)
        self.pick.setCheckable(True)
        self.pick.setProperty("kind", "quiet")
        self.reporter_name = QLineEdit(self)
        self.reporter_phone = QLineEdit(self)
        self.description = QPlainTextEdit(self)
        self.description.setTabChangesFocus(True)
        self.language = QComboBox(self)
        self.priority = QComboBox(self)
        self.origin = QComboBox(self)
        self.photos = ReportPhotos(desk, self)
        self._names = {name: plain_label(self) for name in _NAMES}
        self._lines = {
            "title": self.title,
            "address": self.address,
            "name": self.reporter_name,
            "phone": self.reporter_phone,
        }
        self._listen()

    def _listen(self) -> None:
        for line in self._lines.values():
            line.returnPressed.connect(self.focusNextChild)
            line.textChanged.connect(self._touched)
            self.photos.intake.watch(line)
        self.photos.intake.watch(self.description, self.description.viewport())
        self.description.textChanged.connect(self._touched)
        self.category.currentTextChanged.connect(self._touched)
        self.photos.changed.connect(self._touched)
        for box in (self.priority, self.origin, self.language):
            box.activated.connect(self._touched)
        self.pick.toggled.connect(self.place_wanted)
        self._hub.loaded.connect(self._fill_choices)
        self._hub.changed.connect(self._changed)

    def _rows(self) -> QFormLayout:
        """The fields under each other, their names before them."""
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.pick)
        fields: dict[str, QWidget] = {
            **self._lines,
            "category": self.category,
            "more": self.description,
            "language": self.language,
            "priority": self.priority,
            "origin": self.origin,
        }
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for name in _NAMES:
            if name == "place":
                form.addRow(self._names[name], place)
            else:
                form.addRow(self._names[name], fields[name])
                self._names[name].setBuddy(fields[name])
        return form

    # What stands in the fields

    def take_place(self, place: LonLat) -> None:
        """Take the place that was chosen on the map."""
        self._place = place
        self.pick.setChecked(False)
        self._say_place()
        self._touched()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen that would be lost."""
        words = [*(line.text() for line in self._lines.values()), self.description.toPlainText()]
        chosen = self._place is not None or self.photos.any
        return not (chosen or self.category.currentText() or any(words))

    def report(self, category: Category) -> Report:
        """What stands there, as a report of a category."""
        return Report(
            title=self.title.text(),
            category=category.code,
            origin=Origin(self.origin.currentData()),
            description=self.description.toPlainText(),
            address=self.address.text(),
            place=self._place,
            priority=self._chosen_priority(),
            reporter_name=self.reporter_name.text(),
            reporter_phone=self.reporter_phone.text(),
            language=self.language.currentData(),
        )

    def texts(self) -> dict[str, str]:
        """What stands there, by the fields' names; a choice as its value, not as its label."""
        told = {name: line.text() for name, line in self._lines.items()}
        category = self.category.chosen
        told["category"] = self.category.currentText() if category is None else category.code
        told["more"] = self.description.toPlainText()
        language, priority = self.language.currentData(), self._chosen_priority()
        if language is not None:
            told["language"] = language
        if priority is not None:
            told["priority"] = str(int(priority))
        told["origin"] = str(self.origin.currentData() or ORIGINS[0])
        return told

    def put(self, texts: Mapping[str, str], place: LonLat | None, photos: tuple[str, ...]) -> None:
        """Let stand there what ``texts`` told; what is not known any more is left out."""
        self._filling = True
        for name, line in self._lines.items():
            line.setText(texts.get(name, ""))
        self.description.setPlainText(texts.get("more", ""))
        known = self._hub.picture.categories.get(texts.get("category", ""))
        self.category.empty()
        if known is not None:
            self.category.setEditText(localised(known.name, known.name_en))
        else:
            self.category.setEditText(texts.get("category", ""))
        self.language.setCurrentIndex(max(self.language.findData(texts.get("language")), 0))
        self._choose(self.priority, texts.get("priority", ""))
        if "origin" in texts:
            self._choose(self.origin, texts["origin"])
        self._place = place
        self._say_place()
        self.photos.put(photos)
        self._filling = False
        self.typed.emit()

    def empty(self) -> None:
        """Let nothing stand there."""
        self.put({}, None, ())

    def _touched(self) -> None:
        if not self._filling:
            self.typed.emit()

    # How it is shown

    def _name_fields(self) -> None:
        for name, text in (
            ("title", self.tr("What")),
            ("category", self.tr("Category")),
            ("priority", self.tr("Priority")),
            ("origin", self.tr("Reported by")),
            ("address", self.tr("Address")),
            ("place", self.tr("Place")),
            ("name", self.tr("Reporter")),
            ("phone", self.tr("Telephone")),
            ("more", self.tr("More")),
            ("language", self.tr("Language")),
        ):
            self._names[name].setText(text)
        self.title.setPlaceholderText(self.tr("For example: litter beside the road"))
        self.address.setPlaceholderText(self.tr("Street, number, building"))
        self.pick.setText(self.tr("Choose on the map"))
        self._fill_choices()
        self._say_place()

    def _changed(self, change: Change) -> None:
        if change.catalogue is not None:
            self._fill_choices()

    def _fill_choices(self) -> None:
        self.category.fill(self._hub.picture.categories.values())
        self._refill(
            self.priority,
            [(self.tr("as the category says"), None)]
            + [(priority_label(priority), priority) for priority in Priority],
        )
        self._refill(
            self.language,
            [
                (self.tr("as the words say"), None),
                (self.tr("none in particular"), ""),
                *(
                    (localised(one.name, one.name_en), one.code)
                    for one in self._hub.picture.languages.values()
                ),
            ],
        )
        self._refill(self.origin, [(origin_label(origin), origin) for origin in ORIGINS])

    @staticmethod
    def _refill(box: QComboBox, choices: list[tuple[str, object]]) -> None:
        chosen = max(box.currentIndex(), 0)
        box.clear()
        for text, value in choices:
            box.addItem(text, value)
        box.setCurrentIndex(chosen)

    @staticmethod
    def _choose(box: QComboBox, value: str) -> None:
        """Choose what has a value, told as a text; what stands first if there is none."""
        values = [box.itemData(row) for row in range(box.count())]
        told = ["" if one is None else str(one) for one in values]
        box.setCurrentIndex(told.index(value) if value in told else 0)

    def _chosen_priority(self) -> Priority | None:
        # Qt keeps an enum of whole numbers as a mere number.
        value = self.priority.currentData()
        return None if value is None else Priority(value)

    def _say_place(self) -> None:
        if self._place is None:
            self.place.setText(self.tr("not chosen"))
            return
        grid = self._hub.picture.tree.locate(self._place)
        self.place.setText(
            self.tr("sub-grid {code}").format(code=short_code(grid))
            if grid
            else self.tr("outside all grids")
        )
