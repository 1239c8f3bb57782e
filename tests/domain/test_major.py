"""What may be led as a major incident, and what is counted once."""

from dataclasses import replace

import pytest

from console.domain.errors import Refusal, Refused
from console.domain.incident import ENDED, State
from console.domain.major import (
    Standing,
    require_may_end,
    require_may_join,
    require_may_lead,
    together,
)
from tests.views.make import incident

PLAIN = Standing(112, State.VERIFIED, leads=False, part_of=None)
MAJOR = Standing(113, State.DISPATCHED, leads=True, part_of=None)


@pytest.mark.parametrize("state", State)
def test_what_is_open_may_lead_and_be_a_part(state: State) -> None:
    one = replace(PLAIN, state=state)
    if state not in ENDED:
        require_may_lead(one)
        require_may_join(one, MAJOR)
        return
    with pytest.raises(Refusal) as caught:
        require_may_lead(one)
    assert caught.value.code is Refused.HAS_ENDED
    with pytest.raises(Refusal) as caught:
        require_may_join(one, MAJOR)
    assert caught.value.code is Refused.HAS_ENDED


@pytest.mark.parametrize(
    ("part", "major", "code"),
    [
        (PLAIN, PLAIN, Refused.PART_OF_ITSELF),
        (PLAIN, replace(PLAIN, id=5), Refused.NOT_MAJOR),
        (replace(MAJOR, id=5), MAJOR, Refused.MAJOR_ALREADY),
        (replace(PLAIN, part_of=7), MAJOR, Refused.PART_ALREADY),
        (PLAIN, replace(MAJOR, state=State.CLOSED), Refused.HAS_ENDED),
    ],
)
def test_what_cannot_be_a_part_is_told_why(part: Standing, major: Standing, code: Refused) -> None:
    with pytest.raises(Refusal) as caught:
        require_may_join(part, major)
    assert caught.value.code is code


def test_no_part_leads_and_no_major_one_is_declared_twice() -> None:
    for one, code in (
        (MAJOR, Refused.MAJOR_ALREADY),
        (replace(PLAIN, part_of=7), Refused.PART_ALREADY),
    ):
        with pytest.raises(Refusal) as caught:
            require_may_lead(one)
        assert caught.value.code is code


def test_a_major_one_ends_after_its_parts() -> None:
    require_may_end(MAJOR)
    with pytest.raises(Refusal) as caught:
        require_may_end(replace(MAJOR, open_parts=2))
    assert (caught.value.code, caught.value.details["count"]) == (Refused.PARTS_OPEN, 2)


def test_a_major_one_is_counted_once_with_its_parts() -> None:
    head = replace(incident(1), leads=True)
    parts = [replace(incident(n), part_of=1) for n in (3, 2)]
    orphan = replace(incident(4), part_of=99)
    found = together([*parts, head, orphan, incident(5)])
    assert {one.head.id: [part.id for part in one.parts] for one in found} == {
        1: [2, 3],
        4: [],
        5: [],
    }
