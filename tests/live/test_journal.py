"""Half-typed texts lie on disk for their operator alone, and come back from runs that ended."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from console.domain.drafts import KEPT_FOR, ReportDraft, TextDraft, write_draft
from console.domain.lifecycle import Deed
from console.live.drawer import Drawer, Left, drawer_for
from console.live.journal import Journal

AT = datetime(2026, 3, 2, 6, 32, tzinfo=UTC)


def report(number: int, title: str = "垃圾") -> ReportDraft:
    return ReportDraft(f"report-{number}", AT + timedelta(minutes=number), {"title": title})


@contextmanager
def journal(folder: Path) -> Iterator[Journal]:
    opened = Journal(folder, lambda: AT)
    try:
        yield opened
    finally:
        opened.stop()


def left_in(folder: Path, now: datetime = AT) -> Left:
    """What the next run would find."""
    drawer = Drawer(folder)
    found = drawer.take_in(now)
    drawer.close()
    return found


def test_the_last_words_are_kept_and_found_by_the_next_run(qtbot: QtBot, tmp_path: Path) -> None:
    with journal(tmp_path / "drawer") as first:
        for word in ("垃", "垃圾", "垃圾桶"):
            first.keep(report(1, word))
        first.keep(report(2, "噪声"))
        first.keep(TextDraft("text-1", AT, 112, Deed.REJECT, "不属实"))
        first.drop("report-2")
    with journal(tmp_path / "drawer") as second:
        with qtbot.waitSignal(second.found) as found:
            second.look()
        assert found.args is not None
        kept = TextDraft("text-1", AT, 112, Deed.REJECT, "不属实")
        assert found.args[0] == Left((kept, report(1, "垃圾桶")))
        second.drop("text-1")
    assert left_in(tmp_path / "drawer").drafts == (report(1, "垃圾桶"),)


def test_nothing_is_left_on_disk_of_what_was_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "drawer"
    with journal(folder) as one:
        one.keep(report(1))
        qtbot.waitUntil(lambda: bool(list(folder.rglob("*.json"))))
        one.drop("report-1")
    assert not [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.skipif(os.name != "posix", reason="rights are kept in another way there")
def test_nobody_else_can_read_what_was_typed(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        drawer = Drawer(tmp_path / "drafts" / "drawer")
        drawer.write(report(1))
        drawer.close()
    finally:
        os.umask(before)
    for path in (tmp_path / "drafts").rglob("*"):
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_what_a_running_console_types_is_not_offered_by_another_one(tmp_path: Path) -> None:
    running = Drawer(tmp_path)
    running.write(report(1))
    assert left_in(tmp_path) == Left()
    running.close()
    assert left_in(tmp_path).drafts == (report(1),)


def test_a_broken_file_costs_no_other_one(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path)
    drawer.write(report(1))
    drawer.write(report(2))
    drawer.close()
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    whole = write_draft(report(3))
    (folder / "report-3.json").write_text(whole[: len(whole) // 2], encoding="utf-8")
    (folder / "report-4.json").write_bytes(b"\xff\xfe\x00")
    (folder / "report-5.json").write_text(write_draft(report(6)), encoding="utf-8")
    (folder / "report-7.json").write_text("[" * 100_000, encoding="utf-8")
    (folder / "report-8.new").write_text(whole, encoding="utf-8")
    found = left_in(tmp_path)
    assert found.drafts == (report(1), report(2))
    assert len(found.broken) == 4
    assert all(path.is_file() for path in found.broken)
    # They are told of once; the drafts are offered until somebody takes them up.
    assert left_in(tmp_path) == Left((report(1), report(2)))


def test_old_drafts_are_removed(tmp_path: Path) -> None:
    drawer = Drawer(tmp_path)
    drawer.write(report(0))
    drawer.write(report(1))
    drawer.close()
    assert left_in(tmp_path, AT + KEPT_FOR + timedelta(seconds=1)).drafts == (report(1),)
    assert len(list(tmp_path.rglob("*.json"))) == 1


def test_a_folder_that_cannot_be_written_is_told_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "drawer").write_text("a file")
    with journal(tmp_path / "drawer") as one:
        with qtbot.waitSignal(one.unwritten) as told:
            one.keep(report(1))
        assert told.args is not None
        assert told.args[0]


def test_each_operator_has_a_drawer_on_each_database(tmp_path: Path) -> None:
    drawers = {drawer_for(tmp_path, who, where) for who in "甲乙" for where in ("a", "b")}
    assert len(drawers) == 4
    assert not any("甲" in str(drawer) for drawer in drawers)
