"""A look, members and incidents for the tests of the widgets."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from console.widgets.theme import NAMES, Look


@pytest.fixture(params=NAMES)
def look(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Look]:
    """The look of the application, in each theme; taken off again at the end."""
    look = Look(qapp)
    look.use(request.param)
    yield look
    qapp.setStyleSheet("")
    look.deleteLater()
