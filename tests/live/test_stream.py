"""Streams against real servers: what plays, and what is said of what does not."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from console.domain.streams import Patience, StreamTrouble, read_address
from console.live.logins import Logins, login_of
from console.live.stream import Stream
from tests.video import (
    PASSWORD,
    USER,
    Rtsp,
    black_hole,
    free_port,
    is_green,
)

QUICK = Patience(answer=300, picture=400, still=500, given_up=900, pause=50, tries=3)
"""For a camera that will not show anything."""

CALM = Patience(answer=5000, picture=5000, still=700, pause=50, tries=30)
"""For one that will: a busy computer may take its time."""

Open = Callable[..., Stream]


@pytest.fixture
def open_stream(qtbot: QtBot) -> Iterator[Open]:
    """Opens streams, with the secrets that are told, and closes them at the end."""
    opened: list[Stream] = []

    def open_one(url: str, patience: Patience = CALM, **secrets: str) -> Stream:
        address = read_address(url)
        assert address is not None
        stream = Stream(address, patience, Logins(secrets.get))
        opened.append(stream)
        return stream

    yield open_one
    for stream in opened:
        stream.close()


def until(qtbot: QtBot, check: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(check()), timeout=10_000)


def picture(stream: Stream) -> QImage:
    image = stream.image()
    assert image is not None
    return image


def plays(qtbot: QtBot, stream: Stream) -> None:
    until(qtbot, lambda: stream.playing)
    assert is_green(picture(stream))
    assert stream.trouble is None
    assert stream.watched_s >= 1


@pytest.mark.parametrize("name", ["film.m3u8", "film.ts", "film.mjpg"])
def test_a_stream_through_http_plays(
    qtbot: QtBot, open_stream: Open, video_site: str, name: str
) -> None:
    plays(qtbot, open_stream(f"{video_site}/{name}"))


def test_a_stream_through_rtsp_plays(qtbot: QtBot, open_stream: Open, rtsp: Rtsp) -> None:
    plays(qtbot, open_stream(rtsp.url))


def test_what_is_locked_plays_with_the_login_of_its_host_and_tells_nobody(
    qtbot: QtBot,
    open_stream: Open,
    rtsp: Rtsp,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    stream = open_stream(rtsp.locked_url, camera_127_0_0_1=f"{USER}:{PASSWORD}")
    plays(qtbot, stream)
    refused = open_stream(rtsp.locked_url, camera_127_0_0_1=f"{USER}:{PASSWORD}falsch")
    until(qtbot, lambda: refused.over)
    assert refused.trouble is StreamTrouble.WRONG_LOGIN
    unknown = open_stream(rtsp.locked_url)
    until(qtbot, lambda: unknown.over)
    assert unknown.trouble is StreamTrouble.NO_LOGIN
    written = capfd.readouterr()
    for text in (caplog.text, written.out, written.err):
        assert PASSWORD not in text


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        ("{site}/nothing.m3u8", StreamTrouble.NOT_FOUND),
        ("{site}/locked.m3u8", StreamTrouble.NO_LOGIN),
        ("{site}/broken.m3u8", StreamTrouble.NO_STREAM),
        ("{site}/film.ts/../film.mp4x", StreamTrouble.NOT_FOUND),
        ("rtsp://{host}/film", StreamTrouble.BAD_ANSWER),
        ("rtsp://127.0.0.1:{rtsp}/nothing", StreamTrouble.NOT_FOUND),
        ("rtsp://127.0.0.1:{free}/film", StreamTrouble.REFUSED),
        ("http://127.0.0.1:{free}/film.m3u8", StreamTrouble.REFUSED),
        ("https://127.0.0.1:{free}/film.m3u8", StreamTrouble.REFUSED),
    ],
)
def test_what_does_not_play_says_why_at_once(
    qtbot: QtBot, open_stream: Open, video_site: str, rtsp: Rtsp, url: str, trouble: StreamTrouble
) -> None:
    host = video_site.partition("://")[2]
    stream = open_stream(url.format(site=video_site, host=host, rtsp=rtsp.port, free=free_port()))
    until(qtbot, lambda: stream.over)
    assert stream.trouble is trouble
    assert not stream.seen
    assert stream.watched_s == 0


@pytest.mark.parametrize("scheme", ["rtsp", "http", "https"])
def test_who_never_answers_is_told_of_and_still_waited_for(
    qtbot: QtBot, open_stream: Open, scheme: str
) -> None:
    with black_hole() as port:
        stream = open_stream(f"{scheme}://127.0.0.1:{port}/film", QUICK)
        until(qtbot, lambda: stream.trouble is not None)
        assert stream.trouble is StreamTrouble.SILENT
        assert not stream.over
        until(qtbot, lambda: stream.over)
        assert stream.trouble is StreamTrouble.SILENT


def test_a_list_may_not_lead_to_a_file(
    qtbot: QtBot, open_stream: Open, video_site: str, video: Path
) -> None:
    entry = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://{}\n"
    (video / "leads.m3u8").write_text(entry.format(video / "film.ts"))
    stream = open_stream(f"{video_site}/leads.m3u8", QUICK)
    until(qtbot, lambda: stream.over)
    assert stream.trouble in (StreamTrouble.NO_PICTURE, StreamTrouble.NO_STREAM)
    assert not stream.seen


def test_a_picture_that_stands_is_told_and_the_stream_opened_again(
    qtbot: QtBot, open_stream: Open, video_site: str
) -> None:
    stream = open_stream(f"{video_site}/torn.ts")
    plays(qtbot, stream)
    until(qtbot, lambda: stream.trouble is StreamTrouble.FROZEN)
    assert stream.tries == 1
    assert not stream.over
    until(qtbot, lambda: stream.playing)  # It was opened again by itself.
    assert stream.trouble is None


def test_a_server_that_dies_is_tried_again_until_it_is_back_or_given_up(
    qtbot: QtBot, open_stream: Open, rtsp_alone: Rtsp
) -> None:
    stream = open_stream(rtsp_alone.url, CALM._replace(tries=2))
    plays(qtbot, stream)
    rtsp_alone.process.kill()
    until(qtbot, lambda: stream.over)
    assert stream.tries == 2
    assert stream.trouble is StreamTrouble.REFUSED
    stream.again()
    assert stream.trouble is None
    until(qtbot, lambda: stream.over)


def test_nothing_is_told_of_what_was_closed(
    qtbot: QtBot, open_stream: Open, video_site: str
) -> None:
    first, second = open_stream(f"{video_site}/film.ts"), open_stream(f"{video_site}/film.ts")
    told: list[int] = []
    first.changed.connect(lambda: told.append(1))
    first.framed.connect(lambda: told.append(2))
    first.close()
    until(qtbot, lambda: second.playing)
    assert not told
    assert not first.playing


def test_what_was_closed_is_gone_with_all_its_threads_and_handles(
    qtbot: QtBot, open_stream: Open, video_site: str
) -> None:
    def opened_and_closed() -> Stream:
        stream = open_stream(f"{video_site}/film.m3u8")
        plays(qtbot, stream)
        stream.close()
        return stream

    def held(what: str) -> int:
        return len(list(Path("/proc/self", what).iterdir()))

    gone: list[int] = []
    opened_and_closed().destroyed.connect(lambda: gone.append(1))
    until(qtbot, lambda: gone)
    threads, handles = held("task"), held("fd")
    for _ in range(4):
        opened_and_closed().destroyed.connect(lambda: gone.append(1))
    until(qtbot, lambda: len(gone) == 5)
    # What is kept for the next one is kept once.
    until(qtbot, lambda: held("task") <= threads + 1 and held("fd") <= handles + 2)


def test_a_login_is_that_of_the_address_the_port_or_the_host() -> None:
    kept = {"camera_10_0_0_1": "a:1", "camera_10_0_0_1_8554": "b:2", "camera_nvr": "broken"}
    for url, user in (
        ("rtsp://10.0.0.1/1", "a"),
        ("rtsp://10.0.0.1:8554/1", "b"),
        ("rtsp://c:3@10.0.0.1/1", "c"),
        ("rtsp://nvr/1", None),
        ("rtsp://10.0.0.2/1", None),
    ):
        address = read_address(url)
        assert address is not None
        login = login_of(address, kept.get)
        assert (None if login is None else login.user) == user
