"""The shift handover on one page of paper."""

from collections import Counter
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication

from console.domain.codes import short_code
from console.domain.handover import Handover, Part, Told, told
from console.domain.text import one_line
from console.live.picture import Picture
from console.views.common.led import with_parts
from console.widgets.handover_words import counts_line, part_label
from console.widgets.labels import limit_text, localised, state_label

ROWS = 40
"""So many incidents have room on the page."""

TITLE_SHOWN = 60

_PAGE = """
<style>td, p {{ font-size: 10pt; }} p.head {{ font-size: 15pt; font-weight: bold; }}</style>
<p>{center}</p><p class="head">{heading}</p><p>{when}</p><p>{counts}</p>
<table cellspacing="0" cellpadding="3" border="1" width="100%"
    style="border-collapse: collapse">{rows}</table><p>{more}</p>
<table cellspacing="0" cellpadding="5" border="1" width="100%"
    style="border-collapse: collapse">{texts}</table>
"""


def handover_html(handover: Handover, picture: Picture, now: datetime) -> str:
    """The page; what comes from data is shown as it was written, and none of it is personal."""
    translate = QCoreApplication.translate
    handed = told(picture.incidents.values(), now)
    center = picture.center
    more = len(handed) - ROWS
    texts = [
        (translate("Handover", "Promised"), handover.promised),
        (translate("Handover", "Equipment"), handover.equipment),
        (translate("Handover", "Notes"), handover.note),
        (
            translate("Handover", "Handed over by"),
            signature(handover.operator, handover.at, picture),
        ),
        (
            translate("Handover", "Taken over by"),
            signature(handover.signed_by, handover.signed_at, picture),
        ),
    ]
    return _PAGE.format(
        center=escape(localised(center.name, center.name_en) if center else ""),
        heading=escape(translate("Handover", "Shift handover")),
        when=escape(_time(now, picture)),
        counts=escape(counts_line(Counter(one.part for one in handed))),
        rows="".join(_row(one, now, picture) for one in handed[:ROWS]),
        more=escape(translate("Handover", "and {n} more").format(n=more)) if more > 0 else "",
        texts="".join(
            f'<tr><td width="22%"><b>{escape(name)}</b></td><td>{_shown(text)}</td></tr>'
            for name, text in texts
        ),
    )


def handover_text(handover: Handover, picture: Picture, now: datetime) -> str:
    """The same in a few lines, to be read out or sent."""
    handed = told(picture.incidents.values(), now)
    lines = [counts_line(Counter(one.part for one in handed))]
    lines += [
        f"{part_label(part)} {one.number}"
        f" {with_parts(one_line(one.title[:TITLE_SHOWN]), one, picture)}"
        for part, one, _ in handed[:ROWS]
        if part in (Part.OVERDUE, Part.ESCALATED)
    ]
    lines += [text for text in (handover.promised, handover.equipment, handover.note) if text]
    return "\n".join(lines)


def signature(name: str, at: datetime | None, picture: Picture) -> str:
    """A name with the time beside it; empty while nobody has signed."""
    return "" if at is None else f"{one_line(name)}  {_time(at, picture)}"


def _row(line: Told, now: datetime, picture: Picture) -> str:
    incident = line.incident
    cells = (
        part_label(line.part),
        incident.number,
        with_parts(one_line(incident.title[:TITLE_SHOWN]), incident, picture),
        short_code(incident.grid) if incident.grid else "",
        state_label(incident.state),
        limit_text(line.pressing, now),
    )
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"


def _shown(text: str) -> str:
    return escape(text).replace("\n", "<br/>") or "<br/>"


def _time(at: datetime, picture: Picture) -> str:
    return f"{at.astimezone(picture.zone):%Y-%m-%d %H:%M}"
