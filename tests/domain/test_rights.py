"""Rights: every deed needs one, and is refused without it."""

import pytest

from console.domain.errors import Refusal, Refused
from console.domain.lifecycle import Deed
from console.domain.rights import ALL_RIGHTS, RIGHT_OF, Actor, Right, require

NEEDS = {
    "take_reports": {"report", "join", "correct", "hand_over", "take_over"},
    "verify": {"verify", "reject", "merge", "separate"},
    "dispatch": {
        *("dispatch", "withdraw", "suspend", "resume", "escalate", "extend"),
        *("dispatch_team", "add_member", "reserve", "call"),
        *("declare_major", "stand_down", "join_major", "leave_major"),
        *("told", "not_told", "tell_again"),
    },
    "answer": {
        *("return", "acknowledge", "set_out", "arrive", "resolve", "check_in", "leave"),
    },
    "check": {"check", "send_back"},
    "close": {"close", "reopen"},
    "see_contacts": {"look"},
    "see_cameras": {"watch", "end_watch"},
    "comment": {
        *("comment", "correct_note", "attach", "turn_photo", "read_mentions", "need_language"),
        *("climb", "miss_check_in", "acknowledge_card", "take_back"),
    },
    "manage_duty": {"change_duty"},
    "manage_shifts": {
        *("set_pattern", "grant_leave", "cancel_leave"),
        *("change_shift", "swap_shifts", "plan_shifts"),
    },
    "manage_skills": {"add_skill", "change_skill", "remove_skill"},
    "manage_training": {
        *("certify", "train", "revoke"),
        *("plan_course", "change_course", "close_course", "cancel_course"),
    },
    "import": {"import_grids", "import_members", "import_cameras", "import_catalogue"},
    "change_rules": {
        *("change_weights", "change_ladder"),
        *("add_channel", "remove_channel", "reach_member"),
    },
}
"""Who may do what, written out by hand."""


def test_every_deed_needs_the_right_that_was_agreed() -> None:
    found: dict[str, set[str]] = {}
    for deed, right in RIGHT_OF.items():
        found.setdefault(right.value, set()).add(deed.value)

    assert found == NEEDS
    assert set(RIGHT_OF) == set(Deed)
    assert {right.value for right in ALL_RIGHTS} == set(NEEDS)


@pytest.mark.parametrize("deed", Deed)
def test_a_deed_is_refused_to_who_has_every_other_right(deed: Deed) -> None:
    right = RIGHT_OF[deed]

    with pytest.raises(Refusal) as caught:
        require(Actor("值班员", "desk-1", ALL_RIGHTS - {right}), deed)

    assert caught.value.code is Refused.NO_RIGHT
    assert caught.value.details == {"deed": deed.value, "right": right.value}


@pytest.mark.parametrize("deed", Deed)
def test_a_deed_needs_no_second_right(deed: Deed) -> None:
    require(Actor("值班员", "desk-1", frozenset({RIGHT_OF[deed]})), deed)


def test_an_operator_may_do_everything_until_there_are_accounts() -> None:
    assert Actor("值班员", "desk-1").rights == frozenset(Right)
