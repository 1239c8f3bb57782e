"""Typed reading of a TOML file, so that a slip of the pen is named and not ignored."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from console.domain.importing import FileFault, ImportRefusal


class Section:
    """A table of a TOML file; ``done`` says which keys nobody asked for."""

    def __init__(self, path: Path, values: dict[str, Any], prefix: str = "") -> None:
        self._path = path
        self._values = values
        self._prefix = prefix
        self._asked: dict[str, None] = {}

    @classmethod
    def load(cls, path: Path) -> "Section":
        """Read a file.

        Raises:
            ImportRefusal: If it cannot be read or is not TOML.
        """
        try:
            text = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ImportRefusal(FileFault.UNREADABLE, path=str(path), reason=reason) from error
        except UnicodeDecodeError as error:
            raise ImportRefusal(
                FileFault.NOT_DECODABLE, path=str(path), encoding="utf-8", position=error.start
            ) from error
        try:
            return cls(path, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise ImportRefusal(FileFault.BAD_TOML, path=str(path), reason=str(error)) from error

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.bad(key, "text")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.bad(key, "true, false")
        return value

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self._get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.bad(key, f"{low} … {high}")
        return value

    def choice(self, key: str, choices: Iterable[str], default: str) -> str:
        """One of some words."""
        value = self.text(key, default)
        known = list(choices)
        if value not in known:
            raise self.bad(key, ", ".join(known))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A text, or a list of texts; none if it is not there."""
        value = self._get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
            raise self.bad(key, '"text", ["text", "text"]')
        return tuple(values)

    def table(self, key: str) -> "Section":
        """A table; an empty one if it is not there."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self.bad(key, f"[{self._prefix}{key}]")
        return Section(self._path, value, f"{self._prefix}{key}.")

    def tables(self, key: str) -> list["Section"]:
        """A list of tables."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.bad(key, f"[[{self._prefix}{key}]]")
        return [
            Section(self._path, entry, f"{self._prefix}{key}[{number}].")
            for number, entry in enumerate(value, 1)
        ]

    def names(self) -> tuple[str, ...]:
        """All keys, each then counted as asked for."""
        self._asked.update(dict.fromkeys(self._values))
        return tuple(self._values)

    def done(self) -> None:
        """Refuse keys that mean nothing.

        Raises:
            ImportRefusal: With the first such key and those that could have been meant.
        """
        for key in self._values:
            if key not in self._asked:
                raise ImportRefusal(
                    FileFault.UNKNOWN_KEY,
                    path=str(self._path),
                    key=self._prefix + key,
                    known=", ".join(self._asked),
                )

    def bad(self, key: str, expected: str) -> ImportRefusal:
        """A refusal of a key's value."""
        return ImportRefusal(
            FileFault.BAD_SETTING,
            path=str(self._path),
            key=self._prefix + key,
            value=str(self._values.get(key, ""))[:100],
            expected=expected,
        )

    def _get(self, key: str, default: Any) -> Any:
        self._asked[key] = None
        value = self._values.get(key, default)
        if value is None:
            raise ImportRefusal(
                FileFault.MISSING_SETTING, path=str(self._path), key=self._prefix + key
            )
        return value
