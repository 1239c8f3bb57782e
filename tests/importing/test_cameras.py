"""Lists of cameras."""

from pathlib import Path

import pytest

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.db.feed import read_change
from console.db.queries import catalogue, snapshot
from console.domain.errors import Refusal
from console.domain.people import Camera
from console.domain.rights import Actor
from tests.importing.files import (
    area,
    counts,
    found,
    load,
    point,
    square,
    write_csv,
    write_geojson,
)

PLACE = {"经度": "113.670673", "纬度": "22.924075"}


def row(code: str = "C1", **cells: str) -> dict[str, str]:
    return (
        {"设备编码": code, "安装位置": "三巷口", "视频流地址": "rtsp://10.0.0.1/1"} | PLACE | cells
    )


def camera(office: Office, code: str = "C1") -> Camera:
    with office.database.read() as session:
        return next(camera for camera in catalogue(session).cameras if camera.code == code)


def test_a_list_by_the_example_and_the_same_twice(tmp_path: Path, office: Office) -> None:
    path = write_csv(tmp_path / "a.csv", [row("C1"), row("C2", 视频流地址="")])
    with office.database.read() as session:
        before = snapshot(session).seq
    assert counts(load(office, Kind.CAMERAS, path)) == (2, 0, 0, 0)
    assert camera(office).grid == "4419001220100101"
    assert camera(office).url == "rtsp://10.0.0.1/1"
    assert counts(load(office, Kind.CAMERAS, path)) == (0, 0, 2, 0)
    write_csv(path, [row("C1", 安装位置="四巷口"), row("C2", 经度="10")])
    assert counts(load(office, Kind.CAMERAS, path)) == (0, 2, 0, 0)
    assert camera(office).name == "四巷口"
    assert camera(office, "C2").grid is None
    with office.database.read() as session:
        change = read_change(session, before)
    assert [event.payload["count"] for event in change.events] == [2, 2]
    assert change.catalogue is not None


def test_points_become_cameras_and_an_address_not_told_stays(
    tmp_path: Path, office: Office
) -> None:
    path = write_geojson(
        tmp_path / "a.geojson",
        [
            point(113.67, 22.92, code="C1", name="a", url="https://x.cn/1"),
            area(square(1, 2), code="C2", name="b"),
        ],
    )
    assert found(load(office, Kind.CAMERAS, path)) == [(3, "not_a_point")]
    write_geojson(path, [point(113.67, 22.92, code="C1", name="b")])
    assert counts(load(office, Kind.CAMERAS, path)) == (0, 1, 0, 0)
    assert camera(office).url == "https://x.cn/1"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"设备编码": ""}, "empty_field"),
        ({"设备编码": "C0"}, "doubled"),
        ({"安装位置": ""}, "empty_field"),
        ({"经度": "", "纬度": ""}, "no_place"),
        ({"视频流地址": "file:///etc/passwd"}, "bad_field"),
        ({"视频流地址": "rtsp://"}, "bad_field"),
        ({"视频流地址": "http://[x"}, "bad_field"),
        ({"视频流地址": "rtmp://10.0.0.1/1"}, "bad_field"),
        ({"视频流地址": "rtsp://admin:geheim@10.0.0.1/1"}, "login_in_address"),
        ({"视频流地址": "ftp://admin:geheim@10.0.0.1/1"}, "bad_field"),
    ],
)
def test_bad_rows_are_named(
    tmp_path: Path, sqlite_office: Office, cells: dict[str, str], reason: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [row("C0"), row("C1") | cells])
    summary = load(sqlite_office, Kind.CAMERAS, path)
    assert found(summary) == [(3, reason)]
    assert "geheim" not in str(summary)
    assert camera(sqlite_office, "C0").url not in repr(camera(sqlite_office, "C0"))


def test_who_may_not_import_is_refused(tmp_path: Path, sqlite_office: Office) -> None:
    office = Office(sqlite_office.database, Actor("a", "b", frozenset()), sqlite_office.clock)
    with pytest.raises(Refusal):
        load(office, Kind.CAMERAS, write_csv(tmp_path / "a.csv", [row()]))
