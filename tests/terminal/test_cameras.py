"""Cameras on the command line: streams are shown without logins, logins are kept apart."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from console.cli import root


@pytest.fixture(autouse=True)
def _no_keyring(qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def call(url: str, *arguments: str) -> Result:
    return CliRunner().invoke(root, ["--database", url, "--lang", "en", *arguments])


def test_streams_are_shown_with_whether_there_is_a_login(
    sqlite_center_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cameras.csv"
    path.write_text(
        "code,name,lon,lat,url\n"
        "BT-C01,宝塘厦三巷口,113.669132,22.92399,rtsp://10.0.0.1/1?key=geheim\n"
        "BT-C02,宝塘厦牌坊,113.669832,22.925629,rtsp://10.0.0.2:8554/1\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GRID_CONSOLE_SECRET_camera_10_0_0_2_8554", "viewer:geheim")
    assert call(sqlite_center_url, "import", "cameras", str(path)).exit_code == 0
    shown = call(sqlite_center_url, "cameras", "show")
    lines = shown.stdout.split("\n")
    assert lines[:2] == [
        "  BT-C01  宝塘厦三巷口  rtsp://10.0.0.1/1?…",
        "✓ BT-C02  宝塘厦牌坊  rtsp://10.0.0.2:8554/1",
    ]
    assert lines[2].endswith("—")
    found = json.loads(call(sqlite_center_url, "cameras", "show", "--json").stdout)
    assert [one["login"] for one in found[:3]] == [False, True, False]
    assert "geheim" not in shown.output + str(found)


def test_a_login_in_a_list_is_refused_and_not_repeated(
    sqlite_center_url: str, tmp_path: Path
) -> None:
    path = tmp_path / "cameras.csv"
    path.write_text(
        "code,name,lon,lat,url\nX,x,113.6,22.9,rtsp://admin:geheim@10.0.0.1/1\n", encoding="utf-8"
    )
    told = call(sqlite_center_url, "import", "cameras", str(path))
    assert "grid-console cameras login 10.0.0.1" in told.output
    assert "geheim" not in told.output


@pytest.mark.parametrize(
    ("host", "variable"),
    [("10.0.0.1", "camera_10_0_0_1"), ("nvr.lan:8554", "camera_nvr_lan_8554")],
)
def test_a_computer_without_a_keyring_is_told_where_a_login_can_stand(
    sqlite_center_url: str, host: str, variable: str
) -> None:
    told = call(sqlite_center_url, "cameras", "login", host, "--user", "a", "--password", "geheim")
    assert told.exit_code == 1
    assert f"GRID_CONSOLE_SECRET_{variable} " in told.stderr
    assert "geheim" not in told.output


@pytest.mark.parametrize(("host", "user"), [("a:geheim@x", "a"), ("", "a"), ("x", "a:b")])
def test_what_is_no_host_or_user_is_refused(sqlite_center_url: str, host: str, user: str) -> None:
    told = call(sqlite_center_url, "cameras", "login", host, "--user", user, "--password", "x")
    assert told.exit_code == 1
    assert "geheim" not in told.output
