"""Lists of members: grids by short code, skills in every way that offices write them."""

from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from console.commands.importing.mapping import Kind
from console.commands.office import Office
from console.commands.perform import perform
from console.db.check import check
from console.db.feed import read_change
from console.db.members import members
from console.db.queries import snapshot
from console.domain.errors import Refusal
from console.domain.importing import FileFault, ImportRefusal
from console.domain.lifecycle import Deed
from console.domain.orders import AddSkill, Certify
from console.domain.people import Badge, BadgeLevel, Duty, Member, Unit
from console.domain.rights import Actor
from console.domain.skills import SkillDraft
from tests.importing.files import counts, found, load, write_csv, write_mapping, write_xlsx

HELD, TRAINING = BadgeLevel.HELD, BadgeLevel.TRAINING


def person(number: str = "T-1", **cells: str) -> dict[str, str]:
    return {
        "number": number,
        "name": "测试员",
        "phone": "10000000000",
        "grid": "1-01",
        "skills": "综安治",
        "training": "",
        "duty": "",
    } | cells


def member(office: Office, number: str = "T-1") -> Member:
    with office.database.read() as session:
        return next(m for m in members(session) if m.number == number)


def seq(office: Office) -> int:
    with office.database.read() as session:
        return snapshot(session).seq


def test_a_member_comes_in_with_grid_badges_and_duty(tmp_path: Path, office: Office) -> None:
    before = seq(office)
    row = person(training="消", duty="在岗")
    assert counts(load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [row]))) == (1, 0, 0, 0)
    new = member(office)
    assert (new.name, new.phone, new.grid) == ("测试员", "10000000000", "4419001220100101")
    assert new.duty is Duty.ON_DUTY
    assert set(new.badges) == {
        Badge("general", HELD),
        Badge("safety", HELD),
        Badge("security", HELD),
        Badge("fire", TRAINING),
    }
    with office.database.read() as session:
        change = read_change(session, before)
        assert check(session) == []
    assert [event.kind for event in change.events] == [Deed.IMPORT_MEMBERS]
    assert change.members == (new,)


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("综安治", {"general", "safety", "security"}),
        ("综、安、 治", {"general", "safety", "security"}),
        ("综管员，安全员", {"general", "safety"}),
        ("general, Fire", {"general", "fire"}),
        ("food_drug", {"food_drug"}),
        ("城/社|食", {"urban", "labour", "food_drug"}),
        ("", set()),
    ],
)
def test_skills_are_read_however_they_are_written(
    tmp_path: Path, sqlite_office: Office, text: str, skills: set[str]
) -> None:
    load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [person(skills=text)]))
    assert {badge.skill for badge in member(sqlite_office).badges} == skills


def test_a_column_for_each_skill_is_known_by_its_heading(tmp_path: Path, office: Office) -> None:
    path = write_xlsx(
        tmp_path / "名单.xlsx",
        [
            ["工号", "姓名", "网格", "综", "安全员", "fire", "城管员", "人"],
            ["T-1", "测试员", "4419001220100101", "√", "带教", "否", datetime(2027, 5, 1), None],  # noqa: DTZ001
        ],
    )
    load(office, Kind.MEMBERS, path)
    assert set(member(office).badges) == {
        Badge("general", HELD),
        Badge("safety", TRAINING),
        Badge("urban", HELD, date(2027, 5, 1)),
    }


def test_the_example_with_a_column_for_each_skill_works(tmp_path: Path, office: Office) -> None:
    skills = "综管员 安全员 治安员 消防员 人口协管员 城管员 人社协管员 食药监协管员"
    row = dict.fromkeys(f"编号 姓名 联系电话 网格 {skills}".split(), "")
    row |= {"编号": "T-1", "姓名": "测试员", "网格": "2", "消防员": "是"}
    load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [row]))
    assert member(office).badges == (Badge("fire", HELD),)
    assert member(office).grid == "44190012201002"


def test_the_same_twice_changes_nothing_and_changes_are_updates(
    tmp_path: Path, office: Office
) -> None:
    path = write_csv(tmp_path / "a.csv", [person("T-1"), person("T-2"), person("T-3")])
    load(office, Kind.MEMBERS, path)
    before = seq(office)
    assert counts(load(office, Kind.MEMBERS, path)) == (0, 0, 3, 0)
    assert seq(office) == before
    versions = [member(office, number).version for number in ("T-1", "T-2", "T-3")]
    write_csv(path, [person("T-1", name="新名"), person("T-2", skills="城"), person("T-3")])
    assert counts(load(office, Kind.MEMBERS, path)) == (0, 2, 1, 0)
    assert member(office, "T-1").name == "新名"
    assert member(office, "T-2").badges == (Badge("urban", HELD),)
    now = [member(office, number).version for number in ("T-1", "T-2", "T-3")]
    assert [new - old for old, new in zip(versions, now, strict=True)] == [1, 1, 0]
    with office.database.read() as session:
        assert {m.number for m in read_change(session, before).members} == {"T-1", "T-2"}


def test_the_duty_of_a_known_member_stays(tmp_path: Path, office: Office) -> None:
    path = write_csv(tmp_path / "a.csv", [person(duty="上班")])
    load(office, Kind.MEMBERS, path)
    write_csv(path, [person(duty="下班")])
    assert counts(load(office, Kind.MEMBERS, path)) == (0, 0, 1, 0)
    assert member(office).duty is Duty.ON_DUTY


def test_a_skill_that_people_added_is_found_by_its_monogram_and_name(
    tmp_path: Path, office: Office
) -> None:
    perform(office, AddSkill(SkillDraft("健", "健康网格员", "Health")), uuid4())
    path = write_csv(
        tmp_path / "a.csv", [person(skills="综健"), person("T-2", skills="健康网格员")]
    )
    load(office, Kind.MEMBERS, path)
    assert {badge.skill for badge in member(office).badges} == {"general", "health"}
    assert [badge.skill for badge in member(office, "T-2").badges] == ["health"]


