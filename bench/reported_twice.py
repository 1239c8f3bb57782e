"""A set of reports with known duplicates: real times, places and kinds; the words are modelled.

A record of the city's open data is one report. What crews wrote down themselves is left out: it is
a log of their work along a street. Of those at one address only the first is kept, for nobody
knows which of the others were the same matter. Then some are reported a second time: as late as
second reports of one kind at one address came in those very records, from a position that is off
by what a telephone's is, filed under another kind now and then, and in other words. The words are
Chinese, after a handful of patterns, each with a thing and a street that the record itself
decides: the records have no free text.
"""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import cos, radians
from pathlib import Path
from zlib import crc32

from console.domain.duplicates import Telling
from console.domain.place import LonLat

SHARE = 0.1
"""So many of the reports come a second time; modelled."""

_BY_CREWS = "Driver Self Report"
_METRE = 1 / 111_195
_FORMS = ("%m/%d/%Y %I:%M:%S %p", "%m/%d/%y %H:%M")

_WORDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Bulky Items": (
        ("旧沙发", "床垫", "破衣柜", "旧桌椅", "烂木板", "旧门板"),
        ("路边有{}没人收", "{}丢在人行道上", "楼下堆着{}，挡路", "有人把{}扔在路口", "请来清理{}"),
    ),
    "Graffiti Removal": (
        ("小广告", "红漆字", "喷漆涂鸦", "黑色涂鸦", "办证广告"),
        ("墙上有{}", "围墙被人喷了{}", "电箱上全是{}", "{}要清除", "店铺卷帘门上有{}"),
    ),
    "Illegal Dumping Pickup": (
        ("建筑垃圾", "生活垃圾", "几袋垃圾", "装修废料", "烂轮胎"),
        ("有人偷倒{}", "路边倒了{}", "{}堆在空地，很臭", "{}一直没人清", "巷子里堆满{}"),
    ),
    "Homeless Encampment": (
        ("帐篷", "棚子", "纸皮铺位"),
        ("桥下有人搭{}", "有人在路边搭了{}过夜", "{}占了人行道", "有流浪人员住在{}里"),
    ),
    "Dead Animal Removal": (
        ("死狗", "死猫", "死鸟", "死老鼠"),
        ("路上有{}", "{}在路中间", "发现{}，请处理", "{}发臭了"),
    ),
    "": (
        ("路灯", "旧电器", "旧冰箱", "旧电视", "水管"),
        ("{}坏了", "{}没人处理", "这里的{}要处理", "请派人看看{}", "{}的问题反映过了"),
    ),
}
_ADDED = ("麻烦快点处理", "已经好几天了", "影响出行", "孩子上学要经过", "谢谢", "很多人投诉")
_SIGNS = "宝文康兴和泰安丰福德明华东南新景河松竹梅"
_MISFILED = {
    "Bulky Items": "Illegal Dumping Pickup",
    "Illegal Dumping Pickup": "Bulky Items",
    "Metal/Household Appliances": "Bulky Items",
    "Electronic Waste": "Metal/Household Appliances",
    "Single Streetlight Issue": "Multiple Streetlight Issue",
}


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of the set; ``same_as`` is the place in the set of what it repeats."""

    telling: Telling
    matter: int
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class _Record:
    kind: str
    address: str
    at: datetime
    place: LonLat | None


def reported_twice(file: Path, seed: int = 1) -> list[Reported]:
    """The set that a file of records makes, in the order in which its reports came in."""
    chance = random.Random(seed)
    records, gaps = _once(sorted(_records(file), key=lambda one: one.at))
    made = []
    for matter, record in enumerate(records):
        made.append(Reported(_telling(record, chance), matter))
        if chance.random() < SHARE:
            again = _again(record, chance.choice(gaps), chance)
            made.append(Reported(_telling(again, chance, record), matter, repeats=True))
    return sorted(made, key=lambda one: one.telling.at)


def _records(file: Path) -> Iterator[_Record]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            cells = {name.lower(): value for name, value in row.items()}
            if cells["requestsource"] == _BY_CREWS:
                continue
            lon, lat = cells["longitude"], cells["latitude"]
            yield _Record(
                cells["requesttype"],
                cells["address"],
                _instant(cells["createddate"]),
                LonLat(float(lon), float(lat)) if lon and lat else None,
            )


def _instant(text: str) -> datetime:
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    raise ValueError(text)


def _once(records: list[_Record]) -> tuple[list[_Record], list[timedelta]]:
    """The first at each address, and how long after another of its kind the next one came."""
    last: dict[str, _Record] = {}
    first, gaps = [], []
    for record in records:
        before = last.get(record.address)
        if before is None:
            first.append(record)
        elif before.kind == record.kind:
            gaps.append(record.at - before.at)
        last[record.address] = record
    return first, gaps


def _again(record: _Record, gap: timedelta, chance: random.Random) -> _Record:
    place = record.place
    if place is not None:
        spread = (30.0 if chance.random() < 0.7 else 100.0) * _METRE
        place = LonLat(
            place.lon + chance.gauss(0, spread) / cos(radians(place.lat)),
            place.lat + chance.gauss(0, spread),
        )
    if chance.random() < 0.15:
        place = None
    kind = record.kind if chance.random() < 0.9 else _MISFILED.get(record.kind, record.kind)
    return replace(record, kind=kind, at=record.at + gap, place=place)


def _telling(record: _Record, chance: random.Random, first: _Record | None = None) -> Telling:
    """What is typed of a record; a second caller mostly names the thing as the first one did."""
    origin = first or record
    things, patterns = _WORDS.get(origin.kind, _WORDS[""])
    key = crc32(f"{origin.kind}{origin.address}{origin.at}".encode())
    same = first is None or chance.random() < 0.85
    thing = things[key % len(things)] if same else chance.choice(things)
    words = chance.choice(patterns).format(thing)
    if chance.random() < 0.4:
        words += f"，{chance.choice(_ADDED)}"
    return Telling(record.kind, words, _address(origin, chance), record.place, record.at)


def _address(record: _Record, chance: random.Random) -> str:
    """A Chinese address: the street by its name, and its number, near it, or none."""
    number, _, street = record.address.partition(",")[0].partition(" ")
    key = crc32(street.encode())
    name = f"{_SIGNS[key % 20]}{_SIGNS[key // 20 % 20]}{'路街巷道'[key // 400 % 4]}"
    throw = chance.random()
    if throw < 0.6 and number.isdigit():
        return f"{name}{number}号"
    if throw < 0.75 and number.isdigit():
        return f"{name}{int(number) + chance.randint(-8, 8)}号附近"
    return name if throw < 0.95 else ""
