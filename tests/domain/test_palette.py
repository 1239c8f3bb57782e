"""What a line of the command palette may mean: never raised on, never guessed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.category import Priority
from console.domain.incident import TO_DISPATCH, Incident, Origin, State
from console.domain.lifecycle import Deed, possible
from console.domain.palette import FEW, MOST, Line, Seat, selected_deeds, understand
from console.domain.palette_index import Index, Kind, Named
from console.domain.palette_rules import DEEDS, Hindrance, possible_now
from console.domain.people import Badge, BadgeLevel, Duty, Member
from console.views.incident.deeds import offer_for

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TODAY = date(2026, 3, 2)
GRID = "4419001220100302"

WORDS = {
    Deed.DISPATCH: ("dispatch", "派遣"),
    Deed.DISPATCH_TEAM: ("dispatch a team", "派遣小组"),
    Deed.SEND_BACK: ("send back", "退回返工"),
    Deed.REJECT: ("reject", "不受理"),
    Deed.COMMENT: ("note", "备注"),
    Deed.CLOSE: ("close", "结案"),
    Deed.RESERVE: ("reserve", "预留"),
}


def incident(number: int, title: str = "乱丢垃圾", state: State = State.VERIFIED) -> Incident:
    return Incident(
        id=number, version=1, state=state, priority=Priority.NORMAL, category="litter",
        title=title, address="文宗路", place=None, grid=GRID, origin=Origin.PHONE,
        reported_at=NOW, stage_from=NOW, due_at=None, warn_at=None, assignee=None,
    )  # fmt: skip


def member(number: int, name: str, duty: Duty = Duty.ON_DUTY) -> Member:
    badges = (Badge("urban", BadgeLevel.HELD),)
    return Member(number, 1, f"BT-{number:03d}", name, "", GRID, duty, badges)


def index_of(*things: Incident | Member) -> Index:
    index = Index()
    index.skills = {"litter": "urban"}
    for one in things:
        if isinstance(one, Member):
            index.put_member(one)
            index.put_sound(one)
        else:
            index.put_incident(one)
    index.put_names(
        [
            *(Named(Kind.DEED, deed.value, words) for deed, words in WORDS.items()),
            Named(Kind.PAGE, "roster", ("roster", "队伍")),
            Named(Kind.ACTION, "theme", ("switch between dark and light", "theme", "切换明暗")),
            Named(Kind.GRID, GRID, ("3-02",)),
        ]
    )
    index.learn_sounds()
    return index


def seat(selected: int | None = None, proposed: int | None = None) -> Seat:
    return Seat(selected, TODAY, 3, lambda _incident: proposed)


def deeds(lines: list[Line]) -> list[tuple[str, int | None, int | None]]:
    return [(one.name, one.incident, one.member) for one in lines if one.kind is Kind.DEED]


PEOPLE = (member(1, "陈小七"), member(2, "程晓琪"), member(3, "李雷"), member(4, "单雄信"))


@pytest.mark.parametrize("word", ["dispatch", "派遣", "pq", "paiqian", "DISPATCH", "Pq"])
def test_a_deed_is_called_by_either_language_or_its_sound(word: str) -> None:
    index = index_of(incident(23), *PEOPLE)
    lines = understand(f"{word} 23 李雷", index, seat())
    assert deeds(lines)[0] == ("dispatch", 23, 3)
    assert lines[0].hindrance is None


def test_two_with_the_same_initials_are_two_lines_and_none_is_preferred_by_a_guess() -> None:
    index = index_of(incident(23), *PEOPLE)
    lines = understand("pq 23 cxq", index, seat())
    assert {("dispatch", 23, 1), ("dispatch", 23, 2)} == set(deeds(lines))
    # Who is spelled in full comes before 程 (cheng), of which it spells the beginning.
    assert deeds(understand("pq 23 chenxiaoqi", index, seat()))[0] == ("dispatch", 23, 1)
    assert deeds(understand("pq 23 sxx", index, seat())) == [("dispatch", 23, 4)]


def test_whole_initials_come_before_those_that_only_begin_so() -> None:
    longer, whole = member(1, "李雷鸣"), member(9, "林立")
    index = index_of(incident(23), longer, whole)
    assert deeds(understand("pq 23 ll", index, seat())) == [
        ("dispatch", 23, 9),
        ("dispatch", 23, 1),
    ]


def test_a_number_is_the_very_one_else_all_that_end_so() -> None:
    index = index_of(incident(23), incident(123), incident(1123), incident(456), incident(1456))
    numbers = [line.incident for line in understand("23", index, seat())]
    assert numbers[0] == 23
    assert [line.incident for line in understand("#0123", index, seat())] == [123]
    assert set(index.numbered("56")) == {456, 1456}
    assert index.numbered("456") == [456]
    assert index.numbered("99") == []
    assert deeds(understand("note 56", index, seat())) == [
        ("comment", 1456, None),
        ("comment", 456, None),
    ]


def test_what_is_left_out_is_the_selected_incident_and_who_is_proposed() -> None:
    index = index_of(incident(23), incident(24), *PEOPLE)
    assert deeds(understand("pq", index, seat(24, 3)))[0] == ("dispatch", 24, 3)
    assert deeds(understand("pq 23", index, seat(24, 3)))[0] == ("dispatch", 23, 3)
    assert deeds(understand("pq 李雷", index, seat(24, 1)))[0] == ("dispatch", 24, 3)
    (first, *_) = understand("pq", index, seat())
    assert (first.incident, first.hindrance) == (None, Hindrance.NO_INCIDENT)


def test_a_name_of_two_words_is_one_deed() -> None:
    index = index_of(incident(23, state=State.RESOLVED))
    assert deeds(understand("send back 23", index, seat()))[0] == ("send_back", 23, None)


def test_an_address_names_an_incident_and_every_one_of_them_is_listed() -> None:
    index = index_of(incident(23, "井盖破损"), incident(24, "占道经营"), *PEOPLE)
    assert {line.incident for line in understand("文宗", index, seat())} == {23, 24}
    assert {one[1] for one in deeds(understand("reject 文宗", index, seat()))} == {23, 24}
    assert deeds(understand("pq 井盖 李雷", index, seat())) == [("dispatch", 23, 3)]


def test_what_may_be_a_deed_or_a_name_is_both() -> None:
    index = index_of(incident(23), member(7, "潘强"))
    kinds = [line.kind for line in understand("pq", index, seat(23, 7))]
    assert kinds[0] is Kind.DEED
    assert Kind.MEMBER in kinds


def test_nothing_found_is_said_and_not_replaced_by_something_else() -> None:
    index = index_of(incident(23), *PEOPLE)
    lines = understand("pq 99 李雷", index, seat(23, 3))
    assert [(line.name, line.hindrance) for line in lines] == [("dispatch", Hindrance.NOT_FOUND)]


@pytest.mark.parametrize(
    ("who", "hindrance"),
    [
        (member(5, "王一"), None),
        (member(5, "王一", Duty.OFF), Hindrance.OFF_DUTY),
        (member(5, "王一", Duty.BREAK), Hindrance.ON_BREAK),
        (replace(member(5, "王一"), badges=()), Hindrance.NOT_HELD),
        (
            replace(member(5, "王一"), badges=(Badge("urban", BadgeLevel.TRAINING),)),
            Hindrance.IN_TRAINING,
        ),
        (
            replace(
                member(5, "王一"), badges=(Badge("urban", BadgeLevel.HELD, date(2026, 3, 1)),)
            ),
            Hindrance.EXPIRED,
        ),
        (replace(member(5, "王一"), load=3), Hindrance.AT_LIMIT),
    ],
)
def test_who_cannot_be_sent_is_listed_with_the_reason(
    who: Member, hindrance: Hindrance | None
) -> None:
    index = index_of(incident(23), who)
    (line,) = understand("pq 23 王一", index, seat())
    assert (line.member, line.hindrance) == (5, hindrance)


def test_what_can_be_done_comes_before_what_cannot() -> None:
    index = index_of(incident(23, state=State.CHECKED), incident(24))
    lines = [line for line in understand("结案 文宗", index, seat()) if line.kind is Kind.DEED]
    assert [(line.incident, line.hindrance) for line in lines] == [
        (23, None),
        (24, Hindrance.NOT_NOW),
    ]


def test_the_words_of_an_incident_follow_it() -> None:
    index = index_of(incident(23, "井盖破损"))
    index.put_incident(incident(23, "路灯不亮"))
    assert not understand("井盖", index, seat())
    assert understand("路灯", index, seat())[0].incident == 23
    index.drop_incident(23)
    assert not understand("路灯", index, seat())


@pytest.mark.parametrize("state", list(State))
def test_all_that_the_desk_offers_can_be_typed_and_is_possible(state: State) -> None:
    for deed in offer_for(state).all_deeds:
        if state not in (State.CLOSED, State.REJECTED, State.MERGED):
            assert deed in DEEDS
        assert possible_now(deed, state)
    for deed in DEEDS:
        if deed in possible(state):
            assert possible_now(deed, state)


def test_an_empty_line_offers_what_can_be_done_now() -> None:
    index = index_of(incident(23), *PEOPLE)
    lines = selected_deeds(index, seat(23, 3))
    assert {line.name for line in lines} >= {"dispatch", "reject", "comment", "reserve"}
    assert all(line.hindrance is None and line.incident == 23 for line in lines)
    assert selected_deeds(index, seat()) == []


TYPED = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "pq",
                "派遣",
                "23",
                "#23",
                "cxq",
                "c",
                "文宗",
                "note",
                "send",
                "back",
                "0",
                "单",
                "3-02",
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=6,
).map(" ".join)

OPEN = st.lists(
    st.tuples(st.integers(1, 2000), st.sampled_from(list(State)[:9]), st.text(max_size=8)),
    max_size=6,
)


@given(TYPED, OPEN, st.one_of(st.none(), st.integers(1, 2000)))
def test_whatever_is_typed_every_line_is_real_and_told_once(
    text: str, open_ones: list[tuple[int, State, str]], selected: int | None
) -> None:
    index = index_of(*(incident(n, title, state) for n, state, title in open_ones), *PEOPLE)
    lines = understand(text, index, seat(selected, 3))
    assert len(lines) == len(set(lines)) <= MOST
    for line in lines:
        assert line.incident is None or line.incident in index.incidents
        assert line.member is None or line.member in index.members
        if line.kind is Kind.DEED and line.hindrance is None:
            assert line.incident is not None
            assert possible_now(Deed(line.name), index.incidents[line.incident].state)
            assert line.name != Deed.DISPATCH or line.member is not None
            state = index.incidents[line.incident].state
            assert line.name != Deed.DISPATCH or state in TO_DISPATCH


@given(st.integers(2, 12), st.sampled_from(["pq 23 wxm", "pq 23 王小明", "wxm", "派遣 23 小明"]))
def test_it_never_guesses_between_namesakes(many: int, text: str) -> None:
    index = index_of(incident(23), *(member(n, "王小明") for n in range(1, many + 1)))
    lines = understand(text, index, seat(23, 1))
    found = {line.member for line in lines if line.member is not None}
    # Where not all have room, as many as may be shown are: whoever types sees that there are more.
    assert found == set(range(1, many + 1)) or len(lines) >= FEW
