"""What has a deed in flight: from the key until the feed has brought what it did."""

from uuid import UUID

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

    def holds(self, subject: int) -> bool:
        """Whether a deed on a subject is in flight."""
        return subject in self._subjects.values()

    def knows(self, command: UUID) -> bool:
        """Whether a command came from here and is still in flight."""
        return command in self._subjects

    def start(self, command: UUID, subject: int) -> None:
        """A deed on a subject was asked for."""
        self._subjects[command] = subject

    def done(self, command: UUID, seq: int, seen: int) -> None:
        """A deed was done by the event ``seq``, while the screen knows those up to ``seen``."""
        if command not in self._subjects:
            return
        self._awaited[command] = seq
        self.saw(seen)

    def saw(self, seq: int) -> None:
        """The feed has brought the events up to ``seq``."""
        for command in [c for c, awaited in self._awaited.items() if awaited <= seq]:
            del self._awaited[command]
            del self._subjects[command]

    def saw_all(self) -> None:
        """The screen was filled anew: nothing that was done is still to come."""
        self.saw(max(self._awaited.values(), default=0))

    def failed(self, command: UUID) -> int | None:
        """A deed was refused or failed; returns its subject."""
        return self._subjects.pop(command, None)
