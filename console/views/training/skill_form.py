"""The form for a skill of the catalogue; what is typed stays until it is stored."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from console.domain.errors import ConsoleError, Refusal, Refused
from console.domain.events import Event
from console.domain.orders import AddSkill, ChangeSkill, Order
from console.domain.people import Skill
from console.domain.skills import (
    MONTHS_LIMIT,
    POSITION_LIMIT,
    SkillDraft,
    checked,
    contrast,
    draft_of,
    ink_on,
)
from console.live.desk import Desk
from console.live.hub import Hub
from console.views.training.skill_look import BadgePreview, IconBox, Swatches
from console.widgets.form import Form
from console.widgets.labels import error_sentence, localised
from console.widgets.measure import sized
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look

NEW_COLOR = "#2f7d8c"
"""The colour that a new skill begins with: none of the first eight has it."""

MARGIN = 6
"""What a style sheet does not give the text of a spin box on its left, in pixels."""


class SkillForm(Form):
    """Takes a skill; checks it by the rule by which it is stored, and says what is wrong."""

    closed = Signal()
    stored = Signal(str)

    def __init__(self, hub: Hub, desk: Desk, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._desk = hub, desk
        self._skill: Skill | None = None
        self._order: AddSkill | ChangeSkill | None = None
        self._sent: SkillDraft | None = None
        self._command: UUID | None = None
        self._stored: Event | None = None
        self._overtaken = False
        self._wrong: Refusal | None = None
        self.caption = plain_label(self)
        self.caption.setProperty("role", "panel_title")
        self.monogram = QLineEdit(self)
        self.name = QLineEdit(self)
        self.name_en = QLineEdit(self)
        self.swatches = Swatches(self)
        self.color = QLineEdit(self)
        self.icons = IconBox(look, self)
        self.months = QSpinBox(self)
        self.months.setRange(0, MONTHS_LIMIT)
        self.place = QSpinBox(self)
        self.place.setRange(1, POSITION_LIMIT + 1)
        for box in (self.months, self.place):
            box.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        self.preview = BadgePreview(look, self)
        self.contrast = plain_label(self)
        self.contrast.setProperty("role", "dim")
        self.problem = plain_label(self)
        self.problem.setProperty("role", "error")
        self.problem.setWordWrap(True)
        self.submit = QPushButton(self)
        self.submit.setProperty("kind", "primary_large")
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self._fields: dict[str, QWidget] = {
            "monogram": self.monogram,
            "name": self.name,
            "name_en": self.name_en,
            "color": self.color,
            "icon": self.icons,
            "valid_months": self.months,
            "position": self.place,
        }
        self._names = {key: plain_label(self) for key in (*self._fields, "preview")}
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        color = QHBoxLayout()
        color.addWidget(self.swatches, 1)
        color.addWidget(self.color)
        sized(self.color.setFixedWidth, 96)
        shown = QHBoxLayout()
        shown.setSpacing(12)
        shown.addWidget(self.preview)
        shown.addWidget(self.contrast, 1)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for key, field in self._fields.items():
            if key == "color":
                form.addRow(self._names[key], color)
            else:
                form.addRow(self._names[key], field)
            self._names[key].setBuddy(field)
        form.addRow(self._names["preview"], shown)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.caption)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.submit)
        layout.addWidget(self.cancel)

    def _connect(self) -> None:
        self._hub.loaded.connect(self._arrived)
        self._hub.changed.connect(self._arrived)
        self._desk.deed_started.connect(self._started)
        self._desk.deed_done.connect(self._done)
        self._desk.deed_failed.connect(self._failed)
        self.submit.clicked.connect(self.send)
        self.cancel.clicked.connect(self.closed)
        self.swatches.currentIndexChanged.connect(self._take_swatch)
        self.color.textChanged.connect(self.swatches.show_color)
        for line in (self.monogram, self.name, self.name_en, self.color):
            line.textChanged.connect(self._typed)
            line.returnPressed.connect(self.focusNextChild)

    # What others ask for

    def open_new(self) -> None:
        """Begin a new skill, after the last one of the catalogue."""
        if self._skill is not None or not self._has_text():
            last = max((s.position for s in self._hub.picture.skills.values()), default=-1)
            place = min(last + 1, POSITION_LIMIT)
            self._fill(None, SkillDraft("", "", color=NEW_COLOR, position=place))
        self._begin()

    def open_for(self, skill: Skill) -> None:
        """Change a skill of the catalogue."""
        if self._skill is None or self._skill.code != skill.code:
            self._fill(skill, draft_of(skill))
        self._begin()

    @override
    def send(self) -> None:
        """Store the skill, if the rule lets it."""
        if self._command is not None:
            return
        try:
            draft = checked(self.draft, self._others())
        except Refusal as refusal:
            self._complain(refusal)
            return
        self._complain(None)
        if self._skill is None:
            self._order = AddSkill(draft)
        else:
            # Who has been told of another one's change stores over what is there now.
            known = self._hub.picture.skills if self._overtaken else {}
            seen = known.get(self._skill.code, self._skill).version
            self._order = ChangeSkill(self._skill.code, draft, seen)
        self._sent = self.draft
        self._desk.do(self._order)

    @property
    def draft(self) -> SkillDraft:
        """What stands in the form."""
        return SkillDraft(
            monogram=self.monogram.text(),
            name=self.name.text(),
            name_en=self.name_en.text(),
            color=self.color.text(),
            icon=str(self.icons.currentData()),
            valid_months=self.months.value() or None,
            position=self.place.value() - 1,
        )

    @override
    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        for key, text in (
            ("monogram", self.tr("Monogram")),
            ("name", self.tr("Chinese name")),
            ("name_en", self.tr("English name")),
            ("color", self.tr("Colour")),
            ("icon", self.tr("Icon")),
            ("valid_months", self.tr("Valid for")),
            ("position", self.tr("Place in the list")),
            ("preview", self.tr("Preview")),
        ):
            self._names[key].setText(text)
        self.monogram.setPlaceholderText(self.tr("One character"))
        self.color.setAccessibleName(self.tr("Colour as six hexadecimal digits"))
        self.swatches.setAccessibleName(self.tr("Colour"))
        self.months.setSpecialValueText(self.tr("no end"))
        self.months.setSuffix(self.tr(" months"))
        self.submit.setText(self.tr("Store skill    Ctrl+Enter"))
        self.cancel.setText(self.tr("Close    Esc"))
        self.swatches.fill()
        self.swatches.show_color(self.color.text())
        self.icons.fill()
        self._say_caption()
        self._complain(self._wrong, stay=True)
        self._show()

    # What happens inside

    def _others(self) -> list[Skill]:
        own = None if self._skill is None else self._skill.code
        return [skill for skill in self._hub.picture.skills.values() if skill.code != own]

    def _has_text(self) -> bool:
        return any(line.text() for line in (self.monogram, self.name, self.name_en))

    def _fill(self, skill: Skill | None, draft: SkillDraft) -> None:
        self._skill, self._overtaken = skill, False
        self.monogram.setText(draft.monogram)
        self.name.setText(draft.name)
        self.name_en.setText(draft.name_en)
        self.color.setText(draft.color)
        self.icons.choose(draft.icon)
        self.months.setValue(draft.valid_months or 0)
        self.place.setValue(draft.position + 1)
        self._complain(None)
        self._say_caption()

    def _begin(self) -> None:
        self.monogram.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.monogram.selectAll()

    def _say_caption(self) -> None:
        if self._skill is None:
            self.caption.setText(self.tr("New skill"))
        else:
            name = localised(self._skill.name, self._skill.name_en)
            self.caption.setText(self.tr("Change {name}").format(name=name))

    def _take_swatch(self) -> None:
        color = self.swatches.currentData()
        if color is not None:
            self.color.setText(color)

    def _typed(self) -> None:
        if self._wrong is not None:
            self._complain(None)
        self._show()

    def _show(self) -> None:
        """Show the badge as it will be, as soon as its monogram and colour can be."""
        try:
            draft = checked(SkillDraft(self.monogram.text(), "—", color=self.color.text()), ())
        except Refusal:
            self.preview.show_draft(None)
            self.contrast.setText("")
            return
        self.preview.show_draft(draft)
        ratio = f"{contrast(draft.color, ink_on(draft.color)):.1f}"
        self.contrast.setText(self.tr("contrast {ratio} : 1").format(ratio=ratio))

    def _complain(self, refusal: Refusal | None, *, stay: bool = False) -> None:
        """Say what is wrong and put the keyboard there; None if nothing is."""
        self._wrong = refusal
        self.problem.setText("" if refusal is None else error_sentence(refusal))
        wrong = None if refusal is None else self._fields.get(str(refusal.details.get("field")))
        for field in self._fields.values():
            restyle(field, invalid=field is wrong)
        if wrong is not None and not stay:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(wrong, QLineEdit):
                wrong.selectAll()

    def _started(self, command: UUID, order: Order) -> None:
        """It was sent, from here or once more from the message about its failure."""
        if order is self._order:
            self._command = command
            self.submit.setEnabled(False)

    def _done(self, command: UUID, _order: Order, event: Event) -> None:
        if command == self._command:
            self._stored = event
            self._arrived()

    def _arrived(self) -> None:
        """It is done and the feed has brought it, in whichever order they came."""
        event = self._stored
        if event is None or self._hub.picture.seq < event.seq:
            return
        self._end()
        # Sent once more from a message, something else may stand here by now: that stays.
        if self.draft == self._sent:
            self._fill(None, SkillDraft("", "", color=NEW_COLOR))
            self.stored.emit(str(event.payload["skill"]))

    def _failed(self, command: UUID, _order: Order, error: ConsoleError) -> None:
        if command != self._command:
            return
        self._end()
        if isinstance(error, Refusal):
            self._complain(error)
            self._overtaken = error.code is Refused.OVERTAKEN

    def _end(self) -> None:
        self._command = self._stored = None
        self.submit.setEnabled(True)
