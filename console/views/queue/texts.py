"""What a queue's row says in words: to a screen reader, and when the pointer rests on it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.incident import Incident
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.led import parts_text
from console.views.queue.columns import SEARCHED_CHARACTERS
from console.widgets.labels import returns_text, state_label
from console.widgets.ladder_words import answer_text, mark_text


def spoken(incident: Incident) -> str:
    """A row in words: what a screen reader says."""
    title = one_line(incident.title[:SEARCHED_CHARACTERS])
    return f"{incident.number} {title} {state_label(incident.state)}"


def spoken_with_card(incident: Incident, picture: Picture) -> str:
    """A row in words, with the gravest of what was raised on it."""
    card = picture.oversight.gravest(incident.id)
    parts = [spoken(incident), together_text(incident, picture)]
    if card is not None:
        parts.append(mark_text(card))
    return " ".join(part for part in parts if part)


def together_text(incident: Incident, picture: Picture) -> str:
    """How an incident is led with others: its parts, or of which it is one; empty if alone."""
    return parts_text(incident, picture) or (
        "" if incident.part_of is None else f"⛁ {incident.part_of:04d}"
    )


def times(incident: Incident, picture: Picture, now: datetime) -> str:
    """The absolute times behind a row's durations, in the center's zone, and returns."""
    zone = picture.zone
    reported = QCoreApplication.translate("QueueModel", "reported {time}").format(
        time=f"{incident.reported_at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    )
    lines = [reported]
    if incident.due_at is not None:
        due = f"{incident.due_at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
        lines.append(QCoreApplication.translate("QueueModel", "due {time}").format(time=due))
    if incident.returns:
        lines.append(returns_text(incident))
    card = picture.oversight.gravest(incident.id)
    if card is not None:
        lines.append(f"{mark_text(card)} · {answer_text(card, now)}")
    return "\n".join(lines)
