"""Turn what the drivers raise into the faults that a user can be told about."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from console.db.address import Address
from console.domain.errors import Fault, FaultError

_CANTOPEN = 14
_LOCAL = {  # by SQLite's primary result codes
    3: Fault.NO_PERMISSION,  # PERM
    5: Fault.LOCKED,  # BUSY
    6: Fault.LOCKED,  # LOCKED
    8: Fault.NO_PERMISSION,  # READONLY
    10: Fault.LOST,  # IOERR
    11: Fault.CORRUPT,  # CORRUPT
    13: Fault.DISK_FULL,  # FULL
    26: Fault.CORRUPT,  # NOTADB
}
_SHARED = {
    "25006": Fault.NO_PERMISSION,  # a read-only server
    "28000": Fault.LOGIN_REFUSED,
    "28P01": Fault.LOGIN_REFUSED,
    "3D000": Fault.NO_DATABASE,
    "40001": Fault.LOCKED,
    "40P01": Fault.LOCKED,
    "42501": Fault.NO_PERMISSION,
    "53100": Fault.DISK_FULL,
    "53300": Fault.UNREACHABLE,
    "55P03": Fault.LOCKED,
    "57014": Fault.LOCKED,  # statement timeout
    "57P03": Fault.UNREACHABLE,
    "XX001": Fault.CORRUPT,
    "XX002": Fault.CORRUPT,
}
_SHARED_CLASSES = {"08": Fault.LOST, "57": Fault.LOST, "58": Fault.LOST, "53": Fault.LOST}

# While connecting, the driver has only the server's words, in the server's language.
_LOGIN = re.compile(
    r"""password|pg_hba\.conf|authentication|认证失败
    |role\ ".*"\ (does\ not\ exist|is\ not\ permitted)|角色\ ".*"\ ?(不存在|不允许)""",
    re.VERBOSE,
)
_DATABASE = re.compile(r'database ".*" does not exist|数据库 ".*" ?不存在')
_OPTION = "connection option"

_BY_URL = frozenset(
    {Fault.UNREACHABLE, Fault.LOGIN_REFUSED, Fault.NO_DATABASE, Fault.EMPTY, Fault.BAD_URL}
)
_BY_PATH = frozenset({Fault.LOCKED, Fault.CORRUPT, Fault.DISK_FULL, Fault.NO_PERMISSION})

REASON_LIMIT = 300
"""How much of a driver's words is kept."""


@contextmanager
def translated(address: Address, *, connected: bool = False) -> Iterator[None]:
    """Raise a FaultError instead of a driver's error that the world is to blame for.

    Broken constraints and mistakes in our statements pass unchanged: they are not faults.

    Args:
        address: Which database is used.
        connected: That the connection stood already, so that it cannot but have been lost.
    """
    try:
        yield
    except Exception as error:
        fault = fault_of(error, address, connected=connected)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: Exception, address: Address, *, connected: bool = False) -> FaultError | None:
    """The fault that a driver's error tells of, or None if it tells of a mistake of ours."""
    if isinstance(error, PoolTimeoutError):
        return fault_with(Fault.LOCKED, address, "every connection is in use")
    if isinstance(error, IntegrityError):
        return None
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    reason = _words(cause)
    lost = connected or (isinstance(error, DBAPIError) and error.connection_invalidated)
    # Each driver's errors are known by the attribute that only they have, so that the one which is
    # not in use need not be loaded.
    if hasattr(cause, "sqlstate"):
        code = _shared_code(cause, reason, lost=lost)
    elif hasattr(cause, "sqlite_errorcode"):
        code = _local_code(cause.sqlite_errorcode, address)
    else:
        code = None
    return None if code is None else fault_with(code, address, reason)


def fault_with(code: Fault, address: Address, reason: str = "") -> FaultError:
    """A fault with the details that its code asks for."""
    details: dict[str, str | int] = {}
    if code in _BY_URL:
        details["url"] = address.shown
    if code in _BY_PATH:
        details["path"] = str(address.path or address.shown)
    if code in (Fault.UNREACHABLE, Fault.LOST):
        details["reason"] = reason
    return FaultError(code, **details)


def _local_code(number: int, address: Address) -> Fault | None:
    primary = number & 0xFF
    if primary == _CANTOPEN:
        exists = address.path is not None and address.path.exists()
        return Fault.NO_PERMISSION if exists else Fault.NO_DATABASE
    return _LOCAL.get(primary)


def _shared_code(cause: Any, reason: str, *, lost: bool) -> Fault | None:
    import psycopg

    state = cause.sqlstate
    if state is not None:
        return _SHARED.get(state, _SHARED_CLASSES.get(state[:2]))
    if lost:
        return Fault.LOST
    if isinstance(cause, psycopg.OperationalError):
        return _while_connecting(reason)
    return Fault.BAD_URL if _OPTION in reason else None


def _while_connecting(reason: str) -> Fault:
    if _DATABASE.search(reason):
        return Fault.NO_DATABASE
    if _LOGIN.search(reason):
        return Fault.LOGIN_REFUSED
    return Fault.UNREACHABLE


def _words(cause: BaseException | None) -> str:
    return " ".join(str(cause).split())[:REASON_LIMIT] or type(cause).__name__
