"""Photos: known by their content, kept once, safe before the deed is, never half written."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from console.commands import files
from console.commands.attachments import LIMIT_MB, read_attachment
from console.commands.office import Office
from console.db.engine import Database
from console.db.tables import AttachmentRow, BlobRow
from console.domain.errors import Fault, FaultError, Refused
from console.domain.incident import State
from console.domain.orders import Attach, TurnPhoto
from console.domain.rights import Actor
from tests.clock import Clock
from tests.commands.seat import Seat, refused
from tests.photos import GIF, HOSTILE, JPEG, PNG, WEBP


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (GIF, "image/gif"),
        (b"GIF87a" + GIF[6:], "image/gif"),
        (WEBP, "image/webp"),
    ],
)
def test_photos_are_known_by_their_content(seat: Seat, content: bytes, kind: str) -> None:
    number = seat.report()
    event = seat.do(Attach(number, "现场.txt", content))
    [attachment] = seat.case(number).attachments
    assert event.payload == {
        "attachment": attachment.id,
        "name": "现场.txt",
        "moment": "before",
    }
    assert (attachment.media_type, attachment.size) == (kind, len(content))
    assert attachment.digest == sha256(content).hexdigest()
    assert read_attachment(seat.office.database, attachment.id) == content


@pytest.mark.parametrize("name", ["program", "cut jpeg", "bomb", "film", "archive behind"])
def test_anything_else_is_refused_and_leaves_no_trace(seat: Seat, name: str) -> None:
    content, code = HOSTILE[name]
    number = seat.report()
    with refused(Refused(code), name="现场.png"):
        seat.do(Attach(number, "现场.png", content))
    assert seat.case(number).attachments == ()
    assert len(seat.case(number).timeline) == 1


def test_the_largest_photo_is_taken_and_a_larger_one_refused(seat: Seat) -> None:
    number = seat.report()
    largest = PNG + bytes(LIMIT_MB * 1_000_000 - len(PNG))
    with refused(Refused.FILE_TOO_BIG, name="a.png", limit_mb=20):
        seat.do(Attach(number, "a.png", largest + b"\0"))
    seat.do(Attach(number, "a.png", largest))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("C:\\Users\\wang\\现场.png", "现场.png"),
        ("../../etc/passwd", "passwd"),
        ("a\nb\u202egnp.png", "a bgnp.png"),
        ("dir/", "photo"),
    ],
)
def test_of_a_name_only_the_files_own_is_kept(seat: Seat, given: str, kept: str) -> None:
    number = seat.report()
    seat.do(Attach(number, given, PNG))
    assert seat.case(number).attachments[0].name == kept


def test_a_name_that_no_file_can_have_is_refused_as_too_long(seat: Seat) -> None:
    number = seat.report()
    with refused(Refused.TOO_LONG, field="name", limit=255):
        seat.do(Attach(number, "长" * 300 + ".jpg", JPEG))
    assert seat.case(number).attachments == ()


def test_a_photo_is_kept_once_on_an_incident_and_once_in_the_database(seat: Seat) -> None:
    first, second = seat.report(), seat.bring(State.CLOSED)
    before = seat.do(Attach(first, "a.png", PNG))
    again = seat.do(Attach(first, "b.png", PNG))
    assert again.payload == {**before.payload, "again": True}
    assert again.seq > before.seq
    seat.do(Attach(second, "c.png", PNG))
    assert [len(seat.case(number).attachments) for number in (first, second)] == [1, 1]
    if seat.office.database.path is None:
        with seat.session() as session:
            assert session.scalar(select(func.count()).select_from(BlobRow)) == 1


def test_an_attachment_that_is_not_there_is_refused(seat: Seat) -> None:
    with refused(Refused.BAD_VALUE, field="attachment", value=7):
        read_attachment(seat.office.database, 7)
    with refused(Refused.UNKNOWN_INCIDENT, incident=7):
        seat.do(Attach(7, "a.png", PNG))


def test_a_photo_is_shown_turned_and_stays_what_it_was(seat: Seat) -> None:
    number, other = seat.report(), seat.report()
    attached = seat.do(Attach(number, "a.jpg", JPEG)).payload["attachment"]
    assert isinstance(attached, int)
    event = seat.do(TurnPhoto(number, attached, 270))
    told = {"attachment": attached, "name": "a.jpg", "rotation": 270, "before": 0}
    assert event.payload == told
    [photo] = seat.case(number).attachments
    assert (photo.rotation, photo.incident) == (270, number)
    assert read_attachment(seat.office.database, attached) == JPEG
    with refused(Refused.NOTHING_CHANGED, incident=number):
        seat.do(TurnPhoto(number, attached, 270))
    with refused(Refused.BAD_VALUE, field="rotation", value=45):
        seat.do(TurnPhoto(number, attached, 45))
    with refused(Refused.BAD_VALUE, field="attachment", value=attached):
        seat.do(TurnPhoto(other, attached, 90))
    seat.do(TurnPhoto(number, attached, 0))
    assert seat.case(number).attachments[0].rotation == 0
    seat.sound()


def test_a_damaged_or_missing_content_is_told_and_not_shown(seat: Seat) -> None:
    number = seat.report()
    attachment = seat.do(Attach(number, "a.png", PNG)).payload["attachment"]
    assert isinstance(attachment, int)
    path = seat.office.database.path
    if path is not None:
        files.path_of(path, sha256(PNG).hexdigest()).write_bytes(JPEG)
    else:
        seat.write(update(BlobRow).values(content=JPEG))
    with pytest.raises(FaultError) as damaged:
        read_attachment(seat.office.database, attachment)
    assert damaged.value.details["reason"] == "damaged"
    seat.write(update(AttachmentRow).values(digest="0" * 64))
    with pytest.raises(FaultError) as missing:
        read_attachment(seat.office.database, attachment)
    assert (missing.value.code, missing.value.details["reason"]) == (Fault.BAD_FILE, "missing")


DIGEST = sha256(PNG).hexdigest()


def test_files_lie_beside_the_database_for_its_owner_alone(tmp_path: Path) -> None:
    database = tmp_path / "center.db"
    files.store_file(database, DIGEST, PNG)
    path = tmp_path / "center.db.files" / DIGEST[:2] / DIGEST[2:]
    assert path.read_bytes() == PNG
    assert [p.stat().st_mode & 0o777 for p in (path, path.parent, path.parent.parent)] == [
        0o600,
        0o700,
        0o700,
    ]
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    database = tmp_path / "center.db"
    files.store_file(database, DIGEST, PNG)
    before = files.path_of(database, DIGEST).stat()
    files.store_file(database, DIGEST, PNG)
    assert files.path_of(database, DIGEST).stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Fault.DISK_FULL),
        (errno.EDQUOT, Fault.DISK_FULL),
        (errno.EACCES, Fault.NO_PERMISSION),
        (errno.EROFS, Fault.NO_PERMISSION),
        (errno.EIO, Fault.BAD_FILE),
    ],
)
def test_a_disk_that_fails_is_told_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: Fault
) -> None:
    database = tmp_path / "center.db"

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FaultError) as caught:
        files.store_file(database, DIGEST, PNG)
    assert caught.value.code is code
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    database = tmp_path / "center.db"
    files.path_of(database, DIGEST).mkdir(parents=True)
    with pytest.raises(FaultError) as caught:
        files.read_file(database, DIGEST)
    assert caught.value.code is Fault.BAD_FILE
    assert files.read_file(database, "f" * 64) is None


def test_a_deed_whose_file_cannot_be_kept_leaves_no_trace(
    sqlite_center_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(sqlite_center_url)
    seat = Seat(Office(database, Actor("测试员", "test-1"), Clock().now))
    number = seat.report()

    def fail(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FaultError):
        seat.do(Attach(number, "a.png", PNG))
    monkeypatch.undo()
    assert len(seat.case(number).timeline) == 1
    seat.sound()
    database.close()
