"""Photos at the desk: pasted, dropped, looked at, turned, saved; what is none is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Attach, TurnPhoto
from console.views.common.photo_intake import AT_ONCE
from console.views.incident.photo_viewer import PhotoViewer
from console.wiring import Console
from tests.photos import HOSTILE, JPEG, PNG, gif, jpeg, png
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, SHIFT, deeds, press, said, settle, shown_as, until
from tests.views.reports import litter
from tests.views.seats import one_reported


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def red(width: int = 40, height: int = 30) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: QWidget, data: QMimeData) -> bool:
    """Drop something on a widget as the window system does; tells whether it was taken."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    point, none = widget.rect().center(), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(point, copy, data, left, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(point), copy, data, left, none))
    return enter.isAccepted()


def names(console: Console) -> list[str]:
    """What the photos on the panel are called."""
    return [photo.name for photo in console.incident.photos.shown]


def looked_at(qtbot: QtBot, console: Console) -> PhotoViewer:
    """Go to the first photo by the keyboard and open it."""
    until(qtbot, lambda: console.incident.photos.tiles[0].has_picture)
    console.queue.focus_rows()
    press(console.window, "a", SHIFT)
    press(console.window, Qt.Key.Key_Return)
    viewer = console.incident.photo_part.viewer
    assert viewer is not None
    viewer.activateWindow()
    until(qtbot, viewer.isActiveWindow)
    until(qtbot, lambda: viewer.canvas._photo is not None)
    return viewer


def test_a_screenshot_is_pasted_and_looked_at(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere
) -> None:
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    press(console.window, "v", CTRL)
    assert "no photo on the clipboard" in said(console)[0]
    QGuiApplication.clipboard().setImage(red())
    press(console.window, "v", CTRL)
    until(qtbot, lambda: len(names(console)) == 1)
    assert names(console)[0].startswith("Pasted 2026")
    settle(qtbot, console)
    viewer = looked_at(qtbot, console)
    shown = viewer.canvas.grab().toImage()
    assert shown.pixelColor(shown.width() // 2, shown.height() // 2) == Qt.GlobalColor.red
    press(viewer, Qt.Key.Key_Escape)
    until(qtbot, lambda: console.incident.photo_part.viewer is None)


def test_photos_are_gone_through_zoomed_turned_and_saved_as_they_came(
    qtbot: QtBot,
    open_console: OpenConsole,
    center_url: str,
    elsewhere: Elsewhere,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    number = shown_as(qtbot, console, State.REPORTED).id
    first = jpeg(1200, 800)
    elsewhere(center_url, Attach(number, "一.jpg", first))
    elsewhere(center_url, Attach(number, "二.png", png(3000, 40)))
    until(qtbot, lambda: len(names(console)) == 2)
    viewer = looked_at(qtbot, console)
    assert "1 / 2  ·  一.jpg" in viewer.said.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / a[2]), ""))
    press(viewer, "s")
    until(qtbot, lambda: "Saved as" in viewer.said.text())
    assert (tmp_path / "一.jpg").read_bytes() == first
    whole = viewer.canvas.scale
    press(viewer, "+")
    press(viewer, Qt.Key.Key_Right)
    assert viewer.canvas.zoomed, "the arrow has moved the photo, and not left it"
    press(viewer, "0")
    assert viewer.canvas.scale == whole
    press(viewer, "r", SHIFT)
    press(viewer, Qt.Key.Key_Right)
    assert "2 / 2  ·  二.png" in viewer.said.text()
    until(qtbot, lambda: [photo.rotation for photo in console.incident.photos.shown] == [270, 0])
    [turned] = deeds(console, Deed.TURN_PHOTO)
    assert turned.payload["rotation"] == 270
    press(viewer, Qt.Key.Key_Space)
    assert viewer.canvas.rotation == 270, "after the last one comes the first again"
    elsewhere(center_url, TurnPhoto(number, console.incident.photos.shown[0].id, 90))
    until(qtbot, lambda: viewer.canvas.rotation == 90)
    press(viewer, Qt.Key.Key_Escape)


def test_files_that_are_dropped_are_attached_and_what_is_no_photo_is_named(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    console = one_reported(qtbot, open_console, center_url, elsewhere)
    (tmp_path / "现场.jpg").write_bytes(JPEG)
    (tmp_path / "炸弹.jpg").write_bytes(HOSTILE["bomb"][0])
    (tmp_path / "网页.jpg").write_bytes(HOSTILE["web page"][0])
    (tmp_path / "动图.jpg").write_bytes(gif(9))
    assert drop(console.incident, files(*sorted(tmp_path.glob("*.jpg"))))
    until(qtbot, lambda: names(console) == ["现场.jpg"] and len(said(console)) == 3)
    told = " ".join(said(console))
    for part in (
        "“炸弹.jpg” has 30000 × 30000",
        "“网页.jpg” is not a photo",
        "“动图.jpg” is a moving",
    ):
        assert part in told
    assert not drop(console.incident, QMimeData()), "nothing is not taken"
    assert drop(console.incident, files(*[tmp_path / "现场.jpg"] * (AT_ONCE + 1)))
    until(qtbot, lambda: any("at once" in text for text in said(console)))
    assert len(deeds(console, Deed.ATTACH)) == 1


def test_photos_of_a_report_that_is_typed_are_attached_when_it_is_stored(
    qtbot: QtBot, open_console: OpenConsole, center_url: str, tmp_path: Path
) -> None:
    console = open_console(center_url)
    press(console.window, "n")
    form = console.form
    QGuiApplication.clipboard().setText("文宗路")
    press(form.title, "v", CTRL)
    assert form.title.text() == "文宗路", "words are pasted as words"
    QGuiApplication.clipboard().setImage(red())
    press(form.title, "v", CTRL)
    until(qtbot, lambda: len(form.photos.pending) == 1)
    (tmp_path / "a.png").write_bytes(PNG)
    (tmp_path / "b.jpg").write_bytes(HOSTILE["archive behind"][0])
    assert drop(form.description.viewport(), files(tmp_path / "a.png", tmp_path / "b.jpg"))
    until(qtbot, lambda: len(form.photos.pending) == 2 and form.photos.problem.isVisible())
    assert "“b.jpg” holds something else" in form.photos.problem.text()
    assert form.description.toPlainText() == ""
    until(qtbot, form.photos.pending[1].isVisible)
    form.photos.pending[1].setFocus()
    press(form, Qt.Key.Key_Delete)
    assert [button.photo.name for button in form.photos.pending] == ["Pasted 1.png"]
    form.category.setFocus()
    press(form, "litter")
    press(form, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: names(console) == ["Pasted 1.png"])
    assert not form.photos.pending
    settle(qtbot, console)


def test_a_photo_that_is_damaged_where_it_is_kept_is_said_to_be(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Attach(number, "a.jpg", JPEG))
    folder = Path(sqlite_center_url.removeprefix("sqlite:///") + ".files")
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(PNG)
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    until(
        qtbot,
        lambda: (
            console.incident.photos.tiles and console.incident.photos.tiles[0]._pixmap is not None
        ),
    )
    assert not console.incident.photos.tiles[0].has_picture
    console.incident.photos.tiles[0].click()
    viewer = console.incident.photo_part.viewer
    assert viewer is not None
    until(qtbot, lambda: "damaged" in viewer.canvas._said)
    viewer.close()
