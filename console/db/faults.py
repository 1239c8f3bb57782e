"""Turn what the drivers raise into the faults that a user can be told about."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from console.db.address import Address
from console.domain.errors import Fault, FaultError

_BUSY, _LOCKED, _PERM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    *(5, 6, 3, 8, 10, 11, 13, 14, 26),
)
_LOCAL = {
    _BUSY: Fault.LOCKED,
    _LOCKED: Fault.LOCKED,
    _PERM: Fault.NO_PERMISSION,
    _READONLY: Fault.NO_PERMISSION,
    _IOERR: Fault.LOST,
    _CORRUPT: Fault.CORRUPT,
    _FULL: Fault.DISK_FULL,
    _NOTADB: Fault.CORRUPT,
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

REASON_LIMIT = 300
"""How much of a driver's words is kept."""


@contextmanager
def translated(address: Address) -> Iterator[None]:
    """Raise a FaultError instead of a driver's error that the world is to blame for.

    Broken constraints and mistakes in our statements pass unchanged: they are not faults.
    """
    try:
        yield
    except (DBAPIError, PoolTimeoutError, psycopg.Error) as error:
        fault = fault_of(error, address)
        if fault is None:
            raise
        raise fault from error


def fault_of(error: Exception, address: Address) -> FaultError | None:
    """The fault that a driver's error tells of, or None if it tells of a mistake of ours."""
    if isinstance(error, PoolTimeoutError):
        return fault_with(Fault.LOCKED, address, "every connection is in use")
    if isinstance(error, IntegrityError):
        return None
    cause = error.orig if isinstance(error, DBAPIError) else error
    reason = _words(cause)
    invalidated = isinstance(error, DBAPIError) and error.connection_invalidated
    if isinstance(cause, psycopg.Error):
        code = _shared_code(cause, reason, lost=invalidated)
    else:
        code = _local_code(cause, address)
    return None if code is None else fault_with(code, address, reason)


def fault_with(code: Fault, address: Address, reason: str = "") -> FaultError:
    """A fault with the details that its code asks for."""
    place = address.shown if address.path is None else str(address.path)
    details: dict[Fault, Callable[[], dict[str, str | int]]] = {
        Fault.UNREACHABLE: lambda: {"url": address.shown, "reason": reason},
        Fault.LOGIN_REFUSED: lambda: {"url": address.shown},
        Fault.NO_DATABASE: lambda: {"url": address.shown},
        Fault.BAD_URL: lambda: {"url": address.shown},
        Fault.EMPTY: lambda: {"url": address.shown},
        Fault.LOST: lambda: {"reason": reason},
    }
    return FaultError(code, **details.get(code, lambda: {"path": place})())


def _local_code(cause: BaseException | None, address: Address) -> Fault | None:
    number = getattr(cause, "sqlite_errorcode", None)
    if not isinstance(number, int):
        return None
    primary = number & 0xFF
    if primary == _CANTOPEN:
        exists = address.path is not None and address.path.exists()
        return Fault.NO_PERMISSION if exists else Fault.NO_DATABASE
    return _LOCAL.get(primary)


def _shared_code(cause: psycopg.Error, reason: str, *, lost: bool) -> Fault | None:
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
