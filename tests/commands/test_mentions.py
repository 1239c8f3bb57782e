"""Mentions: kept in the event, told to the operators who are meant, once, until they are read."""

from console.db.mentions import operators, unread
from console.domain.errors import Refused
from console.domain.ladder import BY_ITSELF
from console.domain.lifecycle import Deed
from console.domain.mentions import MOST, Mention, Unread, Whom, mentioned
from console.domain.orders import Comment, ReadMentions
from tests.commands.seat import Seat, refused

WANG = Mention(Whom.OPERATOR, "王芳")


def waiting(seat: Seat, operator: str) -> tuple[Unread, ...]:
    with seat.session() as session:
        return unread(session, operator)


def test_who_is_mentioned_finds_the_note_unread_until_they_have_read_it(seat: Seat) -> None:
    number, other = seat.report(), seat.report()
    member = seat.members()[0]
    text = f"@王芳 请联系@{member.name}和@城管中队"
    who = (WANG, Mention(Whom.MEMBER, member.name, member.id), Mention(Whom.UNIT, "城管中队"))
    event = seat.do(Comment(number, text, who))
    assert event.payload["note"] == text
    assert mentioned(event.payload) == who
    seat.do(Comment(other, "再看一次 @王芳", (WANG, WANG)))
    newest, first = waiting(seat, " 王 芳")
    assert (newest.incident, first.incident) == (other, number)
    assert (first.by, first.note, first.title) == (
        seat.office.actor.operator,
        text,
        "文宗路乱丢垃圾",
    )
    wang = seat.beside("王芳")
    read = wang.do(ReadMentions(number))
    assert (read.kind, read.payload) == (Deed.READ_MENTIONS, {"count": 1})
    assert [one.incident for one in waiting(seat, "王芳")] == [other]
    with refused(Refused.NOTHING_CHANGED, incident=number):
        wang.do(ReadMentions(number))
    with refused(Refused.NOTHING_CHANGED, incident=other):
        seat.do(ReadMentions(other))
    seat.sound()


def test_nobody_is_told_of_what_they_have_written_themselves(seat: Seat) -> None:
    number, own = seat.report(), seat.office.actor.operator
    event = seat.do(Comment(number, f"@{own} 记得", (Mention(Whom.OPERATOR, own),)))
    assert mentioned(event.payload)
    assert waiting(seat, own) == ()


def test_who_is_not_named_in_the_note_cannot_be_mentioned(seat: Seat) -> None:
    number = seat.report()
    with refused(Refused.BAD_VALUE, field="mention", value="王芳"):
        seat.do(Comment(number, "王芳", (WANG,)))
    with refused(Refused.BAD_VALUE, field="mention", value=""):
        seat.do(Comment(number, "@", (Mention(Whom.UNIT, ""),)))
    with refused(Refused.UNKNOWN_MEMBER, member=9999):
        seat.do(Comment(number, "@某人", (Mention(Whom.MEMBER, "某人", 9999),)))
    many = tuple(Mention(Whom.UNIT, f"{n}队") for n in range(MOST + 1))
    with refused(Refused.TOO_MANY, limit=MOST):
        seat.do(Comment(number, "".join(f"@{one.name}" for one in many), many))
    assert len(seat.case(number).timeline) == 1


def test_whoever_has_done_something_can_be_mentioned(seat: Seat) -> None:
    seat.beside("赵磊").report()
    seat.beside(BY_ITSELF).report()
    with seat.session() as session:
        found = operators(session)
    assert {"赵磊"} <= set(found)
    assert BY_ITSELF not in found, "nobody is there to read it"
    assert list(found) == sorted(set(found))
