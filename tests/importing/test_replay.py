"""Reports arrive again in their own rhythm; time is a value that the test holds."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from console.commands.importing.mapping import Kind
from console.commands.importing.replay import Pace, replay, reports_of
from console.commands.importing.setup import Source
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.db.check import check
from console.db.tables import IncidentRow
from tests.clock import START
from tests.importing.files import load, request, write_csv

RUN, OTHER_RUN = UUID(int=1), UUID(int=2)


class Time:
    """A clock and a waiter without any waiting."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now_s += seconds


def day(path: Path) -> Path:
    """Three requests, the newest first as the real files have them, and a bad one."""
    return write_csv(
        path,
        [
            request(3, CreatedDate="12/31/2017 11:30:00 PM", RequestType="Graffiti Removal"),
            request(2, CreatedDate="12/31/2017 11:10:00 PM", RequestSource="Driver Self Report"),
            request(4, Latitude=""),
            request(1, CreatedDate="12/31/2017 11:00:00 PM"),
        ],
    )


def play(
    office: Office,
    path: Path,
    time: Time,
    run: UUID = RUN,
    *,
    limit: int | None = None,
    on_arrival: Callable[[], None] = lambda: None,
) -> Summary:
    summary = Summary()
    mapping, reports = reports_of(office, Source(path), summary, limit)
    pace = Pace(600.0, time.now, time.wait)
    replay(office, mapping, reports, run, pace, lambda _event, _late: on_arrival())
    return summary


def incidents(office: Office) -> list[IncidentRow]:
    with office.database.read() as session:
        rows = list(session.scalars(select(IncidentRow).order_by(IncidentRow.id)))
        session.expunge_all()
        return rows


def test_reports_arrive_in_their_order_and_rhythm_as_new_ones(
    tmp_path: Path, office: Office
) -> None:
    time = Time()
    summary = play(office, day(tmp_path / "la.csv"), time)
    # Ten and twenty minutes, six hundred times faster.
    assert time.waits == pytest.approx([1.0, 2.0])
    assert (summary.rows, summary.rejected) == (4, 1)
    arrived = incidents(office)
    assert [row.title for row in arrived] == ["Bulky Items", "Bulky Items", "Graffiti Removal"]
    assert {row.state for row in arrived} == {"reported"}
    assert {row.reported_at for row in arrived} == {START}
    assert [row.origin for row in arrived] == ["phone", "member", "phone"]
    with office.database.read() as session:
        assert check(session) == []


def test_who_is_too_slow_catches_up_without_waiting(tmp_path: Path, sqlite_office: Office) -> None:
    time = Time()

    def slow() -> None:
        time.now_s += 2.5

    play(sqlite_office, day(tmp_path / "la.csv"), time, on_arrival=slow)
    # The second was due after one second and comes at once; the third is due after three.
    assert time.waits == []


def test_another_run_brings_the_same_reports_again(tmp_path: Path, sqlite_office: Office) -> None:
    path = day(tmp_path / "la.csv")
    play(sqlite_office, path, Time(), RUN)
    play(sqlite_office, path, Time(), RUN)
    assert len(incidents(sqlite_office)) == 3
    play(sqlite_office, path, Time(), OTHER_RUN)
    assert len(incidents(sqlite_office)) == 6
    assert load(sqlite_office, Kind.INCIDENTS, path).added == 3


def test_a_limit_takes_the_first_in_time(tmp_path: Path, sqlite_office: Office) -> None:
    play(sqlite_office, day(tmp_path / "la.csv"), Time(), limit=1)
    assert [row.source_key for row in incidents(sqlite_office)] == [f"replay:{RUN}:la311:1-001"]


def test_an_interrupt_keeps_what_has_arrived(tmp_path: Path, sqlite_office: Office) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        play(sqlite_office, day(tmp_path / "la.csv"), Time(), on_arrival=interrupt)
    assert len(incidents(sqlite_office)) == 1


def test_without_times_there_is_no_rhythm(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(
        tmp_path / "a.csv", [{"title": "a", "category": "litter", "lon": "113", "lat": "22"}]
    )
    summary = play(sqlite_office, path, Time())
    assert [(p.line, p.code.value) for p in summary.problems] == [(2, "empty_field")]
    assert incidents(sqlite_office) == []
