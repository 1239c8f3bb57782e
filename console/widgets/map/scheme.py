"""The scheme ``grid-console``: the map's page is served from memory and can reach nothing else."""

import logging
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QObject, Qt, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from typing_extensions import override

SCHEME: Final = "grid-console"
HOST: Final = "map"
ORIGIN: Final = f"{SCHEME}://{HOST}"
PAGE: Final = "index.html"

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        f"script-src {ORIGIN}",
        f"style-src {ORIGIN}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""The page's Content-Security-Policy: files of this origin only, nothing inline, no requests."""

_TYPES: Final = {"html": b"text/html", "js": b"text/javascript", "css": b"text/css"}

_HEADERS: Final = {
    QByteArray(b"Content-Security-Policy"): [QByteArray(POLICY.encode())],
    QByteArray(b"X-Content-Type-Options"): [QByteArray(b"nosniff")],
    # A mended file must be seen when the map is loaded again.
    QByteArray(b"Cache-Control"): [QByteArray(b"no-store")],
}

_log = logging.getLogger(__name__)


def register_scheme() -> None:
    """Make the scheme known to the web engine; must run before the application object is made."""
    name = SCHEME.encode()
    if QWebEngineUrlScheme.schemeByName(name).name() == name:
        return
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    scheme = QWebEngineUrlScheme(name)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


def page_url() -> QUrl:
    """The one address that the map's page has."""
    return QUrl(f"{ORIGIN}/{PAGE}")


def is_ours(url: QUrl) -> bool:
    """Whether an address is one that the console serves itself."""
    return url.scheme() == SCHEME and url.host() == HOST


class MapFiles(QWebEngineUrlSchemeHandler):
    """Serves the files of one map out of memory."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: Mapping[str, bytes] = {}

    def publish(self, files: Mapping[str, bytes]) -> None:
        """Serve these files from now on, by name."""
        self._files = files

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        name = job.requestUrl().path().removeprefix("/")
        content = self._files.get(name)
        if job.requestMethod() != QByteArray(b"GET"):
            job.fail(QWebEngineUrlRequestJob.Error.RequestDenied)
        elif content is None:
            _log.warning("the map asked for %r, which it does not have", name)
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
        else:
            # Qt takes a list of values for each name, which its type stubs do not know.
            job.setAdditionalResponseHeaders(_HEADERS)  # type: ignore[arg-type]
            buffer = QBuffer(job)
            buffer.setData(content)
            job.reply(QByteArray(_TYPES[name.rpartition(".")[2]]), buffer)


class OnlyOurs(QWebEngineUrlRequestInterceptor):
    """Blocks every request that does not go to the console itself."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        url = info.requestUrl()
        if not is_ours(url):
            info.block(True)
            _log.warning(
                "the map asked for another address, which was refused: %s", url.toString()
            )
