"""The map in the real page: what is told is shown, what is pointed at is told."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from console.domain.people import Duty
from console.widgets.map.texts import MapTexts, map_texts
from console.widgets.map.values import StateGroup
from tests.map import plan
from tests.map.conftest import Subject

WICKED = "<img src=x onerror=\"document.title='hacked'\"> \u202eאבג 🔥\n<script>1</script>"


@pytest.fixture(autouse=True)
def _as_before(subject: Subject, qtbot: QtBot) -> None:
    view = subject.view
    view.select(None)
    view.highlight(-1)
    view.show_candidates([])
    view.set_incidents(plan.incidents())
    view.set_members(plan.members())
    view.set_theme(plan.palette("dark"))
    view.set_texts(map_texts())
    subject.settle(qtbot)
    subject.run(qtbot, "gridMap.parts.goHome()")


def picture(subject: Subject) -> QImage:
    return subject.view.grab().toImage()


def test_it_shows_what_it_was_told_before_it_was_ready(subject: Subject, qtbot: QtBot) -> None:
    sizes = "Object.values(gridMap.parts.kinds).map((kind) => kind.marks.size)"
    cameras = len(plan.catalogue().cameras)
    assert subject.ask(qtbot, sizes) == [cameras, 35, 18]


def test_the_grids_fill_the_view_until_somebody_moves_it(subject: Subject, qtbot: QtBot) -> None:
    inside = (
        "gridMap.parts.map.getBounds().contains(layer_community.getBounds())"
        " && gridMap.parts.map.getSize().x"
    )
    zoom = "gridMap.parts.map.getZoom()"
    before = subject.ask(qtbot, zoom)
    subject.view.setFixedSize(500, 600)
    qtbot.waitUntil(lambda: subject.ask(qtbot, inside) == 500, timeout=10_000)
    assert subject.ask(qtbot, zoom) < before
    subject.run(qtbot, "gridMap.parts.map.setZoom(17)")
    subject.view.setFixedSize(940, 980)
    size = "gridMap.parts.map.getSize().x"
    qtbot.waitUntil(lambda: subject.ask(qtbot, size) == 940, timeout=10_000)
    assert subject.ask(qtbot, zoom) == 17
    QTest.keyClick(subject.target, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: subject.ask(qtbot, zoom) == before, timeout=10_000)


def test_it_is_painted_in_the_colours_of_the_theme(subject: Subject, qtbot: QtBot) -> None:
    def background() -> str:
        return QColor(picture(subject).pixel(8, 200)).name()

    qtbot.waitUntil(lambda: background() == plan.THEMES["dark"]["map"], timeout=10_000)
    dark = picture(subject)
    assert len({dark.pixel(x, y) for x in range(0, 940, 7) for y in range(0, 980, 7)}) > 20
    url = subject.view._page.url()
    loads: list[None] = []
    subject.view._page.loadStarted.connect(lambda: loads.append(None))
    subject.view.set_theme(plan.palette("light"))
    qtbot.waitUntil(lambda: background() == plan.THEMES["light"]["map"], timeout=10_000)
    assert subject.view._page.url() == url
    assert loads == []


def test_an_incident_changes_comes_and_goes(subject: Subject, qtbot: QtBot) -> None:
    first, second = plan.incidents()[:2]
    subject.view.update_incidents(
        [
            replace(first, title="changed", group=StateGroup.CHECKING, lon=first.lon + 0.001),
            replace(first, id=99, number="0099"),
        ],
        removed_ids=[second.id],
    )
    subject.settle(qtbot)
    changed = subject.state(qtbot, "incidents", first.id)
    assert (changed["title"], changed["group"]) == ("changed", "checking")
    assert changed["lon"] == pytest.approx(first.lon + 0.001)
    assert subject.state(qtbot, "incidents", 99)["number"] == "0099"
    assert subject.state(qtbot, "incidents", second.id) is None


def test_the_shading_counts_the_open_incidents(subject: Subject, qtbot: QtBot) -> None:
    code = "4419001220100504"
    count = f"gridMap.parts.counts.get('{code}') ?? 0"
    shade = f"gridMap.parts.shades.get('{code}').options.fillOpacity"
    assert subject.ask(qtbot, count) == 0
    assert subject.ask(qtbot, shade) == 0
    added = [replace(plan.incidents()[0], id=200 + n, grid=code) for n in range(8)]
    subject.view.update_incidents(added)
    subject.settle(qtbot)
    assert subject.ask(qtbot, count) == 8
    assert subject.ask(qtbot, shade) > 0.1
    assert subject.ask(qtbot, "gridMap.parts.legend.top") == 10
    subject.view.update_incidents([replace(added[0], grid="4419001220100503")], [201])
    subject.settle(qtbot)
    assert subject.ask(qtbot, count) == 6


def test_a_running_incident_is_tied_to_its_assignee(subject: Subject, qtbot: QtBot) -> None:
    links = "gridMap.parts.links.getLayers().length"
    running = [one for one in plan.incidents() if one.group is StateGroup.RUNNING]
    assert subject.ask(qtbot, links) == len(running) > 0
    subject.view.update_incidents([replace(running[0], group=StateGroup.CHECKING)])
    subject.settle(qtbot)
    assert subject.ask(qtbot, links) == len(running) - 1


def test_members_off_duty_are_kept_but_not_shown(subject: Subject, qtbot: QtBot) -> None:
    shown = "gridMap.parts.kinds.members.group.getLayers().length"
    off = sum(member.duty is Duty.OFF for member in plan.members())
    assert subject.ask(qtbot, shown) == 35 - off
    first = plan.members()[0]
    subject.view.update_members([replace(first, duty=Duty.OFF)])
    subject.settle(qtbot)
    assert subject.ask(qtbot, shown) == 35 - off - 1
    subject.run(qtbot, "document.querySelector('input[name=off]').click()")
    assert subject.ask(qtbot, shown) == 35
    subject.run(qtbot, "document.querySelector('input[name=off]').click()")
    subject.view.update_members([], removed_ids=[2])
    subject.settle(qtbot)
    assert subject.state(qtbot, "members", 2) is None


@pytest.mark.parametrize("kind", ["incidents", "members", "cameras"])
def test_a_layer_can_be_put_away(subject: Subject, qtbot: QtBot, kind: str) -> None:
    on = f"gridMap.parts.map.hasLayer(gridMap.parts.kinds.{kind}.group)"
    switch = f"document.querySelector('input[name={kind}]').click()"
    assert subject.ask(qtbot, on) is True
    subject.run(qtbot, switch)
    assert subject.ask(qtbot, on) is False
    subject.view.update_incidents([replace(plan.incidents()[0], title="away")])
    subject.settle(qtbot)
    subject.run(qtbot, switch)
    assert subject.ask(qtbot, on) is True


def test_selecting_marks_and_does_not_move_the_view(subject: Subject, qtbot: QtBot) -> None:
    center = "[gridMap.parts.map.getCenter().lat, gridMap.parts.map.getCenter().lng]"
    before = subject.ask(qtbot, center)
    subject.view.select(3)
    subject.settle(qtbot)
    assert subject.state(qtbot, "incidents", 3)["selected"] is True
    subject.view.select(4)
    subject.settle(qtbot)
    assert subject.state(qtbot, "incidents", 3)["selected"] is False
    assert subject.state(qtbot, "incidents", 4)["selected"] is True
    assert subject.ask(qtbot, center) == before


def test_selecting_what_is_out_of_sight_brings_it_into_sight(
    subject: Subject, qtbot: QtBot
) -> None:
    far = replace(plan.incidents()[0], id=77, lon=113.75, lat=22.99)
    subject.view.update_incidents([far])
    subject.view.select(77)
    seen = "gridMap.parts.map.getBounds().contains([22.99, 113.75])"
    qtbot.waitUntil(lambda: subject.ask(qtbot, seen) is True, timeout=10_000)


def test_highlighting_is_passing(subject: Subject, qtbot: QtBot) -> None:
    subject.view.highlight(5)
    subject.settle(qtbot)
    assert subject.state(qtbot, "incidents", 5)["highlighted"] is True
    subject.view.highlight(-1)
    subject.settle(qtbot)
    assert subject.state(qtbot, "incidents", 5)["highlighted"] is False


def test_candidates_are_numbered_and_tied_to_the_selected(subject: Subject, qtbot: QtBot) -> None:
    ranks = "gridMap.parts.ties.getLayers().map((tie) => tie.state?.rank ?? 'line').sort().join()"
    subject.view.show_candidates([(1, 113.67, 22.93), (2, 113.68, 22.93)])
    subject.settle(qtbot)
    assert subject.ask(qtbot, ranks) == ""
    subject.view.select(3)
    subject.settle(qtbot)
    assert subject.ask(qtbot, ranks) == "1,2,line,line"


@pytest.mark.parametrize("kind", ["incident", "member", "camera"])
def test_a_click_on_a_mark_is_told(subject: Subject, qtbot: QtBot, kind: str) -> None:
    lonely = {"incident": 16, "member": 20, "camera": 1}[kind]
    subject.view.set_incidents(plan.incidents()[15:16] if kind == "incident" else [])
    subject.view.set_members(plan.members()[19:20] if kind == "member" else [])
    subject.settle(qtbot)
    x, y = subject.point(qtbot, f"{kind}s", lonely)
    signal = getattr(subject.view, f"{kind}_clicked")
    with qtbot.waitSignal(signal, timeout=10_000) as clicked:
        QTest.mouseClick(subject.target, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert clicked.args == [lonely]


def test_a_place_can_be_chosen_also_where_a_mark_is(subject: Subject, qtbot: QtBot) -> None:
    view = subject.view
    alone = plan.incidents()[15]
    view.set_members([])
    view.set_incidents([alone])
    view.choose_place(True)
    subject.settle(qtbot)
    clicked: list[int] = []
    view.incident_clicked.connect(clicked.append)
    x, y = subject.point(qtbot, "incidents", alone.id)
    with qtbot.waitSignal(view.place_clicked, timeout=10_000) as placed:
        QTest.mouseClick(subject.target, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert placed.args == [pytest.approx(alone.lon, abs=1e-4), pytest.approx(alone.lat, abs=1e-4)]
    assert clicked == []
    view.choose_place(False)
    subject.settle(qtbot)
    with qtbot.waitSignal(view.incident_clicked, timeout=10_000):
        QTest.mouseClick(subject.target, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    view.incident_clicked.disconnect(clicked.append)


TIP = "document.querySelector('.leaflet-tooltip')"


def test_pointing_at_an_incident_is_told_and_explained_in_text(
    subject: Subject, qtbot: QtBot
) -> None:
    alone = replace(plan.incidents()[15], title=WICKED, overdue=True)
    subject.view.set_members([])
    subject.view.set_incidents([alone])
    subject.settle(qtbot)
    with qtbot.waitSignal(subject.view.incident_hovered) as hovered:
        place = subject.point(qtbot, "incidents", alone.id)
        subject.point_at(qtbot, place, f"{TIP} !== null")
    assert hovered.args == [alone.id]
    assert "<img src=x onerror=" in subject.ask(qtbot, f"{TIP}.textContent")
    assert subject.ask(qtbot, f"{TIP}.querySelectorAll('img, script').length") == 0
    assert subject.ask(qtbot, "document.title") == map_texts().words["title"]
    with qtbot.waitSignal(subject.view.incident_hovered) as left:
        subject.point_at(qtbot, (5, 300), f"{TIP} === null")
    assert left.args == [-1]


def test_an_incident_that_goes_takes_its_tooltip_along(subject: Subject, qtbot: QtBot) -> None:
    alone = plan.incidents()[15]
    subject.view.set_members([])
    subject.view.set_incidents([alone])
    subject.settle(qtbot)
    place = subject.point(qtbot, "incidents", alone.id)
    subject.point_at(qtbot, place, f"{TIP} !== null")
    with qtbot.waitSignal(subject.view.incident_hovered) as left:
        subject.view.update_incidents([], [alone.id])
    assert left.args == [-1]
    subject.settle(qtbot)
    assert subject.ask(qtbot, TIP) is None


def test_no_label_stands_where_a_mark_is(subject: Subject, qtbot: QtBot) -> None:
    overlaps = """(() => {
      const { labels, kinds } = gridMap.parts;
      labels.settle();
      const marks = Object.values(kinds).flatMap((kind) => kind.group.getLayers());
      return labels.entries.filter(({ mark: label }) => label.readable && marks.some((mark) => {
        const away = mark._point.subtract(label._point);
        return Math.abs(away.x) < 22 && Math.abs(away.y) < 14;
      })).length;
    })()"""
    subject.view.select(4)
    subject.settle(qtbot)
    assert subject.ask(qtbot, overlaps) == 0
    readable = "gridMap.parts.labels.entries.filter(({ mark }) => mark.readable).length"
    assert subject.ask(qtbot, readable) >= 18


def test_the_words_can_change(subject: Subject, qtbot: QtBot) -> None:
    words = {key: f"«{text}»" for key, text in map_texts().words.items()}
    subject.view.set_texts(MapTexts(words))
    subject.settle(qtbot)
    said = subject.ask(qtbot, "document.querySelector('.layers').textContent")
    assert "«Layers»" in said
    assert "«Off duty»" in said
    legend = subject.ask(qtbot, "document.querySelector('.legend').textContent")
    assert "«Demonstration data»" in legend
    assert "0 to 5" in legend
    assert subject.view.accessibleName() == "«Map of the grids»"
    zoom = "document.querySelector('.leaflet-control-zoom-in').title"
    assert subject.ask(qtbot, zoom) == "«Zoom in»"


def test_keys_move_the_map_and_escape_gives_the_focus_back(subject: Subject, qtbot: QtBot) -> None:
    subject.view.window().activateWindow()
    subject.field.setFocus()
    subject.view.setFocus()
    focused = "document.activeElement === gridMap.parts.map.getContainer()"
    qtbot.waitUntil(lambda: subject.ask(qtbot, focused) is True, timeout=10_000)
    zoom = "gridMap.parts.map.getZoom()"
    before = subject.ask(qtbot, zoom)
    QTest.keyClick(subject.target, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: subject.ask(qtbot, zoom) > before, timeout=10_000)
    QTest.keyClick(subject.target, Qt.Key.Key_Minus)
    qtbot.waitUntil(lambda: subject.ask(qtbot, zoom) == before, timeout=10_000)
    QTest.keyClick(subject.target, Qt.Key.Key_Escape)
    qtbot.waitUntil(subject.field.hasFocus, timeout=10_000)


def test_a_hole_in_cover_is_dashed_and_says_what_is_missing(
    subject: Subject, qtbot: QtBot
) -> None:
    base = subject.ask(qtbot, "layer_base.getLayers()[0].feature.properties.code")
    dashed = (
        "layer_base.getLayers().filter((grid) => grid.options.dashArray)"
        ".map((grid) => grid.feature.properties.code)"
    )
    marks = "[...document.querySelectorAll('.leaflet-map-pane .hole')]"
    subject.view.show_holes([(base, 113.68, 22.925, "▲ 消", WICKED)])
    subject.settle(qtbot)
    assert subject.ask(qtbot, dashed) == [base]
    shown = f"{marks}.map((mark) => [mark.textContent, mark.title, mark.childElementCount])"
    assert subject.ask(qtbot, shown) == [["▲ 消", WICKED, 0]]
    assert "Nobody free" in subject.ask(qtbot, "document.querySelector('.legend').textContent")
    subject.run(qtbot, "document.querySelector('input[name=grids]').click()")
    assert subject.ask(qtbot, f"{marks}.length") == 0
    subject.run(qtbot, "document.querySelector('input[name=grids]').click()")
    assert subject.ask(qtbot, f"{marks}.length") == 1
    subject.view.show_holes([])
    subject.settle(qtbot)
    assert subject.ask(qtbot, dashed) == []
    assert subject.ask(qtbot, f"{marks}.length") == 0


def test_nothing_slides_where_it_shall_not(subject: Subject, qtbot: QtBot) -> None:
    for wanted, slides in (("reduced", False), ("full", True)):
        subject.view.set_motion(wanted)
        subject.settle(qtbot)
        assert subject.ask(qtbot, "gridMap.parts.map.options.inertia") is slides
    subject.view.set_motion("system")
    subject.settle(qtbot)
    system = 'matchMedia("(prefers-reduced-motion: reduce)").matches'
    as_it_has_it = f"gridMap.parts.map.options.inertia === !{system}"
    assert subject.ask(qtbot, as_it_has_it) is True
