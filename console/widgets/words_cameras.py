"""Why there is no picture of a camera, and what to do: a whole sentence for each trouble."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.streams import WAITED_OUT, Address, StreamTrouble
from console.widgets.filling import filled

_TROUBLES: dict[StreamTrouble, Any] = {
    StreamTrouble.NO_ADDRESS: QT_TRANSLATE_NOOP(
        "Camera",
        "No stream address is known for this camera: look at it in its own system. Addresses come"
        " with the list of cameras (grid-console import cameras).",
    ),
    StreamTrouble.BAD_ADDRESS: QT_TRANSLATE_NOOP(
        "Camera",
        "What stands as the address of this camera is not opened: it is none with rtsp, rtsps,"
        " http or https. Have the list of cameras imported with the right one.",
    ),
    StreamTrouble.UNKNOWN_HOST: QT_TRANSLATE_NOOP(
        "Camera", "The network knows no {place}. Have the address checked."
    ),
    StreamTrouble.REFUSED: QT_TRANSLATE_NOOP(
        "Camera", "{place} refuses the connection: the camera or its service does not run."
    ),
    StreamTrouble.UNREACHABLE: QT_TRANSLATE_NOOP(
        "Camera", "{place} cannot be reached. Have the network checked."
    ),
    StreamTrouble.SILENT: QT_TRANSLATE_NOOP("Camera", "{place} does not answer."),
    StreamTrouble.NO_LOGIN: QT_TRANSLATE_NOOP(
        "Camera",
        "{place} asks for a user and a password, and this workstation has none. The administrator"
        " keeps them with “grid-console cameras login {host}”.",
    ),
    StreamTrouble.WRONG_LOGIN: QT_TRANSLATE_NOOP(
        "Camera",
        "{place} refuses the user or the password of this workstation. The administrator keeps"
        " the right ones with “grid-console cameras login {host}”.",
    ),
    StreamTrouble.FORBIDDEN: QT_TRANSLATE_NOOP(
        "Camera", "{place} does not let this workstation see the stream."
    ),
    StreamTrouble.NOT_FOUND: QT_TRANSLATE_NOOP(
        "Camera", "{place} has no stream at this address. Have the address checked."
    ),
    StreamTrouble.BAD_ANSWER: QT_TRANSLATE_NOOP(
        "Camera",
        "{place} answers, but not with a stream. Have the camera and its address checked.",
    ),
    StreamTrouble.NO_STREAM: QT_TRANSLATE_NOOP(
        "Camera", "{place} answers, but what it sends is no video that can be read."
    ),
    StreamTrouble.NO_PICTURE: QT_TRANSLATE_NOOP(
        "Camera", "{place} answers, but no picture comes."
    ),
    StreamTrouble.FROZEN: QT_TRANSLATE_NOOP("Camera", "The picture has stood still since {at}."),
    StreamTrouble.ENDED: QT_TRANSLATE_NOOP("Camera", "The stream broke off at {at}."),
    StreamTrouble.NO_PLAYER: QT_TRANSLATE_NOOP(
        "Camera", "This workstation lacks a part of the video player; the log has which."
    ),
}


def trouble_sentence(trouble: StreamTrouble, address: Address | None, at: str = "") -> str:
    """Why there is no picture, and what to do.

    Args:
        trouble: What is wrong.
        address: Where the camera is looked for, if it has an address.
        at: The time of the last picture.
    """
    told = {"at": at}
    if address is not None:
        told |= {"place": address.place, "host": address.host}
    return filled(QCoreApplication.translate("Camera", _TROUBLES[trouble]), told)


def going_on(trouble: StreamTrouble, tries: int, *, over: bool) -> str:
    """What the console does about it by itself; empty for nothing."""
    if over:
        return ""
    if tries:
        text = QCoreApplication.translate("Camera", "It is opened again ({tries}).")
        return text.format(tries=tries)
    if trouble in WAITED_OUT:
        return QCoreApplication.translate("Camera", "It is still waited for.")
    return ""
