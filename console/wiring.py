"""Puts the window together: makes the parts once and connects them."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from console import wiring_late as late
from console.db.address import Address
from console.domain.mine import Mine
from console.domain.place import LonLat
from console.domain.queue_views import Group
from console.domain.rights import Actor
from console.live.climber import Climber
from console.live.desk import Desk
from console.live.drawer import drawer_for
from console.live.hub import Hub
from console.live.journal import Journal
from console.live.memory import spare_the_collector
from console.live.sending import Sending
from console.live.watcher import Watcher
from console.views.cards import Alarms, CardsButton
from console.views.desk_page import DeskPage
from console.views.frame import Frame, Page, Tool
from console.views.handover.notice import HandoverNotice
from console.views.incident.panel import IncidentPanel
from console.views.map_panel import MapPanel
from console.views.queue.panel import QueuePanel
from console.views.strip import EventStrip
from console.views.taking_back import TakingBack
from console.views.telling import Telling
from console.views.top_bar import TopBar
from console.widgets.input_method import InputMethodGuard
from console.widgets.keys import Keymap
from console.widgets.keys import use as use_keys
from console.widgets.labels import localised
from console.widgets.language import Language
from console.widgets.queue_memory import QueueMemory
from console.widgets.settings import Settings
from console.widgets.settings import use as use_settings
from console.widgets.theme import Look
from console.wiring_after import AfterStart
from console.wiring_board import Wall
from console.wiring_dialogs import Dialogs
from console.wiring_drafts import DraftsWiring
from console.wiring_keys import add_keys
from console.wiring_messages import Troubles
from console.wiring_queue import acts_on_row
from console.wiring_settings import Obedience

if TYPE_CHECKING:
    from console.domain.archive import Area
    from console.views.archive.view import ArchiveView
    from console.views.incident.bulk import BulkPanel
    from console.views.mentions import Mentions
    from console.views.palette.panel import Palette
    from console.views.report.form import ReportForm
    from console.views.roster.view import RosterView
    from console.views.shifts.view import ShiftsView
    from console.views.training.view import TrainingView
    from console.widgets.speaker import Speaker
    from console.widgets.tray import Tray
    from console.wiring_bell import Bell
    from console.wiring_following import Following
    from console.wiring_onlookers import Looking


class Console(QObject):
    """One operator's window on one database."""

    usable = Signal()
    """The queue is painted for the first time, and is given the keyboard."""

    def __init__(
        self,
        database_url: str,
        actor: Actor,
        clock: Callable[[], datetime],
        look: Look,
        language: Language,
        settings: QSettings,
        *,
        with_map: bool = True,
        with_ladder: bool = True,
        drafts: Path | None = None,
        speaker: "Speaker | None" = None,
        tray: "Tray | None" = None,
    ) -> None:
        """Make the window.

        Args:
            database_url: Where the database is.
            actor: Who sits here.
            clock: Tells the time.
            look: How it looks.
            language: What it speaks.
            settings: What is remembered.
            with_map: Whether there is a map.
            with_ladder: Whether this console raises what is due.
            drafts: The folder for what is half typed; None keeps it in memory only.
            speaker: What alarms are heard through; this computer's if nothing else is said.
            tray: Where notices of the system go; this computer's if nothing else is said.
        """
        super().__init__()
        spare_the_collector()
        self.keymap = Keymap(settings)
        use_keys(self.keymap)
        self.settings = Settings(settings, actor.operator, self)
        use_settings(self.settings)
        self._guard = InputMethodGuard(self)
        self.look, self.language, self.ini = look, language, settings
        self.obedience = Obedience(self.settings, look, language, self)
        self._wanted: int | None = None
        self.url, self.actor = database_url, actor
        self.speaker, self.tray = speaker, tray
        self.watcher = Watcher(database_url, clock)
        self.hub = Hub(self.watcher)
        watcher = self.watcher
        self.desk = Desk(database_url, actor, clock, watcher.wake, watcher.echo)
        self.climber: Climber | None = None
        if with_ladder:
            seat = actor.workstation
            self.climber = Climber(database_url, seat, clock, self.hub, self.watcher.wake, self)
        self.queue_memory = QueueMemory(self.settings, self)
        mine = Mine(actor.operator)
        self.queue = QueuePanel(self.hub, look, clock, self.queue_memory, mine)
        self.map = MapPanel(self.hub, look, clock)
        drawer = drafts and drawer_for(drafts, actor.operator, Address.parse(database_url).shown)
        self.journal = Journal(drawer, clock, self)
        self.incident = IncidentPanel(self.hub, self.desk, look, clock, self.journal)
        self.page = DeskPage(look, self.queue, self.map, self.incident)
        self.clock = clock
        self.top_bar = TopBar(self.hub, look, actor, clock)
        self.taking_back = TakingBack(self.hub, self.desk, clock)
        self.strip = EventStrip(self.hub, look, self.taking_back)
        self.cards = CardsButton(self.hub, self.strip)
        self.strip.add_at_end(self.cards)
        self.window = Frame(look, self.top_bar, self.strip)
        self.alarms = Alarms(self.hub, self.window.messages, self.open_incident, self)
        self.window.add_page(Page("desk", self._desk_title, "dispatch", lambda: self.page))
        self.window.add_page(Page("roster", self._roster_title, "people", lambda: self.roster))
        self.window.add_page(
            Page("training", self._training_title, "training", lambda: self.training)
        )
        self.troubles = Troubles(self.hub, self.desk, self.queue, self.window.messages, self)
        self.troubles.told_elsewhere.append(self.taking_back.several.knows)
        self.taking_back.said.connect(self.troubles.say_results)
        self.dialogs = Dialogs(
            self.hub, self.desk, look, clock, self.incident, self.window, self.keymap
        )
        self.handover_notice = HandoverNotice(
            self.hub,
            actor.operator,
            self.window.messages,
            self.dialogs.open_handover,
            self.dialogs,
        )
        self.telling = Telling(self.hub, self.desk, self.window.messages)
        self.sending = Sending(self.hub, database_url, actor.workstation, clock)
        self.window.add_page(Page("shifts", self._shifts_title, "shifts", lambda: self.shifts))
        self.window.add_page(Page("archive", self._archive_title, "archive", lambda: self.archive))
        handover = Tool(self._handover_title, "handover")
        self.window.rail.add_tool(handover, "handover", self.dialogs.open_handover)
        tool = Tool(self._weights_title, "weights")
        self.weights_button = self.window.rail.add_tool(tool, "weights", self.dialogs.open_weights)
        tool = Tool(self._settings_title, "settings")
        self.window.rail.add_tool(tool, "settings", self.dialogs.open_settings)
        self.wall = Wall(self.hub, self.desk, clock, self.window, with_map=with_map)
        self.drafts = DraftsWiring(self)
        self.after_start = AfterStart(self, with_map=with_map)
        self._connect_desk()
        self._connect_frame()
        add_keys(self)
        self._restore()

    @cached_property
    def form(self) -> "ReportForm":
        """The form for a report, made after the first picture: the start does without it."""
        return late.make_form(self)

    @cached_property
    def roster(self) -> "RosterView":
        """The roster, made when it is first asked for: the start does without it."""
        return late.make_roster(self)

    @cached_property
    def training(self) -> "TrainingView":
        """The training screen, made when it is first asked for: the start does without it."""
        return late.make_training(self)

    @cached_property
    def shifts(self) -> "ShiftsView":
        """The shifts screen, made when it is first asked for: the start does without it."""
        return late.make_shifts(self)

    @cached_property
    def bulk(self) -> "BulkPanel":
        """What is done to several incidents at once, made when several are selected first."""
        return late.make_bulk(self)

    @cached_property
    def archive(self) -> "ArchiveView":
        """The archive, made when it is first asked for: the start does without it."""
        return late.make_archive(self)

    @cached_property
    def mentions(self) -> "Mentions":
        """The notes that mention the operator, asked for when nobody waits for anything else."""
        return late.make_mentions(self)

    @cached_property
    def bell(self) -> "Bell":
        """The alarms, made after the first picture: the start does without them."""
        return late.make_bell(self)

    @cached_property
    def looking(self) -> "Looking":
        """Who looks at what, made after the first picture: the start does without it."""
        return late.make_looking(self)

    @cached_property
    def following(self) -> "Following":
        """What an operator chooses and has chosen elsewhere; the start does without it."""
        return late.make_following(self)

    @cached_property
    def palette(self) -> "Palette":
        """The command palette, made when it is first asked for: the start does without it."""
        return late.make_palette(self)

    def open_palette(self) -> None:
        """Show the command palette over the window."""
        self.palette.open()

    def show_mentions(self) -> None:
        """Go to the notes that mention the operator."""
        self.mentions.show()

    def start(self) -> None:
        """Begin to follow the database."""
        self.hub.loaded.connect(self._loaded)
        self.watcher.start()

    def stop(self) -> None:
        """Finish what is running and let go of the database."""
        self.after_start.stop()
        self.journal.stop()
        self.incident.verification.close_camera()
        self.wall.close()
        self.map.stop()
        if "bell" in vars(self):
            self.bell.stop()
        if "looking" in vars(self):
            self.looking.stop()
        if self.climber is not None:
            self.climber.stop()
        self.sending.stop()
        if "archive" in vars(self):
            self.archive.stop()
        if "following" in vars(self):
            self.following.stop()
        self.desk.stop()
        self.watcher.stop()

    # Connections

    def _connect_desk(self) -> None:
        queue, panel, area = self.queue, self.incident, self.map
        queue.incident_selected.connect(self._show_incident)
        queue.selection_changed.connect(self._show_selection)
        queue.hand.busy = lambda: acts_on_row(self)
        self.dialogs.selected = lambda: queue.selected
        queue.incident_hovered.connect(area.highlight)
        queue.primary_requested.connect(panel.doing.do_primary)
        area.incident_clicked.connect(self._select)
        area.incident_hovered.connect(queue.model.point_at)
        area.member_clicked.connect(self.show_member)
        area.camera_clicked.connect(panel.verification.open_camera)
        area.place_chosen.connect(self._take_place)
        panel.candidates_shown.connect(area.show_candidates)
        panel.wrong_number.connect(self.troubles.say_wrong_number)
        panel.photo_part.too_many.connect(self.troubles.say_too_many)
        panel.typing_ended.connect(queue.focus_rows)
        panel.same.incident_wanted.connect(self.open_incident)
        panel.place.incident_wanted.connect(self.open_incident)
        panel.major.incident_wanted.connect(self.open_incident)
        several = panel.major.one_by_one
        several.said.connect(self.troubles.say_results)
        self.troubles.told_elsewhere.append(several.knows)
        self.hub.changed.connect(self._select_wanted)

    def _connect_frame(self) -> None:
        bar = self.top_bar
        bar.group_requested.connect(self._show_group)
        bar.report_requested.connect(self.new_report)
        bar.search_requested.connect(self.open_palette)
        bar.language_requested.connect(self.language.switch)
        self.cards.clicked.connect(self.dialogs.show_cards)
        bar.theme_requested.connect(self.look.switch)
        self.window.closing.connect(self._remember)
        self.dialogs.incident_requested.connect(self.open_incident)
        self.hub.loaded.connect(self._name_window)
        self.language.changed.connect(self._name_window)
        self.language.changed.connect(self.handover_notice.say_again)

    # What the connections do

    def new_report(self) -> None:
        """Open the form for a new report beside the queue."""
        self.window.show_page("desk")
        self.page.show_side(self.form)
        self.form.open()

    def paste_photo(self) -> None:
        """Attach what lies on the clipboard to what is shown: the report, or the incident."""
        at_form = self._side_shows("form")
        intake = self.form.photos.intake if at_form else self.incident.photo_part.intake
        if not intake.paste():
            self.troubles.say_nothing_to_paste()

    def _name_window(self) -> None:
        center = self.hub.picture.center
        if center is not None:
            self.window.setWindowTitle(localised(center.name, center.name_en))

    def _loaded(self) -> None:
        self.hub.loaded.disconnect(self._loaded)
        # The rows are painted first: who looks at them need not wait for the incident's panel.
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        # No key comes in between: whatever is pressed from now on reaches the rows.
        self.usable.emit()
        self.queue.table.setFocus()
        self.after_start.begin()

    def _show_selection(self, ids: list[int]) -> None:
        """Several at once have a panel of their own; with one it gives way to the incident's."""
        if len(ids) < 2 and "bulk" not in vars(self):
            return
        was_shown = self.page.side.currentWidget() is self.bulk
        self.bulk.show_selection(ids)
        if self.bulk.several:
            self.page.show_side(self.bulk)
        elif was_shown:
            self.page.show_side(self.incident)

    def _show_incident(self, incident_id: int) -> None:
        if not ("bulk" in vars(self) and self.bulk.several):
            self.page.show_side(self.incident)
        self.incident.show_incident(incident_id)
        self.map.select(incident_id)

    def _select(self, incident_id: int) -> None:
        self.queue.select(incident_id)
        self._show_incident(incident_id)

    def open_incident(self, incident_id: int) -> None:
        """Show an incident at the desk, from wherever one is."""
        self.window.show_page("desk")
        self._select(incident_id)
        self.queue.focus_rows()

    def show_member(self, member_id: int) -> None:
        """Show a member in the roster."""
        self.window.show_page("roster")
        self.roster.select(member_id)
        self.roster.focus_rows()

    def step_back(self) -> None:
        """Escape: put away what was opened last, then go back to the rows."""
        self.map.leave_area()
        if self._side_shows("form"):
            self.form.leave()
        elif self._side_shows("bulk"):
            self._leave_bulk()
        else:
            self.incident.leave_bar()
            self.queue.focus_rows()

    def _side_shows(self, panel: str) -> bool:
        """Whether a panel that is made late is there, and stands on the right."""
        return panel in vars(self) and self.page.side.currentWidget() is vars(self)[panel]

    def _leave_bulk(self) -> None:
        if self.bulk.bar.isVisible():
            self.bulk.leave_bar()
        else:
            self.queue.select_one()
        self.queue.focus_rows()

    def _take_place(self, place: LonLat) -> None:
        self.form.take_place(place)

    def draw_area(self) -> None:
        """Have an area drawn on the map, to search the archive in."""
        if self.map.view is None:
            told = self.tr("The map is not there yet: try again in a moment.")
            self.window.messages.show_message("warning", told, key="area")
            return
        self.window.show_page("desk")
        self.map.choose_area()

    def take_area(self, area: "Area | None") -> None:
        """Search the archive in the area that was drawn, if one was."""
        self.window.show_page("archive")
        if area is not None:
            self.archive.filters.take_area(area)
        self.archive.focus_rows()

    def close_form(self) -> None:
        """Put the form away, and go back to the rows."""
        self.page.show_side(self.incident)
        self.queue.focus_rows()

    def report_stored(self, incident_id: int) -> None:
        """Put the form away; the report is selected once the feed has brought it."""
        self.close_form()
        self._wanted = incident_id
        self._select_wanted()

    def _select_wanted(self, _change: object = None) -> None:
        """Select the report just taken as soon as the feed has brought it."""
        if self._wanted is not None and self._wanted in self.hub.picture.incidents:
            wanted, self._wanted = self._wanted, None
            self._select(wanted)
            self.queue.focus_rows()

    def _show_group(self, group: str) -> None:
        self.window.show_page("desk")
        self.queue.show_all()
        self.queue.choose(Group(group))
        self.queue.focus_rows()

    def focus_filter(self) -> None:
        """Give the keyboard to the filter of the screen that is shown."""
        match self.window.page:
            case "roster":
                self.roster.focus_filter()
            case "training":
                self.training.focus_filter()
            case "shifts":
                self.shifts.focus_filter()
            case "archive":
                self.archive.focus_filter()
            case _:
                self.queue.focus_filter()

    # What is remembered

    def _restore(self) -> None:
        self.window.resize(1920, 1080)
        self.window.restore_layout(self._kept("window"))
        self.page.restore_layout(self._kept("columns"))

    def _kept(self, key: str) -> QByteArray:
        kept = self.ini.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def _remember(self) -> None:
        self.ini.setValue("window", self.window.layout_state())
        self.ini.setValue("columns", self.page.layout_state())
        if "roster" in vars(self):
            self.ini.setValue("roster", self.roster.form)

    def _desk_title(self) -> str:
        return self.tr("Dispatch")

    def _roster_title(self) -> str:
        return self.tr("Roster")

    def _handover_title(self) -> str:
        return self.tr("Handover")

    def _weights_title(self) -> str:
        return self.tr("Weights")

    def _settings_title(self) -> str:
        return self.tr("Settings")

    def _training_title(self) -> str:
        return self.tr("Training")

    def _shifts_title(self) -> str:
        return self.tr("Shifts")

    def _archive_title(self) -> str:
        return self.tr("Archive")
