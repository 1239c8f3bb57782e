"""Addresses of streams: what is opened, what is shown of one, and that no secret gets out."""

import pytest

from console.domain.streams import (
    Address,
    Login,
    StreamTrouble,
    read_address,
    read_login,
    trouble_of_status,
    without_login,
)

SECRET = Login("viewer", "pa/s:s@1")


def address(text: str) -> Address:
    found = read_address(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "file:///etc/passwd",
        "FILE:/etc/passwd",
        "rtmp://10.0.0.1/live",
        "concat:rtsp://10.0.0.1/1|file:///etc/passwd",
        "pipe:0",
        "rtsp://",
        "rtsp:///1",
        "rtsp://[x",
        "rtsp://10.0.0.1:99999/1",
        "rtsp://10.0.0.1:x/1",
        "rtsp://10.0.0.1 10.0.0.2/1",
        "10.0.0.1/1",
    ],
)
def test_what_is_no_stream_is_not_opened(text: str) -> None:
    assert read_address(text) is None


@pytest.mark.parametrize(
    ("text", "place", "opened"),
    [
        ("rtsp://10.0.0.1/1", "10.0.0.1", "rtsp://10.0.0.1/1?tcp"),
        ("RTSP://cam.lan:8554", "cam.lan:8554", "rtsp://cam.lan:8554/?tcp"),
        ("rtsp://10.0.0.1/1?subtype=1", "10.0.0.1", "rtsp://10.0.0.1/1?subtype=1&tcp"),
        ("rtsp://10.0.0.1/1?udp", "10.0.0.1", "rtsp://10.0.0.1/1?udp"),
        ("https://nvr.lan:443/a b.m3u8", "nvr.lan", "https://nvr.lan/a%20b.m3u8"),
        ("http://[::1]:80/a%20b.m3u8#x", "[::1]", "http://[::1]/a%20b.m3u8"),
        ("http://10.0.0.1/摄像头\r\nX: 1", "10.0.0.1", None),
    ],
)
def test_an_address_is_read_and_opened(text: str, place: str, opened: str | None) -> None:
    found = address(text)
    assert found.place == place
    asked = found.opened_with(None)
    assert opened is None or asked == opened
    assert asked.isascii()
    assert not any(sign.isspace() for sign in asked)


def test_a_login_goes_to_the_player_and_nowhere_else() -> None:
    found = address("rtsp://viewer:pa%2Fs:s%401@10.0.0.1/1?key=abc")
    assert found.login == SECRET
    assert found.opened_with(None).startswith("rtsp://viewer:pa%2Fs%3As%401@10.0.0.1/1?")
    assert address("rtsp://10.0.0.1/1").opened_with(SECRET).startswith("rtsp://viewer:pa%2Fs")
    for shown in (found.shown, found.place, repr(found), str(found.login), f"{found.login!r}"):
        assert "viewer" not in shown
        assert "pa" not in shown.replace("path", "")
    assert found.shown == "rtsp://10.0.0.1/1?…"
    assert "pa" not in found.bare


@pytest.mark.parametrize(
    "text", ["rtsp://admin:a/b@c#d@10.0.0.1/1", "x rtsp://admin:pa ss@10.0.0.1", "smb://u:p@h/x"]
)
def test_what_could_be_a_password_is_left_out(text: str) -> None:
    left = without_login(text)
    assert "…@" in left
    assert not any(part in left for part in ("admin", "pa ss", "a/b", "u:p"))


def test_the_names_of_secrets_fit_into_an_environment() -> None:
    assert address("rtsp://10.0.0.1/1").secrets == ("camera_10_0_0_1_554", "camera_10_0_0_1")
    assert address("http://NVR-1.lan/1").secrets == ("camera_nvr_1_lan_80", "camera_nvr_1_lan")


def test_a_login_is_read_as_it_is_kept() -> None:
    assert read_login("viewer:pa/s:s@1\n") == SECRET
    assert read_login("viewer") is None
    assert read_login(":secret") is None


def test_what_an_answer_means() -> None:
    assert trouble_of_status(200, has_login=False) is None
    assert trouble_of_status(302, has_login=False) is None
    assert trouble_of_status(401, has_login=True) is None
    assert trouble_of_status(401, has_login=False) is StreamTrouble.NO_LOGIN
    assert trouble_of_status(403, has_login=True) is StreamTrouble.FORBIDDEN
    assert trouble_of_status(404, has_login=True) is StreamTrouble.NOT_FOUND
    assert trouble_of_status(503, has_login=False) is StreamTrouble.BAD_ANSWER
