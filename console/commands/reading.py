"""Reads lists out of JSON files, and names the entry that is wrong."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from console.domain.errors import Fault, FaultError
from console.domain.place import LonLat

Row = dict[str, Any]
T = TypeVar("T")


def entries_of(folder: Path, name: str, make: Callable[[Row], T]) -> tuple[T, ...]:
    """The values in the list of a file ``name.json``, under the key of the same name.

    Raises:
        FaultError: BAD_FILE with the entry at fault.
    """
    file = folder / f"{name}.json"
    return entries(file, section(file, name), make)


def entries(file: Path, rows: Iterable[Row], make: Callable[[Row], T]) -> tuple[T, ...]:
    """The values that rows describe.

    Raises:
        FaultError: BAD_FILE with the number of the row at fault.
    """
    made = []
    for number, row in enumerate(rows, start=1):
        try:
            made.append(make(row))
        except KeyError as error:
            raise bad_file(file, f"entry {number}: {error.args[0]} is missing") from error
        except (TypeError, ValueError, AttributeError) as error:
            raise bad_file(file, f"entry {number}: {error}") from error
    return tuple(made)


def text(row: Row, key: str) -> str:
    """The text under a key.

    Raises:
        KeyError: If it is missing.
        ValueError: If it is no text or is blank.
    """
    found = row[key]
    if not isinstance(found, str) or not found.strip():
        raise ValueError(f"{key} must be a text")
    return found


def place(row: Row) -> LonLat:
    """The place under ``lon`` and ``lat``."""
    return LonLat(float(row["lon"]), float(row["lat"]))


def section(file: Path, key: str = "features") -> Any:
    """What stands under a key of a file: a list, but for the center itself.

    Raises:
        FaultError: BAD_FILE if the file cannot be read or has no such list.
    """
    try:
        content = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise bad_file(file, error.strerror or "cannot be read") from error
    except ValueError as error:
        raise bad_file(file, str(error)) from error
    if not isinstance(content, dict) or key not in content:
        raise bad_file(file, f"{key} is missing")
    found = content[key]
    if key != "center" and not isinstance(found, list):
        raise bad_file(file, f"{key} must be a list")
    return found


def bad_file(file: Path, reason: str) -> FaultError:
    """That a file cannot be used, and why."""
    return FaultError(Fault.BAD_FILE, path=str(file), reason=reason)
