"""``python -m bench [NAME …] [--json FILE]``: measure, and print one table."""

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from bench.row import Row

# Before the first import of Qt: the figures are taken without a screen, like the tests.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "linux" and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

MODULES = (
    "bench.live",
    "bench.dispatch",
    "bench.queue",
    "bench.storm",
    "bench.roster",
    "bench.palette",
    "bench.rank",
    "bench.duplicates",
    "bench.start",
    "bench.archive",
    "bench.memory",
)
HEADINGS = ("name", "figure", "baseline", "ratio", "goal", "met", "note")


def rows() -> dict[str, Callable[[], Row]]:
    """All rows by name, in the order of the table."""
    found: dict[str, Callable[[], Row]] = {}
    for module in MODULES:
        found |= importlib.import_module(module).ROWS
    return found


def machine() -> str:
    """The machine in a line."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        names = [line for line in cpuinfo.read_text().splitlines() if "model name" in line]
        model = names[0].partition(":")[2].strip() if names else model
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}"


def commit() -> str:
    """The commit measured, with a plus sign where files have been changed since."""
    git = ["git", "-C", str(Path(__file__).parent)]
    found = subprocess.run(
        [*git, "describe", "--always", "--dirty=+"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"


def cells(row: Row) -> tuple[str, ...]:
    """A row as the texts of the table."""
    baseline = "–" if row.baseline is None else f"{row.baseline:.3g} {row.unit}"
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
    met = "met" if row.met else "NOT MET"
    figure = "–" if row.figure is None else f"{row.figure:.3g} {row.unit}"
    return row.name, figure, baseline, ratio, row.goal, met, row.note


def table(measured: list[Row]) -> str:
    """The rows as a table for people; it is Markdown, too."""
    lines = [HEADINGS, tuple("---" for _ in HEADINGS), *map(cells, measured)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def measure(name: str, work: Callable[[], Row]) -> Row:
    """One row, with what else the machine had to do meanwhile.

    One that cannot be measured says so and leaves the others their place.
    """
    sys.stderr.write(f"{name} …\n")
    try:
        row = work()
    except Exception as error:
        traceback.print_exc()
        note = f"not measured: {type(error).__name__}: {error}".replace("\n", " ")[:200]
        return Row(name, None, "", None, None, "to be measured", met=False, note=note)
    return replace(row, note=f"{row.note}; load {os.getloadavg()[0]:.1f}")


def main() -> int:
    """Measure what was asked for.

    Returns:
        0 also where a goal is not met; 1 if a row could not be measured.
    """
    parser = argparse.ArgumentParser(prog="python -m bench")
    parser.add_argument("names", nargs="*", help="rows to measure; all if none are named")
    parser.add_argument("--json", type=Path, help="keep the figures in a file")
    options = parser.parse_args()
    known = rows()
    unknown = [name for name in options.names if name not in known]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(known)}")
    measured = [measure(name, known[name]) for name in options.names or known]
    sys.stdout.write(f"{machine()}\n{commit()}\n\n{table(measured)}\n")
    if options.json is not None:
        kept = {
            "machine": machine(),
            "commit": commit(),
            "rows": [asdict(row) for row in measured],
        }
        options.json.write_text(json.dumps(kept, ensure_ascii=False, indent=1), "utf-8")
    return int(any(row.figure is None for row in measured))


if __name__ == "__main__":
    sys.exit(main())
