"""Files of settings, read and written on a thread of their own."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from console.domain.errors import ConsoleError, Fault, FaultError
from console.domain.settings_file import LARGEST, SettingsFileError, Wrong, parse
from console.live.teller import Teller

MOST_BYTES = 4 * LARGEST
"""So many bytes are read: a character of UTF-8 has four at most."""

_log = logging.getLogger(__name__)


class SettingsFiles(QObject):
    """Reads and writes one file after the other; a signal tells how it went."""

    found = Signal(object)
    """A ``SettingsFile``."""
    written = Signal(str)
    refused = Signal(object)
    """A ``SettingsFileError``: the file holds no settings."""
    failed = Signal(object)
    """A ``ConsoleError``: the disk refuses."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._teller = Teller(self)
        self._thread: Thread | None = None

    def read(self, path: Path) -> None:
        """Read a file, and check it."""
        self._begin(partial(self._read, path))

    def write(self, path: Path, text: str) -> None:
        """Write a file whole or not at all; the file's dialog has asked whether it is replaced."""
        self._begin(partial(self._write, path, text))

    def _begin(self, work: Callable[[], Callable[[], None]]) -> None:
        self._thread = Thread(target=self._run, args=(work,), name="settings", daemon=True)
        self._thread.start()

    # On the worker thread

    def _run(self, work: Callable[[], Callable[[], None]]) -> None:
        try:
            told = work()
        except SettingsFileError as error:
            _log.info("a file of settings is refused: %s", error)
            told = partial(self.refused.emit, error)
        except ConsoleError as error:
            _log.info("a file of settings failed: %s", error)
            told = partial(self.failed.emit, error)
        with suppress(RuntimeError):  # The dialog may be gone by now, and this with it.
            self._teller.tell(told)

    def _read(self, path: Path) -> Callable[[], None]:
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except (OSError, ValueError) as error:
            raise _fault(path, error) from error
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SettingsFileError(Wrong.FOREIGN) from error
        return partial(self.found.emit, parse(text))

    def _write(self, path: Path, text: str) -> Callable[[], None]:
        part = path.with_name(f"{path.name}.part")
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            part.replace(path)
        except (OSError, ValueError) as error:
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
            raise _fault(path, error) from error
        return partial(self.written.emit, str(path))


def _fault(path: Path, error: Exception) -> FaultError:
    reason = getattr(error, "strerror", None) or str(error)
    return FaultError(Fault.BAD_FILE, path=str(path), reason=reason)
