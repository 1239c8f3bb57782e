"""A private PostgreSQL for tests and measurements: own folder, own port, loopback only."""

import ctypes
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

_STARTUP_S = 60.0
_PORT_TRIES = 5
_PR_SET_PDEATHSIG = 1

QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}
"""Settings for data that nobody will miss after the run."""


_CHOOSES_STRATEGY = 15_00_00
"""The first version of the server that can be told how to copy a database."""


class NoServer(RuntimeError):
    """PostgreSQL is not installed, or does not start."""


def binaries() -> Path:
    """Return the folder with ``initdb`` and ``postgres``, the newest if there are several."""

    def version(folder: Path) -> float:
        try:
            return float(folder.parent.name)
        except ValueError:
            return 0.0

    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=version, reverse=True)
    on_path = shutil.which("initdb")
    if on_path is not None:
        found.append(Path(on_path).resolve().parent)
    for folder in found:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoServer("PostgreSQL's server is not installed (Debian: apt-get install postgresql).")


def _other_user() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: the user to run it as, or None to stay who we are."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _die_with_parent() -> Callable[[], None]:
    """Return what a child calls so that it shuts down fast when this process is killed."""
    try:
        prctl = ctypes.CDLL(None).prctl
    except (OSError, AttributeError):  # not Linux: the orderly ways of stopping must do
        return lambda: None
    return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGINT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Cluster:
    """One private server. Use it as a context manager, or call ``start`` and ``stop``."""

    def __init__(self, settings: dict[str, str] | None = None) -> None:
        """Prepare, without touching the disk.

        Args:
            settings: PostgreSQL settings beside the defaults, such as ``QUICK``.
        """
        self._settings = dict(settings or {})
        self._bin = binaries()
        other = _other_user()
        self._user = None if other is None else other.pw_uid
        self._group = None if other is None else other.pw_gid
        self._extra_groups: list[int] | None = None if other is None else []
        self._password = secrets.token_urlsafe(12)
        self._folder: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.port = 0

    def __enter__(self) -> "Cluster":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()

    @property
    def process_id(self) -> int:
        """The server's process id, for tests that stop it the hard way."""
        if self._process is None:
            raise NoServer("The server does not run.")
        return self._process.pid

    def start(self) -> None:
        """Make the cluster at the first call, then start the server and wait until it answers."""
        if self._folder is None:
            self._folder = self._initialise()
        tries = _PORT_TRIES if self.port == 0 else 1  # a restarted server keeps its address
        for left in reversed(range(tries)):
            if self.port == 0:
                self.port = _free_port()
            try:
                self._launch(self._folder)
            except NoServer:
                if left == 0:
                    raise
                self.port = 0  # somebody was faster at this port
            else:
                return

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: SIGINT ends sessions in order, SIGQUIT drops everything at once."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.send_signal(how)
        try:
            process.wait(timeout=_STARTUP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def remove(self) -> None:
        """Stop the server and delete its folder; what it has not written yet nobody will miss."""
        self.stop(signal.SIGQUIT)
        folder, self._folder = self._folder, None
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def url(self, name: str) -> str:
        """The address of a database of this server, as an operator would type it."""
        return f"postgresql://grid:{self._password}@127.0.0.1:{self.port}/{name}"

    def create(self, name: str, template: str = "template0") -> str:
        """Create a database, as a copy of ``template``, and return its address.

        Nobody may be connected to the template meanwhile.
        """
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(template)
        )
        with self._connected() as connection:
            if connection.info.server_version >= _CHOOSES_STRATEGY:
                # Takes less than half of the time that writing the copy to the log takes.
                statement += sql.SQL(" STRATEGY FILE_COPY")
            connection.execute(statement)
        return self.url(name)

    def drop(self, name: str) -> None:
        """Drop a database, whoever is still connected to it."""
        self.run(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def run(self, statement: sql.SQL | sql.Composed) -> None:
        """Run one statement as the server's owner, outside of any transaction."""
        with self._connected() as connection:
            connection.execute(statement)

    def _connected(self) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(self.url("postgres"), autocommit=True)

    def _initialise(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="grid-console-postgres-"))
        secret = folder / "password"
        secret.write_text(self._password)
        if self._user is not None and self._group is not None:
            os.chown(folder, self._user, self._group)
            os.chown(secret, self._user, self._group)
        made = subprocess.run(
            [
                self._bin / "initdb",
                f"--pgdata={folder / 'data'}",
                "--username=grid",
                "--auth=scram-sha-256",
                f"--pwfile={secret}",
                "--encoding=UTF8",
                "--lc-collate=C",
                "--lc-ctype=C.UTF-8",
                "--no-sync",
            ],
            user=self._user,
            group=self._group,
            extra_groups=self._extra_groups,
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        secret.unlink()
        if made.returncode != 0:
            shutil.rmtree(folder, ignore_errors=True)
            raise NoServer(made.stdout.decode(errors="replace"))
        return folder

    def _launch(self, folder: Path) -> None:
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "200",
            # The console must not lean on the server's zone being its own or UTC.
            "timezone": "America/St_Johns",
            **self._settings,
        }
        options = [f"--{key}={value}" for key, value in settings.items()]
        log = folder / "log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", folder / "data", *options],
                user=self._user,
                group=self._group,
                extra_groups=self._extra_groups,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the tests; they stop the server in order
                preexec_fn=_die_with_parent(),  # noqa: PLW1509 - one system call, made ready before
            )
        self._await_answer(log)

    def _await_answer(self, log: Path) -> None:
        assert self._process is not None
        deadline = time.monotonic() + _STARTUP_S
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                break
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                time.sleep(0.02)
            else:
                return
        self.stop(signal.SIGQUIT)
        raise NoServer(log.read_text(errors="replace")[-4000:])
