"""Waiting for PostgreSQL's notifications in a way that another thread can end."""

import selectors
import socket
from contextlib import suppress
from typing import Any


class Notifications:
    """Hears what a bare connection listens to, and a socket pair by which it can be woken.

    One thread waits; ``wake`` may be called from any other one. The connection belongs to whoever
    made it.
    """

    def __init__(self, connection: Any) -> None:
        self._bare = connection.pgconn
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._ear, selectors.EVENT_READ)
        self._selector.register(connection.fileno(), selectors.EVENT_READ)

    def wait(self, timeout_s: float) -> bool:
        """Wait for a notification or a wake-up; False if the time is over."""
        ready = self._selector.select(max(0.0, timeout_s))
        for key, _ in ready:
            if key.fileobj is self._ear:
                self._ear.recv(4096)
            else:
                self._drain()
        return bool(ready)

    def wake(self) -> None:
        """End a wait, or the next one."""
        with suppress(BlockingIOError):  # Enough wake-ups are waiting already.
            self._mouth.send(b"!")

    def close(self) -> None:
        """Let go of everything but the connection."""
        self._selector.close()
        self._ear.close()
        self._mouth.close()

    def _drain(self) -> None:
        self._bare.consume_input()
        while self._bare.notifies():
            pass
