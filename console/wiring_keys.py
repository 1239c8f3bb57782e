"""The keys of the window, and what each does."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from console.views.cards import LIST_KEY
from console.views.incident.deeds import KEYS
from console.views.incident.duplicates import KEY as SAME_KEY
from console.views.incident.supervision import ACKNOWLEDGE_KEY, CHECK_IN_KEY

if TYPE_CHECKING:
    from console.wiring import Console


def add_keys(console: "Console") -> None:
    """Connect the keys of the desk, and those that hold in the whole window."""
    page, panel = console.page, console.incident
    for deed, key in KEYS.items():
        page.add_key(key, partial(panel.doing.request, deed))
    for rank in range(9):
        page.add_key(str(rank + 1), partial(panel.candidates.choose, rank))
    page.add_key(ACKNOWLEDGE_KEY, panel.supervision.acknowledge)
    page.add_key(CHECK_IN_KEY, panel.supervision.check_in)
    page.add_key(LIST_KEY, console.dialogs.show_cards)
    page.add_key("V", panel.verification.next_camera)
    page.add_key("X", panel.candidates.excluded.switch)
    page.add_key("G", panel.doing.call_team)
    page.add_key("H", panel.doing.reserve)
    page.add_key("Y", panel.people.take_keyboard)
    page.add_key("Q", panel.language.take_keys)
    page.add_key(SAME_KEY, panel.same.take_keyboard)
    page.add_key("N", console.new_report)
    page.add_key("P", console.dialogs.propose_all)
    page.add_key("L", console.dialogs.copy_slip)
    page.add_key("Shift+L", console.dialogs.print_slip)
    page.add_key("Shift+R", panel.deliveries.tell_again)
    page.add_key("/", console.queue.focus_filter)
    page.add_key("Esc", console.step_back)
    for keys, slot in (
        (QKeySequence(QKeySequence.StandardKey.Find), console.focus_filter),
        (QKeySequence(QKeySequence.StandardKey.New), console.new_report),
        (QKeySequence(QKeySequence.StandardKey.Undo), console.strip.withdraw_last),
        (QKeySequence("Ctrl+Q"), console.window.close),
        (QKeySequence("F1"), console.dialogs.show_keys),
        (QKeySequence("F8"), console.dialogs.open_weights),
        (QKeySequence("F9"), console.language.switch),
        (QKeySequence("F10"), console.look.switch),
    ):
        QShortcut(keys, console.window).activated.connect(slot)
