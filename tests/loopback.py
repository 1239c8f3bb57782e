"""A real HTTP server on this computer, which answers as a test wants."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import dumps, loads
from threading import Event as Flag
from threading import Thread
from typing import Any

from typing_extensions import override


@dataclass
class Service:
    """What has come in, and what is answered: a status and a body each; the last one repeats."""

    port: int = 0
    answers: list[tuple[int, object]] = field(default_factory=lambda: [(200, {})])
    hangs: bool = False
    got: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    arrived: Flag = field(default_factory=Flag)
    ended: Flag = field(default_factory=Flag)


@contextmanager
def service() -> Iterator[Service]:
    """A server that runs until the block's end."""
    told = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.got.append(loads(body))
            told.paths.append(self.path)
            told.keys.append(self.headers.get("Idempotency-Key"))
            told.arrived.set()
            if told.hangs:
                told.ended.wait(30)
                return
            status, content = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
            answer = dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        @override
        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield told
    finally:
        told.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()
