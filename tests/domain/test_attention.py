"""Who is there is known by signs of life that change, whatever the workstations' clocks tell."""

from datetime import datetime, timedelta

import pytest

from console.domain.attention import EXPIRES, Attention, Onlooker
from tests.views.make import START

SECOND = timedelta(seconds=1)
OWN = ("一号席", "甲")


def onlooker(seen: datetime, incident: int = 1, operator: str = "乙") -> Onlooker:
    return Onlooker("二号席", operator, incident, START, seen)


def there(attention: Attention, now: datetime) -> dict[int, list[str]]:
    found = attention.there(now)
    return {incident: [one.operator for one in some] for incident, some in found.items()}


@pytest.mark.parametrize("ahead", [0, 300, -300])
def test_who_gives_signs_of_life_is_there_and_expires_without_them(ahead: int) -> None:
    attention, skew = Attention(OWN), ahead * SECOND
    attention.take_in([onlooker(START + skew)], START)
    now = START + 5 * SECOND
    attention.take_in([onlooker(now + skew)], now)
    assert there(attention, now + EXPIRES) == {1: ["乙"]}
    assert there(attention, now + EXPIRES + SECOND) == {}
    attention.take_in([onlooker(now + skew)], now + EXPIRES + SECOND)
    assert there(attention, now + EXPIRES + SECOND) == {}, "an old sign is no new one"


def test_what_a_killed_console_has_left_behind_does_not_come_to_life() -> None:
    attention = Attention(OWN)
    attention.take_in([onlooker(START - 3600 * SECOND)], START)
    assert there(attention, START) == {}


def test_another_incident_is_a_sign_of_life_and_oneself_is_not_told() -> None:
    attention = Attention(OWN)
    own = Onlooker(*OWN, 1, START, START)
    attention.take_in([onlooker(START), own, onlooker(START, operator="丙")], START)
    assert there(attention, START) == {1: ["丙", "乙"]}
    later = START + EXPIRES
    attention.take_in([onlooker(START, incident=2), own], later)
    assert there(attention, later + EXPIRES) == {2: ["乙"]}
    attention.forget()
    assert there(attention, later) == {}
