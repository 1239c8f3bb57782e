"""Drafts are written and read again as they were; what is no draft is told from one."""

from datetime import UTC, datetime

import pytest

from console.domain.drafts import Draft, ReportDraft, TextDraft, read_draft, write_draft
from console.domain.lifecycle import Deed
from console.domain.place import LonLat

AT = datetime(2026, 3, 2, 6, 32, tzinfo=UTC)
REPORT = ReportDraft(
    "report-1",
    AT,
    {"title": "路边\n“垃圾”\\", "phone": ""},
    LonLat(113.68, 22.92),
    ("/a/照片.jpg",),
)
TEXT = TextDraft("text-1", AT, 112, Deed.REJECT, "不属实", 7)


@pytest.mark.parametrize(
    "draft", [REPORT, TEXT, ReportDraft("report-2", AT), TextDraft("t", AT, 1, Deed.LOOK, "x")]
)
def test_a_draft_is_read_as_it_was_written(draft: Draft) -> None:
    assert read_draft(write_draft(draft)) == draft


def test_no_part_of_a_draft_is_taken_for_a_whole_one() -> None:
    for draft in (REPORT, TEXT):
        whole = write_draft(draft)
        for length in range(len(whole)):
            with pytest.raises(ValueError, match=r"."):
                read_draft(whole[:length])


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("2026-03-02T06:32:00+00:00", "2026-03-02T06:32:00"),
        ("2026-03-02T06:32:00+00:00", "yesterday"),
        ('"incident": 112', '"incident": "112"'),
        ('"incident": 112', '"incident": true'),
        ('"reject"', '"fly"'),
        ('"text": "不属实"', '"text": 5'),
        ('"member"', '"membre"'),
    ],
)
def test_what_is_not_ours_is_no_draft(part: str, instead: str) -> None:
    text = write_draft(TEXT)
    assert part in text
    with pytest.raises(ValueError, match=r"."):
        read_draft(text.replace(part, instead))


@pytest.mark.parametrize("place", ["[1]", "[1, 2, 3]", "[500, 2]", '{"lon": 1}', '["a", 1]'])
def test_a_place_that_is_none_is_no_draft(place: str) -> None:
    text = write_draft(REPORT).replace("[113.68, 22.92]", place)
    with pytest.raises(ValueError, match=r"."):
        read_draft(text)


@pytest.mark.parametrize("text", ["[]", "null", "7", '"at"', "{}", '{"key": "a", "at": 3}'])
def test_other_json_is_no_draft(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_draft(text)
