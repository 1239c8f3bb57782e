"""What was half typed when a console was killed is offered, word for word, by the next one."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.drafts import Draft, ReportDraft, TextDraft, read_draft, write_draft
from console.domain.lifecycle import Deed
from console.domain.orders import Verify
from console.live.drawer import Drawer, drawer_for
from console.wiring import Console
from tests.clock import Clock
from tests.photos import PNG
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, deeds, press, said, settle, until, write
from tests.views.reports import MARKET, litter


def on_disk(folder: Path) -> list[Draft]:
    """The drafts that lie in a folder of drafts now, whoever is writing there."""
    found = []
    for path in folder.rglob("*.json"):
        try:
            found.append(read_draft(path.read_text(encoding="utf-8")))
        except FileNotFoundError:  # It was removed, or taken over, meanwhile.
            continue
    return found


def killed_while_typing(qtbot: QtBot, url: str, folder: Path, photo: Path) -> ReportDraft:
    """Type in another process and kill it in the middle; tells what lay on disk before that."""
    folder.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.views.typist", url, str(folder), str(photo)]
    )
    try:

        def typing() -> list[ReportDraft]:
            assert process.poll() is None
            reports = [one for one in on_disk(folder) if isinstance(one, ReportDraft)]
            return [one for one in reports if "20 " in one.texts.get("more", "")]

        qtbot.waitUntil(lambda: bool(typing()), timeout=60_000)
        (known,) = typing()
    finally:
        process.kill()  # By SIGKILL: nothing of it runs any more.
        process.wait()
    return known


def left_by_an_earlier_run(folder: Path, url: str, *drafts: Draft) -> Path:
    """Leave drafts as a console does that ended in the middle of them; tells the drawer."""
    drawer = drawer_for(folder, "甲", url)
    left = Drawer(drawer)
    for draft in drafts:
        left.write(draft)
    left.close()
    return drawer


def offered(qtbot: QtBot, console: Console, count: int) -> str:
    """Wait until so many are offered; tells what is said of them."""
    until(qtbot, lambda: "offer" in vars(console.drafts))
    until(qtbot, lambda: len(console.drafts.offer.drafts) == count)
    return console.drafts.offer.label.text()


def test_every_word_is_offered_after_the_process_was_killed(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    photo = tmp_path / "照片.png"
    photo.write_bytes(PNG)
    known = killed_while_typing(qtbot, sqlite_center_url, tmp_path / "drafts", photo)

    console = open_console(sqlite_center_url)
    first = offered(qtbot, console, 2)
    assert "14:32" in first
    assert "1 of 2" in first
    reasons = [one for one in console.drafts.offer.drafts if isinstance(one, TextDraft)]
    assert [(one.incident, one.deed, one.text) for one in reasons] == [
        (number, Deed.REJECT, "不是我们的事")
    ]
    for _ in range(2):
        press(console.window, Qt.Key.Key_D, CTRL)
        settle(qtbot, console)
    assert not console.drafts.offer.isVisible()
    bar = console.incident.deeds.bar
    until(qtbot, lambda: bar.line.text() == "不是我们的事")
    form = console.form
    console.new_report()
    assert (form.title.text(), form.category.currentText()) == ("路边乱丢垃圾", "Exposed litter")
    assert (form.address.text(), form.reporter_phone.text()) == ("文宗路 8 号", "13800001111")
    assert form.photos.paths == (str(photo),)
    assert form.language.currentIndex() == 2
    assert form.description.toPlainText().startswith(known.texts["more"])

    # Stored, it lies on the disk no more, and the photo is with it.
    form.send()
    until(qtbot, lambda: deeds(console, Deed.ATTACH))
    report, attached = deeds(console, Deed.REPORT)[-1], deeds(console, Deed.ATTACH)[-1]
    assert attached.subject == report.subject
    assert console.hub.picture.incidents[report.subject.id].place == MARKET
    settle(qtbot, console)
    until(qtbot, lambda: [type(one) for one in on_disk(tmp_path / "drafts")] == [TextDraft])


def test_two_reports_are_taken_up_one_after_the_other(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path, clock: Clock
) -> None:
    drafts = [
        ReportDraft("report-1", clock.now(), {"title": "噪声", "phone": "13800001111"}),
        ReportDraft("report-2", clock.now(), {"title": "漏水"}),
        ReportDraft("report-3", clock.now(), {"address": "文宗路"}),
    ]
    left_by_an_earlier_run(tmp_path / "drafts", sqlite_center_url, *drafts)
    console = open_console(sqlite_center_url)
    told = offered(qtbot, console, 3)
    assert "噪声" in told
    assert "13800001111" not in told
    form, offer = console.form, console.drafts.offer
    console.new_report()
    write(console.window, "另一件")
    press(console.window, Qt.Key.Key_D, CTRL)
    assert (form.title.text(), form.reporter_phone.text()) == ("噪声", "13800001111")
    # What stood there is not lost: it is offered after the others.
    assert [one.texts.get("title") for one in offer.drafts if isinstance(one, ReportDraft)] == [
        *("漏水", None, "另一件")
    ]
    press(console.window, Qt.Key.Key_D, CTRL | SHIFT)
    press(console.window, Qt.Key.Key_D, CTRL | SHIFT)
    assert "另一件" in offer.label.text()
    press(console.window, Qt.Key.Key_S, CTRL | SHIFT)
    assert form.title.text() == form.reporter_phone.text() == ""
    assert QApplication.focusWidget() is form.title
    assert len(offer.drafts) == 2

    def kept() -> set[str | None]:
        found = on_disk(tmp_path / "drafts")
        return {one.texts.get("title") for one in found if isinstance(one, ReportDraft)}

    until(qtbot, lambda: kept() == {"噪声", "另一件"})
    # Taken up and emptied by hand it is thrown away, too.
    press(console.window, Qt.Key.Key_D, CTRL)
    assert form.title.text() == "另一件"
    form.title.selectAll()
    press(console.window, Qt.Key.Key_Delete)
    until(qtbot, lambda: kept() == {"噪声"})


def test_a_broken_draft_is_told_and_the_others_are_offered(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, tmp_path: Path, clock: Clock
) -> None:
    good = ReportDraft("report-1", clock.now(), {"title": "噪声"})
    drawer = left_by_an_earlier_run(tmp_path / "drafts", sqlite_center_url, good)
    (run,) = drawer.iterdir()
    (run / "report-2.json").write_text(write_draft(good)[:20], encoding="utf-8")
    console = open_console(sqlite_center_url)
    assert "噪声" in offered(qtbot, console, 1)
    (told,) = said(console)
    assert "report-2.json" in told
    assert len(list((drawer / "aside").iterdir())) == 1


def test_a_text_comes_back_to_where_it_was_typed_or_as_a_note(
    qtbot: QtBot,
    open_console: OpenConsole,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
    clock: Clock,
) -> None:
    seen = elsewhere(sqlite_center_url, litter("第一件")).subject.id
    verified = elsewhere(sqlite_center_url, litter("第二件")).subject.id
    elsewhere(sqlite_center_url, Verify(verified))
    left_by_an_earlier_run(
        tmp_path / "drafts",
        sqlite_center_url,
        TextDraft("text-1", clock.now(), seen, Deed.VERIFY, "三袋垃圾"),
        TextDraft("text-2", clock.now(), verified, Deed.VERIFY, "看到两人"),
        TextDraft("text-3", clock.now(), verified, Deed.COMMENT, "回电"),
    )
    console = open_console(sqlite_center_url)
    offered(qtbot, console, 3)
    panel, bar = console.incident, console.incident.deeds.bar
    for _ in range(3):
        press(console.window, Qt.Key.Key_D, CTRL)
        settle(qtbot, console)
        until(qtbot, lambda: panel.verification.note.hasFocus() or bar.line.hasFocus())
    assert panel.incident is not None
    assert (panel.incident.id, bar.deed) == (verified, Deed.COMMENT)
    assert bar.line.text() == "回电 看到两人"
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: deeds(console, Deed.COMMENT))
    console.open_incident(seen)
    settle(qtbot, console)
    assert panel.verification.note.text() == "三袋垃圾"

    def kept() -> list[str]:
        found = on_disk(tmp_path / "drafts")
        return [one.text for one in found if isinstance(one, TextDraft)]

    until(qtbot, lambda: kept() == ["三袋垃圾"])
