"""Errors and events become whole sentences, whatever their details hold."""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from subprocess import run
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import assets
from console.domain import errors
from console.domain.errors import ConsoleError, Fault, FaultError, Refusal, Refused
from console.domain.events import Event, Subject
from console.domain.lifecycle import Deed
from console.widgets.error_sentences import error_sentence
from console.widgets.event_sentences import event_sentence
from console.widgets.filling import UNKNOWN
from console.widgets.labels import deed_label
from console.widgets.words_refusals import REFUSALS

VALUES: dict[str, str | int] = {
    "deed": "dispatch",
    "state": "on_scene",
    "right": "manage_duty",
    "duty": "on_scene",
    "incident": 7,
    "at": "2026-03-02T06:05:12+00:00",
    "limit": 200,
    "limit_mb": 20,
    "field": "title",
    "since": "suspend",
    "why": "report",
}


def details_of(code: Refused | Fault) -> dict[str, str | int]:
    """The details that the domain promises for a code, in the comment behind it."""
    source = Path(str(errors.__file__)).read_text("utf-8")
    line = re.search(rf'^    {code.name} = "{code.value}"  # (.*)$', source, re.MULTILINE)
    assert line is not None, f"{code} promises no details"
    names = re.fullmatch(r"[a-z_, ]+", line[1])
    if names is None or "mistake" in line[1]:
        return {}
    return {name: VALUES.get(name, f"<{name}>") for name in line[1].split(", ")}


def error(code: Refused | Fault, **details: str | int) -> ConsoleError:
    return Refusal(code, **details) if isinstance(code, Refused) else FaultError(code, **details)


@pytest.mark.parametrize("code", [*Refused, *Fault], ids=lambda code: code.value)
def test_every_error_says_what_happened_and_what_to_do(code: Refused | Fault) -> None:
    details = details_of(code)
    sentence = error_sentence(error(code, **details))
    assert UNKNOWN not in sentence, "a place of the sentence was not filled in"
    assert "{" not in sentence
    assert "_" not in sentence.replace(" ", ""), "a code is no word"
    assert len(re.findall(r"[.;…](?: |$)", sentence)) >= 2, "what to do is missing"


def test_a_code_within_the_details_is_said_in_words() -> None:
    sentence = error_sentence(Refusal(Refused.ILLEGAL_MOVE, deed="send_back", state="on_scene"))
    assert sentence.startswith("“Send back” is not possible in the state “on scene”.")


def test_who_was_first_is_told_with_the_time_in_the_centers_zone() -> None:
    refusal = Refusal(
        Refused.ALREADY_DISPATCHED,
        incident=112,
        member="陈小明",
        operator="乙",
        workstation="二号席",
        at="2026-03-02T06:05:12+00:00",
    )
    sentence = error_sentence(refusal, ZoneInfo("Asia/Shanghai"))
    assert "乙 (二号席) has already sent 陈小明 to incident 0112 at 14:05." in sentence


def test_being_overtaken_on_a_member_names_the_member() -> None:
    refusal = Refusal(
        Refused.OVERTAKEN,
        member="陈小明",
        deed="change_duty",
        operator="乙",
        workstation="2",
        at="x",
    )
    sentence = error_sentence(refusal)
    assert sentence == "乙 (2) was first at x: Change duty. Look at 陈小明 again."


def test_being_overtaken_on_a_skill_names_the_skill() -> None:
    refusal = Refusal(
        Refused.OVERTAKEN,
        skill="消防员",
        deed="change_skill",
        operator="乙",
        workstation="2",
        at="x",
    )
    assert error_sentence(refusal).startswith(
        "乙 (2) was first at x: Change a skill. Look at the skill 消防员 again;"
    )


def test_a_skill_is_named_in_the_language_of_the_screen() -> None:
    refusal = Refusal(
        Refused.SKILL_IN_USE,
        skill="兼职消防员",
        skill_en="Fire",
        categories=3,
        members=12,
        courses=1,
    )
    assert error_sentence(refusal).startswith(
        "Fire is in use: categories that need it: 3, members with its badge: 12, courses: 1."
    )


