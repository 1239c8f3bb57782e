"""Who cannot go and why, and what a choice leaves behind, as the incident panel tells it."""

from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddMember,
    ChangeDuty,
    ChangeWeights,
    Dispatch,
    MemberStep,
    Step,
    Train,
    Verify,
)
from console.domain.people import AVAILABLE, Duty, Member
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import click, press, shown_as, until
from tests.views.reports import litter


def waiting(url: str, elsewhere: Elsewhere, title: str = "乱丢垃圾") -> int:
    number = elsewhere(url, litter(title)).subject.id
    elsewhere(url, Verify(number))
    return number


def holders(console: Console, skill: str = "urban") -> list[Member]:
    today = console.roster.model.today
    members = console.hub.picture.members.values()
    return [member for member in members if member.holds(skill, today)]


def test_a_key_tells_who_cannot_go_and_why(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    there = [member for member in holders(console) if member.duty in AVAILABLE]
    off, resting = there[:2]
    elsewhere(sqlite_center_url, ChangeDuty(off.id, Duty.OFF))
    elsewhere(sqlite_center_url, ChangeDuty(resting.id, Duty.BREAK))
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    until(qtbot, lambda: console.hub.picture.members[resting.id].duty is Duty.BREAK)
    excluded = console.incident.candidates.excluded
    until(qtbot, excluded.toggle.isVisible)
    assert not excluded.who.isVisible()
    press(console.window, "x")
    told = excluded.who.text().splitlines()
    assert f"{off.name} · off duty" in told
    assert f"{resting.name} · on a break" in told
    press(console.window, "x")
    assert not excluded.who.isVisible()
    click(excluded.toggle)
    assert excluded.who.isVisible()


def test_a_further_member_is_told_where_they_are_and_not_where_the_leader_is(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    elsewhere(sqlite_center_url, ChangeWeights((("most_running", 1.0),)))
    first, second = (waiting(sqlite_center_url, elsewhere, title) for title in ("一", "二"))
    console = open_console(sqlite_center_url)
    there = [member for member in holders(console) if member.duty in AVAILABLE]
    leader, helper = there[:2]
    elsewhere(sqlite_center_url, Dispatch(first, leader.id))
    elsewhere(sqlite_center_url, AddMember(first, helper.id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        elsewhere(sqlite_center_url, MemberStep(deed, first, helper.id))
    until(qtbot, lambda: console.hub.picture.members[helper.id].duty is Duty.ON_SCENE)
    console.queue.select(second)
    until(qtbot, console.incident.candidates.excluded.toggle.isVisible)
    press(console.window, "x")
    told = console.incident.candidates.excluded.who.text().splitlines()
    assert any(t.startswith(helper.name) and f"on scene at {first:04d}" in t for t in told)
    assert any(t.startswith(leader.name) and f"sent to {first:04d}" in t for t in told)


def test_who_has_as_many_as_one_may_have_is_told_with_the_numbers(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    numbers = [waiting(sqlite_center_url, elsewhere, f"第 {n} 件") for n in range(4)]
    console = open_console(sqlite_center_url)
    busy = next(member for member in holders(console) if member.duty in AVAILABLE)
    for number in numbers[:3]:
        elsewhere(sqlite_center_url, Dispatch(number, busy.id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT, Deed.ARRIVE):
        elsewhere(sqlite_center_url, Step(deed, numbers[0]))
    until(qtbot, lambda: console.hub.picture.members[busy.id].duty is Duty.ON_SCENE)
    console.queue.select(numbers[3])
    until(qtbot, console.incident.candidates.excluded.toggle.isVisible)
    press(console.window, "x")
    [line] = [
        line
        for line in console.incident.candidates.excluded.who.text().splitlines()
        if line.startswith(busy.name)
    ]
    _name, _, told = line.partition(": ")
    places = told.split(", ")
    assert len(places) == 3
    # How long litter takes is counted in working hours: nothing is told before it is known.
    assert places[1:] == [f"sent to {number:04d}" for number in numbers[1:3]]
    due = console.hub.picture.incidents[numbers[0]].due_at
    assert due is not None
    local = due.astimezone(console.hub.picture.zone)
    assert places[0] == f"on scene at {numbers[0]:04d} until about {local:%H:%M}"


def test_where_nobody_can_go_the_reasons_stand_there_by_themselves(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    for member in holders(console):
        if member.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.OFF))
    until(qtbot, console.incident.candidates.next_best.isVisible)
    excluded = console.incident.candidates.excluded
    assert excluded.who.isVisible()
    assert "off duty" in excluded.who.text()


def test_a_card_warns_of_what_the_choice_leaves_behind(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    shown_as(qtbot, console, State.VERIFIED)
    # Everybody else of the first one's base grid who holds the skill goes off duty.
    best = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    for member in holders(console):
        same = member.grid[:14] == best.grid[:14] and member.id != best.id
        if same and member.duty in AVAILABLE:
            elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.OFF))

    def warned() -> bool:
        cards = console.incident.candidates.cards
        card = next((c for c in cards if best.name in c.name.text() and c.isVisible()), None)
        return card is not None and card.cover.isVisible() and "Urban" in card.cover.text()

    until(qtbot, warned)


def test_who_is_in_training_is_told_with_the_mentor(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = waiting(sqlite_center_url, elsewhere)
    console = open_console(sqlite_center_url)
    mentor = holders(console)[0]
    members = console.hub.picture.members.values()
    new = next(m for m in members if m.badge("urban") is None and m.duty in AVAILABLE)
    elsewhere(sqlite_center_url, Train(new.id, "urban", mentor.id))
    # The list holds the nearest ones only: all others are out of the way.
    for member in list(members):
        if member.duty not in AVAILABLE and member.badge("urban") is not None:
            elsewhere(sqlite_center_url, ChangeDuty(member.id, Duty.ON_DUTY))
    console.queue.select(number)
    until(qtbot, console.incident.candidates.excluded.toggle.isVisible)
    press(console.window, "x")
    told = console.incident.candidates.excluded.who
    line = f"{new.name} · still in training, goes with {mentor.name}"
    until(qtbot, lambda: line in told.text().splitlines())
