"""The video player, made late: Qt's own with FFmpeg, shut in to the network, without a sound.

Nothing here is read before the first stream is opened.
"""

import ctypes
import logging
import os
from functools import cache
from pathlib import Path

import PySide6
from PySide6.QtCore import (
    QCoreApplication,
    QLoggingCategory,
    QObject,
    QSize,
    Qt,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QImage

PROTOCOLS = "rtsp,rtp,rtcp,udp,tcp,tls,http,https,httpproxy,hls,crypto,data"
"""What FFmpeg may use for a stream and for whatever that stream refers to: no file, no pipe."""

_NO_WORDS = "qt.multimedia.*=false"

_QUIET = -8
"""FFmpeg's level at which it writes nothing: it would print addresses with their passwords."""

_log = logging.getLogger(__name__)


@cache
def prepare() -> None:
    """Shut FFmpeg in and silence it, once, before the first stream."""
    os.environ["QT_FFMPEG_PROTOCOL_WHITELIST"] = PROTOCOLS
    QLoggingCategory.setFilterRules(_NO_WORDS)
    from PySide6.QtMultimedia import QMediaPlayer

    QMediaPlayer()  # Loads FFmpeg, so that its own copy is found here.
    _let_the_processor_convert()
    folder = Path(PySide6.__file__).parent
    for library in (*folder.glob("Qt/lib/*avutil*"), *folder.glob("*avutil*")):
        try:
            ctypes.CDLL(str(library)).av_log_set_level(_QUIET)
        except (OSError, AttributeError) as error:
            _log.debug("%s cannot be used: %s", library.name, error)
        else:
            return
    _log.warning("FFmpeg cannot be silenced: it may write addresses to the error stream")


def _let_the_processor_convert() -> None:
    """Have pictures converted by the processor, once for the GUI thread.

    Qt would do it by drawing with OpenGL and reading back. Where that is done in software, as in
    virtual machines, a picture of full HD takes 150 ms instead of 10, on the GUI thread. What the
    first conversion of a thread finds holds for all others.
    """
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    attribute = Qt.ApplicationAttribute.AA_ForceRasterWidgets
    before = QCoreApplication.testAttribute(attribute)
    # Qt warns that it does what is wanted here.
    QLoggingCategory.setFilterRules(f"{_NO_WORDS}\ndefault.warning=false")
    QCoreApplication.setAttribute(attribute, True)
    small = QVideoFrameFormat(QSize(16, 16), QVideoFrameFormat.PixelFormat.Format_YUV420P)
    QVideoFrame(small).toImage()
    QCoreApplication.setAttribute(attribute, before)
    QLoggingCategory.setFilterRules(_NO_WORDS)


class Player(QObject):
    """Plays one stream; ``framed`` tells of each new picture, ``failed`` of the end of it all."""

    framed = Signal()
    failed = Signal()
    ended = Signal()

    def __init__(self, url: str, timeout_ms: int, parent: QObject | None = None) -> None:
        """Begin to play.

        Args:
            url: The address, with user and password if there are any.
            timeout_ms: After so many milliseconds without a byte FFmpeg gives up.
            parent: Owns it.

        Raises:
            ImportError: If this computer lacks what Qt's player needs.
        """
        super().__init__(parent)
        prepare()
        from PySide6.QtMultimedia import QMediaPlayer, QPlaybackOptions, QVideoSink

        self._status = QMediaPlayer.MediaStatus
        self._sink = QVideoSink(self)
        self._player = player = QMediaPlayer(self)
        # Without an output for sound there is none.
        player.setVideoSink(self._sink)
        options = QPlaybackOptions()
        options.setNetworkTimeout(timeout_ms)
        player.setPlaybackOptions(options)
        self._sink.videoFrameChanged.connect(self._framed)
        player.errorOccurred.connect(self._failed)
        player.mediaStatusChanged.connect(self._changed)
        player.setSource(QUrl(url))
        player.play()

    def image(self) -> QImage:
        """The newest picture; it takes some milliseconds to have it in this form."""
        return self._sink.videoFrame().toImage()

    def stop(self) -> None:
        """Let go of the stream; nothing is told after this."""
        self._sink.videoFrameChanged.disconnect(self._framed)
        self._player.errorOccurred.disconnect(self._failed)
        self._player.mediaStatusChanged.disconnect(self._changed)
        self._player.stop()
        self._player.setSource(QUrl())
        self.deleteLater()

    # FFmpeg's threads emit; a slot of an object of the GUI thread runs there.

    @Slot()
    def _framed(self) -> None:
        if self._sink.videoFrame().isValid():
            self.framed.emit()

    @Slot()
    def _failed(self) -> None:
        self.failed.emit()

    @Slot()
    def _changed(self) -> None:
        if self._player.mediaStatus() is self._status.EndOfMedia:
            self.ended.emit()
