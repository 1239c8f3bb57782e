"""The archive follows the deeds: what ends is in it, what is opened again is not."""

from pathlib import Path

import pytest

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.db.archive import find
from console.domain.archive import Found, Search
from console.domain.errors import Refused
from console.domain.incident import ENDED, State
from console.domain.lifecycle import Deed
from tests.commands.seat import Seat, refused
from tests.importing.files import load, request, write_csv


def found(seat: Seat, search: Search) -> list[Found]:
    with seat.session() as session:
        return list(find(session, search).rows)


@pytest.mark.parametrize("state", State)
def test_exactly_what_has_ended_is_in_it(seat: Seat, state: State) -> None:
    incident = seat.bring(state)
    rows = found(seat, Search("文宗路乱丢"))
    assert [row.incident for row in rows] == ([incident] if state in ENDED else [])
    if rows:
        after = seat.incident(incident)
        assert (rows[0].result, rows[0].ended_at) == (state, after.stage_from)
        assert (rows[0].title, rows[0].grid) == (after.title, after.grid)
    seat.sound()


def test_whoever_was_sent_is_found_and_an_incident_opened_again_is_not(seat: Seat) -> None:
    incident = seat.bring(State.ON_SCENE)
    [member] = seat.incident(incident).on_it
    for deed in (Deed.RESOLVE, Deed.CHECK, Deed.CLOSE):
        seat.step(deed, incident)
    assert [row.people for row in found(seat, Search(person=member))] == [(member,)]
    assert found(seat, Search("乱丢", person=member + 1)) == []
    seat.step(Deed.REOPEN, incident, "又有垃圾")
    assert found(seat, Search(person=member)) == []
    seat.step(Deed.REJECT, incident, "重复")
    assert [row.result for row in found(seat, Search(person=member))] == [State.REJECTED]


def test_a_refused_deed_leaves_the_archive_as_it_was(seat: Seat) -> None:
    incident = seat.bring(State.CLOSED)
    before = found(seat, Search())
    with refused(Refused.ILLEGAL_MOVE):
        seat.step(Deed.CLOSE, incident)
    assert found(seat, Search()) == before != []


def test_imported_history_is_in_it(tmp_path: Path, office: Office) -> None:
    rows = [request(1), request(2, Status="Open")]
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", rows))
    [row] = found(Seat(office), Search("bulky items"))
    assert (row.result, row.title) == (State.CLOSED, "Bulky Items")
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", [request(1), request(3)]))
    assert len(found(Seat(office), Search("bulky items"))) == 2
