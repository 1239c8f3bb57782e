"""Where the program writes its log: a file of the user's own that cannot grow without end."""

import logging
from logging.handlers import RotatingFileHandler

from platformdirs import user_log_path

LIMIT_BYTES = 2_000_000
KEPT = 5
FORM = "%(asctime)s %(levelname)s %(name)s %(message)s"


def begin_log(name: str) -> logging.Handler:
    """Write the log to a file; to the error stream where no file can be written.

    A full disk or a missing right must not keep a dispatcher from working.

    Args:
        name: The file's name, in the user's folder for logs.

    Returns:
        What writes it, to be given to ``end_log``.
    """
    handler: logging.Handler
    try:
        folder = user_log_path("grid-console", appauthor=False, ensure_exists=True)
        handler = RotatingFileHandler(
            folder / name, maxBytes=LIMIT_BYTES, backupCount=KEPT, encoding="utf-8"
        )
    except OSError as error:
        handler = logging.StreamHandler()
        logging.getLogger(__name__).warning("no log file can be written: %s", error)
    handler.setFormatter(logging.Formatter(FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def end_log(handler: logging.Handler) -> None:
    """Write no more, and close the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
