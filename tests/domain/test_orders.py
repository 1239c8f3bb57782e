"""Orders: each asks for exactly one deed."""

from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest

from console.domain.channels import Channel
from console.domain.events import Subject
from console.domain.ladder import Card, Climb, Rung, Who
from console.domain.lifecycle import MOVES, Deed
from console.domain.orders import (
    NEEDS_REASON,
    AcknowledgeCard,
    AddChannel,
    AddMember,
    AddSkill,
    Attach,
    CancelCourse,
    CancelLeave,
    Certify,
    ChangeCourse,
    ChangeDuty,
    ChangeLadder,
    ChangeShift,
    ChangeSkill,
    ChangeWeights,
    CheckIn,
    CloseCourse,
    Comment,
    Correct,
    CorrectNote,
    DeclareMajor,
    Dispatch,
    DispatchTeam,
    EndWatch,
    Extend,
    GrantLeave,
    HandOver,
    Join,
    JoinMajor,
    LeaveMajor,
    Look,
    MemberStep,
    Merge,
    MissCheckIn,
    NeedLanguage,
    NotTold,
    Order,
    PlanCourse,
    PlanShifts,
    RaiseRung,
    ReachMember,
    ReadMentions,
    RemoveChannel,
    RemoveSkill,
    Report,
    Reserve,
    Revoke,
    Separate,
    SetPattern,
    StandDown,
    Step,
    SwapShifts,
    TakeBack,
    TakeOver,
    TellAgain,
    Told,
    Train,
    TurnPhoto,
    Verify,
    WatchCamera,
    deed_of,
)
from console.domain.people import Duty
from console.domain.safety import Watch
from console.domain.skills import SkillDraft

NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
RUNG = Rung(1, 100, timedelta(0), Who.NEXT, Card.NONE, "", timedelta(0))

