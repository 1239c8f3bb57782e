"""Which incidents have a deed in flight: from the key until the feed has brought what it did."""

from uuid import UUID


class InFlight:
    """Until the feed brings a deed, the same key would ask for the same deed again."""

    def __init__(self) -> None:
        self._incidents: dict[UUID, int] = {}
        self._awaited: dict[UUID, int] = {}

    def holds(self, incident: int) -> bool:
        """Whether a deed on an incident is in flight."""
        return incident in self._incidents.values()

    def start(self, command: UUID, incident: int) -> None:
        """A deed on an incident was asked for."""
        self._incidents[command] = incident

    def done(self, command: UUID, seq: int, seen: int) -> None:
        """A deed was done by the event ``seq``, while the screen knows those up to ``seen``."""
        if command not in self._incidents:
            return
        self._awaited[command] = seq
        self.saw(seen)

    def saw(self, seq: int) -> None:
        """The feed has brought the events up to ``seq``."""
        for command in [c for c, awaited in self._awaited.items() if awaited <= seq]:
            del self._awaited[command]
            del self._incidents[command]

    def saw_all(self) -> None:
        """The screen was filled anew: nothing that was done is still to come."""
        self.saw(max(self._awaited.values(), default=0))

    def failed(self, command: UUID) -> int | None:
        """A deed was refused or failed; returns its incident."""
        return self._incidents.pop(command, None)
