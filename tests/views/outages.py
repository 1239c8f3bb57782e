"""The shared database out of reach for everybody, and back again."""

from psycopg import sql

from tests.postgres import Cluster


class Outage:
    """Shuts a database to everybody, as a server that is stopped does, and opens it again."""

    def __init__(self, cluster: Cluster, url: str) -> None:
        self._cluster = cluster
        self._name = url.rpartition("/")[2]

    def begin(self) -> None:
        self._allow(False)
        self._cluster.run(
            sql.SQL(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}"
            ).format(sql.Literal(self._name))
        )

    def end(self) -> None:
        self._allow(True)

    def _allow(self, allow: bool) -> None:
        self._cluster.run(
            sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(
                sql.Identifier(self._name), sql.Literal(allow)
            )
        )
