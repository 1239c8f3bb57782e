"""The console with a window, as a process."""

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run the console until its window is closed; returns the process's exit code."""
    # Nothing of what is imported is garbage, and looking through it costs a tenth of the start.
    # From the window on, the collector works when nobody waits: see ``console.live.memory``.
    gc.disable()
    import console.before_qt  # noqa: F401
    from console.session import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
