"""Who has been on a related incident: found quickly, and the same as by looking at everything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.continuity import FEWEST, Dealings, Dealt, is_related
from console.domain.crew import Crew
from console.domain.place import LonLat
from console.domain.ranking import Reason, costs_of, propose
from console.domain.weights import Weights
from tests.domain.plain_ranking import plain_order
from tests.domain.test_ranking import INCIDENT, NOON, PLACE, TODAY, TREE, member

EARLIER = NOON - timedelta(days=3)


def metres_east(metres: float) -> LonLat:
    return LonLat(PLACE.lon + metres / 111_195, PLACE.lat)


def dealt(incident: int = 77, by: int = 1, **other: object) -> Dealt:
    known = Dealt(incident, by, INCIDENT.category, "", PLACE, None, EARLIER)
    return replace(known, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("past", "related"),
    [
        (dealt(), True),
        (dealt(place=metres_east(49)), True),
        (dealt(place=metres_east(52)), False),
        (dealt(category="litter"), False),
        (dealt(INCIDENT.id, category="litter", place=None), True),
        (dealt(merged_into=INCIDENT.id, category="litter", place=None), True),
        (dealt(at=NOON - timedelta(days=30)), True),
        (dealt(at=NOON - timedelta(days=31)), False),
        (dealt(place=None), False),
    ],
)
def test_what_is_related(past: Dealt, *, related: bool) -> None:
    assert is_related(INCIDENT, past, TODAY) is related
    assert bool(Dealings([past]).related(INCIDENT, TODAY)) is related


def test_the_same_address_counts_where_a_place_is_not_known() -> None:
    at_home = replace(INCIDENT, address="文宗路 12 号", place=None)
    assert is_related(at_home, dealt(address="文宗路 12 号"), TODAY)
    assert not is_related(at_home, dealt(address="文宗路 14 号"), TODAY)
    # Where both are known the places decide: a street is long.
    far = dealt(address="文宗路 12 号", place=metres_east(400))
    assert not is_related(replace(at_home, place=PLACE), far, TODAY)


def test_what_it_was_merged_into_is_related() -> None:
    assert is_related(replace(INCIDENT, merged_into=77), dealt(category="x", place=None), TODAY)


def test_the_last_one_is_told() -> None:
    known = Dealings([dealt(70, at=EARLIER - timedelta(days=1)), dealt(71), dealt(72, by=2)])
    found = known.related(INCIDENT, TODAY)
    assert {number: one.incident for number, one in found.items()} == {1: 71, 2: 72}


def test_who_has_been_there_goes_before_who_is_a_little_nearer() -> None:
    crew = Crew(TREE, [member(1, away=2.5), member(2)], Dealings([dealt(by=1)]))
    first, second = propose(INCIDENT, "security", crew, TODAY).candidates
    assert (first.member.id, first.been) == (1, dealt(by=1))
    assert Reason.BEEN_THERE in first.reasons
    assert (second.been, Reason.BEEN_THERE in second.reasons) == (None, False)
    without = propose(INCIDENT, "security", crew, TODAY, Weights(continuity=0.0)).candidates
    assert without[0].member.id == 2


def test_who_speaks_the_language_goes_before_who_is_a_little_nearer() -> None:
    speaker = replace(member(1, away=3.5), languages=("teochew", "yue"))
    crew = Crew(TREE, [speaker, member(2)])
    asked = replace(INCIDENT, language="yue")
    first, second = propose(asked, "security", crew, TODAY).candidates
    assert first.member.id == 1
    assert Reason.SPEAKS_LANGUAGE in first.reasons
    assert Reason.SPEAKS_LANGUAGE not in second.reasons
    assert propose(INCIDENT, "security", crew, TODAY).candidates[0].member.id == 2
    nobody_speaks = replace(INCIDENT, language="hak")
    assert propose(nobody_speaks, "security", crew, TODAY).eligible == 2


def test_a_language_that_was_unlearned_counts_no_more() -> None:
    speaker = replace(member(1, away=3.5), languages=("yue",))
    crew = Crew(TREE, [speaker, member(2)])
    crew.take_in([replace(speaker, languages=())])
    asked = replace(INCIDENT, language="yue")
    assert propose(asked, "security", crew, TODAY).candidates[0].member.id == 2


def test_the_usual_time_is_the_median_of_enough_cases() -> None:
    def took(incident: int, minutes: int) -> Dealt:
        return dealt(incident, arrived_at=EARLIER, done_at=EARLIER + timedelta(minutes=minutes))

    known = Dealings(took(number, minutes) for number, minutes in enumerate((90, 10, 30, 20)))
    assert known.usual(INCIDENT.category) is None
    known.take_in([took(FEWEST, 25)])
    assert known.usual(INCIDENT.category) == timedelta(minutes=25)
    assert known.usual("litter") is None


PASTS = st.lists(
    st.builds(
        Dealt,
        st.integers(1, 6),
        st.integers(1, 6),
        st.sampled_from(["suspicious", "litter"]),
        st.sampled_from(["", "甲", "乙"]),
        st.one_of(st.none(), st.floats(-400, 400).map(metres_east)),
        st.one_of(st.none(), st.integers(1, 6)),
        st.integers(0, 40).map(lambda days: datetime(2026, 3, 2, tzinfo=UTC) - timedelta(days)),
    ),
    max_size=20,
    # An assignment is there once.
    unique_by=lambda one: (one.incident, one.member),
)
ASKED = st.builds(
    lambda number, address, place, into: replace(
        INCIDENT, id=number, address=address, place=place, merged_into=into
    ),
    st.integers(1, 6),
    st.sampled_from(["", "甲", "乙"]),
    st.one_of(st.none(), st.floats(-400, 400).map(metres_east)),
    st.one_of(st.none(), st.integers(1, 6)),
)


@given(PASTS, PASTS, ASKED)
def test_the_quick_way_finds_what_looking_at_everything_finds(
    before: list[Dealt], after: list[Dealt], asked: object
) -> None:
    incident = asked
    # All of one incident agree on what the incident is.
    first = {one.incident: one for one in [*before, *after]}
    merged = [_alike(one, first[one.incident]) for one in before]
    later = [_alike(one, first[one.incident]) for one in after]
    known = Dealings(merged)
    known.take_in(later)
    replaced = {one.incident for one in later}
    now = [one for one in merged if one.incident not in replaced] + later
    expected = {one.member for one in now if is_related(incident, one, TODAY)}  # type: ignore[arg-type]
    assert set(known.related(incident, TODAY)) == expected  # type: ignore[arg-type]


def _alike(one: Dealt, like: Dealt) -> Dealt:
    return replace(
        one,
        category=like.category,
        address=like.address,
        place=like.place,
        merged_into=like.merged_into,
    )


@given(PASTS, st.sampled_from(["", "yue", "en"]))
def test_the_costs_are_those_of_a_plain_loop(pasts: list[Dealt], language: str) -> None:
    members = [replace(member(n, away=n), languages=("yue", "en")[: n % 3]) for n in range(1, 8)]
    asked = replace(INCIDENT, language=language)
    first = {one.incident: one for one in pasts}
    known = [_alike(one, first[one.incident]) for one in pasts]
    crew, rule = Crew(TREE, members, Dealings(known)), Weights()
    expected = {
        one.id: cost
        for cost, one in plain_order(asked, "security", members, TREE, TODAY, rule, known)
    }
    costs = costs_of(asked, "security", crew, TODAY, rule)
    for slot, one in enumerate(crew.members):
        assert costs[slot] == pytest.approx(expected[one.id])
