"""The chain of events: any change of a line shows in its hash."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from console.domain.events import GENESIS, Event, Subject, chain_hash
from console.domain.lifecycle import Deed

EVENT = Event(
    seq=7,
    at=datetime(2026, 3, 2, 2, 0, 0, 5, tzinfo=UTC),
    operator="值班员",
    workstation="desk-1",
    command_id=UUID(int=1),
    kind=Deed.VERIFY,
    subject=Subject("incident", 112),
    payload={"from": "reported", "to": "verified", "note": "看过监控"},
    hash="",
)


def test_a_subject_is_told_by_its_kind_and_number() -> None:
    assert str(Subject("incident", 112)) == "incident:112"


@pytest.mark.parametrize(
    "changed",
    [
        replace(EVENT, seq=8),
        replace(EVENT, at=EVENT.at + timedelta(microseconds=1)),
        replace(EVENT, operator="他人"),
        replace(EVENT, workstation="desk-2"),
        replace(EVENT, command_id=UUID(int=2)),
        replace(EVENT, kind=Deed.REJECT),
        replace(EVENT, subject=Subject("incident", 113)),
        replace(EVENT, payload={**EVENT.payload, "note": ""}),
    ],
)
def test_every_field_enters_the_hash(changed: Event) -> None:
    assert chain_hash(GENESIS, changed) != chain_hash(GENESIS, EVENT)


def test_the_line_before_enters_the_hash() -> None:
    assert chain_hash("1" * 64, EVENT) != chain_hash(GENESIS, EVENT)


def test_the_same_event_has_the_same_hash_however_it_is_told() -> None:
    told = replace(
        EVENT,
        at=EVENT.at.astimezone(timezone(timedelta(hours=8))),
        payload=dict(reversed(list(EVENT.payload.items()))),
        hash="whatever",
    )

    assert chain_hash(GENESIS, told) == chain_hash(GENESIS, EVENT)


def test_the_hash_never_changes_between_releases() -> None:
    """Databases in use hold hashes made by the first release."""
    expected = "45993c2ee58a9001a5de6111a1e676a03051c191babf7cd42aaf31a14cab2921"
    assert chain_hash(GENESIS, EVENT) == expected
