"""What the member on an incident was told, and whether it went out."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from console.domain.change import Case
from console.domain.channels import Delivery, Message
from console.domain.orders import TellAgain
from console.live.desk import Desk
from console.widgets.plain import plain_label
from console.widgets.restyle import restyle
from console.widgets.words_channels import delivery_text, trouble_sentence

SHOWN = 2
"""So many messages are shown: the order and, if there is one, the withdrawal."""


class Deliveries(QWidget):
    """One line a message: a shape, what it tells whom, and its state in words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages: tuple[Message, ...] = ()
        self.lines = [plain_label(self) for _ in range(SHOWN)]
        self.again = QPushButton(self)
        self.again.setProperty("kind", "quiet")
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.again.clicked.connect(self.tell_again)
        column = QVBoxLayout()
        column.setSpacing(4)
        for line in self.lines:
            line.setWordWrap(True)
            column.addWidget(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(column, 1)
        layout.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        self._say()

    def show_case(self, case: Case | None) -> None:
        """Show what was told about a case; nothing of one that is not read yet."""
        self._messages = case.messages[-SHOWN:] if case else ()
        self._say()

    def tell_again(self) -> None:
        """Have what failed sent once more."""
        failed = self._failed
        if failed is not None:
            self._desk.do(TellAgain(failed.incident))

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [line.text() for line in self.lines if line.isVisibleTo(self)]

    @property
    def _failed(self) -> Message | None:
        return next((m for m in self._messages if m.state is Delivery.FAILED), None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.again.setText(self.tr("⇧R  Send again"))
        self.again.setVisible(self._failed is not None)
        for place, line in enumerate(self.lines):
            used = place < len(self._messages)
            line.setVisible(used)
            if used:
                self._fill(line_of=place)
        self.setVisible(bool(self._messages))

    def _fill(self, line_of: int) -> None:
        line, message = self.lines[line_of], self._messages[line_of]
        text = delivery_text(message.tidings, message.member_name, message.state)
        failed = message.state is Delivery.FAILED
        if failed:
            text = f"{text}\n{trouble_sentence(message.trouble)}"
        elif message.state is Delivery.QUEUED and message.tries:
            text = self.tr("{text} (tried {count} times)").format(text=text, count=message.tries)
        line.setText(text)
        restyle(line, role="warning" if failed else "dim")
