"""A report as it was read out of a file, before it is stored or replayed."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.category import Category, Priority
from console.domain.incident import Origin
from console.domain.place import LonLat


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as it was read; ``reported_at`` is None where the file has no times."""

    key: str
    title: str
    category: Category
    priority: Priority
    description: str
    address: str
    place: LonLat | None
    reported_at: datetime | None
    closed: bool
    closed_at: datetime | None
    origin: Origin
    reporter_name: str
    reporter_phone: str
