"""Which reports are about one matter: by hand, and whatever the texts and places are."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.duplicates import (
    LIKELY,
    NEAR_M,
    WITHIN,
    Telling,
    alike,
    most_alike,
    numbers_in,
    pairs_of,
    resemblance,
)
from console.domain.place import LonLat, distance_m

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
MARKET = LonLat(113.680884, 22.927541)
FIRST = Telling("litter", "文宗路口堆了很多垃圾", "文宗路12号", MARKET, NOON)


def away(metres: float) -> LonLat:
    """A place so far to the north."""
    return LonLat(MARKET.lon, MARKET.lat + metres / 111_195)


def again(**changes: Any) -> Telling:
    """The same matter as a second caller tells it a quarter of an hour later."""
    told = Telling("litter", "垃圾堆在路口没人管", "文宗路12号", away(40), NOON + QUARTER)
    return replace(told, **changes)


QUARTER = timedelta(minutes=15)

places = st.none() | st.builds(
    LonLat, st.floats(113.67, 113.69, allow_nan=False), st.floats(22.92, 22.93, allow_nan=False)
)
words = st.text(st.sampled_from("文宗路垃圾堆口很多12号ABab，。 "), max_size=30)
tellings = st.builds(
    Telling,
    st.sampled_from(["", "litter", "noise"]),
    words,
    words,
    places,
    st.timedeltas(timedelta(0), timedelta(days=5)).map(lambda apart: NOON + apart),
)


def test_a_second_caller_in_other_words_is_likely_the_same() -> None:
    assert resemblance(FIRST, again()) > LIKELY


@pytest.mark.parametrize(
    "changes",
    [
        {"place": away(400)},
        {"place": away(40), "words": "楼上漏水", "category": "noise"},
        {"address": "文宗路88号", "words": "电动车挡路"},
        {"address": "康乐北路5号", "place": None},
        {"words": "有人打架", "category": "dispute"},
    ],
    ids=["far", "kind and words", "house", "street", "same house"],
)
def test_what_speaks_against_it_makes_it_another_matter(changes: dict[str, Any]) -> None:
    assert resemblance(FIRST, again(**changes)) < LIKELY


def test_without_a_place_the_street_and_number_tell() -> None:
    assert resemblance(FIRST, again(place=None)) > LIKELY
    assert resemblance(FIRST, again(place=None, address="")) < LIKELY


def test_a_report_that_says_nothing_resembles_nothing() -> None:
    assert resemblance(FIRST, Telling("", "", "", None, NOON)) < 0.01


def test_texts_are_compared_by_pairs_of_characters() -> None:
    assert pairs_of("文宗路，文 宗") == ("宗路", "文宗", "文宗", "路文")
    # 垃圾 and 路口 of three and five pairs: Dice 2*2/8, of the shorter one 2/3.
    assert alike("垃圾路口", "路口有垃圾啊") == pytest.approx((2 * 2 / 8 + 2 / 3) / 2)
    assert alike("ＡＢ12", "ab12") == 1.0
    assert alike("火", "大火") is None
    assert alike("", "大火") is None


def test_numbers_of_an_address_are_read_in_both_widths() -> None:
    assert numbers_in("文宗路１２号3栋") == (12, 3)
    assert numbers_in("9" * 400) == (999_999_999,)


@given(tellings, tellings)
def test_it_is_mutual_and_a_share(one: Telling, other: Telling) -> None:
    score = resemblance(one, other)
    assert 0.0 <= score <= 1.0
    assert score == pytest.approx(resemblance(other, one))


@given(tellings, tellings)
def test_what_is_too_far_or_too_old_is_never_the_same(one: Telling, other: Telling) -> None:
    score = resemblance(one, other)
    if abs(one.at - other.at) > WITHIN:
        assert score == 0.0
    if one.place and other.place and distance_m(one.place, other.place) > NEAR_M:
        assert score == 0.0


@given(tellings, st.floats(0, 480), st.floats(0, 480))
def test_farther_away_is_never_likelier(one: Telling, near: float, far: float) -> None:
    near, far = sorted((near, far))
    at = replace(one, place=MARKET)
    scores = [resemblance(at, replace(one, place=away(metres))) for metres in (near, far)]
    assert scores[0] >= scores[1] - 1e-9


@given(tellings, st.lists(tellings, max_size=6))
def test_the_likeliest_come_first_and_all_of_them_are_likely(
    one: Telling, others: list[Telling]
) -> None:
    found = most_alike(one, enumerate(others), most=3)
    scores = [match.score for match in found]
    assert scores == sorted(scores, reverse=True)
    assert all(score >= LIKELY for score in scores)
    likely = [n for n, other in enumerate(others) if resemblance(one, other) >= LIKELY]
    assert len(found) == min(3, len(likely))
    assert {match.number for match in found} <= set(likely)


def test_a_place_that_is_not_known_has_no_distance() -> None:
    (match,) = most_alike(FIRST, [(7, again(place=None))])
    assert match.metres is None
    assert match.apart == QUARTER
