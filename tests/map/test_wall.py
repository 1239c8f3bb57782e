"""The map on the wall, in a real page: large, without controls, and without anybody's name."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from console.board import Wall
from console.domain.category import Priority
from console.domain.cover import by_base
from console.domain.orders import Verify
from console.widgets.language import Language
from console.widgets.map.values import MapIncident, StateGroup
from console.widgets.map.view import MapView
from tests.clock import Clock
from tests.map.conftest import Subject, close, wait_for
from tests.views.conftest import Elsewhere, elsewhere
from tests.views.reports import litter

__all__ = ["elsewhere"]


@pytest.fixture
def wall(
    qtbot: QtBot, qapp: object, clock: Clock, sqlite_center_url: str, elsewhere: Elsewhere
) -> Iterator[Wall]:
    language = Language(qapp)  # type: ignore[arg-type]
    language.use("en")
    for number in range(3):
        elsewhere(sqlite_center_url, litter(f"第 {number} 件"))
    wall = Wall(sqlite_center_url, clock.now)
    wall.window.resize(1920, 1080)
    wall.window.show()
    wall.start()
    view = wall.window.page.map.view
    assert view is not None
    wait_for(view.ready)
    yield wall
    wall.window.close()
    wall.stop()
    close(wall.window, view)


def subject_of(wall: Wall) -> Subject:
    view = wall.window.page.map.view
    assert isinstance(view, MapView)
    return Subject(view, view, None)  # type: ignore[arg-type]


def test_it_is_large_bare_and_names_nobody(
    wall: Wall, qtbot: QtBot, elsewhere: Elsewhere, sqlite_center_url: str, clock: Clock
) -> None:
    subject, picture = subject_of(wall), wall.hub.picture
    subject.settle(qtbot)
    # The smallest text of the page has twelve of its own pixels.
    assert subject.ask(qtbot, "12 * window.devicePixelRatio") >= 21.99
    hidden = "getComputedStyle(document.querySelector('.leaflet-control-container')).display"
    assert subject.ask(qtbot, hidden) == "none"
    sizes = "Object.entries(gridMap.parts.kinds).map(([name, kind]) => [name, kind.marks.size])"
    shown = dict(subject.ask(qtbot, sizes))
    assert shown == {"incidents": 3, "members": 0, "cameras": 0}

    found = by_base(picture.holes(picture.day_of(clock.now())))
    assert found
    marked = "[...document.querySelectorAll('.hole-mark .hole')].map((n) => n.textContent)"
    qtbot.waitUntil(lambda: len(subject.ask(qtbot, marked)) == len(found), timeout=10_000)
    page = subject.ask(qtbot, "document.documentElement.outerHTML")
    assert [one.name for one in picture.members.values() if one.name in page] == []

    elsewhere(sqlite_center_url, Verify(1))
    qtbot.waitUntil(
        lambda: subject.state(qtbot, "incidents", 1)["group"] == "waiting", timeout=10_000
    )


def test_no_label_stands_below_the_mark_of_a_hole(wall: Wall, qtbot: QtBot) -> None:
    subject = subject_of(wall)
    subject.settle(qtbot)
    overlapping = """(() => {
      const { labels, holes } = gridMap.parts;
      labels.settle();
      const boxes = holes.boxes();
      return labels.entries.filter(({ mark }) => mark.readable && boxes.some((box) =>
        box.overlaps(L.bounds(mark._point.subtract([14, 6]), mark._point.add([14, 6]))))).length;
    })()"""
    qtbot.waitUntil(
        lambda: subject.ask(qtbot, "gridMap.parts.holes.boxes().length") > 0, timeout=10_000
    )
    assert subject.ask(qtbot, overlapping) == 0
    # Nor does a mark stand on the sign itself, where there is room beside it.
    below = """(() => {
      const { holes, kinds } = gridMap.parts;
      const marks = [...kinds.incidents.marks.values()];
      return holes.boxes().some((box) => marks.some((mark) => box.contains(mark._point)));
    })()"""
    view = wall.window.page.map.view
    assert view is not None
    # One right below the sign of each hole, wherever that stands now.
    places = """gridMap.parts.holes.boxes().map((box) => {
      const { lat, lng } = gridMap.parts.map.layerPointToLatLng(box.getCenter());
      return [lng, lat];
    })"""
    for number, (lon, lat) in enumerate(subject.ask(qtbot, places), 900):
        view.update_incidents(
            [MapIncident(number, lon, lat, Priority.HIGH, StateGroup.WAITING, "急", str(number))]
        )
    subject.settle(qtbot)
    assert subject.ask(qtbot, "gridMap.parts.kinds.incidents.marks.size") > 3
    subject.run(qtbot, "gridMap.parts.labels.settle()")
    assert subject.ask(qtbot, below) is False
    readable = "gridMap.parts.labels.entries.filter(({ mark }) => mark.readable).length"
    assert subject.ask(qtbot, readable) >= 8


def test_a_broken_page_is_loaded_again_by_itself(wall: Wall, qtbot: QtBot) -> None:
    board = wall.window.page.map
    view = board.view
    assert view is not None
    # Twice within a minute: the map itself tries only once.
    for _ in range(2):
        view._fail("broken")
    assert board._again.isActive()
    with qtbot.waitSignal(view.ready, timeout=30_000):
        board._again.setInterval(0)
        board._again.start()
    assert not board._again.isActive()
