"""Reports for the demonstration center, as residents and members bring them."""

from typing import Any

from console.domain.orders import Report
from console.domain.place import LonLat

MARKET = LonLat(113.680884, 22.927541)
"""At the market's east gate: inside the center."""


def litter(title: str = "文宗路乱丢垃圾", **more: Any) -> Report:
    """Litter beside a road, for somebody with the skill ``urban``."""
    return Report(title, "litter", address="文宗路", place=MARKET, **more)
