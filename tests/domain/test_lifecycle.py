"""The lifecycle's table: what may follow what, and where everything ends."""

import pytest

from console.domain.errors import Refusal, Refused
from console.domain.incident import ENDED, RUNNING, TO_CHECK, TO_DISPATCH, State
from console.domain.lifecycle import MOVES, Deed, possible, target_of

ALL = [(deed, state) for deed in Deed for state in State]

WRITTEN_OUT = """
reported: verify verified, reject rejected, merge merged, escalate escalated
verified: reject rejected, merge merged, dispatch dispatched, suspend suspended, escalate escalated
rework: reject rejected, merge merged, dispatch dispatched, suspend suspended, escalate escalated
reopened: reject rejected, merge merged, dispatch dispatched, suspend suspended, escalate escalated
dispatched: withdraw verified, return verified, acknowledge acknowledged
acknowledged: withdraw verified, return verified, set_out en_route
en_route: withdraw verified, return verified, arrive on_scene
on_scene: withdraw verified, resolve resolved, suspend suspended, escalate escalated
resolved: check checked, send_back rework
checked: send_back rework, close closed
closed: reopen reopened
rejected: reopen reopened
merged: reopen reopened
suspended: resume verified, escalate escalated
escalated: resolve resolved, resume verified
"""
"""The whole lifecycle by hand: from each state, each deed and where it leads."""


def test_the_table_is_the_one_that_was_agreed() -> None:
    agreed = {
        (deed, source, target)
        for line in WRITTEN_OUT.split("\n")
        for source, _, moves in [line.partition(": ")]
        for deed, target in [move.split() for move in moves.split(", ") if move]
    }

    assert {(move.deed.value, move.source.value, move.target.value) for move in MOVES} == agreed
    assert len(MOVES) == len(agreed)
    assert {source for _, source, _ in agreed} == {state.value for state in State}


def reachable(start: State) -> set[State]:
    found, open_ends = {start}, [start]
    while open_ends:
        source = open_ends.pop()
        fresh = {move.target for move in MOVES if move.source is source} - found
        found |= fresh
        open_ends += fresh
    return found


@pytest.mark.parametrize(("deed", "state"), ALL)
def test_what_the_table_does_not_name_is_refused(deed: Deed, state: State) -> None:
    named = {move.target for move in MOVES if (move.deed, move.source) == (deed, state)}
    if named:
        assert named == {target_of(deed, state)}
        assert deed in possible(state)
        return
    assert deed not in possible(state)
    with pytest.raises(Refusal) as caught:
        target_of(deed, state)
    assert caught.value.code is Refused.ILLEGAL_MOVE
    assert caught.value.details == {"deed": deed.value, "state": state.value}


def test_a_report_can_come_to_every_state() -> None:
    assert reachable(State.REPORTED) == set(State)


@pytest.mark.parametrize("state", [state for state in State if state not in ENDED])
def test_nothing_is_a_dead_end(state: State) -> None:
    assert State.CLOSED in reachable(state)


def test_only_dispatch_starts_a_run_and_only_from_what_waits() -> None:
    starts = {
        (move.deed, move.source)
        for move in MOVES
        if move.target in RUNNING and move.source not in RUNNING
    }
    assert starts == {(Deed.DISPATCH, state) for state in TO_DISPATCH}


def test_closing_needs_the_check_that_follows_the_resolution() -> None:
    assert [move.source for move in MOVES if move.target is State.CLOSED] == [State.CHECKED]
    assert [move.source for move in MOVES if move.target is State.CHECKED] == [State.RESOLVED]
    assert {State.RESOLVED, State.CHECKED} == TO_CHECK


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_can_only_be_reopened(state: State) -> None:
    assert possible(state) == (Deed.REOPEN,)
