"""Who has been on which incident: known at the start, and from the feed on both databases."""

from datetime import timedelta

from console.db.feed import read_change
from console.db.queries import snapshot
from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.domain.orders import Dispatch, Merge, Verify
from console.domain.ranking import Reason, propose
from console.live.picture import Picture
from tests.clock import Clock
from tests.commands.conftest import seat as seat  # noqa: PLC0414 - a fixture
from tests.commands.seat import Seat


def picture_of(seat: Seat) -> Picture:
    picture = Picture()
    with seat.office.database.read() as session:
        picture.load(snapshot(session))
    return picture


def catch_up(seat: Seat, picture: Picture) -> None:
    with seat.office.database.read() as session:
        picture.apply(read_change(session, picture.seq))


def been(picture: Picture, incident: int, clock: Clock) -> dict[int, int]:
    """Who has been on a related incident, and on which last."""
    found = picture.dealings.related(picture.incidents[incident], clock.now().date())
    return {member: dealt.incident for member, dealt in found.items()}


def test_who_dealt_with_one_at_the_same_place_is_known(seat: Seat, clock: Clock) -> None:
    followed = picture_of(seat)
    member = seat.ready()[0].id
    first = seat.bring(State.ON_SCENE, member)
    catch_up(seat, followed)
    clock.advance(600)
    again = seat.bring(State.VERIFIED)
    catch_up(seat, followed)
    for picture in (followed, picture_of(seat)):
        assert been(picture, again, clock) == {member: first}
        today = picture.day_of(clock.now())
        skill = picture.categories["litter"].skill
        found = propose(picture.incidents[again], skill, picture.crew, today).candidates
        told = next(one for one in found if one.member.id == member)
        assert told.been is not None
        assert Reason.BEEN_THERE in told.reasons
    clock.advance(timedelta(days=31).total_seconds())
    assert been(followed, again, clock) == {}
    # A console that starts then does not even read it.
    seat.do(Verify(seat.report()))
    assert len(picture_of(seat).dealings) == 0


def test_who_was_sent_and_never_came_is_not(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0].id
    sent = seat.bring(State.EN_ROUTE, member)
    seat.step(Deed.WITHDRAW, sent, "原因")
    assert been(picture_of(seat), sent, clock) == {}


def test_after_a_merge_the_work_counts_for_what_goes_on(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0].id
    gone = seat.bring(State.ON_SCENE, member)
    stays = seat.report(title="别处的事", place=None)
    followed = picture_of(seat)
    assert been(followed, stays, clock) == {}
    seat.step(Deed.WITHDRAW, gone, "原因")
    seat.do(Merge(gone, stays))
    catch_up(seat, followed)
    assert been(followed, stays, clock) == {member: gone}
    assert been(picture_of(seat), stays, clock) == {member: gone}


def test_when_somebody_is_free_follows_what_such_incidents_took(seat: Seat, clock: Clock) -> None:
    members = seat.ready()
    for _ in range(5):
        done = seat.bring(State.ON_SCENE, members[0].id)
        clock.advance(20 * 60)
        seat.step(Deed.RESOLVE, done)
    followed = picture_of(seat)
    now = seat.bring(State.VERIFIED)
    seat.do(Dispatch(now, members[1].id))
    for deed in (Deed.ACKNOWLEDGE, Deed.SET_OUT):
        seat.step(deed, now)
    clock.advance(300)
    seat.step(Deed.ARRIVE, now)
    arrived = clock.now()
    catch_up(seat, followed)
    assert followed.free_at(followed.incidents[now], members[1].id) == arrived + timedelta(
        minutes=20
    )
