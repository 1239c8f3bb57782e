"""What the actions of the desk and of the window do; their keys stand in ``domain/keymap.py``."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from console.domain.keymap import ACTIONS, Scope
from console.views.incident.deeds import KEYED
from console.widgets.keys import BELOW, bind, bind_fixed

if TYPE_CHECKING:
    from console.wiring import Console
    from console.wiring_bell import Bell

Slots = dict[str, Callable[[], object]]


def slots_of(console: "Console") -> Slots:
    """What each action of the desk and of the window does, by its name in the table of keys."""
    panel, dialogs = console.incident, console.dialogs
    bell = partial(_at_bell, console)
    deeds: Slots = {deed.value: partial(panel.doing.request, deed) for deed in KEYED}
    return deeds | {
        "camera": panel.verification.next_camera,
        "camera_before": panel.verification.previous_camera,
        "still": panel.verification.keep_still,
        "full_size": panel.verification.enlarge,
        "camera_again": panel.verification.try_again,
        "excluded": panel.candidates.excluded.switch,
        "dispatch_team": panel.doing.call_team,
        "reserve": panel.doing.reserve,
        "people": panel.people.take_keyboard,
        "need_language": panel.language.take_keys,
        "same": panel.same.take_keyboard,
        "acknowledge_card": panel.supervision.acknowledge,
        "check_in": panel.supervision.check_in,
        "declare_major": panel.major.declare_or_stand_down,
        "join_major": panel.major.join_or_leave,
        "parts": panel.major.take_keyboard,
        "note_all": panel.major.note_all,
        "close_all": panel.major.close_all,
        "cards": dialogs.show_cards,
        "propose_all": dialogs.propose_all,
        "copy_slip": dialogs.copy_slip,
        "print_slip": dialogs.print_slip,
        "print_case": dialogs.print_case,
        "tell_again": panel.deliveries.tell_again,
        "mentions": console.show_mentions,
        "place_history": panel.place.take_keyboard,
        "photos": panel.photos.take_keyboard,
        "paste_photo": console.paste_photo,
        "report": console.new_report,
        "filter": console.queue.focus_filter,
        "queue_views": console.queue.open_views,
        "queue_keep": console.queue.keep_view,
        "queue_arrange": console.queue.open_arranging,
        "queue_form": console.queue.forms.switch,
        "queue_release": console.queue.release,
        "back": console.step_back,
        "report_anywhere": console.new_report,
        "filter_anywhere": console.focus_filter,
        "draft_take": console.drafts.take_up,
        "draft_drop": console.drafts.throw_away,
        "set_aside": console.drafts.set_aside,
        "undo": console.taking_back.take_last,
        "help": dialogs.show_keys,
        "keys": dialogs.show_keys,
        "palette": console.open_palette,
        "alarm_heard": bell(lambda at: at.acknowledge()),
        "alarm_show": bell(lambda at: at.show_first()),
        "alarms": bell(lambda at: at.open_list()),
        "mute": bell(lambda at: at.mute()),
        "handover": dialogs.open_handover,
        "wall": console.wall.switch,
        "weights": dialogs.open_weights,
        "language": console.language.switch,
        "theme": console.look.switch,
        "settings": dialogs.open_settings,
        "text_larger": console.obedience.grow,
        "text_smaller": console.obedience.shrink,
        "text_first": console.obedience.first_size,
        "quit": console.window.close,
    }


def _at_bell(console: "Console", do: "Callable[[Bell], object]") -> Callable[[], object]:
    """What a key does with the alarms, which are made when they are first needed."""
    return lambda: do(console.bell)


def add_keys(console: "Console") -> None:
    """Connect the keys of the desk, and those that hold in the whole window."""
    page, window = console.page, console.window
    for name, slot in slots_of(console).items():
        action = ACTIONS[name]
        if action.scope is Scope.DESK:
            page.add_key(name, slot)
        else:
            bind(name, window, slot)
    for rank, key in enumerate(ACTIONS["candidate"].keys):
        bind_fixed(key, page, partial(console.incident.doing.choose, rank), BELOW)
    for place, key in enumerate(ACTIONS["queue_view"].keys):
        bind_fixed(key, page, partial(console.queue.choose_nth, place), BELOW)
