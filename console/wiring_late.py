"""Parts of the window that are made when they are first asked for: the start does without them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.views.archive.view import ArchiveView
    from console.views.incident.bulk import BulkPanel
    from console.views.mentions import Mentions
    from console.views.palette.panel import Palette
    from console.views.report.form import ReportForm
    from console.views.roster.view import RosterView
    from console.views.shifts.view import ShiftsView
    from console.views.training.view import TrainingView
    from console.wiring import Console
    from console.wiring_bell import Bell
    from console.wiring_following import Following
    from console.wiring_onlookers import Looking


def make_form(console: "Console") -> "ReportForm":
    """The form for a report, made after the first picture: the start does without it."""
    from console.views.report.form import ReportForm

    form = ReportForm(console.hub, console.desk, console.journal)
    console.page.side.addWidget(form)
    form.alike.incident_wanted.connect(console.open_incident)
    form.closed.connect(console.close_form)
    form.stored.connect(console.report_stored)
    form.place_wanted.connect(console.map.choose_place)
    form.aside.clicked.connect(console.drafts.set_aside)
    return form


def make_roster(console: "Console") -> "RosterView":
    """The roster, made when it is first asked for: the start does without it."""
    from console.views.roster.view import RosterView

    view = RosterView(console.hub, console.desk, console.look, console.clock)
    view.incident_requested.connect(console.open_incident)
    view.show_form(str(console.ini.value("roster")))
    view.load()
    return view


def make_training(console: "Console") -> "TrainingView":
    """The training screen, made when it is first asked for: the start does without it."""
    from console.views.training.view import TrainingView

    view = TrainingView(console.hub, console.desk, console.look, console.clock)
    view.load()
    return view


def make_shifts(console: "Console") -> "ShiftsView":
    """The shifts screen, made when it is first asked for: the start does without it."""
    from console.views.shifts.view import ShiftsView

    view = ShiftsView(console.hub, console.desk, console.look, console.clock)
    view.load()
    return view


def make_bulk(console: "Console") -> "BulkPanel":
    """What is done to several incidents at once, made when several are selected first."""
    from console.views.incident.bulk import BulkPanel

    bulk = BulkPanel(console.hub.picture, console.desk, lambda: console.incident.texts.reasons)
    console.page.side.addWidget(bulk)
    console.hub.changed.connect(bulk.take_in)
    bulk.ended.connect(console.queue.focus_rows)
    bulk.wrong_number.connect(console.troubles.say_wrong_number)
    bulk.proposal_wanted.connect(console.dialogs.propose_all)
    console.troubles.told_elsewhere.append(bulk.knows)
    console.incident.doing.several = lambda deed: (
        bulk.primary() if deed is None else bulk.request(deed)
    )
    return bulk


def make_archive(console: "Console") -> "ArchiveView":
    """The archive, made when it is first asked for: the start does without it."""
    from console.views.archive.view import ArchiveView

    view = ArchiveView(console.hub, console.desk, console.look, console.clock)
    view.incident_requested.connect(console.open_incident)
    view.area_wanted.connect(console.draw_area)
    console.map.area_chosen.connect(console.take_area)
    console.window.page_changed.connect(console.map.forget_area)
    return view


def make_mentions(console: "Console") -> "Mentions":
    """The notes that mention the operator, asked for when nobody waits for anything else."""
    from console.views.mentions import Mentions

    found = Mentions(
        console.hub,
        console.desk,
        console.window.messages,
        console.strip.add_at_end,
        console.open_incident,
        console.window,
    )
    console.queue.incident_selected.connect(found.incident_shown)
    return found


def make_bell(console: "Console") -> "Bell":
    """The alarms, made after the first picture: the start does without them."""
    from console.wiring_bell import Bell

    bell = Bell(
        console.hub,
        console.actor,
        console.clock,
        console.look,
        console.settings,
        console.window,
        console.strip,
        console.speaker,
        console.tray,
        console,
    )
    bell.incident_wanted.connect(console.open_incident)
    return bell


def make_looking(console: "Console") -> "Looking":
    """Who looks at what, made after the first picture: the start does without it."""
    from console.wiring_onlookers import Looking

    return Looking(
        console.url,
        console.actor,
        console.clock,
        console.hub,
        console.queue,
        console.incident,
        console.window,
        console,
    )


def make_following(console: "Console") -> "Following":
    """What an operator chooses and has chosen elsewhere; the start does without it."""
    from console.wiring_following import Following

    return Following(console.settings, console.desk, console.hub, console)


def make_palette(console: "Console") -> "Palette":
    """The command palette, made when it is first asked for: the start does without it."""
    from console.wiring_palette import PaletteWiring

    return PaletteWiring(
        console, console.clock, console.ini, console.open_incident, console.show_member
    ).palette
