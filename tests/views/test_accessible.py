"""Without a mouse, without eyes: every control is reached by Tab, seen, named, of its role."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from console.wiring import Console
from tests.clock import Clock
from tests.views.conftest import OpenConsole
from tests.views.hands import until
from tests.views.tabbing import focusable, name_of, walk, wrong_role
from tests.views.tour import Tour, open_at_work


def speak(qtbot: QtBot, console: Console, language: str, word: str) -> None:
    """Switch the language, and wait until the window speaks it."""
    console.language.use(language)
    until(qtbot, lambda: console.top_bar.search.accessibleName() == word)


def test_every_control_is_reached_seen_named_and_of_its_role(
    qtbot: QtBot, open_console: OpenConsole, tmp_path: Path, clock: Clock
) -> None:
    console = open_at_work(qtbot, open_console, tmp_path, clock)
    found: list[str] = []
    for name, window in Tour(qtbot, console).stops():
        found += [f"{name}: {why}" for why in walk(qtbot, window)]
        for language, word in (("zh", "查找与操作"), ("en", "Find and do")):
            speak(qtbot, console, language, word)
            for widget in focusable(window):
                if not name_of(widget).strip():
                    found.append(f"{name}, {language}: no name: {type(widget).__name__}")
                if role := wrong_role(widget):
                    found.append(f"{name}: {type(widget).__name__} says that it is {role}")
    assert not found, "\n".join(dict.fromkeys(found))