def test_a_missing_detail_stops_nothing() -> None:
    assert UNKNOWN in error_sentence(Refusal(Refused.UNKNOWN_MEMBER))


def test_a_value_that_this_version_does_not_know_is_shown_as_it_is() -> None:
    refusal = Refusal(Refused.ILLEGAL_MOVE, deed="teleport", state="beyond")
    assert "“teleport” is not possible in the state “beyond”" in error_sentence(refusal)


@pytest.mark.parametrize("code", [*Refused, *Fault], ids=lambda code: code.value)
@given(text=st.text(max_size=400))
def test_no_text_in_the_details_breaks_a_sentence(code: Refused | Fault, text: str) -> None:
    details: dict[str, str | int] = dict.fromkeys(details_of(code), text)
    sentence = error_sentence(error(code, **details))
    assert "\n" not in sentence


def test_a_detail_of_ten_thousand_characters_is_cut() -> None:
    assert (
        len(error_sentence(Refusal(Refused.BAD_VALUE, field="title", value="长" * 10_000))) < 400
    )


def event(kind: Deed, **payload: object) -> Event:
    return Event(
        seq=1,
        at=datetime(2026, 3, 2, tzinfo=UTC),
        operator="甲",
        workstation="一号席",
        command_id=UUID(int=1),
        kind=kind,
        subject=Subject("incident", 112),
        payload=payload,
        hash="",
    )


FULL = {
    "major": 7,
    "deed": "verify",
    "title": "乱丢垃圾",
    "member": 3,
    "member_name": "陈小明",
    "into": 7,
    "name": "photo.jpg",
    "duty": "en_route",
    "skill": "fire",
    "skill_name": "兼职消防员",
    "skill_name_en": "Fire",
    "mentor_name": "李师傅",
    "day": "2026-03-02",
    "who": "leader",
    "card": "yellow",
    "owner": "李班长",
    "alone_name": "陈小明",
    "minutes": 120,
    "consent": "李班长",
    "channel_name": "值班群",
    "pattern": "早早早早早休休",
    "first": "2026-03-02",
    "last": "2026-03-08",
    "shift": "早班",
    "shift_en": "early shift",
    "other_name": "李四",
    "other_day": "2026-03-03",
    "count": 7,
    "from_operator": "乙",
    "camera_name": "三巷口",
    "seconds": 42,
}

BY_NOBODY = {Deed.CLIMB, Deed.MISS_CHECK_IN, Deed.TOLD, Deed.NOT_TOLD}
"""The clock does these, or the outbox: no operator is told."""


