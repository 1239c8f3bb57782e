"""What has a deed in flight: from the key until the feed has brought what it did."""

from uuid import UUID

from console.domain.change import Change

SHOWN_AFTER_MS = 100
"""A deed in flight is shown when it has taken so long, in milliseconds.

Most are done sooner: the screen would only flicker, and draw twice what is drawn once.
"""


class InFlight:
    """Knows which incidents, or which members, a deed was asked for.

    Until the feed has brought it, the screen shows them as they were, and the same key would ask
    for the same deed again.
    """

    def __init__(self) -> None:
        self._subjects: dict[UUID, int] = {}
        self._awaited: dict[UUID, int] = {}
        self._seen: set[UUID] = set()

    def holds(self, subject: int) -> bool:
        """Whether a deed on a subject is in flight, and not seen yet."""
        return any(
            one == subject and command not in self._seen for command, one in self._subjects.items()
        )

    def knows(self, command: UUID) -> bool:
        """Whether a command came from here and was not told yet to be done, or to be seen."""
        return command in self._subjects

    def start(self, command: UUID, subject: int) -> None:
        """A deed on a subject was asked for."""
        self._subjects[command] = subject

    def done(self, command: UUID, seq: int, seen: int) -> None:
        """A deed was done by the event ``seq``, while the screen knows those up to ``seen``."""
        if command not in self._subjects:
            return
        self._awaited[command] = seq
        self._saw(seen)

    def take_in(self, change: Change) -> None:
        """A change has come: what it tells of is seen, also before it is told to be done."""
        self._seen |= {event.command_id for event in change.events} & self._subjects.keys()
        self._saw(change.seq)

    def _saw(self, seq: int) -> None:
        for command in [c for c, awaited in self._awaited.items() if awaited <= seq]:
            del self._awaited[command]
            del self._subjects[command]
            self._seen.discard(command)

    def saw_all(self) -> None:
        """The screen was filled anew: nothing that was done is still to come."""
        self._saw(max(self._awaited.values(), default=0))

    def failed(self, command: UUID) -> int | None:
        """A deed was refused or failed; returns its subject."""
        self._seen.discard(command)
        return self._subjects.pop(command, None)