PLAIN: list[tuple[Order, Deed]] = [
    (Report("井盖缺失", "manhole"), Deed.REPORT),
    (Verify(1), Deed.VERIFY),
    (Merge(1, into=2), Deed.MERGE),
    (Join(Report("井盖缺失", "manhole"), into=2), Deed.JOIN),
    (Separate(1), Deed.SEPARATE),
    (Dispatch(1, member=2), Deed.DISPATCH),
    (Comment(1, "已电话确认"), Deed.COMMENT),
    (ReadMentions(1), Deed.READ_MENTIONS),
    (Correct(1, title="x"), Deed.CORRECT),
    (CorrectNote(1, 2, "x"), Deed.CORRECT_NOTE),
    (DispatchTeam(1, "three", (("medic", 2),)), Deed.DISPATCH_TEAM),
    (AddMember(1, 2), Deed.ADD_MEMBER),
    (Reserve(1, 2), Deed.RESERVE),
    (MemberStep(Deed.CALL, 1, 2), Deed.CALL),
    (MemberStep(Deed.LEAVE, 1, 2), Deed.LEAVE),
    (NeedLanguage(1, "yue"), Deed.NEED_LANGUAGE),
    (Attach(1, "a.jpg", b""), Deed.ATTACH),
    (TurnPhoto(1, 2, 90), Deed.TURN_PHOTO),
    (RaiseRung(Climb(1, NOW, RUNG, NOW)), Deed.CLIMB),
    (MissCheckIn(Watch(1, 2, 3, NOW, NOW)), Deed.MISS_CHECK_IN),
    (AcknowledgeCard(1, 2), Deed.ACKNOWLEDGE_CARD),
    (CheckIn(1), Deed.CHECK_IN),
    (Extend(1, timedelta(hours=2), "等吊车", "李班长"), Deed.EXTEND),
    (ChangeLadder((RUNG,)), Deed.CHANGE_LADDER),
    (ChangeDuty(2, Duty.BREAK), Deed.CHANGE_DUTY),
    (ChangeWeights((("running", 30.0),)), Deed.CHANGE_WEIGHTS),
    (AddSkill(SkillDraft("健", "健康网格员")), Deed.ADD_SKILL),
    (ChangeSkill("health", SkillDraft("健", "健康网格员")), Deed.CHANGE_SKILL),
    (RemoveSkill("health"), Deed.REMOVE_SKILL),
    (Certify(2, "health"), Deed.CERTIFY),
    (Train(2, "health", mentor=3), Deed.TRAIN),
    (Revoke(2, "health", "原因"), Deed.REVOKE),
    (PlanCourse("fire", date(2026, 3, 2), "二楼", (1,)), Deed.PLAN_COURSE),
    (ChangeCourse(1, "fire", date(2026, 3, 2), "二楼", (1,)), Deed.CHANGE_COURSE),
    (CloseCourse(1, ()), Deed.CLOSE_COURSE),
    (CancelCourse(1, "x"), Deed.CANCEL_COURSE),
    (Look(Subject("member", 1), "x"), Deed.LOOK),
    (WatchCamera(1, "x"), Deed.WATCH),
    (EndWatch(1, 5), Deed.END_WATCH),
    (AddChannel(Channel("robot", "群机器人", "json://127.0.0.1")), Deed.ADD_CHANNEL),
    (RemoveChannel("robot"), Deed.REMOVE_CHANNEL),
    (ReachMember(2, None), Deed.REACH_MEMBER),
    (Told(1, 3), Deed.TOLD),
    (NotTold(1, 3, "claim", "refused"), Deed.NOT_TOLD),
    (TellAgain(1), Deed.TELL_AGAIN),
    (SetPattern(1, (None,) * 7), Deed.SET_PATTERN),
    (GrantLeave(1, date(2026, 3, 2), date(2026, 3, 3), "病假"), Deed.GRANT_LEAVE),
    (CancelLeave(1, date(2026, 3, 2), date(2026, 3, 3)), Deed.CANCEL_LEAVE),
    (ChangeShift(1, date(2026, 3, 2), "early"), Deed.CHANGE_SHIFT),
    (SwapShifts(1, date(2026, 3, 2), 2, date(2026, 3, 3)), Deed.SWAP_SHIFTS),
    (PlanShifts(()), Deed.PLAN_SHIFTS),
    (HandOver(), Deed.HAND_OVER),
    (TakeOver(1), Deed.TAKE_OVER),
    (DeclareMajor(1, "x"), Deed.DECLARE_MAJOR),
    (StandDown(1, "x"), Deed.STAND_DOWN),
    (JoinMajor(1, 2), Deed.JOIN_MAJOR),
    (LeaveMajor(1), Deed.LEAVE_MAJOR),
    (TakeBack(1, Deed.TAKE_BACK, Subject("incident", 1)), Deed.TAKE_BACK),
]
STEPS = [
    Deed.REJECT,
    Deed.WITHDRAW,
    Deed.RETURN,
    Deed.SEND_BACK,
    Deed.CHECK,
    Deed.CLOSE,
    Deed.REOPEN,
    Deed.SUSPEND,
    Deed.RESUME,
    Deed.ESCALATE,
    Deed.ACKNOWLEDGE,
    Deed.SET_OUT,
    Deed.ARRIVE,
    Deed.RESOLVE,
]


@pytest.mark.parametrize(("order", "deed"), PLAIN)
def test_an_order_asks_for_its_deed(order: Order, deed: Deed) -> None:
    assert deed_of(order) is deed


@pytest.mark.parametrize("deed", STEPS)
def test_a_step_asks_for_the_deed_it_names(deed: Deed) -> None:
    assert deed_of(Step(deed, 1)) is deed


def test_no_kind_of_order_and_no_move_is_forgotten() -> None:
    assert {type(order) for order, _ in PLAIN} | {Step} == set(get_args(Order))
    orders = {deed for _, deed in PLAIN} | set(STEPS)
    assert {move.deed for move in MOVES} <= orders
    assert orders == {deed for deed in Deed if not deed.value.startswith("import_")}


def test_what_undoes_or_stops_work_needs_a_reason() -> None:
    assert {deed.value for deed in NEEDS_REASON} == {
        "reject",
        "withdraw",
        "return",
        "send_back",
        "reopen",
        "suspend",
        "escalate",
    }
    assert set(STEPS) >= NEEDS_REASON
