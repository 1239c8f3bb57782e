"""A mail server on this computer that takes everything: enough of SMTP for one letter."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from typing_extensions import override


class _Talk(socketserver.StreamRequestHandler):
    @override
    def handle(self) -> None:
        self._say("220 here")
        letters: list[str] = self.server.letters  # type: ignore[attr-defined]
        while line := self.rfile.readline().decode().strip():
            match line[:4].upper():
                case "DATA":
                    self._say("354 go on")
                    letters.append(self._letter())
                    self._say("250 taken")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 fine")

    def _letter(self) -> str:
        lines = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        return "\n".join(lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


@contextmanager
def mail_box() -> Iterator[tuple[int, list[str]]]:
    """The port of a mail server, and the letters that it has got."""
    letters: list[str] = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Talk) as server:
        server.letters = letters  # type: ignore[attr-defined]
        thread = Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield server.server_address[1], letters
        finally:
            server.shutdown()
            thread.join()
