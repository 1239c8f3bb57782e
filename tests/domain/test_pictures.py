"""Pictures by their content: what is one, how large it is, and what is refused unseen."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.errors import Refusal
from console.domain.pictures import LONGEST_SIDE, MOST_AT_ONCE, Picture, examine
from tests.photos import GIF, HOSTILE, JPEG, PNG, WEBP, jpeg, png, webp


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PNG, Picture("image/png", 1, 1)),
        (png(640, 480), Picture("image/png", 640, 480)),
        (JPEG, Picture("image/jpeg", 8, 8)),
        (jpeg(12_000, 9_000), Picture("image/jpeg", 12_000, 9_000)),
        (jpeg(orientation=6), Picture("image/jpeg", 8, 8)),
        (GIF, Picture("image/gif", 1, 1)),
        (WEBP, Picture("image/webp", 4, 4)),
        (webp((b"VP8 ", b"\0\0\0\x9d\x01\x2a\x40\1\xf0\0")), Picture("image/webp", 320, 240)),
    ],
)
def test_a_photo_is_known_by_its_content(content: bytes, expected: Picture) -> None:
    assert examine("现场.txt", content) == expected


@pytest.mark.parametrize(
    "behind", [JPEG, b"\0" * 300, b"\0\0\0\x18ftypmp42" + b"\x1f\x8b\x08" * 9]
)
def test_what_telephones_put_behind_a_photo_may_stay(behind: bytes) -> None:
    assert examine("a.jpg", JPEG + behind).media_type == "image/jpeg"


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_is_refused_whatever_it_is_called(name: str) -> None:
    content, code = HOSTILE[name]
    with pytest.raises(Refusal) as refused:
        examine("现场.jpg", content)
    assert (refused.value.code.value, refused.value.details["name"]) == (code, "现场.jpg")


def test_a_picture_too_large_is_told_with_its_size() -> None:
    with pytest.raises(Refusal) as refused:
        examine("a.png", png(LONGEST_SIDE, MOST_AT_ONCE // LONGEST_SIDE + 1))
    assert refused.value.details == {"name": "a.png", "width": 32_000, "height": 1876, "most": 60}


@given(st.sampled_from([PNG, JPEG, GIF, WEBP]), st.data())
def test_whatever_happens_to_a_file_it_is_taken_or_refused(
    whole: bytes, data: st.DataObject
) -> None:
    begin = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(begin, len(whole)))
    content = whole[:begin] + data.draw(st.binary(max_size=30)) + whole[cut:]
    with suppress(Refusal):
        assert examine("a", content).width > 0
