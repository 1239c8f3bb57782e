"""Orders about the ladder of time limits and about whoever is alone on scene."""

from dataclasses import dataclass

from console.domain.ladder import Climb, Rung
from console.domain.safety import Watch


@dataclass(frozen=True, slots=True)
class RaiseRung:
    """Raise a rung that an incident's limit has reached; done by no operator."""

    climb: Climb

    @property
    def incident(self) -> int:
        """The incident's id."""
        return self.climb.incident


@dataclass(frozen=True, slots=True)
class MissCheckIn:
    """Raise the alarm about somebody alone on scene who has not checked in."""

    watch: Watch

    @property
    def incident(self) -> int:
        """The incident's id."""
        return self.watch.incident


@dataclass(frozen=True, slots=True)
class AcknowledgeCard:
    """Acknowledge what was raised: as its owner, or with a note that tells how the owner did."""

    incident: int
    card: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody alone on scene is well."""

    incident: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangeLadder:
    """Put other rungs up, or change how often whoever is alone checks in.

    ``check_in`` holds codes of categories, or an empty text for whatever is urgent, with minutes;
    None means never.
    """

    rungs: tuple[Rung, ...] | None = None
    check_in: tuple[tuple[str, int | None], ...] = ()
