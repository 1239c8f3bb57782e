"""How it is said that a major incident stands for several."""

from PySide6.QtCore import QCoreApplication

from console.domain.incident import Incident
from console.live.picture import Picture


def parts_text(incident: Incident, picture: Picture) -> str:
    """How many open parts a major incident has; empty for any other one."""
    if not incident.leads:
        return ""
    told = QCoreApplication.translate("Led", "⛁ {n} parts")
    return told.format(n=len(picture.parts_of(incident.id)))


def with_parts(text: str, incident: Incident, picture: Picture) -> str:
    """What is said of an incident, with how many parts it stands for."""
    parts = parts_text(incident, picture)
    return f"{text} · {parts}" if parts else text
