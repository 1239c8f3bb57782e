"""PySide6 must not lose references to True and None: 6.12.0 did, and the interpreter aborted."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal
from typing_extensions import override

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12),
    reason="True and None are immortal there, and what their counts show means nothing",
)

ROUNDS = 2_000
NOISE = 200  # what the interpreter itself may take or give back meanwhile


class _Sender(QObject):
    sent = Signal(bool)


class _Rows(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._count

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> None:
        return None

    def add(self) -> None:
        self.beginInsertRows(QModelIndex(), self._count, self._count)
        self._count += 1
        self.endInsertRows()


def _drift(act: Callable[[], None]) -> dict[str, int]:
    act()
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(ROUNDS):
        act()
    after = sys.getrefcount(True), sys.getrefcount(None)
    return {"True": after[0] - before[0], "None": after[1] - before[1]}


def test_emitting_a_signal_keeps_the_counts() -> None:
    sender = _Sender()
    heard: list[int] = []
    sender.sent.connect(lambda on: heard.append(int(on)))

    drift = _drift(lambda: sender.sent.emit(True))

    assert sum(heard) == ROUNDS + 1
    assert all(abs(change) < NOISE for change in drift.values()), drift


def test_inserting_rows_keeps_the_counts() -> None:
    rows = _Rows()

    drift = _drift(rows.add)

    assert rows.rowCount() == ROUNDS + 1
    assert all(abs(change) < NOISE for change in drift.values()), drift
