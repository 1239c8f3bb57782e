"""Asks for what a case file needs: its photos, made as small as paper needs them, and a PDF."""

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QImage, QTransform

from console.commands.office import Office
from console.domain.change import AttachmentView
from console.domain.errors import ConsoleError
from console.live.desk import Desk
from console.live.paper import Paper, write_pdf
from console.live.photo_files import decode

PRINTED = 1000
"""The longest side of a printed photo in pixels: 300 to the inch on half a page."""


def ask_prints(desk: Desk, photos: Iterable[AttachmentView]) -> UUID:
    """Ask for photos as they are printed: images by the ids of the attachments.

    One that cannot be read or shown is left out.
    """
    wanted = tuple(photos)
    return desk.questions.ask(lambda office: _prints(office, wanted))


def ask_pdf(desk: Desk, paper: Paper, path: Path) -> UUID:
    """Have pages written to a PDF: its path."""
    return desk.questions.ask(lambda _office: write_pdf(paper, path))


def _prints(office: Office, photos: Iterable[AttachmentView]) -> dict[int, QImage]:
    images = {photo.id: _print_of(office, photo) for photo in photos}
    return {number: image for number, image in images.items() if not image.isNull()}


def _print_of(office: Office, photo: AttachmentView) -> QImage:
    from console.commands.attachments import read_attachment

    try:
        content = read_attachment(office.database, photo.id)
    except ConsoleError:
        return QImage()
    image = decode(content, PRINTED * PRINTED, PRINTED)
    return image.transformed(QTransform().rotate(photo.rotation)) if photo.rotation else image
