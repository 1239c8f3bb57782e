"""The two ways to a picture of the window, as processes of their own, with the map in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from console.commands.demo import prepare
from console.shots import IN_TWO, SIZES
from tests.conftest import SCREEN

PATIENCE_S = 600

ALONE = frozenset(
    {
        *("alarms", "correct", "export", "handover", "team", "weights", "list", "keys"),
        *("open_cards", "settings"),
    }
)
"""Windows that are shown without the one below them, in a size of their own."""


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user's first start: with no settings of earlier ones."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={SCREEN}",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def colours(picture: QImage) -> int:
    """How many colours a picture shows at the points of a coarse grid."""
    points = ((x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7))
    return len({picture.pixel(x, y) for x, y in points})


@pytest.mark.slow
def test_a_picture_of_the_window_is_written_and_the_program_leaves(tmp_path: Path) -> None:
    file = tmp_path / "window.png"
    url = f"sqlite:///{tmp_path / 'center.db'}"
    prepare(url)
    done = run(tmp_path, "console.app", "--database", url, "--shot", str(file))
    assert done.returncode == 0, done.stderr
    picture = QImage(str(file))
    assert picture.width() >= 1366
    assert colours(picture) > 50


@pytest.mark.slow
def test_every_screen_is_written_in_both_languages_and_themes(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    done = run(tmp_path, "console.cli", "shots", str(folder))
    assert done.returncode == 0, done.stderr
    names = {file.stem for file in folder.iterdir()}
    for screen in (
        "desk", "verify", "running", "report", "roster", "cards", "training", "shifts", "check",
        "archive",
    ):  # fmt: skip
        for look in ("zh-dark", "zh-light", "en-dark", "en-light"):
            assert f"{screen}-{look}-1080p" in names
    for look in ("zh-1080p", "en-1080p", "zh-2160p", "en-2160p"):
        assert f"wall-{look}" in names
    for screen in IN_TWO:
        assert {f"{screen}-zh-dark-1080p", f"{screen}-en-light-1080p"} <= names
    for file in folder.iterdir():
        picture = QImage(str(file))
        if file.stem.split("-")[0] not in ALONE:
            assert picture.size() == SIZES[file.stem.rsplit("-")[-1]], file.name
        assert colours(picture) > 50, file.name
