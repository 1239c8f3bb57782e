"""What plays sounds: Qt's multimedia part, which is read only when there is something to play."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, qInstallMessageHandler

from console.widgets.tones import wav

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)


class Speaker(Protocol):
    """Plays a sound by its name."""

    def play(self, name: str, volume: int) -> bool:
        """Begin to play a sound of ``tones`` so loud, in percent; False if nobody can hear it."""

    def stop(self) -> None:
        """Be silent at once."""


class Silent:
    """Plays nothing, and does not say so: for pictures of the screen."""

    def play(self, _name: str, _volume: int) -> bool:
        """Do nothing."""
        return True

    def stop(self) -> None:
        """Do nothing."""


class LoudSpeaker(QObject):
    """Plays on the workstation's own audio device, once there is one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = QTemporaryDir()
        self._effects: dict[str, QSoundEffect] = {}

    def play(self, name: str, volume: int) -> bool:
        """Begin to play a sound of ``tones`` so loud, in percent; False if nobody can hear it."""
        with _told_to_the_log():
            # Late: no start waits for it.
            from PySide6.QtMultimedia import QMediaDevices

            if QMediaDevices.defaultAudioOutput().isNull() or not self._files.isValid():
                return False
            effect = self._effects.get(name) or self._made(name)
            effect.setVolume(volume / 100)
            effect.play()
        return True

    def stop(self) -> None:
        """Be silent at once."""
        for effect in self._effects.values():
            effect.stop()

    def _made(self, name: str) -> "QSoundEffect":
        from PySide6.QtMultimedia import QSoundEffect

        file = Path(self._files.path()) / f"{name}.wav"
        file.write_bytes(wav(name))
        effect = self._effects[name] = QSoundEffect(self)
        effect.setSource(QUrl.fromLocalFile(str(file)))
        return effect


@contextmanager
def _told_to_the_log() -> Iterator[None]:
    """Have what Qt says of audio servers that are not there stand in the log, and nowhere else.

    A machine without any is no fault; Qt writes to the terminal about each one that it has tried.
    """

    def say(_kind: "QtMsgType", _context: "QMessageLogContext", text: str) -> None:
        _log.info("audio: %s", text)

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
