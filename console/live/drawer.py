"""The drawer of half-typed texts: a folder of small files that only this user can read.

Each run of the console has a folder of its own in it, locked while it runs; what lies in a folder
that nobody holds any more was left behind by a run that ended.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from console.domain.drafts import KEPT_FOR, Draft, read_draft, write_draft

LARGEST = 16_000_000
"""A file of more bytes is none of ours."""

_ASIDE = "aside"
_LOCK = "lock"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """What earlier runs left: drafts, the oldest first, and files that are none."""

    drafts: tuple[Draft, ...] = ()
    broken: tuple[Path, ...] = ()


def drawer_for(root: Path, operator: str, database: str) -> Path:
    """The drawer of one operator on one database; its name tells neither."""
    name = sha256(f"{database}\0{operator}".encode()).hexdigest()[:20]
    return root / name


class Drawer:
    """Writes, removes and finds drafts; used by one thread. All of it may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / uuid4().hex
        self._lock: QLockFile | None = None

    def write(self, draft: Draft) -> None:
        """Put a draft into its file: afterwards the old words stand there or the new, whole."""
        self._open()
        path = self._path(draft.key)
        new = path.with_suffix(".new")
        # Nobody else may read it, not even between its making and a change of its rights.
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(write_draft(draft).encode())
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        _settle(self._own)

    def remove(self, key: str) -> None:
        """Remove a draft, if it is there."""
        self._path(key).unlink(missing_ok=True)

    def take_in(self, now: datetime) -> Left:
        """Take over what earlier runs left; too old ones are removed, broken ones put aside."""
        if not self._folder.is_dir():
            return Left()
        drafts: list[Draft] = []
        broken: list[Path] = []
        self._forget_aside(now)
        for path in self._left_behind():
            try:
                draft = _read(path)
            except (OSError, ValueError, RecursionError) as error:
                _log.warning("a draft cannot be read: %s: %s", path.name, error)
                broken.append(self._put_aside(path))
                continue
            if now - draft.at > KEPT_FOR:
                path.unlink()
                continue
            self._open()
            path.replace(self._path(draft.key))
            drafts.append(draft)
        return Left(tuple(sorted(drafts, key=lambda one: one.at)), tuple(broken))

    def close(self) -> None:
        """Let go of the folder; one without a draft is removed."""
        if self._lock is None:
            return
        self._lock.unlock()
        self._lock = None
        with suppress(OSError):  # Not empty: what is left is found at the next start.
            self._own.rmdir()

    def _path(self, key: str) -> Path:
        return self._own / f"{key}.json"

    def _open(self) -> None:
        if self._lock is not None:
            return
        for folder in (self._folder.parent, self._folder, self._own):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = _lock(self._own)
        lock.tryLock(0)
        self._lock = lock

    def _left_behind(self) -> Iterator[Path]:
        """The files of runs that have ended; each run's folder is gone through at most once."""
        for folder in sorted(self._folder.iterdir()):
            if folder in (self._own, self._folder / _ASIDE) or not folder.is_dir():
                continue
            lock = _lock(folder)
            if not lock.tryLock(0):
                continue  # Another console of this operator is at work with it.
            try:
                yield from sorted(folder.glob("*.json"))
            finally:
                lock.unlock()
            # What is left is half of a write that never ended; the words before it were read.
            shutil.rmtree(folder, ignore_errors=True)

    def _put_aside(self, path: Path) -> Path:
        aside = self._folder / _ASIDE
        aside.mkdir(mode=0o700, exist_ok=True)
        return path.replace(aside / f"{uuid4().hex[:8]}-{path.name}")

    def _forget_aside(self, now: datetime) -> None:
        for path in (self._folder / _ASIDE).glob("*"):
            if now.timestamp() - path.stat().st_mtime > KEPT_FOR.total_seconds():
                path.unlink()


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # However long a run lasts: its lock is free when its process is gone, and not before.
    lock.setStaleLockTime(0)
    return lock


def _read(path: Path) -> Draft:
    if path.stat().st_size > LARGEST:
        raise ValueError("too large")
    draft = read_draft(path.read_text(encoding="utf-8"))
    if draft.key != path.stem:
        raise ValueError("it has another one's name")
    return draft


def _settle(folder: Path) -> None:
    """Let a new name in a folder survive a power cut, where the system has a way to."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
