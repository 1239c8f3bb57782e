"""A sketch of where an incident is: the grids around it, the streets, and a dot."""

from math import cos, radians

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from console.domain.codes import Level
from console.domain.grid import Grid
from console.domain.incident import Incident
from console.domain.place import LonLat
from console.live.picture import Picture

SIZE = QSize(1080, 720)
"""In pixels: fine enough for a third of a page."""

AROUND_M = 450.0
"""So much is shown around the place, to the right and to the left, in metres."""

DEGREE_M = 111_195.0


class _Frame:
    """Where a place lies on the sketch."""

    def __init__(self, middle: LonLat) -> None:
        self._middle = middle
        self._scale = SIZE.width() / (2 * AROUND_M)
        self._across = DEGREE_M * max(0.01, cos(radians(middle.lat)))

    def point(self, lon: float, lat: float) -> QPointF:
        right = (lon - self._middle.lon) * self._across * self._scale
        up = (lat - self._middle.lat) * DEGREE_M * self._scale
        return QPointF(SIZE.width() / 2 + right, SIZE.height() / 2 - up)


def sketch(incident: Incident, picture: Picture) -> QImage | None:
    """The sketch, black on white; None for an incident whose place is not known."""
    if incident.place is None:
        return None
    frame = _Frame(incident.place)
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for road in picture.catalogue.roads if picture.catalogue else ():
        painter.setPen(QPen(QColor("#d6d6d6"), 16 if road.main else 8))
        painter.drawPolyline([frame.point(lon, lat) for lon, lat in road.line])
    for level, width in ((Level.SUB, 2), (Level.BASE, 5)):
        for grid in picture.tree.at(level):
            chosen = grid.code == incident.grid
            painter.setPen(QPen(QColor("#444444" if chosen else "#8a8a8a"), width + 2 * chosen))
            painter.setBrush(QColor(0, 0, 0, 22) if chosen else Qt.BrushStyle.NoBrush)
            painter.drawPath(_outline(grid, frame))
    _draw_dot(painter, frame.point(incident.place.lon, incident.place.lat))
    painter.setPen(QPen(QColor("#444444"), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(image.rect().adjusted(1, 1, -2, -2))
    painter.end()
    return image


def _outline(grid: Grid, frame: _Frame) -> QPainterPath:
    path = QPainterPath()
    for polygon in grid.outline:
        for ring in polygon:
            points = [frame.point(lon, lat) for lon, lat in ring]
            path.moveTo(points[0])
            for point in points[1:]:
                path.lineTo(point)
            path.closeSubpath()
    return path


def _draw_dot(painter: QPainter, at: QPointF) -> None:
    painter.setPen(QPen(QColor("white"), 6))
    painter.setBrush(QColor("black"))
    painter.drawEllipse(QRectF(at.x() - 18, at.y() - 18, 36, 36))
