"""Without a mouse, without eyes: every control is reached by Tab, seen, named, of its role."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.wiring import Console
from tests.views.conftest import OpenConsole
from tests.views.english import has_english
from tests.views.hands import until
from tests.views.tabbing import focusable, name_of, walk, wrong_role
from tests.views.tour import Tour, open_at_work

WORDS = {"zh": "查找与操作", "en": "Find and do"}
"""What the palette's button is called in each language."""

FILES = ("before.", "after.", "/")
"""Names of files are the same in every language."""


def speak(qtbot: QtBot, console: Console, language: str) -> None:
    """Switch the language, and wait until the window speaks it."""
    console.language.use(language)
    until(qtbot, lambda: console.top_bar.search.accessibleName() == WORDS[language])


def misnamed(name: str, window: QWidget, language: str) -> Iterator[str]:
    """What a screen reader is told wrongly of a window, in the language that is spoken."""
    for widget in focusable(window):
        called = name_of(widget).strip()
        if not called:
            yield f"{name}, {language}: no name: {type(widget).__name__}"
        if language == "zh" and has_english(called) and not called.startswith(FILES):
            yield f"{name}: in Chinese it is called {called!r}"
        if role := wrong_role(widget):
            yield f"{name}: {type(widget).__name__} says that it is {role}"


def test_every_control_of_the_screens_is_reached_seen_and_named(
    qtbot: QtBot, open_console: OpenConsole, work_url: str
) -> None:
    console = open_at_work(qtbot, open_console, work_url)
    found: list[str] = []
    for name, window in Tour(qtbot, console).screens():
        found += [f"{name}: {why}" for why in walk(qtbot, window)]
        for language in WORDS:
            speak(qtbot, console, language)
            found += misnamed(name, window, language)
    assert not found, "\n".join(dict.fromkeys(found))


def test_every_control_of_the_dialogs_is_reached_seen_and_named(
    qtbot: QtBot, open_console: OpenConsole, work_url: str
) -> None:
    console = open_at_work(qtbot, open_console, work_url)
    console.window.show_page("archive")
    found: list[str] = []
    for language in WORDS:
        speak(qtbot, console, language)
        for name, dialog in Tour(qtbot, console).dialogs():
            found += [f"{name}: {why}" for why in walk(qtbot, dialog)]
            found += misnamed(name, dialog, language)
    assert not found, "\n".join(dict.fromkeys(found))


def test_the_wall_takes_no_keyboard_but_to_be_closed(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    console.wall.switch()
    window = console.wall.window
    assert window is not None
    until(qtbot, window.isVisible)
    until(qtbot, lambda: window.watch.figures is not None)
    assert focusable(window) == []
    assert name_of(window)
    console.wall.close()
