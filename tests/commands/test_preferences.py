"""What an operator has chosen is theirs alone, and leaves no event."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from console.commands.office import Office
from console.commands.preferences import keep_preferences, read_preferences
from console.db.tables import EventRow
from console.domain.errors import Refusal, Refused
from console.domain.rights import Actor


def test_each_operator_has_their_own_and_the_last_choice_is_right(office: Office) -> None:
    other = replace(office, actor=Actor("乙", "test-1"))
    elsewhere = replace(office, actor=Actor(office.actor.operator, "test-9"))
    with office.database.read() as session:
        events = session.scalar(select(func.count()).select_from(EventRow))
    assert read_preferences(office) == {}
    keep_preferences(office, {"look.text_size": "150", "look.motion": "reduced"})
    keep_preferences(other, {"look.text_size": "90"})
    keep_preferences(elsewhere, {"look.text_size": "200"})
    assert read_preferences(office) == {"look.text_size": "200", "look.motion": "reduced"}
    assert read_preferences(other) == {"look.text_size": "90"}
    with office.database.read() as session:
        assert session.scalar(select(func.count()).select_from(EventRow)) == events


@pytest.mark.parametrize(
    ("name", "value"), [("look.theme", "light"), ("no.thing", "1"), ("look.text_size", "89")]
)
def test_what_belongs_to_nobody_or_cannot_be_is_refused(
    office: Office, name: str, value: str
) -> None:
    with pytest.raises(Refusal) as caught:
        keep_preferences(office, {"look.motion": "full", name: value})
    assert (caught.value.code, caught.value.details["field"]) == (Refused.BAD_VALUE, name)
    assert read_preferences(office) == {}
