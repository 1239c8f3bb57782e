"""Streams of cameras: which addresses are opened, what is shown of one, what can go wrong.

An address may hold a user and a password. They never leave ``Address`` but towards the player: not
into a text on the screen, not into an event, not into the log.
"""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

_PORTS = {"rtsp": 554, "rtsps": 322, "http": 80, "https": 443}

SCHEMES = frozenset(_PORTS)
"""How a stream is reached; anything else could make a player open a file or run a thing."""

_KEPT = "/%?&=:;,+@!$'()*~[]"
"""What stands in the path of an address as it is; all else is written in its percent form."""

_HOST = re.compile(r"[\w.:-]+")
_NO_NAME = re.compile(r"[^0-9a-z]+")


class StreamTrouble(StrEnum):
    """Why there is no picture, or none any more."""

    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    UNKNOWN_HOST = "unknown_host"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    NO_LOGIN = "no_login"
    WRONG_LOGIN = "wrong_login"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    BAD_ANSWER = "bad_answer"
    NO_STREAM = "no_stream"
    NO_PICTURE = "no_picture"
    FROZEN = "frozen"
    ENDED = "ended"
    NO_PLAYER = "no_player"


WAITED_OUT = frozenset({StreamTrouble.SILENT, StreamTrouble.NO_PICTURE})
"""What is told while the camera is still waited for: it may yet come."""

TRIED_AGAIN = frozenset(
    {
        StreamTrouble.FROZEN,
        StreamTrouble.ENDED,
        StreamTrouble.REFUSED,
        StreamTrouble.UNREACHABLE,
        StreamTrouble.NO_STREAM,
    }
)
"""What a stream that has shown pictures may recover from; never a password that was refused."""


class Patience(NamedTuple):
    """How long a stream is waited for, in milliseconds, and how often it is opened again.

    ``answer`` is how long nobody may answer, ``picture`` how long no picture may come after an
    answer, ``still`` how long a picture may stand; after each of them it is told. A camera is
    waited for during ``given_up`` even when it was told; a stream that has broken off is opened
    again after ``pause``, ``tries`` times.
    """

    answer: int = 3000
    picture: int = 3000
    still: int = 3000
    given_up: int = 20_000
    pause: int = 1000
    tries: int = 5


@dataclass(frozen=True, slots=True)
class Login:
    """A user and a password for a camera; it does not tell them when it is printed."""

    user: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a stream is found; ``host`` is a name or a number, ``path`` begins with a slash."""

    scheme: str
    host: str
    port: int
    path: str
    login: Login | None = field(default=None, repr=False)

    @property
    def secure(self) -> bool:
        """Whether it is reached through TLS."""
        return self.scheme in ("rtsps", "https")

    @property
    def place(self) -> str:
        """The computer, with its port if that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def bare(self) -> str:
        """The address without user and password: what is asked for."""
        return f"{self.scheme}://{self.place}{self.path}"

    @property
    def shown(self) -> str:
        """What may be shown and written down: what follows a question mark may be a key, too."""
        path, sign, _ = self.path.partition("?")
        return f"{self.scheme}://{self.place}{path}{'?…' if sign else ''}"

    @property
    def secrets(self) -> tuple[str, str]:
        """The names under which user and password are looked for: of this port, of the host."""
        return secret_name(self.host, self.port), secret_name(self.host)

    def opened_with(self, login: Login | None) -> str:
        """What the player gets: with user and password, and RTSP over TCP unless it says how.

        Over UDP, what a firewall lets through nobody knows before it has failed for seconds.
        """
        login = self.login or login
        before = ""
        if login is not None:
            before = f"{quote(login.user, safe='')}:{quote(login.password, safe='')}@"
        path = self.path
        if self.scheme.startswith("rtsp") and not _says_how(path):
            path += "&tcp" if "?" in path else "?tcp"
        return f"{self.scheme}://{before}{self.place}{path}"


def read_address(text: str) -> Address | None:
    """The address of a stream; None if it is none that may be opened."""
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:  # Such as an open bracket, or a port beyond all ports.
        return None
    if parts.scheme not in SCHEMES or not host or _HOST.fullmatch(host) is None:
        return None
    path = quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        path += "?" + quote(parts.query, safe=_KEPT)
    login = None
    if parts.username is not None:
        login = Login(unquote(parts.username), unquote(parts.password or ""))
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], path, login)


def secret_name(host: str, port: int | None = None) -> str:
    """The name under which the login of a host is kept, or that of one of its ports."""
    name = f"camera_{_NO_NAME.sub('_', host.casefold()).strip('_')}"
    return name if port is None else f"{name}_{port}"


def read_login(text: str) -> Login | None:
    """User and password as a secret keeps them, ``user:password``; None if they are none."""
    user, sign, password = text.strip().partition(":")
    return Login(user, password) if sign and user else None


def without_login(text: str) -> str:
    """A text that may be an address, with what could be a user and a password left out."""
    return re.sub(r"(?<=://).*@", "…@", text)


def trouble_of_status(status: int, *, has_login: bool) -> StreamTrouble | None:
    """What an answer's status means for whoever wants to see; None if it can be opened.

    A 401 is what every camera says that wants a user and a password: with them it can be opened.
    """
    match status:
        case 401:
            return None if has_login else StreamTrouble.NO_LOGIN
        case 403:
            return StreamTrouble.FORBIDDEN
        case 404 | 410:
            return StreamTrouble.NOT_FOUND
        case _:
            return None if 200 <= status < 400 else StreamTrouble.BAD_ANSWER


def _says_how(path: str) -> bool:
    options = path.partition("?")[2].split("&")
    return not {"tcp", "udp", "multicast", "httptunnel"}.isdisjoint(options)
