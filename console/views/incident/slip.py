"""The dispatch order as a short text: to be read out, printed or sent."""

from PySide6.QtCore import QCoreApplication

from console.domain.codes import short_code
from console.domain.incident import Incident
from console.domain.text import one_line
from console.live.picture import Picture
from console.widgets.labels import localised, priority_label

LONGEST = 200
"""So many characters of a title and of an address stand on a slip."""


def slip_text(incident: Incident, picture: Picture) -> str:
    """A few lines for the member who goes; nothing of the reporter is among them."""
    translate = QCoreApplication.translate
    category = picture.categories.get(incident.category)
    member = picture.members.get(incident.assignee or 0)
    grid = short_code(incident.grid) if incident.grid else ""
    kind = localised(category.name, category.name_en) if category else ""
    title = one_line(incident.title[:LONGEST])
    place = " · ".join(part for part in (one_line(incident.address[:LONGEST]), grid) if part)
    lines = [
        f"{incident.number} {title}",
        f"{kind} · {priority_label(incident.priority)}",
    ]
    if place:
        lines.append(translate("Slip", "Where: {place}").format(place=place))
    if member is not None:
        lines.append(
            translate("Slip", "Who: {member}").format(member=f"{member.name} {member.number}")
        )
    if incident.due_at is not None:
        due = f"{incident.due_at.astimezone(picture.zone):%m-%d %H:%M}"
        lines.append(translate("Slip", "By: {due}").format(due=due))
    return "\n".join(lines)
