"""What a queue's row says in words: to a screen reader, and when the pointer rests on it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.codes import short_code
from console.domain.incident import Incident
from console.domain.queue_views import Grouping
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.led import parts_text
from console.views.queue.arrangement import Heading
from console.views.queue.columns import SEARCHED_CHARACTERS
from console.widgets.labels import localised, returns_text, state_label
from console.widgets.ladder_words import answer_text, mark_text
from console.widgets.queue_heading import HeadingLook


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


def heading_look(heading: Heading, grouping: Grouping, picture: Picture) -> HeadingLook:
    """What the heading of a group shows and says."""
    name = group_name(heading.code, grouping, picture)
    says = (
        QCoreApplication.translate("QueueModel", "{name}: {count}, folded")
        if heading.closed
        else QCoreApplication.translate("QueueModel", "{name}: {count}")
    )
    spoken = says.format(name=name, count=heading.count)
    return HeadingLook(name, heading.count, heading.closed, spoken)


def group_name(code: str, grouping: Grouping, picture: Picture) -> str:
    """What a category or a grid is called, in one line."""
    if grouping is Grouping.CATEGORY:
        category = picture.categories.get(code)
        return one_line(code if category is None else localised(category.name, category.name_en))
    return grid_name(code, picture)


def grid_name(code: str, picture: Picture) -> str:
    """A grid by its short code and its name."""
    if not code:
        return QCoreApplication.translate("QueueModel", "outside all grids")
    grid = picture.tree.get(code)
    return short_code(code) if grid is None else one_line(f"{short_code(code)} {grid.name}")
