"""The case file of an incident as pages of paper: all that is known, and nothing that is not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from console.domain.change import AssignmentView, AttachmentView, Case
from console.domain.codes import short_code
from console.domain.events import Event
from console.domain.text import mask_name, mask_phone, one_line
from console.live.paper import Paper
from console.live.picture import Picture
from console.views.incident.case_map import sketch
from console.views.incident.duplicates import all_photos
from console.views.incident.timeline import struck
from console.views.incident.words import day_text, full_text
from console.widgets.ending_words import moment_label
from console.widgets.labels import (
    assignment_label,
    event_sentence,
    localised,
    origin_label,
    priority_label,
    returns_text,
    state_label,
)

PHOTOS = 12
"""So many photos are printed, the last ones; how many more there are is said."""

PHOTO_WIDTH = 245
MAP_WIDTH = 210
"""In points; a page has some 500."""

MAP = "case:map"

translate = QCoreApplication.translate

_STYLE = """<style>
h1 { font-size: 17px; margin: 0; } h2 { font-size: 12px; margin: 10px 0 3px 0; }
p, td, th { font-size: 10px; } th { text-align: left; font-weight: bold; }
p.dim { color: #555555; }
</style>"""
_TABLE = (
    '<table cellspacing="0" cellpadding="3" border="1" width="100%"'
    ' style="border-collapse: collapse; border-color: #999999">{rows}</table>'
)


@dataclass(frozen=True, slots=True)
class Printing:
    """Who prints it, and when; ``full`` if the reporter's contact is to be read in full."""

    operator: str
    at: datetime
    full: bool = False


def photo_address(photo: AttachmentView) -> str:
    """By what name the page asks for a photo."""
    return f"case:photo/{photo.id}"


def printed_photos(case: Case) -> tuple[AttachmentView, ...]:
    """The photos that stand on the pages, those before in front of those after."""
    return tuple(sorted(all_photos(case)[-PHOTOS:], key=lambda one: one.moment.value != "before"))


def case_paper(
    case: Case, picture: Picture, printing: Printing, photos: Mapping[int, QImage]
) -> Paper:
    """The pages of a case; photos that are not known yet are left out of them."""
    return _CasePage(case, picture, printing, photos).paper()


class _CasePage:
    """Puts the parts together; each of them is HTML in which all data is escaped."""

    def __init__(
        self, case: Case, picture: Picture, printing: Printing, photos: Mapping[int, QImage]
    ) -> None:
        self._case, self._picture, self._printing = case, picture, printing
        self._photos = photos
        self._map = sketch(case.incident, picture)

    def paper(self) -> Paper:
        number = self._case.incident.number
        images = {photo_address(one): self._photos[one.id] for one in self._printed()}
        if self._map is not None:
            images[MAP] = self._map
        parts = (
            self._head(),
            self._facts(),
            self._section(
                translate("CaseFile", "What was reported"), _text(self._case.description)
            ),
            self._reporters(),
            self._people(),
            self._pictures(),
            self._timeline(),
        )
        foot = translate(
            "CaseFile", "{number} · printed by {operator} at {at} · page {page} of {pages}"
        )
        # Filled in one after the other: a name may hold braces.
        foot = foot.replace("{number}", number).replace("{at}", self._time(self._printing.at))
        foot = foot.replace("{operator}", one_line(self._printing.operator).replace("{", "("))
        title = translate("CaseFile", "Case file {number}").format(number=number)
        return Paper(title, _STYLE + "".join(parts), foot, images)

    def _head(self) -> str:
        center, incident = self._picture.center, self._case.incident
        name = localised(center.name, center.name_en) if center else ""
        title = translate("CaseFile", "Case file {number}").format(number=incident.number)
        return f"<p class='dim'>{_text(name)}</p><h1>{_text(title)}</h1>" + (
            f"<p><b>{_text(one_line(incident.title))}</b></p>"
        )

    def _facts(self) -> str:
        incident = self._case.incident
        category = self._picture.categories.get(incident.category)
        kind = localised(category.name, category.name_en) if category else incident.category
        place = incident.place
        rows = [
            (translate("CaseFile", "State"), state_label(incident.state)),
            (translate("CaseFile", "Category"), f"{kind} · {priority_label(incident.priority)}"),
            (translate("CaseFile", "Address"), one_line(incident.address)),
            (translate("CaseFile", "Grid"), short_code(incident.grid) if incident.grid else ""),
            (translate("CaseFile", "Place"), f"{place.lon:.6f}, {place.lat:.6f}" if place else ""),
            (translate("CaseFile", "Came in"), origin_label(incident.origin)),
            (translate("CaseFile", "Reported"), self._time(incident.reported_at)),
            (translate("CaseFile", "Time limit"), self._time(incident.due_at)),
            (translate("CaseFile", "Returns"), returns_text(incident)),
        ]
        told = _rows((name, _text(text)) for name, text in rows if text)
        if self._map is None:
            return told
        return (
            "<table width='100%' cellspacing='0' cellpadding='0'><tr>"
            f"<td>{told}</td><td width='{MAP_WIDTH + 12}' align='right'>"
            f"<img src='{MAP}' width='{MAP_WIDTH}'/></td></tr></table>"
        )

    def _reporters(self) -> str:
        case = self._case
        who = [("", case.reporter_name, case.reporter_phone)]
        who += [(part.number, part.reporter_name, part.reporter_phone) for part in case.parts]
        lines = [self._contact(*one) for one in who]
        return self._section(
            translate("CaseFile", "Reporter"), "<br/>".join(line for line in lines if line)
        )

    def _contact(self, number: str, name: str, phone: str) -> str:
        name, phone = one_line(name), one_line(phone)
        if not self._printing.full:
            name, phone = mask_name(name), mask_phone(phone)
        told = "  ".join(part for part in (name, phone) if part)
        return _text("  ".join((number, told)).strip()) if told else ""

    def _people(self) -> str:
        names = (
            translate("CaseFile", "Member"),
            translate("CaseFile", "Stands at"),
            translate("CaseFile", "Dispatched"),
            translate("CaseFile", "Accepted"),
            translate("CaseFile", "Set out"),
            translate("CaseFile", "Arrived"),
            translate("CaseFile", "Ended"),
        )
        rows = [_row(names, "th"), *(_row(self._cells(one)) for one in self._case.assignments)]
        table = _TABLE.format(rows="".join(rows)) if len(rows) > 1 else ""
        return self._section(translate("CaseFile", "Who was on it"), table)

    def _cells(self, one: AssignmentView) -> tuple[str, ...]:
        member = self._picture.members.get(one.member)
        who = str(one.member) if member is None else f"{member.name} {member.number}"
        role = f" · {one.role}" if one.role else ""
        times = one.dispatched_at, one.acknowledged_at, one.set_out_at, one.arrived_at
        shown = (self._time(at) for at in (*times, one.ended_at))
        return (f"{who}{role}", assignment_label(one.state), *shown)

    def _pictures(self) -> str:
        printed, all_of_them = self._printed(), all_photos(self._case)
        cells = [
            f"<td width='50%'><img src='{photo_address(one)}' width='{self._width(one)}'/>"
            f"<br/>{_text(self._caption(one))}</td>"
            for one in printed
        ]
        rows = [f"<tr>{''.join(cells[at : at + 2])}</tr>" for at in range(0, len(cells), 2)]
        table = f"<table width='100%' cellpadding='2'>{''.join(rows)}</table>" if rows else ""
        left_out = len(all_of_them) - len(printed)
        more = translate("CaseFile", "{n} more photos are kept with the case.").format(n=left_out)
        return self._section(
            translate("CaseFile", "Photos"),
            table + (f"<p class='dim'>{_text(more)}</p>" if left_out else ""),
        )

    def _width(self, one: AttachmentView) -> int:
        """As wide as half a page, but no higher than that."""
        image = self._photos[one.id]
        return min(PHOTO_WIDTH, PHOTO_WIDTH * image.width() // max(image.height(), 1))

    def _printed(self) -> list[AttachmentView]:
        return [one for one in printed_photos(self._case) if one.id in self._photos]

    def _caption(self, one: AttachmentView) -> str:
        return f"{moment_label(one.moment)} · {self._time(one.added_at)} · {one_line(one.name)}"

    def _timeline(self) -> str:
        events = self._case.all_events
        gone = struck(events)
        rows = "".join(self._line(event, gone=event.seq in gone) for event in events)
        return self._section(translate("CaseFile", "Timeline"), _TABLE.format(rows=rows))

    def _line(self, event: Event, *, gone: bool) -> str:
        other = event.subject.id != self._case.incident.id
        said = _text((f"{event.subject.id:04d}: " if other else "") + event_sentence(event))
        at = _text(full_text(event.at, self._picture.zone))
        told = f"<s>{said}</s>" if gone else said
        return f"<tr valign='middle'><td width='118'>{at}</td><td>{told}</td></tr>"

    def _section(self, caption: str, content: str) -> str:
        return f"<h2>{_text(caption)}</h2><div>{content}</div>" if content else ""

    def _time(self, at: datetime | None) -> str:
        return "" if at is None else day_text(at, self._picture.zone)


def _rows(told: Iterable[tuple[str, str]]) -> str:
    rows = (
        f"<tr valign='middle'><td width='70'><b>{_text(name)}</b></td><td>{text}</td></tr>"
        for name, text in told
    )
    return _TABLE.format(rows="".join(rows))


def _row(cells: Iterable[str], kind: str = "td") -> str:
    return (
        f"<tr valign='middle'>{''.join(f'<{kind}>{_text(cell)}</{kind}>' for cell in cells)}</tr>"
    )


def _text(text: str) -> str:
    """Text as it was written, without what would turn the words beside it round."""
    lines = (one_line(line) for line in text.split("\n"))
    return "<br/>".join(escape(line) for line in lines)
