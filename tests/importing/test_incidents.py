"""Reports out of files: mapped, judged row by row, stored once, on both databases."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from console.commands.importing import run
from console.commands.importing.mapping import Kind, LimitsFrom
from console.commands.importing.rejects import Rejects
from console.commands.importing.setup import Source, prepare
from console.commands.importing.summary import Summary
from console.commands.office import Office
from console.db.check import check
from console.db.engine import Database
from console.db.feed import read_change
from console.db.queries import catalogue, snapshot
from console.db.tables import IncidentRow
from console.domain.errors import Refusal, Refused
from console.domain.importing import FileFault, ImportRefusal
from console.domain.incident import Origin, State
from console.domain.lifecycle import Deed
from console.domain.rights import Actor, Right
from tests.clock import START, Clock
from tests.importing.files import (
    LA_2020,
    area,
    counts,
    found,
    load,
    point,
    request,
    square,
    write_csv,
    write_geojson,
    write_mapping,
    write_xlsx,
)

OWN = ["key", "title", "category", "lon", "lat", "reported_at", "status", "address", "priority"]
REPORTED_AT = datetime(2018, 1, 1, 7, 59, 58, tzinfo=UTC)


def own(number: int = 1, **cells: str) -> dict[str, str]:
    return {
        "key": f"k{number}",
        "title": "乱丢垃圾",
        "category": "litter",
        "lon": "113.670673",
        "lat": "22.924075",
        "reported_at": "2026-03-01 08:00:00",
        "status": "",
        "address": "文宗路",
        "priority": "",
    } | cells


def stored(office: Office) -> list[IncidentRow]:
    with office.database.read() as session:
        found_ = list(session.scalars(select(IncidentRow).order_by(IncidentRow.id)))
        session.expunge_all()
        return found_


def seq(office: Office) -> int:
    with office.database.read() as session:
        return snapshot(session).seq


def test_a_citys_requests_become_closed_and_open_incidents(tmp_path: Path, office: Office) -> None:
    path = write_csv(
        tmp_path / "la.csv",
        [request(1), request(2, Status="Open", RequestType="Graffiti Removal")],
    )
    summary = load(office, Kind.INCIDENTS, path)
    assert counts(summary) == (2, 0, 0, 0)
    assert "la_graffiti" in summary.created
    closed, open_ = stored(office)
    assert (closed.state, closed.category, closed.title) == ("closed", "la_bulky", "Bulky Items")
    assert closed.address == "2111 W BELLEVUE AVE, 90026"
    assert (closed.lon, closed.lat) == (-118.266861909, 34.073216645)
    assert closed.grid is None
    assert closed.reported_at == REPORTED_AT
    assert closed.stage_from == datetime(2018, 1, 3, 18, 11, 23, tzinfo=UTC)
    assert closed.due_at is None
    assert closed.source_key == "la311:1-001"
    assert closed.origin == Origin.IMPORT.value
    assert (open_.state, open_.priority) == ("reported", 4)
    # The file itself calls it open: its limit has been running since then.
    assert open_.due_at == REPORTED_AT + timedelta(minutes=60)


def test_the_other_year_has_other_columns_and_times(tmp_path: Path, office: Office) -> None:
    row = {
        "srnumber": "1-1523590121",
        "requesttype": "Single Streetlight Issue",
        "status": "Pending",
        "createddate": "1/1/20 0:05",
        "requestsource": "Call",
        "closeddate": "",
        "latitude": "34.19402846",
        "longitude": "-118.4994716",
        "address": "16815 W VANOWEN ST, 91406",
    }
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", [row], LA_2020))
    (incident,) = stored(office)
    assert (incident.category, incident.state) == ("la_streetlight", "reported")
    assert incident.reported_at == datetime(2020, 1, 1, 8, 5, tzinfo=UTC)


def test_each_row_leaves_one_event_and_consoles_hear_of_it(tmp_path: Path, office: Office) -> None:
    before = seq(office)
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [own(1), own(2, status="closed")]))
    with office.database.read() as session:
        change = read_change(session, before)
        assert check(session) == []
    assert [event.kind for event in change.events] == [Deed.REPORT, Deed.REPORT]
    assert [event.payload["to"] for event in change.events] == ["reported", "closed"]
    assert [incident.state for incident in change.incidents] == [State.REPORTED]
    assert len(change.ended) == 1


def test_points_find_their_grid(tmp_path: Path, office: Office) -> None:
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [own(1)]))
    assert stored(office)[0].grid == "4419001220100101"


def test_the_same_file_twice_changes_nothing(tmp_path: Path, office: Office, clock: Clock) -> None:
    path = write_csv(tmp_path / "la.csv", [request(n) for n in range(5)])
    load(office, Kind.INCIDENTS, path)
    before = seq(office)
    clock.advance(3600)
    assert counts(load(office, Kind.INCIDENTS, path)) == (0, 0, 5, 0)
    assert counts(load(office, Kind.INCIDENTS, path, as_open=True)) == (0, 0, 5, 0)
    assert seq(office) == before
    assert len(stored(office)) == 5


def test_reports_without_a_number_are_known_again_by_what_they_say(
    tmp_path: Path, office: Office
) -> None:
    columns = OWN[1:]
    rows = [{k: v for k, v in own(title=t).items() if k != "key"} for t in ("a", "b", "a")]
    path = write_csv(tmp_path / "a.csv", rows, columns)
    assert found(load(office, Kind.INCIDENTS, path)) == [(4, "doubled")]
    assert counts(load(office, Kind.INCIDENTS, path)) == (0, 0, 2, 1)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"lon": "", "lat": ""}, "no_place"),
        ({"lon": "", "lat": "22.9"}, "no_place"),
        ({"lon": "0", "lat": "0.0"}, "zero_place"),
        ({"lon": "213.6"}, "bad_place"),
        ({"lat": "nan"}, "bad_field"),
        ({"lat": "1e999"}, "bad_place"),
        ({"lat": "1e99"}, "bad_place"),
        ({"lat": "１２"}, "bad_field"),
        ({"reported_at": ""}, "empty_field"),
        ({"reported_at": "yesterday"}, "bad_time"),
        ({"reported_at": "1026-03-01 08:00"}, "bad_time"),
        ({"reported_at": "2026-03-02 10:00:01"}, "in_future"),
        ({"title": " \t\u0007"}, "empty_field"),
        ({"title": "长" * 10_001}, "field_too_long"),
        ({"address": "长" * 1001}, "field_too_long"),
        ({"category": ""}, "empty_field"),
        ({"category": "UFO"}, "no_such_category"),
        ({"priority": "0"}, "bad_field"),
        ({"key": ""}, "empty_field"),
        ({"key": "k1"}, "doubled"),
    ],
)
def test_bad_rows_are_named_with_line_and_reason(
    tmp_path: Path, sqlite_office: Office, cells: dict[str, str], reason: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [own(1), own(2, **cells), own(3)], OWN)
    summary = load(sqlite_office, Kind.INCIDENTS, path)
    assert found(summary) == [(3, reason)]
    assert counts(summary) == (2, 0, 0, 1)
    assert summary.rows == 3


def test_categories_go_by_code_and_by_name(tmp_path: Path, office: Office) -> None:
    words = ["LITTER", "乱丢垃圾", "exposed litter"]
    rows = [own(n, category=word, priority=str(n + 1)) for n, word in enumerate(words)]
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", rows, OWN))
    assert [row.category for row in stored(office)] == ["litter"] * 3
    assert [row.priority for row in stored(office)] == [1, 2, 3]


def test_a_time_with_its_own_zone_is_taken_as_it_says(
    tmp_path: Path, sqlite_office: Office
) -> None:
    row = own(1, reported_at="2026-03-01T08:00:00+00:00")
    load(sqlite_office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [row]))
    assert stored(sqlite_office)[0].reported_at == datetime(2026, 3, 1, 8, tzinfo=UTC)


def test_text_is_stored_cleaned_and_whole(tmp_path: Path, office: Office) -> None:
    title = "<b>x</b> \u202egnip\u202c 😀\nsecond\x00"
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [own(1, title=title)], OWN))
    assert stored(office)[0].title == "<b>x</b> gnip 😀 second"


def test_numbers_of_two_sources_are_not_taken_for_one(tmp_path: Path, office: Office) -> None:
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [own(1)], OWN))
    other = own(1, title="路灯不亮", reported_at="2026-02-01 08:00")
    summary = load(office, Kind.INCIDENTS, write_csv(tmp_path / "b.csv", [own(2), other], OWN))
    assert found(summary) == [(3, "key_taken")]
    assert counts(summary) == (1, 0, 0, 1)
    # The same report with a corrected title stays the same report.
    again = own(1, title="垃圾")
    assert counts(load(office, Kind.INCIDENTS, write_csv(tmp_path / "c.csv", [again], OWN))) == (
        0,
        0,
        1,
        0,
    )


def test_closed_rows_can_be_opened_for_work_and_their_limits_count_from_now(
    tmp_path: Path, office: Office
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Status="Open")])
    load(office, Kind.INCIDENTS, path, as_open=True)
    was_closed, was_open = stored(office)
    assert (was_closed.state, was_open.state) == ("reported", "reported")
    assert was_closed.reported_at == REPORTED_AT
    assert was_closed.due_at == START + timedelta(minutes=60)
    assert was_closed.stage_from == START
    assert was_open.due_at == REPORTED_AT + timedelta(minutes=60)


@pytest.mark.parametrize(
    ("choice", "begin"), [(LimitsFrom.NOW, START), (LimitsFrom.ORIGINAL, REPORTED_AT)]
)
def test_from_when_limits_count_can_be_chosen(
    tmp_path: Path, sqlite_office: Office, choice: LimitsFrom, begin: datetime
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Status="Open")])
    load(sqlite_office, Kind.INCIDENTS, path, as_open=True, limits_from=choice)
    assert {row.due_at for row in stored(sqlite_office)} == {begin + timedelta(minutes=60)}


def test_imported_reports_are_counted_on_their_category_s_clock(
    tmp_path: Path, office: Office
) -> None:
    """Both came in on a Sunday afternoon: litter waits for Monday morning, smoke does not."""
    path = write_csv(tmp_path / "a.csv", [own(1), own(2, category="smoke")], OWN)
    load(office, Kind.INCIDENTS, path)
    litter, smoke = stored(office)
    monday = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
    assert (litter.warn_at, litter.due_at) == (
        monday + timedelta(minutes=24),
        monday + timedelta(minutes=30),
    )
    begin = smoke.reported_at
    assert (smoke.warn_at, smoke.due_at) == (
        begin + timedelta(seconds=96),
        begin + timedelta(seconds=120),
    )


def test_reports_without_coordinates_come_in_if_that_is_asked_for(
    tmp_path: Path, office: Office
) -> None:
    rows = [own(1, lon="", lat=""), own(2, lon="0", lat="0"), own(3, lon="999")]
    path = write_csv(tmp_path / "a.csv", rows, OWN)
    summary = load(office, Kind.INCIDENTS, path, place_required=False)
    assert found(summary) == [(4, "bad_place")]
    assert [row.lon for row in stored(office)] == [None, None]


def test_strict_takes_all_or_nothing(tmp_path: Path, office: Office) -> None:
    before = seq(office)
    path = write_csv(tmp_path / "la.csv", [request(1), request(2, Latitude=""), request(3)])
    summary = Summary()
    with pytest.raises(ImportRefusal) as caught:
        load(office, Kind.INCIDENTS, path, strict=True, summary=summary)
    assert caught.value.code is FileFault.BAD_ROWS
    assert found(summary) == [(3, "no_place")]
    assert seq(office) == before
    assert summary.rejects is None
    with office.database.read() as session:
        assert "la_bulky" not in [category.code for category in catalogue(session).categories]
    write_csv(path, [request(n) for n in range(7)])
    assert counts(load(office, Kind.INCIDENTS, path, strict=True)) == (7, 0, 0, 0)


def test_strict_undoes_everything_for_a_number_that_is_taken(
    tmp_path: Path, office: Office
) -> None:
    load(office, Kind.INCIDENTS, write_csv(tmp_path / "a.csv", [own(1)], OWN))
    before = seq(office)
    other = own(1, title="x", reported_at="2026-02-01")
    path = write_csv(tmp_path / "b.csv", [own(2), other], OWN)
    with pytest.raises(ImportRefusal):
        load(office, Kind.INCIDENTS, path, strict=True)
    assert seq(office) == before
    assert len(stored(office)) == 1


def test_rows_are_committed_piece_by_piece_and_an_interrupt_keeps_them(
    tmp_path: Path, office: Office
) -> None:
    path = write_csv(tmp_path / "la.csv", [request(n) for n in range(1, 2301)])
    prepared = prepare(office, Kind.INCIDENTS, Source(path))

    def interrupt(share: float) -> None:
        if share > 0.97:
            raise KeyboardInterrupt

    summary = Summary()
    rejects = Rejects(path, prepared.table.columns, (), str)
    run.run_import(office, prepared.table, prepared.importer, rejects, summary, progress=interrupt)
    assert summary.stopped
    assert summary.added == len(stored(office)) == 2000
    assert counts(load(office, Kind.INCIDENTS, path)) == (300, 0, 2000, 0)


def test_a_workbook_and_geojson_bring_the_same(tmp_path: Path, office: Office) -> None:
    cells = ["标题", "类别", "经度", "纬度", "上报时间", "编号"]
    book = write_xlsx(
        tmp_path / "a.xlsx",
        [cells, ["乱丢垃圾", "litter", 113.670673, 22.924075, datetime(2026, 3, 1, 8), 17]],  # noqa: DTZ001
    )
    load(office, Kind.INCIDENTS, book)
    properties = {"标题": "乱丢垃圾", "类别": "litter", "上报时间": "2026/3/1 08:00", "编号": 18}
    collection = write_geojson(
        tmp_path / "a.geojson", [point(113.670673, 22.924075, **properties)]
    )
    load(office, Kind.INCIDENTS, collection)
    first, second = stored(office)
    assert (first.source_key, second.source_key) == ("own:17", "own:18")
    assert (first.lon, first.lat, first.grid) == (second.lon, second.lat, second.grid)
    assert first.reported_at == second.reported_at == datetime(2026, 3, 1, tzinfo=UTC)


def test_an_area_is_no_place_of_an_incident(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_geojson(
        tmp_path / "a.geojson", [area(square(113, 22), title="x", category="litter")]
    )
    assert found(load(sqlite_office, Kind.INCIDENTS, path)) == [(2, "not_a_point")]


def test_a_mapping_that_speaks_of_unknown_categories_or_skills_is_refused(
    tmp_path: Path, sqlite_office: Office
) -> None:
    text = 'kind="incidents"\n[fields]\ntitle="title"\ncategory="category"\nlon="lon"\nlat="lat"\n'
    path = write_csv(tmp_path / "a.csv", [own(1)], OWN)
    wrong = {
        '[values.category]\na = "ufo"': FileFault.UNKNOWN_CATEGORY_CODE,
        '[defaults]\ncategory = "ufo"': FileFault.UNKNOWN_CATEGORY_CODE,
        '[[categories]]\ncode="a"\nname="b"\nskill="magic"\nacknowledge_min=1\narrive_min=1\n'
        "resolve_min=1\ncheck_min=1": FileFault.UNKNOWN_SKILL_CODE,
    }
    for more, code in wrong.items():
        mapping = write_mapping(tmp_path / "m.toml", f"{text}{more}\n")
        with pytest.raises(ImportRefusal) as caught:
            load(sqlite_office, Kind.INCIDENTS, path, mapping=mapping)
        assert caught.value.code is code


def test_a_database_without_a_center_gets_the_skills_that_a_mapping_brings(
    tmp_path: Path, database: Database, clock: Clock
) -> None:
    empty = Office(database, Actor("a", "b"), clock.now)
    load(empty, Kind.INCIDENTS, write_csv(tmp_path / "la.csv", [request(1)]))
    with database.read() as session:
        known = catalogue(session)
    assert {skill.code for skill in known.skills} == {"general", "safety", "urban"}
    assert len(known.categories) == 10


def test_who_may_not_import_is_refused(tmp_path: Path, sqlite_office: Office) -> None:
    path = write_csv(tmp_path / "a.csv", [own(1)], OWN)
    for right in (Right.IMPORT, Right.TAKE_REPORTS):
        actor = Actor("a", "b", frozenset(Right) - {right})
        office = Office(sqlite_office.database, actor, sqlite_office.clock)
        with pytest.raises(Refusal) as caught:
            load(office, Kind.INCIDENTS, path)
        assert caught.value.code is Refused.NO_RIGHT
    assert stored(sqlite_office) == []
