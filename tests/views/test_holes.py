"""Holes in cover in the roster and on the card of who is about to be sent."""

from pytestqt.qtbot import QtBot

from console.domain.codes import short_code
from console.domain.orders import ChangeDuty, Verify
from console.domain.people import AVAILABLE, Duty
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click, press, sit_at, until
from tests.views.reports import litter


def _roster(qtbot: QtBot, console: Console) -> None:
    sit_at(qtbot, console)
    console.window.show_page("roster")
    until(qtbot, console.roster.isVisible)
    console.roster.focus_rows()


def test_a_new_hole_shows_and_a_key_leads_to_it(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    _roster(qtbot, console)
    picture, line = console.hub.picture, console.roster.holes
    before = {(hole.base, hole.skill) for hole in line.holes}
    today = console.roster.model.today
    free = next(
        one for one in picture.members.values()
        if one.duty in AVAILABLE and not one.load and picture.crew.lone(today)[
            picture.crew.members.index(one)
        ]
    )  # fmt: skip
    elsewhere(sqlite_center_url, ChangeDuty(free.id, Duty.OFF))
    until(qtbot, lambda: {(hole.base, hole.skill) for hole in line.holes} - before)
    assert line.isVisible()
    new = ({(hole.base, hole.skill) for hole in line.holes} - before).pop()
    seen = []
    for _ in line.holes:
        press(console.window, "h")
        wanted = console.roster.filters.wanted
        seen.append((wanted.base_grid, wanted.skill))
        assert console.roster.model.rowCount()
    assert seen == [(hole.base, hole.skill) for hole in line.holes]
    assert new in seen
    # After the last one comes the first.
    click(line.button)
    assert console.roster.filters.wanted.skill == seen[0][1]
    assert short_code(line.holes[0].base) in line.told.text()
    elsewhere(sqlite_center_url, ChangeDuty(free.id, Duty.ON_DUTY))
    until(qtbot, lambda: {(hole.base, hole.skill) for hole in line.holes} == before)


def test_a_card_tells_who_could_move_up(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    picture = console.hub.picture
    today = console.roster.model.today
    console.queue.select(number)
    until(qtbot, console.incident.candidates.cards[0].isVisible)
    best = picture.propose(number, today).candidates[0].member
    for one in list(picture.members.values()):
        same = one.grid[:14] == best.grid[:14] and one.id != best.id
        if same and one.holds("urban", today) and one.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(one.id, Duty.OFF))
    up = picture.move_up(best.grid[:14], "urban", today)
    assert up is not None

    def told() -> bool:
        cards = console.incident.candidates.cards
        card = next((c for c in cards if best.name in c.name.text() and c.isVisible()), None)
        return card is not None and f"{up.name} could move up" in card.cover.text()

    until(qtbot, told)


def test_the_line_names_each_base_grid_once_with_all_that_it_lacks(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    console = open_console(sqlite_center_url)
    _roster(qtbot, console)
    line, skills = console.roster.holes, console.hub.picture.skills
    base = next(iter(line.holes)).base
    there = [one for one in console.hub.picture.members.values() if one.grid.startswith(base)]
    for one in there:
        if one.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(one.id, Duty.OFF))
    until(qtbot, lambda: len(line.holes) > len({hole.base for hole in line.holes}) + 1)
    bases = [hole.base for hole in line.holes]
    for base in set(bases):
        assert line.told.text().count(f"base grid {short_code(base)}") == 1
    for hole in line.holes:
        assert skills[hole.skill].name_en in line.told.text()
