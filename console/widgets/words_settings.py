"""What each setting, its choices and its section are called, and how a value is told.

A row here for each one of ``domain/settings.py``: a label for all, a word for each choice, a unit
where a number has one.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.settings import SETTINGS, Value, Whose, document, written

_SECTIONS: dict[str, Any] = {
    "look": QT_TRANSLATE_NOOP("Setting", "Look"),
    "sound": QT_TRANSLATE_NOOP("Setting", "Sounds and alarms"),
    "queue": QT_TRANSLATE_NOOP("Setting", "Queue"),
}

_LABELS: dict[str, Any] = {
    "look.language": QT_TRANSLATE_NOOP("Setting", "Language"),
    "look.theme": QT_TRANSLATE_NOOP("Setting", "Theme"),
    "look.text_size": QT_TRANSLATE_NOOP("Setting", "Text size"),
    "look.motion": QT_TRANSLATE_NOOP("Setting", "Movement on the screen"),
    "sound.on": QT_TRANSLATE_NOOP("Setting", "Sounds"),
    "sound.volume": QT_TRANSLATE_NOOP("Setting", "Loudness"),
    "sound.repeat": QT_TRANSLATE_NOOP("Setting", "Sound again until acknowledged"),
    "sound.quiet_from": QT_TRANSLATE_NOOP("Setting", "Quiet hours from"),
    "sound.quiet_until": QT_TRANSLATE_NOOP("Setting", "Quiet hours until (the same hour: none)"),
    "sound.emergencies_always": QT_TRANSLATE_NOOP("Setting", "Emergencies also in quiet hours"),
    "sound.mute_minutes": QT_TRANSLATE_NOOP("Setting", "A mute lasts"),
    "sound.notices": QT_TRANSLATE_NOOP("Setting", "Notices while the window is away"),
    "queue.form": QT_TRANSLATE_NOOP("Setting", "Form of the rows"),
    "queue.views": QT_TRANSLATE_NOOP("Setting", "Own views"),
    "queue.columns": QT_TRANSLATE_NOOP("Setting", "Columns of the table"),
    "queue.hold_s": QT_TRANSLATE_NOOP("Setting", "Hold rows still after a key or the pointer"),
}

_CHOICES: dict[str, Any] = {
    # A language is called by its own name, so that whoever reads no other one finds it.
    "look.language=zh": "中文",
    "look.language=en": "English",
    "look.theme=dark": QT_TRANSLATE_NOOP("Setting", "Dark"),
    "look.theme=light": QT_TRANSLATE_NOOP("Setting", "Light"),
    "look.theme=contrast": QT_TRANSLATE_NOOP("Setting", "High contrast"),
    "look.motion=system": QT_TRANSLATE_NOOP("Setting", "As the system has it"),
    "look.motion=full": QT_TRANSLATE_NOOP("Setting", "All of it"),
    "look.motion=reduced": QT_TRANSLATE_NOOP("Setting", "As little as possible"),
    "queue.form=rows": QT_TRANSLATE_NOOP("Setting", "Two lines"),
    "queue.form=lines": QT_TRANSLATE_NOOP("Setting", "One line"),
    "queue.form=table": QT_TRANSLATE_NOOP("Setting", "Table"),
}

_UNITS: dict[str, Any] = {
    "look.text_size": QT_TRANSLATE_NOOP("Setting", "{value} %"),
    "sound.volume": QT_TRANSLATE_NOOP("Setting", "{value} %"),
    "sound.quiet_from": QT_TRANSLATE_NOOP("Setting", "{value}:00"),
    "sound.quiet_until": QT_TRANSLATE_NOOP("Setting", "{value}:00"),
    "sound.mute_minutes": QT_TRANSLATE_NOOP("Setting", "{value} min"),
    "queue.hold_s": QT_TRANSLATE_NOOP("Setting", "{value} s"),
}

_WHOSE: dict[Whose, Any] = {
    Whose.WORKSTATION: QT_TRANSLATE_NOOP("Setting", "Workstation"),
    Whose.OPERATOR: QT_TRANSLATE_NOOP("Setting", "Operator"),
}


def section_label(section: str) -> str:
    """What a section of the settings is called, in the language used."""
    return QCoreApplication.translate("Setting", _SECTIONS[section])


def setting_label(name: str) -> str:
    """What a setting is called, in the language used."""
    return QCoreApplication.translate("Setting", _LABELS[name])


def choice_label(name: str, choice: str) -> str:
    """What one of the texts is called that a setting can be set to."""
    return QCoreApplication.translate("Setting", _CHOICES[f"{name}={choice}"])


def whose_label(whose: Whose) -> str:
    """Whom a setting belongs to."""
    return QCoreApplication.translate("Setting", _WHOSE[whose])


def unit_of(name: str) -> str:
    """How a number is told, with ``{value}`` in its place."""
    unit = _UNITS.get(name)
    return "{value}" if unit is None else QCoreApplication.translate("Setting", unit)


def value_text(name: str, value: Value) -> str:
    """What a setting is set to, as people read it."""
    if isinstance(value, bool):
        yes, no = QT_TRANSLATE_NOOP("Setting", "On"), QT_TRANSLATE_NOOP("Setting", "Off")
        return QCoreApplication.translate("Setting", str(yes if value else no))
    if isinstance(value, int):
        return unit_of(name).format(value=value)
    if SETTINGS[name].document:
        count = len(document(value))
        return QCoreApplication.translate("Setting", "kept: {count}").format(count=count)
    return choice_label(name, value) if SETTINGS[name].among else written(value)


def sources_of(name: str) -> list[str]:
    """The English words of a setting, its section and its choices, as translators know them."""
    setting = SETTINGS[name]
    choices = (str(_CHOICES[f"{name}={choice}"]) for choice in setting.among)
    return [str(_LABELS[name]), str(_SECTIONS[setting.section]), *choices]
