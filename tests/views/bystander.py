"""A console in a process of its own that looks at an incident, to be killed: ``URL INCIDENT``."""

import sys
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from console.domain.rights import Actor
from console.live.onlookers import Onlookers


def main(url: str, incident: int, now: datetime) -> int:
    app = QCoreApplication([])
    onlookers = Onlookers(url, Actor("丁", "四号席"), lambda: now)
    onlookers.look_at(incident)
    onlookers.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), datetime.fromtimestamp(float(sys.argv[3]), UTC)))
