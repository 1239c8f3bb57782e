"""Settings and changed keys as a file of text: written, read back, and compared with what holds.

A file that is broken, or another program's, is refused as a whole. A name that this version does
not know is told and skipped: the file may be of another version.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn

from typing_extensions import override

from console.domain.key_text import normal, unfit
from console.domain.keymap import ACTIONS, Keys
from console.domain.settings import SETTINGS, Value, written

MARK = "grid-console settings"
"""What the file says it is."""

VERSION = 1

LARGEST = 1_000_000
"""So many characters are read; no file of ours is nearly as long."""

SHOWN = 60
"""So many characters of a wrong value are told."""


class Wrong(StrEnum):
    """Why a file is refused."""

    NO_JSON = "no_json"  # line
    FOREIGN = "foreign"
    NEWER = "newer"  # version
    NO_TABLE = "no_table"  # name
    TWICE = "twice"  # name
    VALUE = "value"  # name, value
    KEY = "key"  # name, value


class SettingsFileError(Exception):
    """A file of settings is refused; the details name the line or the setting."""

    def __init__(self, wrong: Wrong, **details: str | int) -> None:
        super().__init__(wrong, details)
        self.wrong, self.details = wrong, details

    @override
    def __str__(self) -> str:
        return f"{self.wrong.value} {self.details}"


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a file holds: settings, changed keys if it has any part about keys, unknown names."""

    values: Mapping[str, Value]
    keys: Mapping[str, str] | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting, or one action's keys (then ``is_key``), as it is and as the file has it."""

    name: str
    now: Value
    then: Value
    is_key: bool = False


def compose(values: Mapping[str, Value], keys: Mapping[str, str]) -> str:
    """The text of a file with these settings and these changed keys."""
    content = {
        "format": MARK,
        "version": VERSION,
        "settings": dict(values),
        "keys": dict(sorted(keys.items())),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def parse(text: str) -> SettingsFile:
    """Read the text of a file.

    Raises:
        SettingsFileError: If it is broken, foreign, newer, or sets something to what cannot be.
    """
    content = _content(text)
    if not isinstance(content, dict) or content.get("format") != MARK:
        raise SettingsFileError(Wrong.FOREIGN)
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise SettingsFileError(Wrong.FOREIGN)
    if version > VERSION:
        raise SettingsFileError(Wrong.NEWER, version=version)
    unknown: list[str] = []
    values = _values(_part(content, "settings") or {}, unknown)
    keys = _part(content, "keys")
    return SettingsFile(
        values, None if keys is None else _changed_keys(keys, unknown), tuple(unknown)
    )


def differences(file: SettingsFile, values: Mapping[str, Value], keys: Keys) -> list[Difference]:
    """What a file would change, in the order in which settings and keys are shown."""
    found = [
        Difference(name, values[name], file.values[name])
        for name in SETTINGS
        if name in file.values and file.values[name] != values[name]
    ]
    if file.keys is not None:
        then = Keys(file.keys)
        found += [
            Difference(name, keys.shown(name), then.shown(name), is_key=True)
            for name in ACTIONS
            if keys.of(name) != then.of(name)
        ]
    return found


def _content(text: str) -> Any:
    if len(text) > LARGEST:
        raise SettingsFileError(Wrong.FOREIGN)
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise SettingsFileError(Wrong.NO_JSON, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        # Figures without an end, or brackets within brackets: nobody's settings.
        raise SettingsFileError(Wrong.FOREIGN) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table whose names stand in it once: of two values, nobody knows which is meant."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise SettingsFileError(Wrong.TWICE, name=name[:SHOWN])
        found[name] = value
    return found


def _no_number(_text: str) -> NoReturn:
    raise ValueError("no number")


def _part(content: Mapping[str, Any], name: str) -> Mapping[str, Any] | None:
    if name not in content:
        return None
    found = content[name]
    if not isinstance(found, dict):
        raise SettingsFileError(Wrong.NO_TABLE, name=name)
    return found


def _values(found: Mapping[str, Any], unknown: list[str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in found.items():
        if name not in SETTINGS:
            unknown.append(name[:SHOWN])
        elif SETTINGS[name].allows(value):
            values[name] = value
        else:
            raise SettingsFileError(Wrong.VALUE, name=name, value=_told(value))
    return values


def _changed_keys(found: Mapping[str, Any], unknown: list[str]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for name, key in found.items():
        if name not in ACTIONS:
            unknown.append(name[:SHOWN])
            continue
        fit = isinstance(key, str) and not ACTIONS[name].fixed and not unfit(normal(key))
        if not fit and key not in ACTIONS[name].keys:
            raise SettingsFileError(Wrong.KEY, name=name, value=_told(key))
        keys[name] = normal(key)
    taken = Keys(keys)
    for name, key in keys.items():
        # What means two things is left out by the table of keys: here it is refused by name.
        if key not in taken.of(name):
            raise SettingsFileError(Wrong.KEY, name=name, value=key)
    return keys


def _told(value: Any) -> str:
    text = written(value) if isinstance(value, str | bool | int) else json.dumps(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
