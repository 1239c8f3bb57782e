"""Orders about major incidents and their parts."""

from dataclasses import dataclass

from console.domain.lifecycle import Deed

NEEDS_NOTE = frozenset({Deed.DECLARE_MAJOR, Deed.STAND_DOWN})
"""The deeds of these that are refused without a note."""


@dataclass(frozen=True, slots=True)
class DeclareMajor:
    """Lead an incident as a major one from now on."""

    incident: int
    note: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class StandDown:
    """Lead it as an ordinary one again; its open parts go on by themselves."""

    incident: int
    note: str
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class JoinMajor:
    """Lead an incident as a part of a major one."""

    incident: int
    major: int
    note: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class LeaveMajor:
    """Lead a part by itself again."""

    incident: int
    note: str = ""
    seen: int | None = None
