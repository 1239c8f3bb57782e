"""How a row of the queue is laid out and painted.

A frame of the queue must be painted within 16 ms, so nothing is made while painting that can be
kept: texts are shaped once, and the small drawings (mark, ring, frame, circle) are painted once
for each of the looks that they can have and then copied.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter

from console.domain.incident import ENDED, Incident, State
from console.domain.ladder import Supervision
from console.domain.limits import share_left, standing
from console.widgets.chip import paint_chip
from console.widgets.icons import paint_icon
from console.widgets.ladder_words import mark_color, mark_text
from console.widgets.marks import RING_COLORS, paint_priority, paint_ring
from console.widgets.monogram import paint_monogram
from console.widgets.painting import Paint, Stamps, Texts, sharpness
from console.widgets.queue_measures import Measures
from console.widgets.stylesheet import shades
from console.widgets.theme import Theme
from console.widgets.words import stage_label
from console.widgets.words_times import limit_text, overdue_text

RING_STEPS = 60
"""So many lengths does a ring's arc have; a finer one does not show at its size."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """All that a row shows; ``gone`` is an incident that has ended while its row is held."""

    incident: Incident
    now: datetime
    icon: str = "general"
    grid: str = ""
    monogram: str = ""
    card: Supervision | None = None
    together: str = ""
    """How it is led with others, in short: how many parts it has, or of which it is one."""
    onlookers: str = ""
    new: bool = False
    busy: bool = False
    gone: bool = False
    selected: bool = False
    focused: bool = False
    hovered: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths that depend on the language: all chips stand in one column, all limits too."""

    chip: int
    limit: int


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where the two lines of text must end."""

    first: int
    second: int


