"""Asks the address of a stream once whether somebody answers there, before a player is let at it.

A player tells nothing but that it "could not open" a stream, and that late. This tells what the
network and the camera say, each at once: nobody there, refused, not found, a password wanted. It
asks without any password: that goes to the player only, and not twice.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QSslSocket

from console.domain.streams import Address, StreamTrouble, trouble_of_status

_Error = QAbstractSocket.SocketError

_TROUBLES = {
    _Error.ConnectionRefusedError: StreamTrouble.REFUSED,
    _Error.HostNotFoundError: StreamTrouble.UNKNOWN_HOST,
    _Error.RemoteHostClosedError: StreamTrouble.BAD_ANSWER,
}

_LONGEST_LINE = 1000
"""The first line of an answer is shorter than this, in bytes."""


class Knock(QObject):
    """One question to an address; it is over with the first answer, or when it is stopped."""

    answered = Signal(object, bool)
    """A ``StreamTrouble``, or None if it can be opened; and whether a password is wanted."""

    silent = Signal()
    """Nobody has answered within the limit; it is still listened for one."""

    def __init__(
        self, address: Address, limit_ms: int, *, has_login: bool, parent: QObject | None = None
    ) -> None:
        """Knock at once.

        Args:
            address: Where.
            limit_ms: After so many milliseconds without an answer ``silent`` tells.
            has_login: Whether the player will have a user and a password.
            parent: Owns it.
        """
        super().__init__(parent)
        self._address, self._has_login = address, has_login
        self._over = False
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._limit.timeout.connect(self.silent)
        self._socket = socket = QSslSocket(self)
        # Cameras certify themselves: whom one speaks to is not proved, by the player neither.
        socket.setPeerVerifyMode(QSslSocket.PeerVerifyMode.VerifyNone)
        socket.errorOccurred.connect(self._failed)
        socket.readyRead.connect(self._read)
        self._limit.start()
        if address.secure:
            socket.encrypted.connect(self._ask)
            socket.connectToHostEncrypted(address.host, address.port)
        else:
            socket.connected.connect(self._ask)
            socket.connectToHost(address.host, address.port)

    def stop(self) -> None:
        """Ask no more; nothing is told after this."""
        self._over = True
        self._limit.stop()
        self._socket.abort()

    def _ask(self) -> None:
        address = self._address
        if address.scheme.startswith("rtsp"):
            lines = [f"DESCRIBE {address.bare} RTSP/1.0", "CSeq: 1", "Accept: application/sdp"]
        else:
            lines = [f"GET {address.path} HTTP/1.1", f"Host: {address.place}", "Accept: */*"]
            lines.append("Connection: close")
        request = "\r\n".join((*lines, "User-Agent: grid-console", "", ""))
        self._socket.write(request.encode("ascii", "replace"))

    def _read(self) -> None:
        if self._over:
            return
        known = bytes(self._socket.peek(_LONGEST_LINE).data())
        line, end, _ = known.partition(b"\n")
        if end:
            self._judge(line)
        elif len(known) >= _LONGEST_LINE:
            self._end(StreamTrouble.BAD_ANSWER)

    def _judge(self, line: bytes) -> None:
        words = line.split()
        speaks = len(words) >= 2 and words[0].split(b"/")[0] in (b"HTTP", b"RTSP", b"ICY")
        if not speaks or not words[1].isdigit():
            self._end(StreamTrouble.BAD_ANSWER)
            return
        status = int(words[1])
        self._end(trouble_of_status(status, has_login=self._has_login), wanted=status == 401)

    def _failed(self, error: QAbstractSocket.SocketError) -> None:
        if not self._over:
            self._end(_TROUBLES.get(error, StreamTrouble.UNREACHABLE))

    def _end(self, trouble: StreamTrouble | None, *, wanted: bool = False) -> None:
        self.stop()
        self.answered.emit(trouble, wanted)