@pytest.mark.parametrize("kind", Deed, ids=lambda kind: kind.value)
def test_every_event_is_told(kind: Deed) -> None:
    told = FULL | ({"names": "陈小明、李雷"} if kind is Deed.DISPATCH_TEAM else {})
    sentence = event_sentence(event(kind, **told))
    assert "{" not in sentence
    assert UNKNOWN not in sentence
    assert ("甲" in sentence) is (kind not in BY_NOBODY)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (event(Deed.DISPATCH, **FULL), "甲 dispatched 陈小明"),
        (event(Deed.DISPATCH, **FULL, note="快去"), "甲 dispatched 陈小明: 快去"),
        (event(Deed.MERGE, into=7), "甲 merged it into 0007"),
        (event(Deed.JOIN, into=7, title="又有垃圾"), "甲 took a further report of 0007: 又有垃圾"),
        (event(Deed.SEPARATE, into=7, note="两件"), "甲 took it out of 0007 again: 两件"),
        (
            event(Deed.VERIFY, camera=4, note="一名男子"),
            "甲 verified it through a camera: 一名男子",
        ),
        (
            event(Deed.ATTACH, camera=4, camera_name="三巷口", name="三巷口 10.00.jpg"),
            "甲 kept a still of the camera 三巷口: 三巷口 10.00.jpg",
        ),
        (event(Deed.REPORT, title="a", origin="import"), "甲 imported the report: a"),
        (event(Deed.REPORT, title="a", origin="phone"), "甲 took the report: a"),
        (event(Deed.ARRIVE, member_name="陈"), "陈 arrived (甲)"),
        (event(Deed.ARRIVE, member_name="甲"), "甲 arrived"),
        (event(Deed.RESOLVE, member_name="甲", note="好"), "甲 dealt with it: 好"),
        (event(Deed.IMPORT_MEMBERS, member_name="陈"), "甲 imported 陈"),
        (event(Deed.IMPORT_MEMBERS), "甲 imported members"),
        (event(Deed.RESOLVE), "甲 noted that it is dealt with"),
        (event(Deed.RESOLVE, member_name="陈"), "陈 dealt with it (甲)"),
        (event(Deed.CHECK, by="周"), "周 checked it (甲)"),
        (event(Deed.CHECK, callback="not_reached"), "甲 checked it; reporter: not reached"),
        (
            event(Deed.CLOSE, reason_name="已处置", reason_name_en="dealt with", note="好"),
            "甲 closed it: dealt with: 好",
        ),
        (event(Deed.REJECT, reason_name="不实"), "甲 rejected it: 不实"),
        (
            event(Deed.CORRECT, changes={"title": ["旧", "新"], "address": ["", "路口"]}),
            "甲 corrected it: What has happened 旧 → 新; Address — → 路口",
        ),
        (event(Deed.CORRECT_NOTE, note="新"), "甲 corrected a note: 新"),
        (event(Deed.CORRECT_NOTE), "甲 struck a note through"),
        (
            event(Deed.CHANGE_DUTY, member_name="陈", duty="break"),
            "甲 changed the duty of 陈: on a break",
        ),
        (event(Deed.CHANGE_DUTY, member_name="陈", duty="nap"), "甲 changed the duty of 陈: nap"),
        (
            event(Deed.ADD_SKILL, skill="h", skill_name="健康网格员"),
            "甲 added the skill 健康网格员",
        ),
        (
            event(Deed.CLOSE_COURSE, **FULL, names="陈小明、李四"),
            "甲 closed the course for Fire on 2026-03-02; certified: 陈小明、李四",
        ),
        (
            event(Deed.CLIMB, who="leader", card="yellow", owner="李班长", late_minutes=0),
            "◷ time limit: yellow card, told to shift leader, 李班长 answers",
        ),
        (
            event(Deed.CLIMB, who="next", card="none", owner="", late_minutes=70),
            "◷ time limit: told to next person on duty (due 70 min earlier)",
        ),
        (event(Deed.SUSPEND, consent="李班长", note="等"), "甲 suspended it, 李班长 consents: 等"),
        (event(Deed.CERTIFY, **FULL), "甲 certified 陈小明 for Fire"),
        (
            event(Deed.CERTIFY, **FULL, valid_until="2028-03-02"),
            "甲 certified 陈小明 for Fire until 2028-03-02",
        ),
        (event(Deed.TRAIN, **FULL), "甲 put 陈小明 into training for Fire with 李师傅"),
        (
            event(Deed.REVOKE, **FULL, level="held", note="多次违规"),
            "甲 revoked the badge Fire of 陈小明: 多次违规",
        ),
        (
            event(Deed.REVOKE, **FULL, level="training", note="调岗"),
            "甲 ended the training of 陈小明 for Fire: 调岗",
        ),
    ],
)
def test_events_tell_what_they_know(told: Event, sentence: str) -> None:
    assert event_sentence(told) == sentence


@given(title=st.text(max_size=300), note=st.text(max_size=300))
def test_an_event_is_one_line_and_turns_nothing_round(title: str, note: str) -> None:
    sentence = event_sentence(event(Deed.REPORT, title=title, note=note))
    assert len(sentence.splitlines()) <= 1 or not set(sentence) & set("\n\r")
    assert not set(sentence) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_words_need_no_window() -> None:
    """The command line speaks the same words, and must not load the widgets for them."""
    program = (
        "import sys; import console.widgets.labels;"
        "print([name for name in sys.modules if name.startswith('PySide6.Qt')])"
    )
    told = run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=assets.path().parent,
    )
    assert told.stdout.strip() == "['PySide6.QtCore']"


def test_every_refusal_has_its_own_sentence() -> None:
    assert len({str(text) for text in REFUSALS.values()}) == len(Refused)
    assert deed_label(Deed.SEND_BACK) == "Send back"
