"""Where secrets come from: this computer's environment or keyring, and nowhere else."""

import logging
import os

SERVICE = "grid-console"
"""The name under which the system's keyring keeps our secrets."""

PREFIX = "GRID_CONSOLE_SECRET_"

_log = logging.getLogger(__name__)


def find_secret(name: str) -> str | None:
    """The secret of a name; None if neither the environment nor the keyring has it."""
    told = os.environ.get(PREFIX + name)
    if told:
        return told
    try:
        import keyring  # Late: most workstations send nothing.

        return keyring.get_password(SERVICE, name) or None
    except Exception as error:  # A backend may fail in any way of its own: then it has nothing.
        _log.info("no keyring: %s", type(error).__name__)
        return None


def keep_secret(name: str, value: str) -> bool:
    """Put a secret into the system's keyring; False if there is none that works."""
    try:
        import keyring

        keyring.set_password(SERVICE, name, value)
    except Exception as error:  # As above.
        _log.info("no keyring: %s", type(error).__name__)
        return False
    return True
