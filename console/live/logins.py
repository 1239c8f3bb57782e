"""Users and passwords of cameras, out of this computer's environment or keyring."""

from collections.abc import Callable
from functools import partial
from threading import Thread

from PySide6.QtCore import QObject

from console.domain.streams import Address, Login, read_login
from console.live.secrets import find_secret
from console.live.teller import Teller

FindSecret = Callable[[str], str | None]


def login_of(address: Address, find: FindSecret = find_secret) -> Login | None:
    """The login for an address: its own, that of its port, or that of its host.

    A keyring may take its time: not on the GUI thread.
    """
    if address.login is not None:
        return address.login
    for name in address.secrets:
        secret = find(name)
        if secret is not None:
            return read_login(secret)
    return None


class Logins(QObject):
    """Finds logins on threads of their own, and tells of each on the GUI thread."""

    def __init__(self, find: FindSecret = find_secret, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._teller = Teller(self)

    def ask(self, address: Address, tell: Callable[[Login | None], object]) -> None:
        """Find the login for an address, if there is one."""
        Thread(target=self._answer, args=(address, tell), name="login", daemon=True).start()

    def _answer(self, address: Address, tell: Callable[[Login | None], object]) -> None:
        self._teller.tell(partial(tell, login_of(address, self._find)))
