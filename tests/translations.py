"""Brings the translation files up to the sources: ``python -m tests.translations``.

``zh_CN.ts`` is what translators edit; ``zh_CN.qm`` is what the program reads. Both are kept in the
repository, so that neither a build nor a start needs Qt's tools.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
TS = ROOT / "resources" / "i18n" / "zh_CN.ts"
QM = TS.with_suffix(".qm")


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A source text as the program asks for it."""

    context: str
    source: str
    comment: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A message in a translation file."""

    message: Message
    texts: tuple[str, ...]
    finished: bool


def sources() -> list[Path]:
    """Return the modules that may hold texts for the screen."""
    return sorted((ROOT / "console").rglob("*.py"))


def _run(tool: str, *arguments: str | Path) -> str:
    # The tools stand beside the interpreter, whether or not its folder is on the PATH.
    command = [Path(sys.executable).parent / tool, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{tool}: {done.stdout}{done.stderr}")
    return done.stdout


def update(ts: Path) -> str:
    """Write the sources' messages into a ``.ts`` file, keeping what it has translated."""
    places = [path.relative_to(ROOT) for path in sources()]
    return _run(
        "pyside6-lupdate",
        "-source-language", "en",
        "-target-language", "zh_CN",
        "-locations", "none",
        "-no-obsolete",
        *places,
        "-ts", ts,
    )  # fmt: skip


def release(ts: Path, qm: Path) -> str:
    """Write the ``.qm`` file that belongs to a ``.ts`` file."""
    return _run("pyside6-lrelease", ts, "-qm", qm)


def entries(ts: Path) -> list[Entry]:
    """Read a ``.ts`` file, of our own making."""
    found = []
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        found += [_entry(name, message) for message in context.iter("message")]
    return found


def _entry(context: str, element: ElementTree.Element) -> Entry:
    translation = element.find("translation")
    forms: list[ElementTree.Element] = []
    if translation is not None:
        forms = translation.findall("numerusform") or [translation]
    return Entry(
        Message(
            context=context,
            source=element.findtext("source", ""),
            comment=element.findtext("comment", ""),
            plural=element.get("numerus") == "yes",
        ),
        texts=tuple(form.text or "" for form in forms),
        finished=translation is not None and translation.get("type") is None,
    )


def main() -> None:
    """Update both files and say what is left to translate."""
    said = update(TS) + release(TS, QM)
    left = [entry.message for entry in entries(TS) if not entry.finished]
    sys.stdout.write(said)
    sys.stdout.writelines(f"not translated: {m.context}: {m.source!r}\n" for m in left)
    sys.exit(1 if left else 0)


if __name__ == "__main__":
    main()
