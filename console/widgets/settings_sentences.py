"""Why a file of settings is refused, and what was skipped of one, as sentences."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.keymap import ACTIONS
from console.domain.settings import SETTINGS
from console.domain.settings_file import SettingsFileError, Wrong
from console.widgets.words_keys import action_label
from console.widgets.words_settings import section_label, setting_label

NAMED = 4
"""So many unknown names are told."""

_WRONG: dict[Wrong, Any] = {
    Wrong.NO_JSON: QT_TRANSLATE_NOOP(
        "Setting", "Line {line} of the file cannot be read: it is broken there."
    ),
    Wrong.FOREIGN: QT_TRANSLATE_NOOP("Setting", "This is no file of settings of this program."),
    Wrong.NEWER: QT_TRANSLATE_NOOP(
        "Setting", "The file is of a newer version of this program ({version})."
    ),
    Wrong.NO_TABLE: QT_TRANSLATE_NOOP(
        "Setting", "“{name}” of the file must be a table of names and values."
    ),
    Wrong.TWICE: QT_TRANSLATE_NOOP("Setting", "“{name}” stands in the file twice."),
    Wrong.VALUE: QT_TRANSLATE_NOOP("Setting", "“{label}” ({name}) cannot be “{value}”."),
    Wrong.KEY: QT_TRANSLATE_NOOP("Setting", "“{value}” cannot be the key for: {label} ({name})"),
}


def wrong_text(error: SettingsFileError) -> str:
    """Why a file is refused."""
    details = dict(error.details)
    name = str(details.get("name", ""))
    if error.wrong is Wrong.VALUE and name in SETTINGS:
        details["label"] = setting_label(name)
    elif error.wrong is Wrong.KEY and name in ACTIONS:
        details["label"] = action_label(name)
    return QCoreApplication.translate("Setting", _WRONG[error.wrong]).format(**details)


def skipped_text(unknown: Sequence[str]) -> str:
    """Which names of a file this version does not know."""
    names = ", ".join(unknown[:NAMED])
    if len(unknown) > NAMED:
        names += " …"
    return QCoreApplication.translate(
        "Setting", "Unknown to this version, and skipped: {names}"
    ).format(names=names)


def where_text(name: str) -> str:
    """A setting with its section, as one text."""
    return f"{section_label(SETTINGS[name].section)} · {setting_label(name)}"
