"""Each deed can be taken back or says why not; what stands in the way is found in the log."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from console.domain.errors import Refused
from console.domain.events import Event, Subject
from console.domain.lifecycle import BACKWARD, MOVES, Deed
from console.domain.undoing import (
    SHIFT,
    UNDOING,
    Clock,
    Final,
    Taking,
    Why,
    hindrance,
    refusal,
    tells_somebody,
    undoing_of,
)

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MOVED: dict[str, object] = {"from": "a", "to": "b", "stood": {}}


def event(
    seq: int,
    kind: Deed,
    payload: Mapping[str, object] | None = None,
    subject: str = "incident",
    number: int = 112,
) -> Event:
    about = Subject(subject, number)
    at = AT + timedelta(minutes=seq)
    return Event(seq, at, "甲", "一号席", UUID(int=seq), kind, about, payload or {}, "0" * 64)


@pytest.mark.parametrize("deed", Deed)
def test_each_deed_stands_in_the_table(deed: Deed) -> None:
    found = UNDOING[deed]
    if isinstance(found, Taking):
        by = UNDOING[found.by]
        # Whatever takes back is taken back by doing the deed again, not by the same key.
        told = {**MOVED, "undoes": 1}
        assert isinstance(by, Final) or undoing_of(event(2, found.by, told)) == Final(Why.UNDOING)
        assert timedelta(0) < found.within <= SHIFT


def test_each_move_of_the_lifecycle_can_be_taken_back() -> None:
    for move in MOVES:
        found = UNDOING[move.deed]
        assert isinstance(found, Taking), move
        assert found.clock is Clock.AS_BEFORE, move
        assert (move.target, move.source) in BACKWARD


@pytest.mark.parametrize("deed", Deed)
def test_what_moves_the_incident_on_stands_in_the_way_of_a_move(deed: Deed) -> None:
    mine = event(1, Deed.VERIFY, MOVED)
    later = event(2, deed, MOVED)
    rests = {
        *(Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.ACKNOWLEDGE_CARD, Deed.CHECK_IN, Deed.LOOK),
        *(Deed.TOLD, Deed.NOT_TOLD, Deed.TELL_AGAIN, Deed.CORRECT),
        *(Deed.WATCH, Deed.END_WATCH),
    }
    assert hindrance(mine, [later]) == (None if deed in rests else later)
    assert hindrance(mine, [event(2, deed, MOVED, number=113)]) is None
    assert hindrance(event(3, Deed.VERIFY, MOVED), [later]) is None


def test_what_was_taken_back_itself_stands_in_nobodys_way() -> None:
    mine, sent = event(1, Deed.VERIFY, MOVED), event(2, Deed.DISPATCH, MOVED)
    back = event(3, Deed.WITHDRAW, {**MOVED, "undoes": 2})
    assert hindrance(mine, [sent]) is sent
    assert hindrance(mine, [sent, back]) is None
    assert hindrance(sent, [back]) is back


@pytest.mark.parametrize(
    ("mine", "later", "stands"),
    [
        ((Deed.COMMENT, {"note": "a"}), (Deed.VERIFY, MOVED), False),
        ((Deed.COMMENT, {"note": "a"}), (Deed.CORRECT_NOTE, {"corrects": 1}), True),
        ((Deed.COMMENT, {"note": "a"}), (Deed.CORRECT_NOTE, {"corrects": 7}), False),
        ((Deed.ATTACH, {}), (Deed.CLOSE, MOVED), False),
        ((Deed.NEED_LANGUAGE, {}), (Deed.NEED_LANGUAGE, {}), True),
        ((Deed.NEED_LANGUAGE, {}), (Deed.VERIFY, MOVED), False),
        (
            (Deed.CORRECT, {"changes": {"title": ["a", "b"]}}),
            (Deed.CORRECT, {"changes": {"address": ["a", "b"]}}),
            False,
        ),
        (
            (Deed.CORRECT, {"changes": {"title": ["a", "b"]}}),
            (Deed.CORRECT, {"changes": {"title": ["b", "c"]}}),
            True,
        ),
        ((Deed.VERIFY, MOVED), (Deed.CORRECT, {"changes": {"title": ["a", "b"]}}), False),
        ((Deed.VERIFY, MOVED), (Deed.CORRECT, {"changes": {"category": ["a", "b"]}}), True),
        ((Deed.VERIFY, MOVED), (Deed.COMMENT, {"note": "a"}), False),
        ((Deed.CHECK_IN, {"assignment": 5}), (Deed.CHECK_IN, {"assignment": 5}), True),
        ((Deed.CHECK_IN, {"assignment": 5}), (Deed.CHECK_IN, {"assignment": 6}), False),
        ((Deed.DISPATCH, MOVED), (Deed.ADD_MEMBER, {"member": 7}), True),
    ],
)
def test_what_rests_on_a_deed_stands_in_its_way(
    mine: tuple[Deed, dict[str, object]], later: tuple[Deed, dict[str, object]], stands: bool
) -> None:
    after = event(2, *later)
    assert hindrance(event(1, *mine), [after]) == (after if stands else None)


def test_a_duty_is_gone_on_from_by_whatever_sets_the_members_duty() -> None:
    mine = event(1, Deed.CHANGE_DUTY, {"member": 7, "duty": "break"}, "member", 7)
    sent = event(2, Deed.SET_OUT, {"member": 7, "duty": "en_route"})
    other = event(2, Deed.SET_OUT, {"member": 8, "duty": "en_route"})
    assert hindrance(mine, [other, sent]) is sent
    assert hindrance(mine, [other]) is None


@pytest.mark.parametrize(
    ("deed", "payload", "why"),
    [
        (Deed.WITHDRAW, {"member": 7}, Why.OTHERS_STAY),
        (Deed.RETURN, {**MOVED, "next": 8}, Why.OTHERS_STAY),
        (Deed.ATTACH, {"again": True}, Why.NOTHING_NEW),
        (Deed.VERIFY, {"from": "a", "to": "b"}, Why.OLD_PROGRAM),
        (Deed.LOOK, {}, Why.SEEN),
    ],
)
def test_what_an_event_tells_can_make_it_final(
    deed: Deed, payload: dict[str, object], why: Why
) -> None:
    assert undoing_of(event(1, deed, payload)) == Final(why)


def test_a_shift_later_nothing_is_taken_back() -> None:
    mine = event(0, Deed.VERIFY, MOVED)
    assert refusal(mine, (), AT + SHIFT) is None
    late = refusal(mine, (), AT + SHIFT + timedelta(seconds=1))
    assert late is not None
    assert (late.code, late.details) == (Refused.TOO_LATE, {"deed": "verify", "hours": 8})


def test_it_is_told_who_has_gone_on_with_what() -> None:
    since = event(2, Deed.SUSPEND, MOVED)
    found = refusal(event(1, Deed.VERIFY, MOVED), [since], AT)
    assert found is not None
    assert found.code is Refused.ACTED_SINCE
    assert (found.details["operator"], found.details["since"]) == ("甲", "suspend")
    final = refusal(event(1, Deed.LOOK), (), AT)
    assert final is not None
    assert (final.code, final.details["why"]) == (Refused.FINAL, "seen")


def test_somebody_hears_of_it_where_somebody_was_told() -> None:
    assert tells_somebody(event(1, Deed.DISPATCH, {**MOVED, "channel": "sms"}))
    assert not tells_somebody(event(1, Deed.DISPATCH, MOVED))
