"""The case file on paper: all pages, and masked unless a reason is written down."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import Attach, Comment, CorrectNote
from console.views.incident.case_dialog import CaseFileDialog
from console.wiring import Console
from tests.photos import jpeg
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, deeds, press, until, write
from tests.views.reports import litter

REPORTER = {"reporter_name": "欧阳修远", "reporter_phone": "13812345678"}


def case_file(qtbot: QtBot, console: Console) -> CaseFileDialog:
    """The window that the key opens, once its photos are read."""
    until(qtbot, lambda: console.incident.case is not None)
    press(console.window, Qt.Key.Key_P, CTRL | SHIFT)
    [dialog] = opened()
    dialog.activateWindow()
    until(qtbot, dialog.isActiveWindow)
    until(qtbot, dialog.print_button.isEnabled)
    return dialog


def opened() -> list[CaseFileDialog]:
    """The windows for case files that are open."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CaseFileDialog)]


def words(path: Path) -> list[str]:
    """What stands on each page of a PDF."""
    document = QPdfDocument()
    document.load(str(path))
    return [document.getAllText(page).text() for page in range(document.pageCount())]


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the system's own file window, which no test can type into, says to write to."""
    path = tmp_path / "案卷.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_a_long_case_is_saved_on_numbered_pages_with_its_contact_masked(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, target: Path
) -> None:
    number = elsewhere(
        center_url, litter("<b>井盖</b>缺失", description="长" * 3000, **REPORTER)
    ).subject.id
    wrong = elsewhere(center_url, Comment(number, "门牌18号"))
    elsewhere(center_url, CorrectNote(number, wrong.seq, "门牌81号"))
    elsewhere(center_url, Attach(number, "现场.jpg", jpeg(1600, 1200)))
    for line in range(60):
        elsewhere(center_url, Comment(number, f"第{line}条：<script>{{page}}"))
    console = open_console(center_url)
    console.queue.select(number)
    dialog = case_file(qtbot, console)
    paper = dialog.paper(full=False)
    press(dialog, Qt.Key.Key_S, CTRL)
    until(qtbot, target.exists)
    until(qtbot, lambda: not opened())
    pages = words(target)
    assert len(pages) >= 3
    for at, page in enumerate(pages, 1):
        assert f"page {at} of {len(pages)}" in page
        assert "printed by 甲 at 2026-03-02" in page
    whole = "".join(pages).replace("\r\n", "")
    assert "<b>井盖</b>缺失" in whole
    assert "第59条：<script>{page}" in whole
    assert "牌18号" in whole
    assert "现场.jpg" in whole
    assert "138******78" in whole
    assert "欧***" in whole
    assert REPORTER["reporter_phone"] not in whole
    assert not deeds(console, Deed.LOOK)
    assert "<s>" in paper.body
    assert set(paper.images) == {"case:map", f"case:photo/{console.incident.photos.shown[0].id}"}


@pytest.mark.both_databases
def test_the_contact_is_printed_in_full_only_after_the_look_is_written_down(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, target: Path
) -> None:
    number = elsewhere(center_url, litter(**REPORTER)).subject.id
    console = open_console(center_url)
    console.queue.select(number)
    dialog = case_file(qtbot, console)
    assert REPORTER["reporter_phone"] not in dialog.view.toPlainText()
    dialog.reason.setFocus()
    write(dialog, "移交城管中队")
    press(dialog, Qt.Key.Key_S, CTRL)
    until(qtbot, target.exists)
    until(qtbot, lambda: deeds(console, Deed.LOOK))
    [look] = deeds(console, Deed.LOOK)
    assert look.payload["note"] == "case file printed: 移交城管中队"
    assert "13812345678" in "".join(words(target))
    assert "欧阳修远" in "".join(words(target))


def test_a_place_that_cannot_be_written_to_is_told_and_the_window_stays(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    target: Path,
) -> None:
    target.mkdir()
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    dialog = case_file(qtbot, console)
    assert not dialog.reason.isVisible(), "nobody left a contact"
    press(dialog, Qt.Key.Key_S, CTRL)
    until(qtbot, lambda: "cannot be used" in dialog.said.text())
    assert dialog.save_button.isEnabled()
    dialog.reject()
