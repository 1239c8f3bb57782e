"""Real video on this computer: a film of one colour, and servers that play it as cameras do."""

import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from PySide6.QtGui import QColor, QImage
from typing_extensions import override

SERVER = Path(__file__).with_name("rtsp_server.py")

GREEN = QColor(0x20, 0xA0, 0x40)
"""The colour of the film."""

USER, PASSWORD = "viewer", "zweiundvierzig"
"""Who may see what is locked."""

_FILM = (
    *("-f", "lavfi", "-i", f"color=c=0x{GREEN.rgb() & 0xFFFFFF:06x}:size=320x180:rate=30"),
    *("-t", "60", "-c:v", "libx264", "-preset", "ultrafast", "-threads", "1"),
    *("-bf", "0", "-g", "15", "-pix_fmt", "yuv420p"),
)


def ffmpeg(*arguments: str | Path) -> None:
    """Run ffmpeg, which says nothing unless something is wrong."""
    subprocess.run(["ffmpeg", "-v", "error", "-y", *map(str, arguments)], check=True)


def make_film(folder: Path) -> Path:
    """Make the film, as a file and in the forms in which it goes through the network."""
    film = folder / "film.mp4"
    ffmpeg(*_FILM, film)
    ffmpeg("-i", film, "-c", "copy", "-f", "mpegts", folder / "film.ts")
    ffmpeg("-i", film, "-t", "4", "-c:v", "mjpeg", "-f", "mpjpeg", folder / "film.mjpg")
    live = ("-hls_time", "1", "-hls_list_size", "0")
    ffmpeg("-i", film, "-c", "copy", "-f", "hls", *live, folder / "film.m3u8")
    (folder / "broken.m3u8").write_text("there was a list here once\n" * 40)
    return film


def is_green(image: QImage) -> bool:
    """Whether a picture has the film's colour in its middle, as far as video keeps colours."""
    found = image.pixelColor(image.width() // 2, image.height() // 2)
    return all(
        abs(one - other) < 24
        for one, other in (
            (found.red(), GREEN.red()),
            (found.green(), GREEN.green()),
            (found.blue(), GREEN.blue()),
        )
    )


@dataclass
class Rtsp:
    """An RTSP server that runs."""

    port: int
    locked_port: int
    process: "subprocess.Popen[str]"

    @property
    def url(self) -> str:
        return f"rtsp://127.0.0.1:{self.port}/film"

    @property
    def locked_url(self) -> str:
        return f"rtsp://127.0.0.1:{self.locked_port}/film"


@contextmanager
def rtsp_server(film: Path) -> Iterator[Rtsp]:
    """A real RTSP server that plays a film until the block's end."""
    command = ["/usr/bin/python3", str(SERVER), str(film), USER, PASSWORD]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        ports = process.stdout.readline().split()
        try:
            yield Rtsp(int(ports[0]), int(ports[1]), process)
        finally:
            process.kill()


class _Files(SimpleHTTPRequestHandler):
    @override
    def do_GET(self) -> None:
        if self.path == "/locked.m3u8":
            self.send_error(401)
        elif self.path == "/torn.ts":
            # As a camera whose cable is pulled: the connection stays, and nothing comes any more.
            content = Path(self.directory, "film.ts").read_bytes()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(content[: len(content) // 40])
            self.wfile.flush()
            self.rfile.read(1)  # Until the other side has gone.
        else:
            super().do_GET()

    @override
    def log_message(self, *_arguments: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    @override
    def handle_error(self, *_arguments: object) -> None:
        """Whoever looked has gone in the middle of it."""


@contextmanager
def http_server(folder: Path) -> Iterator[str]:
    """A real HTTP server of a folder; its address without a slash at the end."""
    server = _Server(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    thread = Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def black_hole() -> Iterator[int]:
    """A port where somebody listens and never answers."""
    with socket.socket() as hole:
        hole.bind(("127.0.0.1", 0))
        hole.listen(5)
        yield hole.getsockname()[1]


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
