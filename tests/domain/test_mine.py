"""Whose an incident is: who took the report, who did the last deed, whose card waits."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from console.domain.change import Change
from console.domain.events import Event, Subject
from console.domain.ladder import Card, Matter, Supervision, Who
from console.domain.lifecycle import Deed
from console.domain.mine import InHand, Mine

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
CARD = Supervision(
    1, 9, Matter.LIMIT, NOW, 1, Who.LEADER, Card.RED, "甲", NOW, NOW, NOW + timedelta(hours=1)
)


def did(operator: str, kind: Deed, number: int, subject: str = "incident") -> Change:
    event = Event(
        1, NOW, operator, "一号席", UUID(int=1), kind, Subject(subject, number), {}, "0" * 64
    )
    return Change(1, (event,))


def test_the_last_deed_counts_and_what_the_program_does_is_nobodys() -> None:
    mine = Mine("甲")
    mine.take_in(did("甲", Deed.VERIFY, 3))
    mine.take_in(did("乙", Deed.CLIMB, 3))
    mine.take_in(did("甲", Deed.CHANGE_DUTY, 4, "member"))
    assert mine.ids == {3}
    mine.take_in(did("乙", Deed.DISPATCH, 3))
    assert mine.ids == set()


def test_whose_report_it_was_stays_theirs() -> None:
    mine = Mine("甲")
    mine.take_in(did("甲", Deed.REPORT, 5))
    mine.take_in(did("乙", Deed.VERIFY, 5))
    assert mine.ids == {5}
    mine.take_in(Change(2, (), ended=(5,)))
    assert mine.ids == set()


def test_a_card_is_its_owners_until_it_is_acknowledged() -> None:
    mine = Mine("甲")
    mine.take_cards([CARD, replace(CARD, id=2, incident=8, owner="值班长")])
    assert mine.ids == {9}
    mine.take_in(Change(2, (), supervisions=(replace(CARD, acknowledged_at=NOW),)))
    assert mine.ids == set()


def test_what_was_before_gives_way_to_what_the_feed_has_told_since() -> None:
    mine = Mine("甲")
    mine.take_in(did("乙", Deed.VERIFY, 3))
    mine.begin(InHand(taken=frozenset({1}), last=frozenset({2, 3})))
    assert mine.ids == {1, 2}
