"""Somebody held for another incident: told on the card, in the list, and costing more."""

from pytestqt.qtbot import QtBot

from console.domain.lifecycle import Deed
from console.domain.orders import ChangeDuty, ChangeWeights, Reserve, Step, Verify
from console.domain.people import Duty
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import press, sit_at, until
from tests.views.reports import litter


def test_who_is_held_for_another_incident_is_told_and_comes_later(
    qtbot: QtBot, open_console: OpenConsole, elsewhere: Elsewhere, center_url: str
) -> None:
    number, other = (elsewhere(center_url, litter(name)).subject.id for name in ("甲", "乙"))
    for one in (number, other):
        elsewhere(center_url, Verify(one))
    # So little that they stay among those that are shown.
    elsewhere(center_url, ChangeWeights((("running", 4.0),)))
    console = open_console(center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    until(qtbot, lambda: console.incident.doing.ranked)
    console.queue.focus_rows()
    panel, picture = console.incident, console.hub.picture
    best = panel.doing.ranked[0]
    told = f"reserved for {other:04d}"
    elsewhere(center_url, Reserve(other, best.member.id))
    until(qtbot, lambda: panel.doing.ranked[0].member.id != best.member.id)
    today = picture.day_of(console.incident._clock())
    again = next(c for c in picture.propose(number, today).candidates if c.member == best.member)
    assert again.cost == best.cost + picture.weights.running
    pairs = {pair.incident.id: pair.member.id for pair in picture.propose_all(today).pairs}
    assert pairs[other] == best.member.id, "nothing is added where they are held"
    assert pairs[number] != best.member.id

    press(console.window, "9")  # All nine are shown.
    cards = panel.candidates.cards
    place = panel.candidates._members.index(best.member.id)
    assert [told in card.reasons.text() for card in cards].index(True) == place
    assert sum(told in card.reasons.text() for card in cards) == 1
    elsewhere(center_url, ChangeDuty(best.member.id, Duty.BREAK))
    excluded = panel.candidates.excluded
    press(console.window, "x")
    line = f"{best.member.name} · on a break · {told}"
    until(qtbot, lambda: line in excluded.who.text().split("\n"))

    elsewhere(center_url, Step(Deed.REJECT, other, note="误报"))
    until(qtbot, lambda: told not in excluded.who.text())
    assert f"{best.member.name} · on a break" in excluded.who.text().split("\n")
    elsewhere(center_url, ChangeDuty(best.member.id, Duty.ON_DUTY))
    until(qtbot, lambda: panel.doing.ranked[0].member.id == best.member.id)
    assert told not in cards[0].reasons.text()
