"""The language that somebody at an incident needs: asked for by words, given, and changed."""

import pytest

from console.db.queries import catalogue
from console.domain.errors import Refused
from console.domain.languages import Language, language_in
from console.domain.orders import NeedLanguage
from tests.commands.seat import Seat, refused

KNOWN = (
    Language("yue", "粤语", "Cantonese", ("粤语", "白话")),
    Language("en", "", "", ("English",)),
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("老人只讲白话", "yue"),
        ("speaks english and 粤语", "en"),
        ("讲粤语, no English", "yue"),
        ("路灯不亮", ""),
        ("", ""),
    ],
)
def test_the_first_language_that_is_asked_for_counts(text: str, code: str) -> None:
    assert language_in(text, KNOWN) == code


def test_a_report_needs_what_its_words_ask_for(seat: Seat) -> None:
    noted = seat.report(description="报告人只讲潮汕话，请找会讲的人")
    assert seat.incident(noted).language == "teochew"
    assert seat.incident(seat.report("住户是聋哑人")).language == "csl"
    assert seat.incident(seat.report()).language == ""


def test_what_is_given_goes_before_the_words(seat: Seat) -> None:
    assert seat.incident(seat.report("讲粤语", language="en")).language == "en"
    assert seat.incident(seat.report("讲粤语", language="")).language == ""


def test_it_can_be_changed_and_the_change_is_told(seat: Seat) -> None:
    incident = seat.report("讲粤语")
    event = seat.do(NeedLanguage(incident, "hak", seat.incident(incident).version))
    assert seat.incident(incident).language == "hak"
    assert (event.payload["before"], event.payload["language"]) == ("yue", "hak")
    assert event.payload["language_name"] == "客家话"
    seat.do(NeedLanguage(incident, ""))
    assert seat.incident(incident).language == ""
    seat.sound()


def test_a_language_that_there_is_not_is_refused(seat: Seat) -> None:
    incident = seat.report()
    with refused(Refused.BAD_VALUE, field="language", value="xx"):
        seat.do(NeedLanguage(incident, "xx"))
    with refused(Refused.BAD_VALUE, field="language", value="xx"):
        seat.report(language="xx")


def test_who_saw_an_older_state_is_told_so(seat: Seat) -> None:
    incident = seat.report()
    seen = seat.incident(incident).version
    seat.do(NeedLanguage(incident, "yue", seen))
    with refused(Refused.OVERTAKEN):
        seat.beside().do(NeedLanguage(incident, "en", seen))


def test_the_center_begins_with_languages_and_members_who_speak_them(seat: Seat) -> None:
    with seat.office.database.read() as session:
        known = {language.code for language in catalogue(session).languages}
    assert known == {"yue", "teochew", "hak", "en", "csl"}
    spoken = {code for member in seat.members() for code in member.languages}
    assert spoken <= known
    assert "yue" in spoken