class RowPainter:
    """Paints rows in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._title = Texts(theme.font("row_title"))
        self._strong_title = Texts(theme.font("row_title", bold=True))
        self._small = Texts(theme.font("caption"))
        self._limit = Texts(theme.font("body", bold=True))
        self._colors = {**theme.colors, **shades(theme)}
        self._columns: dict[str, _Columns] = {}
        self._stamps = Stamps()
        self._ratio = 1.0
        self._at = Measures(*(theme.px(length) for length in Measures()))

    def paint(self, painter: QPainter, rect: QRect, row: RowLook) -> None:
        """Paint a row into its rectangle."""
        painter.save()
        # The rows are cells: what does not fit must not run into the next one.
        painter.setClipRect(rect)
        self._ratio = sharpness(painter)
        self._paint_ground(painter, rect, row)
        self._paint_mark(painter, rect.left() + self._at.mark_middle, rect, row)
        ends = self._paint_right(painter, rect, row)
        left, top = rect.left() + self._at.text_left, rect.top() + self._at.first_line
        self._paint_title(painter, left, top, ends.first, row)
        self._paint_second_line(painter, rect, ends.second, row)
        painter.restore()

    # The ground

    def _paint_ground(self, painter: QPainter, rect: QRect, row: RowLook) -> None:
        if row.selected:
            painter.fillRect(rect, self._colors["raised"])
        elif row.hovered:
            painter.fillRect(rect, self._colors["hover"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colors["line"])
        bar = self._theme.size("row_bar")
        if row.selected or row.new:
            color = self._colors["accent" if row.selected else "text"]
            painter.fillRect(rect.left(), rect.top(), bar, rect.height(), color)
        if row.focused:
            self._paint_focus(painter, rect)

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        width = self._theme.size("focus")
        color = self._colors["accent"]
        painter.fillRect(rect.left(), rect.top(), rect.width(), width, color)
        painter.fillRect(rect.left(), rect.bottom() - width + 1, rect.width(), width, color)
        painter.fillRect(rect.right() - width + 1, rect.top(), width, rect.height(), color)

    def _paint_mark(self, painter: QPainter, x: float, rect: QRect, row: RowLook) -> None:
        side = self._theme.size("priority_mark")
        middle = rect.top() + rect.height() / 2
        self._stamp(
            painter,
            QRectF(x - side / 2, middle - side / 2, side, side),
            ("priority", row.incident.priority),
            lambda p, box: paint_priority(p, box, row.incident.priority, self._theme),
        )

    # What stands at the right

    def _paint_right(self, painter: QPainter, rect: QRect, row: RowLook) -> _Ends:
        at = self._at
        middle = rect.top() + rect.height() / 2
        x = self._paint_monogram(painter, rect.right() + 1 - at.edge, middle, row) - at.gap
        columns = self._columns_now()
        beside = x - columns.chip - at.gap
        if beside - columns.limit - at.gap - rect.left() - at.text_left >= at.roomy:
            self._paint_chip(painter, x, middle, row)
            end = self._paint_limit(painter, beside, middle, row) - at.gap
            return _Ends(end, end)
        first, second = rect.top() + at.stacked_limit, rect.top() + at.stacked_chip
        return _Ends(
            self._paint_limit(painter, x, first, row) - at.gap,
            self._paint_chip(painter, x, second, row, flat=True) - at.gap,
        )

    def _paint_monogram(self, painter: QPainter, right: int, middle: float, row: RowLook) -> int:
        """Paint who leads so that it ends at ``right``; returns where it begins."""
        side = self._theme.size("monogram")
        self._stamp(
            painter,
            QRectF(right - side, middle - side / 2, side, side),
            ("monogram", row.monogram),
            lambda p, box: paint_monogram(p, box, row.monogram, self._theme),
        )
        return right - side

    def _columns_now(self) -> _Columns:
        at = self._at
        word = stage_label(State.REPORTED)
        found = self._columns.get(word)
        if found is None:
            open_states = [state for state in State if state not in ENDED]
            chip = max(self._small.width(stage_label(s)) for s in open_states) + 2 * at.padding
            limit = self._limit.width(overdue_text(timedelta(minutes=59)))
            found = _Columns(chip, limit + self._theme.size("limit_ring") + at.beside_ring)
            self._columns[word] = found
        return found

    def _paint_chip(
        self, painter: QPainter, right: int, middle: float, row: RowLook, *, flat: bool = False
    ) -> int:
        """Paint the state so that it ends at ``right``; returns where it begins."""
        at = self._at
        word = stage_label(row.incident.state)
        if row.gone:
            word = QCoreApplication.translate("QueueRow", "ended")
        width = self._small.width(word) + 2 * at.padding
        height = self._theme.size("chip") - (at.flatter if flat else 0)
        self._stamp(
            painter,
            QRectF(right - width, round(middle - height / 2), width, height),
            ("chip", word, row.busy, flat),
            lambda p, box: paint_chip(
                p,
                box,
                word,
                self._theme,
                color="accent" if row.busy else "dim",
                dashed=row.busy,
            ),
        )
        return right - width

    def _paint_limit(
        self, painter: QPainter, right: int, middle: float, row: RowLook, room: int | None = None
    ) -> int:
        """Paint the time limit so that it ends at ``right``; returns where it begins.

        Where there is only so much ``room`` the ring may be left out: the words say it, too.
        """
        incident = row.incident
        stands = standing(incident, row.now)
        share = share_left(incident, row.now)
        text = limit_text(incident, row.now)
        width = self._limit.width(text)
        painter.setFont(self._limit.font)
        painter.setPen(self._colors[RING_COLORS[stands]])
        self._limit.draw(painter, right - width, middle, text, width + 1)
        side = self._theme.size("limit_ring")
        x = right - width - self._at.beside_ring - side
        if room is not None and right - x > room:
            return right - width
        step = None if share is None else round(share * RING_STEPS)
        self._stamp(
            painter,
            QRectF(x, middle - side / 2, side, side),
            ("ring", step, stands),
            lambda p, box: paint_ring(p, box, share, self._theme, stands),
        )
        # Figures that tick must not let the title breathe: its room changes in steps.
        return right - 8 * -(-(right - x) // 8)

    # The texts

    def _paint_title(
        self, painter: QPainter, x: int, middle: float, end: int, row: RowLook
    ) -> int:
        """Paint icon, card, title and marker from ``x`` on; returns where they end."""
        side = self._theme.size("category_icon")
        color = self._colors["dim"]
        self._stamp(
            painter,
            QRectF(x, middle - side / 2, side, side),
            ("icon", row.icon),
            lambda p, box: paint_icon(p, box, row.icon, color),
        )
        return self._paint_words(painter, x + side + self._at.near, middle, end, row)

    def _paint_words(
        self, painter: QPainter, x: int, middle: float, end: int, row: RowLook
    ) -> int:
        """Paint card, title and marker from ``x`` on; returns where they end."""
        at = self._at
        if row.card is not None:
            x = self._paint_sign(
                painter, x, middle, end, mark_text(row.card), mark_color(row.card)
            )
        if row.together:
            x = self._paint_sign(painter, x, middle, end, row.together, "accent")
        word = QCoreApplication.translate("QueueRow", "new") if row.new else ""
        marker = self._small.width(word) + 2 * at.padding if word else 0
        room = end - x - (marker + at.near if marker else 0)
        if marker and room < at.marked_room:
            # Bar and bold title say it too; in a narrow row the title needs the room.
            room, marker = end - x, 0
        texts = self._strong_title if row.new or row.selected else self._title
        painter.setFont(texts.font)
        painter.setPen(self._colors["dim" if row.busy or row.gone else "text"])
        x += texts.draw(painter, x, middle, row.incident.title, room)
        if marker:
            height = self._theme.size("chip") - at.flatter
            self._stamp(
                painter,
                QRectF(x + at.near, round(middle - height / 2), marker, height),
                ("new", word),
                lambda p, box: paint_chip(p, box, word, self._theme, color="text"),
            )
            x += at.near + marker
        return x

    def _paint_sign(
        self, painter: QPainter, x: int, middle: float, end: int, text: str, color: str
    ) -> int:
        """Paint a mark as a chip; in a narrow row its shape alone. Returns where it ends."""
        at = self._at
        width = self._small.width(text) + 2 * at.padding
        if end - x - width < at.marked_room:
            text = text[0]
            width = self._small.width(text) + 2 * at.padding
        height = self._theme.size("chip") - at.flatter
        self._stamp(
            painter,
            QRectF(x, round(middle - height / 2), width, height),
            ("mark", text, color),
            lambda p, box: paint_chip(p, box, text, self._theme, color=color),
        )
        return x + width + at.near

    def _paint_second_line(self, painter: QPainter, rect: QRect, end: int, row: RowLook) -> None:
        """Number, address and grid; each by itself, so that none can turn round another."""
        at = self._at
        x = rect.left() + at.text_left
        middle = rect.top() + at.second_line
        small = self._small
        painter.setFont(small.font)
        painter.setPen(self._colors["dim"])
        x += small.draw(painter, x, middle, row.incident.number, max(0, end - x)) + at.gap
        if row.onlookers:
            x = self._paint_onlookers(painter, x, middle, end, row.onlookers)
        grid = small.width(row.grid) + at.gap if row.grid else 0
        if row.incident.address:
            x += small.draw(painter, x, middle, row.incident.address, end - x - grid) + at.gap
        if row.grid:
            small.draw(painter, x, middle, row.grid, max(0, end - x))

    def _paint_onlookers(
        self, painter: QPainter, x: int, middle: float, end: int, text: str
    ) -> int:
        """Paint who else has the incident before them; returns where that ends."""
        at = self._at
        color = self._colors["accent"]
        self._stamp(
            painter,
            QRectF(x, middle - at.eye / 2, at.eye, at.eye),
            ("eye",),
            lambda p, box: paint_icon(p, box, "eye", color),
        )
        x += at.eye + at.flatter
        painter.setPen(color)
        x += self._small.draw(painter, x, middle, text, max(0, (end - x) // 2)) + at.gap
        painter.setPen(self._colors["dim"])
        return x

    def _stamp(self, painter: QPainter, box: QRectF, key: object, paint: Paint) -> None:
        self._stamps.stamp(painter, box, key, paint, self._ratio)
