"""Which deed comes next when deeds are taken back, one after the other."""

from datetime import UTC, datetime
from uuid import UUID

from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.live.own_deeds import KEPT, OwnDeeds

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


def event(
    seq: int, kind: Deed = Deed.VERIFY, operator: str = "甲", undoes: int | None = None
) -> Event:
    payload = {} if undoes is None else {"undoes": undoes}
    about = Subject("incident", seq)
    return Event(seq, AT, operator, "一号席", UUID(int=seq), kind, about, payload, "0" * 64)


def numbers(deeds: OwnDeeds) -> list[int]:
    return [one.seq for one in deeds.last]


def test_the_last_own_deed_comes_first_whatever_others_do() -> None:
    deeds = OwnDeeds("甲", "一号席")
    deeds.take_in([event(1), event(2), event(3, operator="乙"), event(4, Deed.CLIMB)])
    assert numbers(deeds) == [2]
    deeds.take_in([event(2), event(5, Deed.TAKE_BACK, undoes=2)])
    assert numbers(deeds) == [1]
    deeds.forget_last()
    deeds.forget_last()
    assert numbers(deeds) == []


def test_what_was_done_at_once_is_one() -> None:
    deeds = OwnDeeds("甲", "一号席")
    deeds.together([UUID(int=2), UUID(int=3), UUID(int=4)])
    deeds.take_in([event(1), event(2), event(3)])
    deeds.take_in([event(4)])
    assert numbers(deeds) == [2, 3, 4]
    deeds.take_in([event(5, Deed.TAKE_BACK, undoes=3)])
    assert numbers(deeds) == [2, 4]


def test_a_backup_that_is_put_back_is_begun_anew_with() -> None:
    deeds = OwnDeeds("甲", "一号席")
    deeds.take_in([event(number) for number in range(1, KEPT + 20)])
    deeds.take_in([event(3)])
    assert numbers(deeds) == [3]
    deeds.forget_last()
    assert numbers(deeds) == []
