"""Channels: no secret in an address, the same words for every try, and when it is tried again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from console.domain.channels import (
    PAUSES,
    TRIES,
    Channel,
    Tidings,
    checked_channel,
    pause_after,
    secrets_in,
    trial,
    wording,
)
from console.domain.errors import Refusal, Refused

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")

GOOD = (
    "wecombot://{secret:WECOM_KEY}",
    "dingtalk://{secret:DING_SIGN}@{secret:DING_TOKEN}",
    "mailtos://center:{secret:MAIL}@smtp.example.com?from=center@example.com&to={to}",
    "mailto://127.0.0.1:41019?from=center@example.com&to={to}",
    "json://127.0.0.1:8080/hook/{secret:HOOK}",
    "jsons://gateway.sms-service.example.com/send?phone={to}",
)
BAD = (
    "wecombot://693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa",
    "feishu://0e2d8c3f-aaaa-bbbb-cccc-1f2e3d4c5b6a",
    "mailtos://center:geheim@smtp.example.com",
    "mailtos://center:{secret:MAIL}geheim@smtp.example.com",
    "jsons://host/hook?access_token=9f8e7d6c5b4a39281706",
    "jsons://host/9f8e7d6c5b4a39281706/send",
)


@pytest.mark.parametrize("address", GOOD)
def test_an_address_without_a_secret_may_be_kept(address: str) -> None:
    assert checked_channel(Channel("a", "甲", address)).address == address


@pytest.mark.parametrize("address", BAD)
def test_an_address_with_what_looks_like_a_secret_may_not(address: str) -> None:
    with pytest.raises(Refusal) as caught:
        checked_channel(Channel("a", "甲", address))
    assert caught.value.code is Refused.OPEN_ADDRESS
    assert address not in str(caught.value)


@pytest.mark.parametrize(
    "channel",
    [
        Channel("A b", "甲", GOOD[0]),
        Channel("a", "  ", GOOD[0]),
        Channel("a", "甲", GOOD[0], language="fr"),
        Channel("a", "甲", "json://host/{unknown}"),
        Channel("a", "甲", "host"),
    ],
)
def test_what_cannot_be_a_channel_is_refused(channel: Channel) -> None:
    with pytest.raises(Refusal):
        checked_channel(channel)


def test_the_secrets_of_an_address_are_named_once() -> None:
    assert secrets_in("a://{secret:B}@{secret:A}/{secret:B}") == ("B", "A")


def test_it_is_tried_at_growing_distances_and_not_for_ever() -> None:
    waits = [pause_after(tries) for tries in range(1, TRIES + 1)]
    assert waits == [*PAUSES, None]
    assert list(PAUSES) == sorted(PAUSES)
    assert sum(PAUSES, timedelta()) < timedelta(minutes=10)


def test_the_words_do_not_depend_on_how_often_it_was_tried() -> None:
    order = replace(
        trial("a", "dispatched-7", AT),
        tidings=Tidings.DISPATCHED,
        incident=7,
        member_name="陈小明",
        text="井盖缺失\n文宗路",
        due_at=AT + timedelta(minutes=30),
    )
    title, text = wording(order, "zh", ZONE)
    assert title == "派遣 0007"
    assert text.split("\n") == [
        *("井盖缺失", "文宗路", "→ 陈小明", "请在 03-02 10:30 前接单", "消息号 dispatched-7"),
    ]
    assert wording(replace(order, tries=5), "zh", ZONE) == (title, text)
    assert wording(order, "en", ZONE)[0] == "Dispatch 0007"
    back = wording(replace(order, tidings=Tidings.WITHDRAWN), "zh", ZONE)
    assert back[0] == "撤回派遣，不必再去 0007"
    assert "前接单" not in back[1]
