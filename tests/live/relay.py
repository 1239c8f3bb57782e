"""A stretch of network between a console and its server that can be cut at the worst moment."""

import socket
from collections.abc import Callable
from contextlib import suppress
from threading import Event as Flag
from threading import Thread

CHUNK = 65_536


class Relay:
    """Passes bytes on between a port of its own and a server's."""

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._swallow: bytes | None = None
        self._ends: list[socket.socket] = []
        self._threads: list[Thread] = []
        self._begin(self._accept)

    def lose_answer_to(self, request: bytes) -> None:
        """The next request with these bytes reaches the server, but its answer is lost."""
        self._swallow = request

    def close(self) -> None:
        """Cut every connection and end."""
        for end in (self._listener, *self._ends):
            _cut(end)
            end.close()
        for thread in self._threads:
            thread.join()

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        thread = Thread(target=work, args=arguments, name="relay")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        with suppress(OSError):  # It was closed.
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server_port))
                self._ends += [client, server]
                lost = Flag()
                self._begin(self._forth, client, server, lost)
                self._begin(self._back, client, server, lost)

    def _forth(self, client: socket.socket, server: socket.socket, lost: Flag) -> None:
        with suppress(OSError):
            while request := client.recv(CHUNK):
                if self._swallow is not None and self._swallow in request:
                    self._swallow = None
                    lost.set()
                server.sendall(request)
        _cut(server)

    @staticmethod
    def _back(client: socket.socket, server: socket.socket, lost: Flag) -> None:
        with suppress(OSError):
            while (answer := server.recv(CHUNK)) and not lost.is_set():
                client.sendall(answer)
        _cut(client)
        _cut(server)


def _cut(end: socket.socket) -> None:
    with suppress(OSError):  # The other side was faster.
        end.shutdown(socket.SHUT_RDWR)
