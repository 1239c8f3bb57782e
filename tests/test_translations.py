"""The Chinese translation is complete, true to the sources, and what the program really reads."""

import ast
import re
from pathlib import Path

import pytest

from tests.translations import QM, TS, entries, release, sources, update

_MARKERS = {"tr": 2, "translate": 3, "QT_TRANSLATE_NOOP": 2, "QT_TR_NOOP": 1}
"""What marks a text, and how many of its first arguments are texts."""

_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|%n")


def test_every_entry_is_translated() -> None:
    missing = [
        f"{entry.message.context}: {entry.message.source!r}"
        for entry in entries(TS)
        if not entry.finished or not all(text.strip() for text in entry.texts)
    ]
    assert not missing, "run `python -m tests.translations` and translate"


def test_the_file_holds_just_what_the_sources_say(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    update(fresh)

    said = {entry.message for entry in entries(fresh)}
    kept = {entry.message for entry in entries(TS)}

    assert said, "no text found in the sources"
    assert sorted(said - kept) == [], "run `python -m tests.translations`"
    assert sorted(kept - said) == [], "run `python -m tests.translations`"


def test_the_compiled_file_belongs_to_the_text_file(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    release(TS, fresh)

    assert QM.read_bytes() == fresh.read_bytes(), "run `python -m tests.translations`"


def test_translations_keep_the_placeholders() -> None:
    wrong = [
        f"{entry.message.context}: {entry.message.source!r} → {text!r}"
        for entry in entries(TS)
        for text in entry.texts
        if text and _placeholders(text) != _placeholders(entry.message.source)
    ]
    assert not wrong


def _placeholders(text: str) -> list[str]:
    return sorted(match.group(0) for match in _PLACEHOLDER.finditer(text))


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.name))
def test_marked_texts_are_plain_strings(path: Path) -> None:
    """The tools read a text as it stands: one put together at run time is never found."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = [
        f"{path}:{call.lineno}"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _name(call) in _MARKERS
        for argument in call.args[: _MARKERS[_name(call)]]
        if _is_composed(argument)
    ]
    assert not wrong


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_composed(argument: ast.expr) -> bool:
    if isinstance(argument, ast.JoinedStr | ast.BinOp):
        return True
    # "…".format(…) inside tr(…) is the same slip in other clothes.
    return (
        isinstance(argument, ast.Call)
        and isinstance(argument.func, ast.Attribute)
        and argument.func.attr == "format"
    )
