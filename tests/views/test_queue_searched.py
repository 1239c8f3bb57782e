"""What is searched in the queue is read in pieces after the rows came, and found at any time."""

import pytest
from pytestqt.qtbot import QtBot

from console.views.queue.columns import AT_ONCE
from console.views.queue.model import PIECES
from console.views.queue.searched import LongText
from tests.views.make import incident
from tests.views.test_queue_model import Queue

TEXTS = [["井盖", "路灯"], ["噪声"], [], ["垃圾 噪声", "水"]]


def read(steps: int) -> LongText:
    text = LongText(iter(TEXTS))
    for _ in range(steps):
        text.read_on()
    return text


@pytest.mark.parametrize("steps", range(len(TEXTS) + 3))
def test_words_are_found_however_much_has_been_read(steps: int) -> None:
    text = read(steps)
    assert text.holding(["噪声"], 0, 5).tolist() == [False, False, True, True, False]
    assert text.holding(["噪声"], 3, 5).tolist() == [True, False]


@pytest.mark.parametrize("steps", range(len(TEXTS) + 3))
def test_a_new_text_follows_all_others_however_much_has_been_read(steps: int) -> None:
    text = read(steps)
    text.add("新的噪声")
    assert text.holding(["噪声"], 0, 6).tolist() == [False, False, True, True, False, True]
    assert text.is_at(5, "新的噪声")
    assert not text.is_at(4, "新的噪声")


def test_it_says_when_all_is_read() -> None:
    text = LongText(iter(TEXTS))
    assert [text.read_on() for _ in range(6)] == [True, True, True, True, False, False]


def test_an_open_window_reads_all_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 2 * AT_ONCE * PIECES
    pieces: list[int] = []
    read_on = LongText.read_on

    def counted(text: LongText) -> bool:
        more = read_on(text)
        pieces.append(more)
        return more

    monkeypatch.setattr(LongText, "read_on", counted)
    queue = Queue(*(incident(number) for number in range(1, count + 1)))
    assert sum(pieces) == 0, "the rows come first"
    qtbot.waitUntil(lambda: sum(pieces) == count // AT_ONCE)
    # What changes meanwhile is found too.
    queue.apply(incident(7, title="新的井盖"))
    queue.model.narrow(text="新的井盖")
    assert queue.numbers == [7]


def test_what_changes_before_all_is_read_is_found(qtbot: QtBot) -> None:
    queue = Queue(*(incident(number) for number in range(1, 2 * AT_ONCE)))
    queue.apply(incident(7, title="新的井盖"), ended=(8,))
    queue.model.narrow(text="新的井盖")
    assert queue.numbers == [7]
    queue.model.narrow(text="0008")
    assert queue.numbers == []
