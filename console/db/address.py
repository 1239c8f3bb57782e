"""Where a database is: a file, or a PostgreSQL server; its address never shows a password."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from console.domain.errors import Fault, FaultError

_SCHEMES = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
_PASSWORD = re.compile(r"(?<=://)[^@/]*@")
_HIDDEN = frozenset({"password", "passfile", "sslpassword"})


@dataclass(frozen=True, slots=True)
class Address:
    """A database's address: a file for SQLite, a URL for PostgreSQL.

    ``shown`` is fit for a screen or a log; ``target`` may hold a password.
    """

    shown: str
    target: Path | URL = field(repr=False)

    @property
    def path(self) -> Path | None:
        """The file of a local database; None for a shared one."""
        return self.target if isinstance(self.target, Path) else None

    @classmethod
    def parse(cls, url: str) -> "Address":
        """Read ``sqlite:///file``, ``postgresql://…`` or a plain file's path.

        Raises:
            FaultError: BAD_URL if it is none of them.
        """
        scheme, mark, rest = url.strip().partition("://")
        if not mark:
            return cls._local(url, url.strip())
        if scheme == "sqlite":
            return cls._local(url, rest.removeprefix("/"))
        if scheme in _SCHEMES:
            return cls._shared(f"{scheme}://{rest}")
        raise FaultError(Fault.BAD_URL, url=_without_password(url))

    @classmethod
    def _local(cls, url: str, name: str) -> "Address":
        if not name or name == ":memory:" or "\0" in name:
            raise FaultError(Fault.BAD_URL, url=_without_password(url))
        path = Path(name).expanduser().absolute()
        return cls(shown=f"sqlite:///{path}", target=path)

    @classmethod
    def _shared(cls, url: str) -> "Address":
        try:
            link = make_url(url).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            # Not chained: the cause's text holds the address with its password.
            raise FaultError(Fault.BAD_URL, url=_without_password(url)) from _plain(error)
        shown = link.set(drivername="postgresql", password=None if not link.password else "***")
        shown = shown.difference_update_query(_HIDDEN)
        return cls(shown=shown.render_as_string(hide_password=True), target=link)


def _without_password(url: str) -> str:
    return _PASSWORD.sub("***@", url)


def _plain(error: Exception) -> Exception:
    return ValueError(type(error).__name__)
