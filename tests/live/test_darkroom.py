"""The darkroom: photos read, decoded no larger than needed, and never by what they are called."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from console.domain.errors import Fault, FaultError, Refusal, Refused
from console.domain.orders import Attach, Report
from console.live.darkroom import SCREEN, Large
from console.live.photo_files import LOOKED_AT, decode, fitting, take_file, take_image, write_file
from tests.live.conftest import Line, OpenLine
from tests.photos import HOSTILE, JPEG, PNG, WEBP, jpeg, png

WHOLE = 10**9


def attached(qtbot: QtBot, line: Line, content: bytes) -> int:
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(Report("井盖缺失", "manhole"))
    incident = done.args[2].subject.id
    with qtbot.waitSignal(line.desk.deed_done) as done:
        line.desk.do(Attach(incident, "现场.jpg", content))
    with qtbot.waitSignal(line.desk.case_ready) as ready:
        line.desk.read_case(incident)
    number: int = ready.args[0].attachments[-1].id
    return number


def test_a_large_photo_is_decoded_small_and_upright() -> None:
    image = decode(jpeg(1600, 800, orientation=6), WHOLE, 400)
    assert image.size() == QSize(200, 400)
    assert decode(jpeg(1600, 800), 80_000, 9_999).size() == QSize(400, 200)
    assert decode(png(40, 30), WHOLE, 400).size() == QSize(40, 30)
    assert decode(WEBP, WHOLE, 400).size() == QSize(4, 4)


def test_a_long_strip_keeps_a_line_of_pixels() -> None:
    assert fitting(QSize(30_000, 3), WHOLE, 360) == QSize(360, 1)


@pytest.mark.parametrize("name", ["drawing", "document", "sound", "head alone", "cut png"])
def test_no_other_decoder_is_tried(name: str) -> None:
    assert decode(HOSTILE[name][0], WHOLE, 400).isNull()


def test_what_has_the_parts_of_a_photo_but_no_pixels_is_refused_when_it_is_taken(
    tmp_path: Path,
) -> None:
    whole = png(300, 200)
    at = whole.index(b"IDAT") + 4
    (tmp_path / "a.png").write_bytes(png(2, 20_000_000)[:0] + whole[:at] + whole[at:])
    assert take_file(tmp_path / "a.png").small.size() == QSize(300, 200)
    (tmp_path / "b.png").write_bytes(png(9_000, 5_000))
    with pytest.raises(Refusal) as refused:
        take_file(tmp_path / "b.png")
    assert refused.value.code is Refused.IMAGE_BROKEN


@pytest.mark.parametrize("kind", ["folder", "pipe", "device"])
def test_what_is_no_file_is_refused_and_nobody_waits_for_it(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "现场.jpg"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case _:
            path.symlink_to("/dev/zero")
    with pytest.raises(Refusal) as refused:
        take_file(path)
    assert (refused.value.code, refused.value.details["name"]) == (Refused.NOT_A_FILE, "现场.jpg")


def test_a_file_that_is_too_big_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with path.open("wb") as file:
        file.truncate(10**12)
    with pytest.raises(Refusal) as refused:
        take_file(path)
    assert refused.value.code is Refused.FILE_TOO_BIG


@pytest.mark.parametrize("name", ["fehlt.jpg", "x" * 5000, "\0.jpg"])
def test_a_file_that_cannot_be_read_is_told_with_its_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(FaultError) as failed:
        take_file(tmp_path / name)
    assert failed.value.code is Fault.BAD_FILE


def test_a_picture_on_the_clipboard_becomes_a_photo_that_loses_nothing() -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    photo = take_image("a.png", image)
    assert QImage.fromData(photo.content) == image
    with pytest.raises(Refusal):
        take_image("a.png", QImage())


def test_a_file_is_written_wholly_or_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    write_file(path, JPEG)
    write_file(path, PNG)
    assert path.read_bytes() == PNG
    (tmp_path / "b").mkdir()
    with pytest.raises(FaultError):
        write_file(tmp_path / "b", PNG)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jpg", "b"]


@pytest.mark.parametrize("sides", [(60, 40), (3000, 1500)])
def test_a_photo_is_shown_small_and_large_and_kept_as_it_came(
    qtbot: QtBot, open_line: OpenLine, center_url: str, tmp_path: Path, sides: tuple[int, int]
) -> None:
    line, content = open_line(center_url), jpeg(*sides, orientation=8)
    number = attached(qtbot, line, content)
    with qtbot.waitSignal(line.desk.case_ready) as ready:
        line.desk.read_case(1)
    [photo] = ready.args[0].attachments
    room = line.desk.darkroom
    assert room.small(photo) is None
    with qtbot.waitSignal(room.small_ready):
        assert room.small(photo) is None, "it is asked for once"
    kept = room.small(photo)
    assert kept is not None
    assert max(kept.width(), kept.height()) == min(sides[0], LOOKED_AT)
    with qtbot.waitSignal(room.large_ready) as large:
        room.ask_large(number)
    shown = large.args[0]
    assert isinstance(shown, Large)
    assert shown.close.size() == QSize(sides[1], sides[0]), "upright, as the camera was held"
    assert shown.whole.height() == min(sides[0], SCREEN)
    with qtbot.waitSignal(room.saved):
        room.save(number, tmp_path / "saved.jpg")
    assert (tmp_path / "saved.jpg").read_bytes() == content


def test_a_photo_that_is_not_there_is_told(
    qtbot: QtBot, open_line: OpenLine, sqlite_center_url: str
) -> None:
    room = open_line(sqlite_center_url).desk.darkroom
    with qtbot.waitSignal(room.failed) as failed:
        asked = room.ask_large(4711)
    assert failed.args[0] == asked
    assert isinstance(failed.args[1], Refusal)
