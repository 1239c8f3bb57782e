"""A console in a process of its own, at which somebody types without ever coming to an end."""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.lifecycle import Deed
from console.domain.rights import Actor
from console.widgets.language import Language
from console.widgets.map.scheme import register_scheme
from console.widgets.theme import Look
from console.wiring import Console
from tests.clock import Clock
from tests.views.hands import write
from tests.views.reports import MARKET


def main(url: str, drafts: str, photo: str) -> None:
    """Type a report, but for its end, and a reason for the first incident."""
    register_scheme()
    app = QApplication([])
    language = Language(app)
    language.use("en")
    ini = QSettings(str(Path(drafts) / "typist.ini"), QSettings.Format.IniFormat)
    console = Console(
        url,
        Actor("甲", "一号席"),
        Clock(datetime(2026, 3, 2, 6, 32, tzinfo=UTC)).now,
        Look(app),
        language,
        ini,
        with_map=False,
        with_ladder=False,
        drafts=Path(drafts),
    )
    console.hub.loaded.connect(lambda: QTimer.singleShot(0, lambda: _type(console, photo)))
    console.start()
    console.window.show()
    app.exec()


def _type(console: Console, photo: str) -> None:
    if number := next(iter(console.hub.picture.incidents), None):
        console.open_incident(number)
        console.incident.doing.request(Deed.REJECT)
        write(console.window, "不是我们的事")
    console.new_report()
    form = console.form
    write(console.window, "路边乱丢垃圾")
    form.category.setFocus()
    QTest.keyClicks(form.category, "Exposed litter")
    form.address.setFocus()
    write(console.window, "文宗路 8 号")
    form.take_place(MARKET)
    form.photos.put((photo,))
    form.reporter_phone.setFocus()
    QTest.keyClicks(form.reporter_phone, "13800001111")
    form.language.setCurrentIndex(2)
    form.description.setFocus()
    numbers = count()
    keys = QTimer(form, interval=0)
    keys.timeout.connect(lambda: QTest.keyClicks(form.description, f"{next(numbers)} "))
    keys.start()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(*sys.argv[1:])
