"""Shows all parts in both themes; GRID_CONSOLE_GALLERY names a folder for the pictures."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.widgets.messages import MessageStack
from console.widgets.theme import Look
from tests.widgets.gallery import ROWS, Parts, icons_and_chips, inputs, words_and_buttons
from tests.widgets.make import colors
from tests.widgets.rows import RowModel, queue_table

RATIOS = (1.0, 2.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the pictures go."""
    named = os.environ.get("GRID_CONSOLE_GALLERY")
    folder = Path(named) if named else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def picture(widget: QWidget, ratio: float) -> QImage:
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(widget.palette().window().color())
    widget.render(image)
    return image


def keep(widget: QWidget, folder: Path, name: str) -> None:
    for ratio in RATIOS:
        image = picture(widget, ratio)
        path = folder / f"{name}-{ratio:.0f}x.png"
        assert image.save(str(path))
        assert len(colors(image.scaled(60, 60))) > 10, "something is to be seen"


@pytest.mark.parametrize("width", [470, 340])
def test_a_queue_is_painted(qtbot: QtBot, look: Look, folder: Path, width: int) -> None:
    model = RowModel(len(ROWS), lambda row: ROWS[row])
    table = queue_table(model, look)
    qtbot.addWidget(table)
    table.resize(width, 54 * len(ROWS))
    table.show()
    table.selectRow(2)
    keep(table, folder, f"queue-{width}-{look.theme.name}")


def test_parts_are_painted(qtbot: QtBot, look: Look, folder: Path) -> None:
    for name, panel in (
        ("parts", Parts(look)),
        ("words", words_and_buttons(look)),
        ("inputs", inputs(look)),
        ("icons", icons_and_chips(look)),
    ):
        qtbot.addWidget(panel)
        panel.adjustSize()
        panel.show()
        keep(panel, folder, f"{name}-{look.theme.name}")


def test_messages_are_painted(qtbot: QtBot, look: Look, folder: Path) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(700, 420)
    stack = MessageStack(look, over)
    over.show()
    stack.show_message("info", "14:05 一号席 上报 0115", key="a")
    stack.show_message("success", "已派遣 网格员甲", key="b")
    stack.show_message("warning", "二号席 14:04 已先派遣 网格员乙。" * 3, key="c")
    stack.show_message("error", "数据库连接中断", key="d", action="重新发送")
    keep(over, folder, f"messages-{look.theme.name}")