def test_who_certified_a_badge_stays_known_while_the_list_says_the_same(
    tmp_path: Path, office: Office
) -> None:
    path = write_csv(tmp_path / "a.csv", [person(skills="综安")])
    load(office, Kind.MEMBERS, path)
    perform(office, Certify(member(office).id, "general", by="厚街镇"), uuid4())
    perform(office, Certify(member(office).id, "safety", by="厚街镇"), uuid4())
    load(office, Kind.MEMBERS, write_csv(path, [person(skills="综消", training="安")]))
    by = {badge.skill: (badge.level, badge.certified_by) for badge in member(office).badges}
    assert by == {"general": (HELD, "厚街镇"), "safety": (TRAINING, ""), "fire": (HELD, "")}


def test_what_a_list_does_not_say_stays(tmp_path: Path, office: Office) -> None:
    load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [person()]))
    bare = {
        key: value
        for key, value in person(name="新名").items()
        if key in ("number", "name", "grid")
    }
    load(office, Kind.MEMBERS, write_csv(tmp_path / "b.csv", [bare]))
    assert (member(office).name, member(office).phone) == ("新名", "10000000000")
    assert len(member(office).badges) == 3


def test_a_skill_whose_column_is_not_in_the_file_stays(tmp_path: Path, office: Office) -> None:
    load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [person(skills="综安治")]))
    row = {"number": "T-1", "name": "测试员", "grid": "1-01", "综": "", "安": "带教"}
    load(office, Kind.MEMBERS, write_csv(tmp_path / "b.csv", [row]))
    assert set(member(office).badges) == {Badge("safety", TRAINING), Badge("security", HELD)}


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"number": ""}, "empty_field"),
        ({"number": "9" * 33}, "field_too_long"),
        ({"number": "T-1"}, "doubled"),
        ({"name": " "}, "empty_field"),
        ({"grid": ""}, "empty_field"),
        ({"grid": "9-99"}, "no_such_grid"),
        ({"grid": "441900122010"}, "no_such_grid"),
        ({"skills": "综飞"}, "no_such_skill"),
        ({"duty": "en_route"}, "bad_field"),
    ],
)
def test_bad_rows_are_named(
    tmp_path: Path, sqlite_office: Office, cells: dict[str, str], reason: str
) -> None:
    path = write_csv(tmp_path / "a.csv", [person("T-1"), person("T-2") | cells])
    summary = load(sqlite_office, Kind.MEMBERS, path)
    assert found(summary) == [(3, reason)]
    assert summary.added == 1


def test_a_cell_of_a_skill_column_that_says_nothing_known_is_named(
    tmp_path: Path, sqlite_office: Office
) -> None:
    rows = [
        {"number": f"T-{n}", "name": "a", "grid": "1", "综": word}
        for n, word in enumerate(
            (
                "maybe",
                "2026-13-01",
                "27/5/1",
                "46143",
                "2026/3/1",
                "2026-3-1 00:00",
                "2026年3月1日",
            )
        )
    ]
    summary = load(sqlite_office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", rows))
    assert found(summary) == [(line, "bad_mark") for line in (2, 3, 4, 5)]
    assert summary.added == 3
    assert member(sqlite_office, "T-6").badges == (Badge("general", HELD, date(2026, 3, 1)),)


def test_a_mapping_that_speaks_of_unknown_skills_is_refused(
    tmp_path: Path, sqlite_office: Office
) -> None:
    mapping = write_mapping(
        tmp_path / "m.toml",
        'kind="members"\n[fields]\nnumber="number"\nname="name"\ngrid="grid"\n'
        '[skill_columns]\n"skills"="flying"\n',
    )
    path = write_csv(tmp_path / "a.csv", [person()])
    with pytest.raises(ImportRefusal) as caught:
        load(sqlite_office, Kind.MEMBERS, path, mapping=mapping)
    assert caught.value.code is FileFault.UNKNOWN_SKILL_CODE


def test_who_may_not_import_is_refused(tmp_path: Path, sqlite_office: Office) -> None:
    office = Office(sqlite_office.database, Actor("a", "b", frozenset()), sqlite_office.clock)
    with pytest.raises(Refusal):
        load(office, Kind.MEMBERS, write_csv(tmp_path / "a.csv", [person()]))


def test_a_partner_needs_no_grid_and_our_own_do(tmp_path: Path, office: Office) -> None:
    rows = [
        person("P-1", grid="", 归属="合作单位", 所属组织="卫生站"),
        person("P-2", grid="", 归属="", 所属组织=""),
        person("P-3", grid="", 归属="squad", 所属组织=""),
        person("P-4", grid="", 归属="别处", 所属组织=""),
    ]
    path = write_csv(tmp_path / "a.csv", rows)
    assert counts(load(office, Kind.MEMBERS, path)) == (2, 0, 0, 2)
    partner, squad = member(office, "P-1"), member(office, "P-3")
    assert (partner.unit, partner.organisation, partner.grid) == (Unit.PARTNER, "卫生站", "")
    assert (squad.unit, squad.grid) == (Unit.SQUAD, "")
    assert counts(load(office, Kind.MEMBERS, path)) == (0, 0, 2, 2)
    moved = person("P-1", grid="1-01", 归属="", 所属组织="")
    assert counts(load(office, Kind.MEMBERS, write_csv(tmp_path / "b.csv", [moved]))) == (
        0,
        1,
        0,
        0,
    )
    assert member(office, "P-1").unit is Unit.OWN
    assert member(office, "P-1").grid == "4419001220100101"
