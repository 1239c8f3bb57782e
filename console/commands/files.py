"""The folder beside a local database that holds the attached files, each named by its content."""

import errno
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from console.domain.errors import Fault, FaultError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def path_of(database: Path, digest: str) -> Path:
    """Where a content with a digest lies."""
    return database.with_name(f"{database.name}.files") / digest[:2] / digest[2:]


def store_file(database: Path, digest: str, content: bytes) -> None:
    """Keep a content, wholly or not at all, so that it outlives a power cut.

    A content that is kept already is not written again. One whose deed fails afterwards stays,
    and harms nobody.

    Raises:
        FaultError: If it cannot be written.
    """
    path = path_of(database, digest)
    try:
        if not path.exists():
            _write(path, content)
    except OSError as error:
        raise _fault(error, path) from error


def read_file(database: Path, digest: str) -> bytes | None:
    """A content, or None if it is not kept.

    Raises:
        FaultError: If it cannot be read.
    """
    path = path_of(database, digest)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _fault(error, path) from error


def _write(path: Path, content: bytes) -> None:
    for folder in (path.parent.parent, path.parent):
        # Photos show people: nobody but the database's owner may look.
        folder.mkdir(mode=0o700, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            written.replace(path)
        except BaseException:
            written.unlink(missing_ok=True)
            raise
    # A name is only safe when the folder that holds it is written too.
    for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
        _sync(folder)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fault(error: OSError, path: Path) -> FaultError:
    if error.errno in _FULL:
        return FaultError(Fault.DISK_FULL, path=str(path.parent))
    if error.errno in _DENIED:
        return FaultError(Fault.NO_PERMISSION, path=str(path.parent))
    return FaultError(Fault.BAD_FILE, path=str(path), reason=error.strerror or str(error))
