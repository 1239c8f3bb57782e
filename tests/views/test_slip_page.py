"""The order on one page: by a key, with data shown as it is, and as a PDF file of one page."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.orders import Verify
from console.views.incident.printing import SlipDialog
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import SHIFT, click, press, shown_as, until
from tests.views.reports import litter

TITLE = "<b>井盖</b> & 栏杆"


def opened(
    qtbot: QtBot, open_console: OpenConsole, url: str, elsewhere: Elsewhere, title: str = TITLE
) -> tuple[Console, SlipDialog]:
    number = elsewhere(url, litter(title, reporter_name="黄女士")).subject.id
    elsewhere(url, Verify(number))
    console = open_console(url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.VERIFIED)
    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.DISPATCHED)
    press(console.window, Qt.Key.Key_L, SHIFT)
    found = console.window.findChildren(SlipDialog)
    assert len(found) == 1
    return console, found[0]


def test_the_page_says_what_the_member_must_know_and_nothing_of_the_reporter(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console, dialog = opened(qtbot, open_console, sqlite_center_url, elsewhere)
    incident = console.incident.incident
    assert incident is not None
    member = console.hub.picture.members[incident.assignee or 0]
    page = dialog.view.toPlainText()
    for told in (incident.number, TITLE, "文宗路", member.name, member.number, "2026-03-02 10:00"):
        assert told in page
    assert "黄女士" not in page
    click(dialog.copy_button)
    assert TITLE in QGuiApplication.clipboard().text()
    dialog.reject()


def test_the_pdf_file_has_one_page_with_the_order(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    console, dialog = opened(qtbot, open_console, sqlite_center_url, elsewhere)
    file = tmp_path / "order.pdf"
    dialog.save_to(file)
    dialog.reject()
    _is_the_order(file, console)


def test_long_words_stay_on_one_page(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    console, dialog = opened(qtbot, open_console, sqlite_center_url, elsewhere, "路灯不亮" * 50)
    file = tmp_path / "order.pdf"
    dialog.save_to(file)
    dialog.reject()
    _is_the_order(file, console)


def test_printing_asks_where_and_prints_one_page(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    console, dialog = opened(qtbot, open_console, sqlite_center_url, elsewhere)
    click(dialog.print_button)
    (chooser,) = dialog.findChildren(QPrintDialog)
    chooser.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    chooser.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    chooser.done(QPrintDialog.DialogCode.Accepted)
    until(qtbot, (tmp_path / "printed.pdf").exists)
    _is_the_order(tmp_path / "printed.pdf", console)


def _is_the_order(file: Path, console: Console) -> None:
    document = QPdfDocument()
    assert document.load(str(file)) is QPdfDocument.Error.None_
    assert document.pageCount() == 1
    text = document.getAllText(0).text()
    picture = document.render(0, QSize(420, 595))
    darkest = min(
        picture.pixelColor(x, y).lightness()
        for x in range(60, 360, 1)
        for y in range(50, 250, 1)
        if picture.pixelColor(x, y).alpha()
    )
    document.close()
    assert darkest < 60, "black on paper, also while the screen is dark"
    incident = console.incident.incident
    assert incident is not None
    assert "2026-03-02 10:00" in text
    assert console.hub.picture.members[incident.assignee or 0].name in text
    assert "Dispatch order" in text
