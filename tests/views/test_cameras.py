"""Verification by camera, against real servers: seen, kept, written down; failures are told."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, select, update

from console.commands.attachments import read_attachment
from console.db.engine import Database
from console.db.tables import CameraRow
from console.domain.events import Event, Subject
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.place import distance_m
from console.domain.streams import Patience, StreamTrouble
from console.live.logins import Logins
from console.live.player import Player
from console.views.incident.camera_view import CameraView
from console.views.incident.camera_window import CameraWindow
from console.wiring import Console
from tests.video import PASSWORD, USER, Rtsp, black_hole, free_port, is_green
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import SHIFT, deeds, press, said, settle, shown_as, sit_at, until, write
from tests.views.reports import MARKET, litter
from tests.views.seats import one_reported

CALM = Patience(answer=400, picture=5000, still=5000, pause=50)
"""Silence is told soon; for what comes a busy computer may take its time."""

Seat = Callable[..., Console]


@pytest.fixture
def at_cameras(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> Seat:
    """Opens a console on one report; the cameras nearest to it have the addresses given."""

    def sit(*addresses: str, **secrets: str) -> Console:
        database = Database.open(sqlite_center_url)
        with database.write() as session:
            rows = sorted(
                session.scalars(select(CameraRow)),
                key=lambda row: (row.lon - MARKET.lon) ** 2 + (row.lat - MARKET.lat) ** 2,
            )
            for row, address in zip(rows, addresses, strict=False):
                row.url = address
        database.close()
        console = one_reported(qtbot, open_console, sqlite_center_url, elsewhere)
        console.incident.verification.patience = CALM
        console.incident.verification.logins = Logins(secrets.get)
        return console

    return sit


def view(console: Console) -> CameraView:
    found = console.incident.verification.view
    assert found is not None
    return found


def plays(qtbot: QtBot, console: Console) -> None:
    qtbot.waitUntil(lambda: view(console).watching.playing, timeout=10_000)


def status(console: Console) -> str:
    return view(console).controls.status.text()


def only(console: Console, deed: Deed) -> Event:
    (event,) = deeds(console, deed)
    return event


def content_of(url: str, attachment: int) -> bytes:
    database = Database.open(url)
    try:
        return read_attachment(database, attachment)
    finally:
        database.close()


def test_what_a_camera_shows_is_seen_kept_and_written_down(
    qtbot: QtBot, at_cameras: Seat, rtsp: Rtsp, sqlite_center_url: str
) -> None:
    console = at_cameras(rtsp.locked_url, camera_127_0_0_1=f"{USER}:{PASSWORD}")
    press(console.window, "v")
    plays(qtbot, console)
    screen = view(console).screen_part
    assert is_green(screen.grab().toImage())
    assert "without sound" in status(console)
    nearest = console.hub.picture.cameras[view(console).watching.camera.id]  # type: ignore[union-attr]
    number = console.hub.picture.incidents[1].number
    looked = only(console, Deed.WATCH)
    assert looked.subject == Subject("incident", 1)
    assert looked.payload["camera_name"] == nearest.name
    assert looked.payload["note"] == f"verification of {number}"

    press(console.window, "s", SHIFT)
    until(qtbot, lambda: deeds(console, Deed.ATTACH))
    settle(qtbot, console)
    assert "still of 10:00:00 is in the case" in status(console)
    kept = only(console, Deed.ATTACH).payload
    assert (kept["camera"], kept["moment"]) == (nearest.id, "before")
    assert kept["taken_at"] == "2026-03-02T02:00:00+00:00"
    assert kept["name"] == f"{nearest.name} 2026-03-02 10.00.00.jpg"
    image = QImage.fromData(content_of(sqlite_center_url, int(str(kept["attachment"]))))
    assert is_green(image)
    assert image.height() > 180  # The band with the camera and the time stands below.
    assert nearest.name in image.text("Description")
    assert "2026-03-02 10:00:00" in image.text("Description")

    press(console.window, Qt.Key.Key_Return)
    shown_as(qtbot, console, State.VERIFIED)
    settle(qtbot, console)
    assert only(console, Deed.VERIFY).payload["camera"] == nearest.id
    # What it was opened for is over, and so is the look.
    ended = only(console, Deed.END_WATCH)
    assert ended.payload["camera"] == nearest.id
    assert int(str(ended.payload["seconds"])) >= 1
    assert not console.incident.verification.is_open
    until(qtbot, lambda: not view(console).findChildren(Player))


def test_a_silent_camera_says_so_and_the_next_one_is_a_key_away(
    qtbot: QtBot, at_cameras: Seat, video_site: str
) -> None:
    with black_hole() as port:
        silent = f"rtsp://127.0.0.1:{port}/1"
        refusing = f"rtsp://127.0.0.1:{free_port()}/1"
        console = at_cameras(silent, f"{video_site}/film.m3u8", refusing)
        press(console.window, "v")
        until(qtbot, lambda: "does not answer" in status(console))
        offered = view(console).controls.buttons["camera"]
        assert offered.isVisible()
        assert offered.property("kind") == "primary"
        assert console.incident.verification.camera is None
        press(console.window, "v")
        plays(qtbot, console)
        assert is_green(view(console).screen_part.grab().toImage())
        seen = console.incident.verification.camera
        assert seen is not None
        press(console.window, "v")
        until(qtbot, lambda: "refuses the connection" in status(console))
        # Through that one nothing was seen.
        assert console.incident.verification.camera == seen
        press(console.window, "v", SHIFT)
        plays(qtbot, console)
        settle(qtbot, console)
        assert len(deeds(console, Deed.WATCH)) == 4
        assert len(deeds(console, Deed.END_WATCH)) == 1


def test_full_size_has_the_same_keys_and_escape_goes_back_step_by_step(
    qtbot: QtBot, at_cameras: Seat, video_site: str
) -> None:
    console = at_cameras(f"{video_site}/film.m3u8", f"{video_site}/nothing")
    press(console.window, "v")
    plays(qtbot, console)
    press(console.window, "f", SHIFT)
    large = view(console).full_size
    assert large is not None
    until(qtbot, lambda: large.isVisible() and is_green(large.screen_part.grab().toImage()))
    press(large, "s", SHIFT)
    until(qtbot, lambda: deeds(console, Deed.ATTACH))
    settle(qtbot, console)
    press(large, "v")
    until(qtbot, lambda: "no stream at this address" in large.controls.status.text())
    press(large, Qt.Key.Key_Escape)
    assert not large.isVisible()
    assert console.incident.verification.is_open
    sit_at(qtbot, console)
    console.queue.focus_rows()
    press(console.window, Qt.Key.Key_Escape)
    assert not console.incident.verification.is_open


def test_another_incident_or_screen_lets_the_camera_go(
    qtbot: QtBot,
    at_cameras: Seat,
    video_site: str,
    sqlite_center_url: str,
    elsewhere: Elsewhere,
) -> None:
    console = at_cameras(f"{video_site}/film.ts")
    other = elsewhere(sqlite_center_url, litter("另一处")).subject.id
    until(qtbot, lambda: console.queue.model.rowCount() == 2)
    press(console.window, "v")
    plays(qtbot, console)
    console.queue.select(other)
    until(qtbot, lambda: not console.incident.verification.is_open)
    until(qtbot, lambda: not view(console).findChildren(Player))
    press(console.window, "v")
    plays(qtbot, console)
    press(console.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert not console.incident.verification.is_open
    settle(qtbot, console)
    assert {event.subject.id for event in deeds(console, Deed.END_WATCH)} == {1, other}


def test_without_an_incident_somebody_must_say_why(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, video_site: str
) -> None:
    database = Database.open(sqlite_center_url)
    with database.write() as session:
        session.execute(update(CameraRow).values(url=f"{video_site}/film.ts"))
    database.close()
    console = open_console(sqlite_center_url)
    camera = next(iter(console.hub.picture.cameras))
    console.incident.verification.patience = CALM
    console.map.camera_clicked.emit(camera)
    large = view(console).full_size
    assert isinstance(large, CameraWindow)
    press(large.reason, Qt.Key.Key_Return)
    settle(qtbot, console)
    assert not deeds(console, Deed.WATCH)  # Nothing is opened for no reason.
    write(large.reason, "巡查拥堵")
    press(large.reason, Qt.Key.Key_Return)
    plays(qtbot, console)
    assert is_green(large.screen_part.grab().toImage())
    assert not large.controls.buttons["still"].isVisible()
    press(large, Qt.Key.Key_Escape)
    settle(qtbot, console)
    for deed in (Deed.WATCH, Deed.END_WATCH):
        assert only(console, deed).subject == Subject("camera", camera)
    assert only(console, Deed.WATCH).payload["note"] == "巡查拥堵"
    until(qtbot, lambda: not view(console).findChildren(Player))


def test_while_a_report_is_taken_a_camera_is_not_opened_behind_it(
    qtbot: QtBot, at_cameras: Seat, video_site: str
) -> None:
    console = at_cameras(f"{video_site}/film.ts")
    console.new_report()
    console.incident.verification.next_camera()
    assert console.incident.verification.view is None
    nearest = console.incident.verification._cameras[0][1]
    console.map.camera_clicked.emit(nearest.id)
    large = view(console).full_size
    assert large is not None
    assert large.reason.isVisible()
    press(large, Qt.Key.Key_Escape)
    settle(qtbot, console)
    assert not deeds(console, Deed.WATCH)


def test_what_has_no_stream_says_where_addresses_come_from(
    qtbot: QtBot, at_cameras: Seat, video: Path
) -> None:
    console = at_cameras("", f"file://{video}/film.mp4")
    press(console.window, "v")
    assert "No stream address is known" in status(console)
    assert "grid-console import cameras" in status(console)
    press(console.window, "v")
    assert "is not opened" in status(console)
    settle(qtbot, console)
    assert not deeds(console, Deed.WATCH)  # Nobody has seen anything here.


def test_what_cannot_be_written_down_is_not_opened(
    qtbot: QtBot, at_cameras: Seat, video_site: str, sqlite_center_url: str
) -> None:
    console = at_cameras(f"{video_site}/film.ts")
    database = Database.open(sqlite_center_url)
    with database.write() as session:
        session.execute(delete(CameraRow))
    database.close()
    press(console.window, "v")
    until(qtbot, lambda: said(console))
    assert "stays closed" in status(console)
    assert not view(console).watching.playing
    until(qtbot, lambda: not view(console).findChildren(Player))


def test_a_password_in_an_address_is_never_shown(
    qtbot: QtBot, at_cameras: Seat, rtsp: Rtsp, caplog: pytest.LogCaptureFixture
) -> None:
    address = rtsp.locked_url.replace("://", f"://{USER}:{PASSWORD}falsch@")
    console = at_cameras(address)
    press(console.window, "v")
    until(qtbot, lambda: view(console).watching.trouble is StreamTrouble.WRONG_LOGIN)
    assert "refuses the user or the password" in status(console)
    settle(qtbot, console)
    told = (status(console), caplog.text, *console.incident.timeline.texts)
    assert not any(PASSWORD in text or USER in text for text in told)
    assert PASSWORD not in str(deeds(console, Deed.WATCH))


def test_the_nearest_camera_comes_first(qtbot: QtBot, at_cameras: Seat) -> None:
    console = at_cameras()
    verification = console.incident.verification
    distances = []
    for _ in range(3):
        press(console.window, "v")
        shown = console.hub.picture.cameras[verification.camera or 0]
        distances.append(distance_m(MARKET, shown.place))
    assert distances == sorted(distances)


def test_the_start_does_without_video() -> None:
    look = (
        "import sys, console.wiring;"
        "late = ('PySide6.QtMultimedia', 'console.live.stream', 'console.widgets.video_screen');"
        "sys.exit(any(name in sys.modules for name in late))"
    )
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
