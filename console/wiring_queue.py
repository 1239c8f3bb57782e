"""What the queue needs to know of the rest of the window."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from console.domain.mine import InHand
from console.views.common.about import asks_about_incident

if TYPE_CHECKING:
    from console.wiring import Console


def acts_on_row(console: "Console") -> bool:
    """Whether something is open that asks about the current row: rows must stand still."""
    bars = [console.incident.deeds.bar]
    if "bulk" in vars(console):
        bars.append(console.bulk.bar)
    return (
        any(bar.isVisible() for bar in bars)
        or QApplication.activePopupWidget() is not None
        or asks_about_incident(QApplication.activeModalWidget())
    )


def learn_what_is_mine(console: "Console") -> None:
    """Ask what was the operator's own before there was a feed to tell it."""
    # Late: no start needs what else can be asked.
    from console.live.asking import ask_mine

    questions = console.desk.questions
    asked = ask_mine(console.desk)

    def learn(number: object, answer: object) -> None:
        if number == asked and isinstance(answer, InHand):
            questions.answered.disconnect(learn)
            console.queue.know_mine(answer)

    questions.answered.connect(learn)
