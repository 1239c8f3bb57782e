"""Garbage: collected on the GUI thread only, because Qt's objects must end where they live."""

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread
from weakref import ref

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from console.live.memory import YOUNG, Collector, spare_the_collector

Threads = list[Thread]


@pytest.fixture
def collecting() -> Iterator[Threads]:
    """The threads on which garbage was collected, as Python itself tells."""
    threads: Threads = []

    def listen(phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            threads.append(current_thread())

    gc.callbacks.append(listen)
    yield threads
    gc.callbacks.remove(listen)
    gc.disable()  # As the fixture around each test of Qt has left it.


class Ringed(QObject):
    """An object of Qt with a timer, that only the collector can end."""

    def __init__(self) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.ring = self


def make_garbage() -> None:
    for _ in range(10 * YOUNG):
        ring: list[object] = []
        ring.append(ring)


def on_a_thread() -> None:
    thread = Thread(target=make_garbage)
    thread.start()
    thread.join()


def test_without_care_a_worker_thread_collects(qapp: QApplication, collecting: Threads) -> None:
    gc.enable()
    on_a_thread()
    assert any(thread is not main_thread() for thread in collecting)


def test_with_care_only_the_gui_thread_collects(qapp: QApplication, collecting: Threads) -> None:
    gc.enable()
    collector = Collector(qapp)
    lost = ref(Ringed())
    on_a_thread()
    assert collecting == []
    assert lost() is not None
    collector.look()
    assert lost() is None
    assert set(collecting) == {main_thread()}
    delete(collector)


def test_the_application_has_one_collector(qapp: QApplication, collecting: Threads) -> None:
    spare_the_collector()
    spare_the_collector()
    assert len(qapp.findChildren(Collector)) == 1
    assert not gc.isenabled()
