"""The dispatch order on one page."""

from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QWidget

from console.domain.codes import short_code
from console.domain.incident import Incident
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.page_dialog import PageDialog
from console.views.incident.slip import LONGEST, slip_text
from console.widgets.labels import localised, priority_label

_PAGE = """
<style>td, p {{ font-size: 12pt; }} p.head {{ font-size: 16pt; font-weight: bold; }}</style>
<p>{center}</p><p class="head">{heading} {number}</p>
<table cellspacing="0" cellpadding="6" border="1" width="100%"
    style="border-collapse: collapse">{rows}</table>
<p>{printed}</p>
"""
# Sizes in points: those of the screen are in pixels, of which a printer has many.
_ROW = '<tr><td width="24%"><b>{name}</b></td><td>{value}</td></tr>'


def slip_html(incident: Incident, picture: Picture, now: datetime) -> str:
    """The order as a page; whatever comes from data is shown as it was written."""
    translate = QCoreApplication.translate
    center, member = picture.center, picture.members.get(incident.assignee or 0)
    category = picture.categories.get(incident.category)
    grid = short_code(incident.grid) if incident.grid else ""
    place = " · ".join(part for part in (one_line(incident.address[:LONGEST]), grid) if part)
    kind = localised(category.name, category.name_en) if category else incident.category
    rows = [
        (translate("Slip", "What to do"), one_line(incident.title[:LONGEST])),
        (translate("Slip", "Kind"), f"{kind} · {priority_label(incident.priority)}"),
        (translate("Slip", "Place"), place),
        (translate("Slip", "Member"), f"{member.name} {member.number}" if member else ""),
        (translate("Slip", "Reported"), _time(incident.reported_at, picture)),
        (translate("Slip", "Time limit"), _time(incident.due_at, picture)),
        (translate("Slip", "Result"), "\n\n\n"),
        (translate("Slip", "Signature and time"), "\n"),
    ]
    return _PAGE.format(
        center=escape(localised(center.name, center.name_en) if center else ""),
        heading=escape(translate("Slip", "Dispatch order")),
        number=incident.number,
        rows="".join(_ROW.format(name=escape(name), value=_shown(text)) for name, text in rows),
        printed=escape(
            translate("Slip", "Printed {at}").format(at=_time(now, picture)),
        ),
    )


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br/>") or "—"


def _time(at: datetime | None, picture: Picture) -> str:
    return "" if at is None else f"{at.astimezone(picture.zone):%Y-%m-%d %H:%M}"


class SlipDialog(PageDialog):
    """Shows the order; Enter prints it."""

    def __init__(
        self, incident: Incident, picture: Picture, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            self.tr("Order {number}").format(number=incident.number),
            slip_html(incident, picture, now),
            slip_text(incident, picture),
            incident.number,
            QPageSize.PageSizeId.A5,
            parent,
        )
