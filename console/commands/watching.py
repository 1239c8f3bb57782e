"""The deeds of looking through a camera: they change nothing, and leave their events."""

from console.commands.office import Outcome, Work
from console.commands.rows import found, incident_row
from console.db.tables import CameraRow
from console.domain.errors import Refusal, Refused
from console.domain.events import Subject
from console.domain.orders import EndWatch, WatchCamera
from console.domain.text import clean, one_line

LONGEST_S = 24 * 3600
"""Nobody watches longer than a day."""


def watch(work: Work, order: WatchCamera) -> Outcome:
    """Write down who opens which camera, and why.

    Raises:
        Refusal: MISSING without a reason; or there is no such camera or incident.
    """
    note = one_line(clean(order.note, field="note"))
    if not note:
        raise Refusal(Refused.MISSING, field="note")
    return Outcome(_subject(work, order), {**camera_told(work, order.camera), "note": note})


def end_watch(work: Work, order: EndWatch) -> Outcome:
    """Write down for how long pictures of a camera were seen."""
    if not 0 <= order.seconds <= LONGEST_S:
        raise Refusal(Refused.BAD_VALUE, field="seconds", value=order.seconds)
    told = {**camera_told(work, order.camera), "seconds": order.seconds}
    return Outcome(_subject(work, order), told)


def camera_told(work: Work, camera: int) -> dict[str, object]:
    """What an event tells of a camera: its number and name, and never its address.

    Raises:
        Refusal: If there is no such camera.
    """
    row = found(work.session, CameraRow, camera)
    if row is None:
        raise Refusal(Refused.BAD_VALUE, field="camera", value=camera)
    return {"camera": row.id, "camera_name": row.name}


def _subject(work: Work, order: WatchCamera | EndWatch) -> Subject:
    if order.about is not None:
        incident_row(work, order.about)
    return order.subject
