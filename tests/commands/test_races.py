"""Two workstations do the same at the same moment: exactly one wins, the other is told who."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from threading import Barrier
from uuid import UUID, uuid4

import pytest

from console.db.engine import Database
from console.db.queries import catalogue
from console.domain.incident import ENDED, State
from console.domain.lifecycle import Deed
from console.domain.orders import (
    AddSkill,
    Certify,
    ChangeWeights,
    Dispatch,
    Merge,
    Order,
    RemoveSkill,
    Report,
    Step,
)
from console.domain.people import Duty
from console.domain.skills import SkillDraft
from tests.commands.racer import PATIENCE_S, Answer, office_of, race, run
from tests.commands.seat import Seat
from tests.conftest import Templates

ROUNDS = 50

Orders = Sequence[tuple[Order, UUID]]
Track = Callable[[str, dict[str, Orders]], dict[str, list[Answer]]]
"""Lets operators race on a database; returns what each was answered."""


def in_threads(url: str, orders: dict[str, Orders]) -> dict[str, list[Answer]]:
    """Race in the threads of one process, as a console's desk and its traffic do."""
    line, database = Barrier(len(orders)), Database.open(url)
    with ThreadPoolExecutor(len(orders)) as pool:
        runs = {
            operator: pool.submit(race, office_of(database, operator), mine, line.wait)
            for operator, mine in orders.items()
        }
        answers = {operator: answer.result() for operator, answer in runs.items()}
    database.close()
    return answers


def in_processes(url: str, orders: dict[str, Orders]) -> dict[str, list[Answer]]:
    """Race in processes, as workstations do."""
    context = get_context("spawn")
    line, told = context.Barrier(len(orders)), context.Queue()
    racers = [
        context.Process(target=run, args=(url, operator, mine, line, told))
        for operator, mine in orders.items()
    ]
    for racer in racers:
        racer.start()
    answers = dict(told.get(timeout=PATIENCE_S) for _ in racers)
    for racer in racers:
        racer.join(PATIENCE_S)
    told.close()
    told.join_thread()
    return answers


@pytest.fixture(params=[in_threads, in_processes], ids=["threads", "processes"])
def track(request: pytest.FixtureRequest) -> Track:
    """Both ways to race."""
    chosen: Track = request.param
    return chosen


@pytest.mark.parametrize("seen", [None, 2], ids=["unseen", "seen"])
def test_of_two_dispatches_one_wins_and_the_other_is_told_who(
    templates: Templates, track: Track, seen: int | None
) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    seat.do(ChangeWeights((("most_running", 2.0 * ROUNDS),)))
    first, second = seat.ready()[:2]
    names = {"王芳": first.name, "李雷": second.name}
    incidents = [seat.bring(State.VERIFIED) for _ in range(ROUNDS)]
    answers = track(
        url,
        {
            "王芳": [(Dispatch(i, first.id, seen), uuid4()) for i in incidents],
            "李雷": [(Dispatch(i, second.id, seen), uuid4()) for i in incidents],
        },
    )
    for number, incident in enumerate(incidents):
        won = [operator for operator, told in answers.items() if "done" in told[number]]
        assert len(won) == 1
        [loser] = set(answers) - set(won)
        told = answers[loser][number]
        assert told["refused"] == "already_dispatched"
        assert (told["operator"], told["workstation"]) == (won[0], f"seat of {won[0]}")
        assert told["member"] == names[won[0]]
        assert len(seat.case(incident).assignments) == 1
    seat.sound()
    database.close()


def test_one_command_sent_by_two_happens_once(templates: Templates, track: Track) -> None:
    url = templates.center()
    orders: list[tuple[Order, UUID]] = [
        (Report(f"第{number}次", "litter"), uuid4()) for number in range(ROUNDS)
    ]
    answers = track(url, {"王芳": orders, "李雷": orders})
    assert answers["王芳"] == answers["李雷"]
    assert len({answer["seq"] for answer in answers["王芳"]}) == ROUNDS
    database = Database.open(url)
    Seat(office_of(database, "测试员")).sound()
    database.close()


def test_two_incidents_are_never_merged_into_each_other(templates: Templates) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    pairs = [(seat.report(), seat.report()) for _ in range(ROUNDS)]
    answers = in_threads(
        url,
        {
            "王芳": [(Merge(a, b), uuid4()) for a, b in pairs],
            "李雷": [(Merge(b, a), uuid4()) for a, b in pairs],
        },
    )
    for number, (a, b) in enumerate(pairs):
        assert len([1 for told in answers.values() if "done" in told[number]]) == 1
        assert len([1 for i in (a, b) if seat.incident(i).state in ENDED]) == 1
    seat.sound()
    database.close()


def test_a_member_whose_two_incidents_end_at_once_is_free(templates: Templates) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    members = [member.id for member in seat.ready()]
    pairs = [
        (seat.bring(State.ON_SCENE, member), seat.bring(State.ON_SCENE, member))
        for member in members
    ]
    answers = in_threads(
        url,
        {
            "王芳": [(Step(Deed.RESOLVE, a), uuid4()) for a, _ in pairs],
            "李雷": [(Step(Deed.WITHDRAW, b, note="换人"), uuid4()) for _, b in pairs],
        },
    )
    assert all("done" in answer for told in answers.values() for answer in told)
    assert {seat.member(member).duty for member in members} == {Duty.ON_DUTY}
    database.close()


def test_two_seats_never_add_skills_that_are_alike(templates: Templates, track: Track) -> None:
    url = templates.center()
    drafts = [SkillDraft(chr(0x4E00 + n), f"技能{n}", "Same") for n in range(12)]
    orders = [
        [
            (AddSkill(replace(draft, name_en=f"{who} {n}")), uuid4())
            for n, draft in enumerate(drafts)
        ]
        for who in ("first", "second")
    ]
    answers = track(url, {"王芳": orders[0], "李雷": orders[1]})
    for first, second in zip(answers["王芳"], answers["李雷"], strict=True):
        assert sorted(("done" in first, "done" in second)) == [False, True]
        assert {first.get("refused"), second.get("refused")} == {None, "taken"}
    database = Database.open(url)
    Seat(office_of(database, "测试员")).sound()
    with database.read() as session:
        monograms = [skill.monogram for skill in catalogue(session).skills]
    assert len(monograms) == len(set(monograms)) == 8 + len(drafts)
    database.close()


def test_a_skill_is_not_removed_while_somebody_is_certified_for_it(
    templates: Templates, track: Track
) -> None:
    url = templates.center()
    database = Database.open(url)
    seat = Seat(office_of(database, "测试员"))
    member = seat.members()[0].id
    codes = [
        str(seat.do(AddSkill(SkillDraft(chr(0x4E00 + n), f"技能{n}"))).payload["skill"])
        for n in range(12)
    ]
    answers = track(
        url,
        {
            "王芳": [(RemoveSkill(code), uuid4()) for code in codes],
            "李雷": [(Certify(member, code), uuid4()) for code in codes],
        },
    )
    outcomes = zip(answers["王芳"], answers["李雷"], strict=True)
    refusals = {(removed.get("refused"), held.get("refused")) for removed, held in outcomes}
    assert refusals <= {("skill_in_use", None), (None, "unknown_skill")}
    seat.sound()
    database.close()
