"""The language that is needed: in the report form, on the panel, on the cards and on the page."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from console.db.engine import Database
from console.db.tables import MemberRow
from console.domain.lifecycle import Deed
from console.domain.orders import NeedLanguage, Verify
from console.widgets.labels import event_sentence
from console.wiring import Console
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, deeds, only_incident, press, sit_at, until, write
from tests.views.reports import litter


def _nobody_but(url: str, member: int, languages: str) -> None:
    database = Database.open(url)
    with database.write() as session:
        session.execute(update(MemberRow).values(languages=""))
        session.execute(
            update(MemberRow).where(MemberRow.id == member).values(languages=languages)
        )
    database.close()


def _is_needed(console: Console, language: str) -> bool:
    return any(one.language == language for one in console.hub.picture.incidents.values())


def test_a_report_is_taken_with_the_language_of_its_words_or_the_one_chosen(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str
) -> None:
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    for chosen, language in (("", "yue"), ("en", "en")):
        press(console.window, Qt.Key.Key_N, CTRL)
        form = console.form
        until(qtbot, form.isVisible)
        write(console.window, "老人只讲粤语")
        form.category.setFocus()
        press(console.window, "Exposed litter")
        if chosen:
            form.language.setCurrentIndex(form.language.findData(chosen))
        press(console.window, Qt.Key.Key_Return, CTRL)
        until(qtbot, partial(_is_needed, console, language))
        until(qtbot, console.incident.isVisible)
    # The next report begins without it.
    assert console.form.language.currentData() is None


def test_a_key_leads_to_the_choice_on_the_panel(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    console = open_console(sqlite_center_url)
    sit_at(qtbot, console)
    console.queue.select(number)
    need = console.incident.language
    until(qtbot, console.incident.candidates.isVisible)
    assert not need.isVisible(), "most incidents need none: nothing is said of it"
    console.queue.focus_rows()
    press(console.window, "q")
    until(qtbot, need.box.view().isVisible)
    press(need.box.view(), Qt.Key.Key_Down)
    press(need.box.view(), Qt.Key.Key_Return)
    until(qtbot, lambda: only_incident(console).language == "yue")
    until(qtbot, lambda: need.box.currentData() == "yue")
    assert "Cantonese" in event_sentence(deeds(console, Deed.NEED_LANGUAGE)[-1])
    elsewhere(sqlite_center_url, NeedLanguage(number, ""))
    until(qtbot, need.isHidden)
    assert "no language" in event_sentence(deeds(console, Deed.NEED_LANGUAGE)[-1])


def test_who_speaks_it_says_so_on_the_card_and_on_the_page(
    qtbot: QtBot, open_console: OpenConsole, sqlite_center_url: str, elsewhere: Elsewhere
) -> None:
    number = elsewhere(sqlite_center_url, litter()).subject.id
    elsewhere(sqlite_center_url, Verify(number))
    console = open_console(sqlite_center_url)
    best = console.hub.picture.propose(number, console.roster.model.today).candidates[0].member
    console.stop()
    _nobody_but(sqlite_center_url, best.id, "hak yue")
    elsewhere(sqlite_center_url, NeedLanguage(number, "hak"))
    console = open_console(sqlite_center_url)
    console.queue.select(number)
    card = console.incident.candidates.cards[0]
    until(qtbot, card.isVisible)
    assert best.name in card.name.text()
    assert "speaks the language" in card.reasons.text()
    assert "speaks the language" not in console.incident.candidates.cards[1].reasons.text()
    console.window.show_page("roster")
    console.roster.select(best.id)
    until(qtbot, lambda: "Hakka、Cantonese" in console.roster.page.facts["languages"].text())
    speaker = console.hub.picture.members[best.id]
    console.roster.page.show_member(replace(speaker, languages=()))
    assert console.roster.page.facts["languages"].text() == "none noted"
