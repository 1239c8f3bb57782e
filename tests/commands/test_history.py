"""A member's last assignments, as they are read for the member's page."""

from console.db.history import last_assignments
from console.domain.incident import AssignmentState, State
from console.domain.lifecycle import Deed
from console.domain.orders import Reserve
from tests.clock import Clock
from tests.commands.seat import Seat


def test_what_has_ended_is_told_the_newest_first(seat: Seat, clock: Clock) -> None:
    member = seat.ready()[0].id
    done = seat.bring(State.ON_SCENE, member)
    seat.step(Deed.RESOLVE, done)
    clock.advance(60)
    called_back = seat.bring(State.DISPATCHED, member)
    ended = clock.now()
    seat.step(Deed.WITHDRAW, called_back, "误报")
    clock.advance(60)
    seat.bring(State.DISPATCHED, member)  # It runs, and is no history yet.
    seat.do(Reserve(seat.bring(State.VERIFIED), member))
    with seat.session() as session:
        told = last_assignments(session, member, 5)
        assert last_assignments(session, member, 1) == told[:1]
        assert last_assignments(session, seat.ready()[1].id, 5) == ()
    assert [(one.incident, one.state) for one in told] == [
        (called_back, AssignmentState.WITHDRAWN),
        (done, AssignmentState.DONE),
    ]
    assert told[0].title == seat.incident(called_back).title
    assert (told[0].ended_at, told[0].arrived_at) == (ended, None)
    assert told[1].arrived_at is not None
