"""Fixtures of the deeds' tests."""

import pytest

from console.commands.office import Office
from tests.commands.seat import Seat


@pytest.fixture
def seat(office: Office) -> Seat:
    """Somebody at work in the demonstration center, on both databases one after the other."""
    return Seat(office)
