"""The shared database goes away while somebody works: said, waited for, and nothing done twice."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from console.domain.incident import State
from console.domain.lifecycle import Deed
from console.wiring import Console
from tests.conftest import Templates
from tests.postgres import Cluster
from tests.views.conftest import Elsewhere, OpenConsole
from tests.views.hands import CTRL, click, deeds, press, said, settle, shown_as, until
from tests.views.outages import Outage
from tests.views.reports import litter
from tests.views.seats import one_reported


@pytest.fixture
def shared_url(postgresql_templates: Templates) -> str:
    return postgresql_templates.center()


@pytest.fixture
def outage(cluster: Cluster, shared_url: str) -> Iterator[Outage]:
    outage = Outage(cluster, shared_url)
    yield outage
    outage.end()


def again(console: Console) -> QPushButton:
    """The button that sends a deed again."""
    offers = [
        message.action
        for message in console.window.messages.messages.values()
        if message.action.text() == "Send again"
    ]
    assert len(offers) == 1
    return offers[0]


def lose(qtbot: QtBot, console: Console, outage: Outage) -> None:
    outage.begin()
    until(qtbot, lambda: "Database lost" in console.top_bar.database.text())


def regain(qtbot: QtBot, console: Console, outage: Outage) -> None:
    outage.end()
    until(qtbot, lambda: "Shared database" in console.top_bar.database.text())


def test_a_deed_that_failed_is_sent_again_and_done_once(
    qtbot: QtBot,
    open_console: OpenConsole,
    shared_url: str,
    outage: Outage,
    elsewhere: Elsewhere,
) -> None:
    console = one_reported(qtbot, open_console, shared_url, elsewhere)

    lose(qtbot, console, outage)
    told = console.window.messages.messages["link"].label.text()
    assert "tries again by itself" in told or "cannot be reached" in told
    assert console.top_bar.database.property("state") == "lost"
    # What was known stays readable.
    assert console.queue.model.rowCount() == 1

    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: any(text.startswith("Verify: ") for text in said(console)))
    assert console.incident.deeds.primary.isEnabled()

    regain(qtbot, console, outage)
    until(qtbot, lambda: len(said(console)) == 1)
    click(again(console))
    shown_as(qtbot, console, State.VERIFIED)
    settle(qtbot, console)
    assert len(deeds(console, Deed.VERIFY)) == 1
    assert not said(console)


def take_report_in_vain(qtbot: QtBot, console: Console, outage: Outage) -> None:
    """Type a report, lose the database, and try to store it."""
    form = console.form
    press(console.window, "n")
    form.title.setText("文宗路乱丢垃圾")
    form.category.setCurrentText("Exposed litter")
    form.description.setPlainText("三袋")
    lose(qtbot, console, outage)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: any(text.startswith("Report: ") for text in said(console)))
    assert form.isVisible()
    assert form.submit.isEnabled()
    assert form.title.text() == "文宗路乱丢垃圾"
    assert form.description.toPlainText() == "三袋"
    regain(qtbot, console, outage)


def test_a_report_sent_again_is_stored_once_and_leaves_the_form(
    qtbot: QtBot, open_console: OpenConsole, shared_url: str, outage: Outage
) -> None:
    console = open_console(shared_url)
    take_report_in_vain(qtbot, console, outage)
    click(again(console))
    until(qtbot, lambda: console.queue.current is not None)
    settle(qtbot, console)
    assert len(deeds(console, Deed.REPORT)) == 1
    assert not console.form.title.text()
    assert console.incident.isVisible()
    assert not said(console)


def test_a_report_stored_from_the_form_is_not_offered_again(
    qtbot: QtBot, open_console: OpenConsole, shared_url: str, outage: Outage
) -> None:
    console = open_console(shared_url)
    take_report_in_vain(qtbot, console, outage)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: console.queue.current is not None)
    settle(qtbot, console)
    assert len(deeds(console, Deed.REPORT)) == 1
    assert not said(console)


def test_a_report_changed_after_the_loss_keeps_its_changes(
    qtbot: QtBot, open_console: OpenConsole, shared_url: str, outage: Outage
) -> None:
    console = open_console(shared_url)
    take_report_in_vain(qtbot, console, outage)
    console.form.title.setText("另一件")
    click(again(console))
    until(qtbot, lambda: console.queue.model.rowCount() == 1)
    settle(qtbot, console)
    assert console.form.title.text() == "另一件"
    assert console.form.isVisible()


def test_the_contact_is_not_shown_while_the_look_could_not_be_written_down(
    qtbot: QtBot,
    open_console: OpenConsole,
    shared_url: str,
    outage: Outage,
    elsewhere: Elsewhere,
) -> None:
    elsewhere(shared_url, litter(reporter_name="李四", reporter_phone="13800001111"))
    console = open_console(shared_url)
    press(console.window, Qt.Key.Key_Down)
    shown_as(qtbot, console, State.REPORTED)
    contact, bar = console.incident.contact, console.incident.deeds.bar
    until(qtbot, contact.show_button.isVisible)
    click(contact.show_button)
    press(console.window, "call back")
    lose(qtbot, console, outage)
    press(console.window, Qt.Key.Key_Return)
    until(qtbot, lambda: any(text.startswith("Show contact: ") for text in said(console)))
    assert "13800001111" not in contact.text.text()
    assert bar.isVisible()
    assert bar.line.text() == "call back"
    regain(qtbot, console, outage)
    click(again(console))
    until(qtbot, lambda: "13800001111" in contact.text.text())
    assert len(deeds(console, Deed.LOOK)) <= 1


def test_what_is_opened_meanwhile_is_read_when_the_database_is_back(
    qtbot: QtBot,
    open_console: OpenConsole,
    shared_url: str,
    outage: Outage,
    elsewhere: Elsewhere,
) -> None:
    elsewhere(shared_url, litter("第一件", reporter_name="李四", reporter_phone="13800001111"))
    elsewhere(shared_url, litter("第二件", description="三袋"))
    console = open_console(shared_url)
    console.queue.focus_rows()
    settle(qtbot, console)
    lose(qtbot, console, outage)
    press(console.window, Qt.Key.Key_Down)
    # What the queue knows is there at once, the rest cannot be read.
    assert console.incident.header.title.text() == "第二件"
    until(qtbot, lambda: len(said(console)) == 2)
    assert not console.incident.timeline.texts
    assert not console.incident.contact.text.text(), "the contact of the incident before"
    regain(qtbot, console, outage)
    until(qtbot, lambda: console.incident.timeline.texts)
    assert console.incident.description.text() == "三袋"
    assert not said(console)


def test_a_skill_sent_again_is_stored_once_and_leaves_the_form(
    qtbot: QtBot, open_console: OpenConsole, shared_url: str, outage: Outage
) -> None:
    console = open_console(shared_url)
    form = console.training.form
    press(console.window, Qt.Key.Key_3, CTRL)
    console.training.focus_rows()
    press(console.window, "a")
    form.monogram.setText("健")
    form.name.setText("健康网格员")
    lose(qtbot, console, outage)
    press(console.window, Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: any(text.startswith("Add a skill: ") for text in said(console)))
    assert form.isVisible()
    assert form.submit.isEnabled()
    regain(qtbot, console, outage)
    until(qtbot, lambda: len(said(console)) == 1)
    click(again(console))
    until(qtbot, lambda: not form.isVisible())
    settle(qtbot, console)
    assert len(deeds(console, Deed.ADD_SKILL)) == 1
    assert console.training.skills.current == console.hub.picture.skills["skill"]
