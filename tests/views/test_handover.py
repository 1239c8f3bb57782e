"""The shift handover at the desk: F7 writes it, the next operator signs it, a page is printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import HandOver
from console.views.common.page_dialog import PageDialog
from console.views.handover.dialog import HandoverDialog
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, said, settle, sit_at, until, write
from tests.views.reports import litter

pytestmark = pytest.mark.both_databases

RETURN = Qt.Key.Key_Return


def shown() -> list[HandoverDialog]:
    """The handover's windows that are open."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, HandoverDialog)]
    return [window for window in found if window.isVisible()]


def opened(qtbot: QtBot, console: Console) -> HandoverDialog:
    """The window that F7 opens, once it knows the last handover."""
    press(console.window, Qt.Key.Key_F7)
    [dialog] = shown()
    dialog.activateWindow()
    until(qtbot, dialog.isActiveWindow)
    until(qtbot, lambda: dialog.ready)
    return dialog


def test_one_hands_over_and_the_next_signs(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    elsewhere(center_url, litter("文宗路 <b>垃圾</b>"))
    console = open_console(center_url)
    dialog = opened(qtbot, console)
    assert dialog.before.text() == "No shift has been handed over yet."
    assert dialog.counts.text() == "to verify 1"
    item = dialog.table.item(0, 1)
    assert item is not None
    assert "<b>垃圾</b>" in item.text()
    write(dialog.fields["promised"], "周三前回复张女士")
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: not shown())
    until(qtbot, lambda: deeds(console, Deed.HAND_OVER))
    [handed] = deeds(console, Deed.HAND_OVER)
    assert handed.payload["promised"] == "周三前回复张女士"

    other = open_console(center_url, "乙", "二号席")
    until(qtbot, lambda: any("甲 has handed the shift over" in text for text in said(other)))
    sit_at(qtbot, other)
    dialog = opened(qtbot, other)
    assert "周三前回复张女士" in dialog.before.text()
    assert "not signed yet" in dialog.before.text()
    assert not dialog.form.isVisible()
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: "signed by 乙" in dialog.before.text())
    until(qtbot, dialog.form.isVisible)
    until(qtbot, lambda: not said(other))
    settle(qtbot, other)
    until(qtbot, lambda: dialog.ready)
    # Now it is their shift, which they hand over in their turn.
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: not shown())
    wanted = ["甲", "乙"]
    until(qtbot, lambda: [one.operator for one in deeds(other, Deed.HAND_OVER)] == wanted)


def test_what_was_typed_is_there_again_until_it_is_handed_over(
    qtbot: QtBot, open_console: OpenConsole, center_url: str
) -> None:
    console = open_console(center_url)
    dialog = opened(qtbot, console)
    write(dialog.fields["promised"], "还没写完")
    press(dialog, Qt.Key.Key_Escape)
    until(qtbot, lambda: not shown())
    sit_at(qtbot, console)
    dialog = opened(qtbot, console)
    assert dialog.fields["promised"].toPlainText() == "还没写完"
    press(dialog, RETURN, CTRL)
    until(qtbot, lambda: not shown())
    sit_at(qtbot, console)
    assert opened(qtbot, console).fields["promised"].toPlainText() == ""


def test_the_page_is_one_and_shows_data_as_it_was_written(
    qtbot: QtBot,
    open_console: OpenConsole,
    elsewhere: Elsewhere,
    sqlite_center_url: str,
    tmp_path: Path,
) -> None:
    for number in range(45):
        elsewhere(sqlite_center_url, litter(f"<i>垃圾</i> {number}", reporter_name="黄女士"))
    elsewhere(sqlite_center_url, HandOver("<script>x</script>", "", "夜里查一次工地"))
    console = open_console(sqlite_center_url)
    dialog = opened(qtbot, console)
    click(dialog.page_button)
    [page] = dialog.findChildren(PageDialog)
    text = page.view.toPlainText()
    for told in ("<i>垃圾</i> 0", "<script>x</script>", "夜里查一次工地", "丙", "and 5 more"):
        assert told in text
    assert "黄女士" not in text
    page.save_to(tmp_path / "page.pdf")
    document = QPdfDocument()
    document.load(str(tmp_path / "page.pdf"))
    assert document.pageCount() == 1
