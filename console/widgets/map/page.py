"""The web page that holds the map: it stays where it is and refuses everything it is asked for."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineSettings,
)
from typing_extensions import override

from console.widgets.map.scheme import SCHEME, MapFiles, OnlyOurs, page_url

_Attribute = QWebEngineSettings.WebAttribute

_REFUSED_FEATURES = (
    _Attribute.AutoLoadIconsForPage,
    _Attribute.BackForwardCacheEnabled,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FocusOnNavigationEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalStorageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
)

_log = logging.getLogger(__name__)


class MapProfile(QWebEngineProfile):
    """A profile that keeps nothing and reaches nothing but the map's own files."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.files = MapFiles(self)
        self._only_ours = OnlyOurs(self)
        self.installUrlSchemeHandler(SCHEME.encode(), self.files)
        self.setUrlRequestInterceptor(self._only_ours)
        self.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
        self.setPersistentCookiesPolicy(
            QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
        )
        self.downloadRequested.connect(self._refuse_download)

    def _refuse_download(self, request: QWebEngineDownloadRequest) -> None:
        request.cancel()


class MapPage(QWebEnginePage):
    """The map's page; must be deleted before its profile."""

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        for attribute in _REFUSED_FEATURES:
            self.settings().setAttribute(attribute, False)
        self.permissionRequested.connect(self._refuse_permission)
        self.fileSystemAccessRequested.connect(self._refuse_files)

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool
    ) -> bool:
        wanted = (QWebEnginePage.NavigationType.NavigationTypeTyped, _RELOAD)
        return isMainFrame and type in wanted and QUrl(url) == page_url()

    @override
    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],
        acceptedMimeTypes: Sequence[str],
    ) -> list[str]:
        return []

    @override
    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str) -> None:
        _log.warning("the map's page wanted to show a message: %s", msg)

    @override
    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str) -> bool:
        return False

    @override
    def javaScriptPrompt(
        self, securityOrigin: QUrl | str, msg: str, defaultValue: str
    ) -> tuple[bool, str]:
        return False, ""

    @override
    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        _log.warning("the map's page says: %s (%s:%d)", message, sourceID, lineNumber)

    def _refuse_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()

    def _refuse_files(self, request: QWebEngineFileSystemAccessRequest) -> None:
        request.reject()


_RELOAD = QWebEnginePage.NavigationType.NavigationTypeReload
