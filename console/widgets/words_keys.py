"""What each action that has a key is called, where keys hold, and why a key cannot be had."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.key_text import Unfit
from console.domain.keymap import Conflict, Scope
from console.domain.lifecycle import Deed
from console.widgets.words_deeds import DEEDS, deed_label

_ACTIONS: dict[str, Any] = {
    "primary": QT_TRANSLATE_NOOP("Key", "do what the large button says"),
    "candidate": QT_TRANSLATE_NOOP("Key", "choose another member, or an answer of the check"),
    "back": QT_TRANSLATE_NOOP("Key", "put a form away, back to the queue"),
    "rows": QT_TRANSLATE_NOOP("Key", "go through the rows"),
    "page": QT_TRANSLATE_NOOP("Key", "go to a screen"),
    "store": QT_TRANSLATE_NOOP("Key", "store what a form holds"),
    "undo": QT_TRANSLATE_NOOP("Key", "take one's own last deed back"),
    "help": QT_TRANSLATE_NOOP("Key", "show the keys"),
    "keys": QT_TRANSLATE_NOOP("Key", "show the keys, and change them"),
    "palette": QT_TRANSLATE_NOOP("Key", "find and do: numbers, names, deeds"),
    "camera": QT_TRANSLATE_NOOP("Key", "open the nearest camera, then another"),
    "camera_before": QT_TRANSLATE_NOOP("Key", "go back to the camera before"),
    "still": QT_TRANSLATE_NOOP("Key", "keep a still of the camera in the case"),
    "full_size": QT_TRANSLATE_NOOP("Key", "show the camera in full size"),
    "camera_again": QT_TRANSLATE_NOOP("Key", "try the camera again"),
    "excluded": QT_TRANSLATE_NOOP("Key", "who cannot go, and why"),
    "dispatch_team": QT_TRANSLATE_NOOP("Key", "send a team, or one more member"),
    "reserve": QT_TRANSLATE_NOOP("Key", "reserve the chosen member"),
    "people": QT_TRANSLATE_NOOP("Key", "to who is on it: Enter moves on, Del lets go"),
    "need_language": QT_TRANSLATE_NOOP("Key", "choose the language that is needed"),
    "acknowledge_card": QT_TRANSLATE_NOOP("Key", "acknowledge the card or the alarm"),
    "check_in": QT_TRANSLATE_NOOP("Key", "whoever is alone on scene has checked in"),
    "cards": QT_TRANSLATE_NOOP("Key", "list the open cards"),
    "propose_all": QT_TRANSLATE_NOOP("Key", "propose members for all that wait"),
    "copy_slip": QT_TRANSLATE_NOOP("Key", "copy the order as a short text"),
    "print_slip": QT_TRANSLATE_NOOP("Key", "print the order, or save it as a PDF"),
    "print_case": QT_TRANSLATE_NOOP("Key", "print the case file, or save it as a PDF"),
    "tell_again": QT_TRANSLATE_NOOP("Key", "send a message again that failed"),
    "mentions": QT_TRANSLATE_NOOP("Key", "to the notes that mention you"),
    "place_history": QT_TRANSLATE_NOOP("Key", "what was here before: Enter opens it"),
    "photos": QT_TRANSLATE_NOOP("Key", "to the photos: Enter opens one"),
    "paste_photo": QT_TRANSLATE_NOOP("Key", "attach what is on the clipboard"),
    "photo_step": QT_TRANSLATE_NOOP("Key", "another photo"),
    "photo_zoom": QT_TRANSLATE_NOOP("Key", "larger, smaller, as a whole, full size"),
    "photo_turn": QT_TRANSLATE_NOOP("Key", "turn the photo"),
    "photo_save": QT_TRANSLATE_NOOP("Key", "save the photo as a file"),
    "report": QT_TRANSLATE_NOOP("Key", "take a new report"),
    "report_anywhere": QT_TRANSLATE_NOOP("Key", "take a new report, from any screen"),
    "filter": QT_TRANSLATE_NOOP("Key", "filter the queue"),
    "filter_anywhere": QT_TRANSLATE_NOOP("Key", "filter what is shown"),
    "queue_view": QT_TRANSLATE_NOOP("Key", "a view of the queue"),
    "queue_fold": QT_TRANSLATE_NOOP("Key", "fold a group of rows, and unfold it"),
    "queue_views": QT_TRANSLATE_NOOP("Key", "all views; rename, update, remove"),
    "queue_keep": QT_TRANSLATE_NOOP("Key", "keep what is shown as a view"),
    "queue_arrange": QT_TRANSLATE_NOOP("Key", "order, headings, columns, one grid alone"),
    "queue_form": QT_TRANSLATE_NOOP("Key", "two lines, one line, table"),
    "queue_release": QT_TRANSLATE_NOOP("Key", "show now what is held back"),
    "same": QT_TRANSLATE_NOOP("Key", "to what is possibly the same: Enter merges, O opens"),
    "join": QT_TRANSLATE_NOOP("Key", "add the typed report to what it repeats"),
    "report_photos": QT_TRANSLATE_NOOP("Key", "choose photos for the typed report"),
    "draft_take": QT_TRANSLATE_NOOP("Key", "take up what was half typed"),
    "draft_drop": QT_TRANSLATE_NOOP("Key", "throw away what was half typed"),
    "set_aside": QT_TRANSLATE_NOOP("Key", "set the typed report aside for another one"),
    "declare_major": QT_TRANSLATE_NOOP("Key", "declare it a major incident, or stand it down"),
    "join_major": QT_TRANSLATE_NOOP("Key", "add it to a major incident, or take it out"),
    "parts": QT_TRANSLATE_NOOP("Key", "to the parts of the major incident"),
    "note_all": QT_TRANSLATE_NOOP("Key", "a note to the major incident and all its parts"),
    "close_all": QT_TRANSLATE_NOOP("Key", "close the major incident with all its parts"),
    "several": QT_TRANSLATE_NOOP("Key", "select several rows; keys then mean all of them"),
    "alarm_heard": QT_TRANSLATE_NOOP("Key", "acknowledge the alarm that is shown, here"),
    "alarm_show": QT_TRANSLATE_NOOP("Key", "go to what the alarm is about"),
    "alarms": QT_TRANSLATE_NOOP("Key", "list the alarms"),
    "mute": QT_TRANSLATE_NOOP("Key", "mute the sounds for some minutes, or end that"),
    "handover": QT_TRANSLATE_NOOP("Key", "hand the shift over, or sign that it was"),
    "wall": QT_TRANSLATE_NOOP("Key", "the wall, on a second screen if there is one"),
    "archive_export": QT_TRANSLATE_NOOP("Key", "export what was found"),
    "archive_area": QT_TRANSLATE_NOOP("Key", "search an area drawn on the map"),
    "archive_no_area": QT_TRANSLATE_NOOP("Key", "search everywhere again"),
    "archive_open": QT_TRANSLATE_NOOP("Key", "open the case at the desk"),
    "archive_again": QT_TRANSLATE_NOOP("Key", "search again"),
    "weights": QT_TRANSLATE_NOOP("Key", "the weights of the proposal"),
    "language": QT_TRANSLATE_NOOP("Key", "switch the language"),
    "theme": QT_TRANSLATE_NOOP("Key", "switch to the next theme"),
    "settings": QT_TRANSLATE_NOOP("Key", "the settings"),
    "text_larger": QT_TRANSLATE_NOOP("Key", "make all text larger"),
    "text_smaller": QT_TRANSLATE_NOOP("Key", "make all text smaller"),
    "text_first": QT_TRANSLATE_NOOP("Key", "text as large as at first"),
    "quit": QT_TRANSLATE_NOOP("Key", "leave"),
    "member_page": QT_TRANSLATE_NOOP("Key", "into the member's page, and back"),
    "duty_on": QT_TRANSLATE_NOOP("Key", "on duty"),
    "duty_break": QT_TRANSLATE_NOOP("Key", "break"),
    "duty_off": QT_TRANSLATE_NOOP("Key", "off duty"),
    "form": QT_TRANSLATE_NOOP("Key", "rows or cards"),
    "holes": QT_TRANSLATE_NOOP("Key", "the next hole in cover"),
    "export": QT_TRANSLATE_NOOP("Key", "export to a file"),
    "import": QT_TRANSLATE_NOOP("Key", "import from a file"),
    "telephone": QT_TRANSLATE_NOOP("Key", "show the telephone number"),
    "filter_training": QT_TRANSLATE_NOOP("Key", "filter"),
    "skill_add": QT_TRANSLATE_NOOP("Key", "add a skill"),
    "skill_change": QT_TRANSLATE_NOOP("Key", "change a skill"),
    "skill_remove": QT_TRANSLATE_NOOP("Key", "remove a skill"),
    "course_add": QT_TRANSLATE_NOOP("Key", "plan a course"),
    "course_open": QT_TRANSLATE_NOOP("Key", "open a course"),
    "course_cancel": QT_TRANSLATE_NOOP("Key", "cancel a course"),
    "passed": QT_TRANSLATE_NOOP("Key", "passed"),
    "failed": QT_TRANSLATE_NOOP("Key", "failed"),
    "absent": QT_TRANSLATE_NOOP("Key", "absent"),
    "kinds": QT_TRANSLATE_NOOP("Key", "a shift"),
    "leave": QT_TRANSLATE_NOOP("Key", "grant leave"),
    "leave_back": QT_TRANSLATE_NOOP("Key", "take a leave back"),
    "swap": QT_TRANSLATE_NOOP("Key", "swap shifts"),
    "pattern": QT_TRANSLATE_NOOP("Key", "make this week the pattern"),
    "free": QT_TRANSLATE_NOOP("Key", "free"),
    "ahead": QT_TRANSLATE_NOOP("Key", "the holes of a day or of a week"),
    "week_before": QT_TRANSLATE_NOOP("Key", "the week before"),
    "week_after": QT_TRANSLATE_NOOP("Key", "the week after"),
    "today": QT_TRANSLATE_NOOP("Key", "today"),
}

_SCOPES: dict[Scope, Any] = {
    Scope.WINDOW: QT_TRANSLATE_NOOP("Key", "Everywhere"),
    Scope.DESK: QT_TRANSLATE_NOOP("Key", "Queue and incident"),
    Scope.ROSTER: QT_TRANSLATE_NOOP("Key", "Roster"),
    Scope.TRAINING: QT_TRANSLATE_NOOP("Key", "Training"),
    Scope.SKILLS: QT_TRANSLATE_NOOP("Key", "Skills"),
    Scope.COURSES: QT_TRANSLATE_NOOP("Key", "Courses"),
    Scope.ATTENDANCE: QT_TRANSLATE_NOOP("Key", "The list of a course"),
    Scope.SHIFTS: QT_TRANSLATE_NOOP("Key", "Shifts"),
    Scope.ARCHIVE: QT_TRANSLATE_NOOP("Key", "Archive"),
    Scope.PHOTO: QT_TRANSLATE_NOOP("Key", "Photo"),
}

_UNFIT: dict[Unfit, Any] = {
    Unfit.NO_KEY: QT_TRANSLATE_NOOP("Key", "That is no key."),
    Unfit.NAVIGATION: QT_TRANSLATE_NOOP(
        "Key", "{key} is needed to move about, to confirm and to put away."
    ),
    Unfit.TEXT: QT_TRANSLATE_NOOP("Key", "{key} belongs to text fields."),
    Unfit.INPUT_METHOD: QT_TRANSLATE_NOOP("Key", "{key} belongs to Chinese input methods."),
    Unfit.SYSTEM: QT_TRANSLATE_NOOP("Key", "{key} cannot be given away."),
}


def action_source(name: str) -> tuple[str, str]:
    """The context and the English words of an action, as translators know them."""
    if name in _ACTIONS:
        return "Key", str(_ACTIONS[name])
    return "Deed", str(DEEDS[Deed(name)])


def action_label(name: str) -> str:
    """What an action is called, in the language used."""
    if name in _ACTIONS:
        return QCoreApplication.translate("Key", _ACTIONS[name])
    return deed_label(Deed(name))


def scope_label(scope: Scope) -> str:
    """Where keys hold."""
    return QCoreApplication.translate("Key", _SCOPES[scope])


def conflict_text(key: str, conflict: Conflict) -> str:
    """Why an action cannot have a key."""
    if conflict.unfit is not None:
        return QCoreApplication.translate("Key", _UNFIT[conflict.unfit]).format(key=key)
    return QCoreApplication.translate("Key", "{key} is taken already: {action}").format(
        key=key, action=action_label(conflict.other)
    )
