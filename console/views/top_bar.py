"""The top bar: which center, who sits here, how the database is, what is open, and the time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from console.domain.rights import Actor
from console.live.hub import Hub
from console.live.watcher import Link, LinkState
from console.widgets.icons import icon
from console.widgets.keys import key_mark
from console.widgets.labels import error_sentence, localised
from console.widgets.plain import ElidedLabel, plain_label
from console.widgets.restyle import restyle
from console.widgets.theme import Look
from console.widgets.tips import plain_tip

WIDE = 1600
"""From this width on, in pixels, everything has its place in the bar."""

NEXT = {"dark": "sun", "light": "contrast", "contrast": "moon"}
"""The icon of the theme that comes after each."""

SPACE, SIDES = 12, 16
"""Between two parts of the bar, and at its ends, in pixels."""

LEAST = 600
"""The least width of the bar in pixels."""

AROUND = 52
"""Icon and edges of the box that finds, in pixels."""


class TopBar(QWidget):
    """Figures and states that must be seen at all times."""

    group_requested = Signal(str)
    report_requested = Signal()
    theme_requested = Signal()
    language_requested = Signal()
    search_requested = Signal()

    def __init__(
        self,
        hub: Hub,
        look: Look,
        actor: Actor,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._hub, self._look, self._actor, self._clock = hub, look, actor, clock
        self._link: Link | None = None
        self.center = ElidedLabel(self)
        self.center.setProperty("role", "row_title")
        self.seat = plain_label(self)
        self.seat.setProperty("role", "dim")
        # Hidden where there is no room; so it must not be what keeps the window wide.
        self.seat.setMinimumWidth(1)
        self.database = plain_label(self)
        self.database.setObjectName("database_state")
        self.demonstration = plain_label(self)
        self.demonstration.setProperty("role", "demonstration")
        self.counters = {
            key: QPushButton(self) for key in ("unverified", "to_dispatch", "running", "overdue")
        }
        self.search = QPushButton(self)
        self.search.setProperty("kind", "search")
        # A click leaves the keyboard where it was: there it goes back to.
        self.search.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.report = QPushButton(self)
        self.language = QToolButton(self)
        self.theme = QToolButton(self)
        self.time = plain_label(self)
        self.time.setProperty("role", "clock")
        self._build()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self._tick.start()
        hub.loaded.connect(self._loaded)
        hub.changed.connect(self._second)
        hub.link_changed.connect(self._show_link)
        look.changed.connect(self._measure)
        look.changed.connect(self.retranslate)
        self.retranslate()

    def _build(self) -> None:
        self._measure()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SIDES, 0, SIDES, 0)
        layout.setSpacing(SPACE)
        for widget in (self.center, self.seat, self.database, self.demonstration):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        for key, button in self.counters.items():
            button.setProperty("kind", "counter")
            button.setObjectName(f"counter_{key}")
            layout.addWidget(button)
        for key, slot in (
            ("unverified", self._to_unverified),
            ("to_dispatch", self._to_dispatch),
            ("running", self._to_running),
            ("overdue", self._to_overdue),
        ):
            self.counters[key].clicked.connect(slot)
        layout.addStretch(1)
        chosen: tuple[tuple[QAbstractButton, SignalInstance], ...] = (
            (self.search, self.search_requested),
            (self.report, self.report_requested),
            (self.language, self.language_requested),
            (self.theme, self.theme_requested),
        )
        for control, signal in chosen:
            layout.addWidget(control)
            control.clicked.connect(signal)
        layout.addWidget(self.time)

    def retranslate(self) -> None:
        """Say everything in the language that now holds."""
        self.report.setText(self.tr("New report") + f"  {key_mark('report')}")
        self._say_search()
        self.language.setText(self.tr("中文", "the other language's own name"))
        self.language.setAccessibleName(self.tr("Switch the language"))
        self.language.setToolTip(self.tr("Switch the language"))
        self.theme.setIcon(icon(NEXT[self._look.theme.name], self._look.theme))
        self.theme.setAccessibleName(self.tr("Switch to the next theme"))
        self.theme.setToolTip(f"{self.tr('Switch to the next theme')}  {key_mark('theme')}")
        self.demonstration.setText(self.tr("Demonstration data"))
        self.seat.setText(f"{self._actor.operator} · {self._actor.workstation}")
        self._loaded()
        if self._link is not None:
            self._show_link(self._link)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    @override
    def minimumSizeHint(self) -> QSize:
        # What there is no room for is hidden, and must not keep the window wide.
        return QSize(self._look.theme.px(LEAST), self.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def _wide(self) -> bool:
        return self.width() >= self._look.theme.px(WIDE)

    def _measure(self) -> None:
        self.setFixedHeight(self._look.theme.size("top_bar"))
        self._say_search()
        self._fit()

    def _fit(self) -> None:
        """Hide what has no room: all of it has a key, stands elsewhere too, or in a tool tip."""
        # On a narrow screen who sits here is told by the center's tooltip.
        self.seat.setVisible(self._wide)
        self.search.setText(self._search_text())
        demonstration = self._hub.picture.center
        wanted = {
            self.demonstration: demonstration is not None and demonstration.demonstration,
            self.language: True,
            self.theme: True,
            self.search: True,
        }
        room = self.width() - self._needed(set(wanted))
        for widget in (self.demonstration, self.search, self.theme, self.language):
            needed = widget.sizeHint().width() + SPACE
            shown = wanted[widget] and needed <= room
            widget.setVisible(shown)
            room -= needed if shown else 0

    def _needed(self, but: set[QWidget]) -> int:
        """How wide everything else is at least."""
        others = (
            *(self.center, self.database, self.report, self.time, *self.counters.values()),
            *((self.seat,) if self._wide else ()),
        )
        widths = (
            one.minimumSizeHint().width() if one is self.center else one.sizeHint().width()
            for one in others
            if one not in but
        )
        return sum(widths) + SPACE * (len(others) - 1) + 2 * SIDES

    def _say_search(self) -> None:
        key, words = key_mark("palette"), self.tr("Find and do")
        self.search.setIcon(icon("search", self._look.theme, "dim"))
        self.search.setText(self._search_text())
        # What is left of it on a narrow screen; so its words must not keep the window wide.
        self.search.setMinimumWidth(
            self.search.fontMetrics().horizontalAdvance(key) + self._look.theme.px(AROUND)
        )
        self.search.setAccessibleName(words)
        self.search.setToolTip(f"{words}  {key}")

    def _search_text(self) -> str:
        key = key_mark("palette")
        return f"{self.tr('Find and do')}      {key}" if self._wide else key

    def _loaded(self) -> None:
        center = self._hub.picture.center
        self._fit()
        name = localised(center.name, center.name_en) if center else ""
        self.center.setText(name)
        self.center.setToolTip(
            plain_tip(f"{name} · {self.seat.text()}" if name else self.seat.text())
        )
        self._second()

    def _second(self, _change: object = None) -> None:
        now = self._clock()
        counts = self._hub.picture.counts(now)
        self.time.setText(f"{now.astimezone(self._hub.picture.zone):%H:%M:%S}")
        for key, text, count in (
            ("unverified", self.tr("To verify"), counts.unverified),
            ("to_dispatch", self.tr("To dispatch"), counts.to_dispatch),
            ("running", self.tr("Running"), counts.running),
            ("overdue", self.tr("Overdue"), counts.overdue),
        ):
            button = self.counters[key]
            mark = "▲ " if key == "overdue" and count else ""
            button.setText(f"{mark}{text} {count}")
            restyle(button, abnormal=key == "overdue" and count > 0)

    def _show_link(self, link: Link) -> None:
        self._link = link
        kind = self.tr("Shared database") if link.shared else self.tr("Local database")
        if link.state is LinkState.LIVE:
            text = kind
            if link.latency_ms is not None:
                text = self.tr("{database} · {ms} ms").format(
                    database=kind, ms=max(1, round(link.latency_ms))
                )
            self.database.setText(f"● {text}")
        elif link.state is LinkState.CONNECTING:
            waiting = self.tr("Connecting…")
            self.database.setText(f"○ {waiting}")
        else:
            since = f"{link.since.astimezone(self._hub.picture.zone):%H:%M:%S}"
            lost = self.tr("Database lost, data of {time}").format(time=since)
            self.database.setText(f"▲ {lost}")
        self.database.setToolTip(
            plain_tip(error_sentence(link.fault, self._hub.picture.zone)) if link.fault else ""
        )
        restyle(self.database, state=link.state.value)

    def _to_unverified(self) -> None:
        self.group_requested.emit("unverified")

    def _to_dispatch(self) -> None:
        self.group_requested.emit("to_dispatch")

    def _to_running(self) -> None:
        self.group_requested.emit("running")

    def _to_overdue(self) -> None:
        self.group_requested.emit("overdue")
