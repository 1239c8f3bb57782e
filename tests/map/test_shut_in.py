"""The map's page is shut in: it runs no foreign script, asks nobody, goes nowhere."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QHostAddress, QTcpServer
from PySide6.QtWebEngineCore import QWebEngineDownloadRequest, QWebEnginePage
from pytestqt.qtbot import QtBot

from console.widgets.map.page import MapProfile
from console.widgets.map.scheme import is_ours, page_url
from tests.map.conftest import Subject


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("grid-console://map/index.html", True),
        ("grid-console://other/index.html", False),
        ("https://map/index.html", False),
        ("file:///etc/passwd", False),
        ("data:text/html,x", False),
    ],
)
def test_only_our_own_address_is_ours(address: str, ours: bool) -> None:
    assert is_ours(QUrl(address)) is ours


def test_a_script_put_into_the_page_does_not_run(subject: Subject, qtbot: QtBot) -> None:
    put = """(() => {
      const script = document.createElement("script");
      script.textContent = "window.hacked = true";
      document.body.append(script);
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.hacked = true");
      image.src = "grid-console://map/missing.png";
      document.body.append(image);
      let evaluated = true;
      try { window.eval("1"); } catch { evaluated = false; }
      return [Boolean(window.hacked), evaluated];
    })()"""
    assert subject.ask(qtbot, put) == [False, False]
    assert subject.ask(qtbot, "Boolean(window.hacked)") is False


def test_the_page_cannot_ask_anybody(subject: Subject, qtbot: QtBot) -> None:
    subject.run(
        qtbot,
        "window.said = []; for (const url of ['https://127.0.0.1/', 'grid-console://map/map.js'])"
        " fetch(url).then(() => said.push('got'), () => said.push('refused'))",
    )
    qtbot.waitUntil(lambda: subject.ask(qtbot, "said.join()") == "refused,refused", timeout=10_000)


def test_even_a_page_without_a_policy_reaches_nobody(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    server = QTcpServer()
    assert server.listen(QHostAddress.SpecialAddress.LocalHost)
    callers: list[None] = []
    server.newConnection.connect(lambda: callers.append(None))
    profile = MapProfile()
    page = QWebEnginePage(profile)
    address = f"http://127.0.0.1:{server.serverPort()}/"
    with qtbot.waitSignal(page.loadFinished, timeout=20_000) as finished:
        page.load(QUrl(address))
    assert finished.args == [False]
    assert callers == []
    assert address in caplog.text
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    profile.deleteLater()
    server.close()


def test_the_page_stays_where_it_is(subject: Subject, qtbot: QtBot) -> None:
    for attempt in (
        "location.href = 'https://127.0.0.1/'",
        "location.href = 'grid-console://map/map.js'",
        "location.href = 'data:text/html,x'",
        "window.open('https://127.0.0.1/')",
    ):
        subject.run(qtbot, attempt)
    assert subject.ask(qtbot, "typeof gridMap.parts") == "object"
    assert subject.view._page.url() == page_url()


def test_the_page_is_granted_nothing(subject: Subject, qtbot: QtBot) -> None:
    subject.run(
        qtbot,
        "window.answer = ''; navigator.geolocation.getCurrentPosition("
        "() => { answer = 'granted'; }, (error) => { answer = 'refused ' + error.code; })",
    )
    qtbot.waitUntil(lambda: subject.ask(qtbot, "answer") == "refused 1", timeout=10_000)


def test_nothing_is_kept(subject: Subject, qtbot: QtBot) -> None:
    assert subject.view._profile.isOffTheRecord()
    kept = "(() => { try { return String(window.localStorage); } catch { return 'refused'; } })()"
    assert subject.ask(qtbot, kept) in ("null", "refused")


def test_a_download_is_cancelled(subject: Subject, qtbot: QtBot) -> None:
    profile = subject.view._profile
    with qtbot.waitSignal(profile.downloadRequested, timeout=10_000) as asked:
        subject.run(
            qtbot,
            "const link = document.createElement('a'); link.download = 'map.txt';"
            "link.href = URL.createObjectURL(new Blob(['x'])); link.click();",
        )
    request = asked.args[0]
    cancelled = QWebEngineDownloadRequest.DownloadState.DownloadCancelled
    qtbot.waitUntil(lambda: request.state() is cancelled, timeout=10_000)


def test_the_page_cannot_open_a_dialog(
    subject: Subject, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert subject.ask(qtbot, "confirm('Really?')") is False
    subject.run(qtbot, "alert('Boo')")
    assert "Boo" in caplog.text
    assert subject.ask(qtbot, "prompt('Name?')") is None


def test_the_page_is_given_no_file(subject: Subject) -> None:
    one = QWebEnginePage.FileSelectionMode.FileSelectOpen
    assert subject.view._page.chooseFiles(one, [], []) == []


def test_only_reading_is_served_and_only_what_is_there(
    subject: Subject, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    subject.run(
        qtbot,
        "const script = document.createElement('script'); window.outcome = '';"
        "script.onload = () => { outcome = 'loaded'; };"
        "script.onerror = () => { outcome = 'missing'; };"
        "script.src = 'missing.js'; document.head.append(script);",
    )
    qtbot.waitUntil(lambda: subject.ask(qtbot, "outcome") == "missing", timeout=10_000)
    assert "missing.js" in caplog.text
