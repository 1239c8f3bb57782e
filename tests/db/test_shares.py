"""Network shares are told from local disks by the table of mounts."""

from pathlib import Path

import pytest

from console.db.engine import Database
from console.db.shares import on_network_share
from console.domain.errors import Fault, FaultError

MOUNTS = r"""/dev/sda1 / ext4 rw,relatime 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
//server/share /mnt/my\040share cifs rw 0 0
ssh /mnt/ssh fuse.sshfs rw 0 0
broken
"""


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS)
    return table


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/var/lib/a.db", False),
        ("/home/a.db", True),
        ("/homes/a.db", False),
        ("/home/local/a.db", False),
        ("/mnt/my share/a.db", True),
        ("/mnt/ssh/deep/below/a.db", True),
        ("//server/share/a.db", True),
        (r"\\server\share\a.db", True),
    ],
)
def test_the_deepest_mount_decides(path: str, expected: bool, mounts: Path) -> None:
    assert on_network_share(Path(path), mounts) is expected


def test_a_link_is_followed_to_where_the_file_lies(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "link").symlink_to("/home")
    assert on_network_share(tmp_path / "link" / "a.db", mounts)


def test_without_a_table_of_mounts_nothing_is_refused(tmp_path: Path) -> None:
    assert not on_network_share(tmp_path / "a.db", tmp_path / "none")


def test_a_database_on_a_network_share_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {tmp_path} nfs4 rw 0 0\n")
    monkeypatch.setattr("console.db.shares.MOUNTS", table)
    with pytest.raises(FaultError) as caught:
        Database.open(str(tmp_path / "a.db"))
    assert caught.value.code is Fault.NETWORK_SHARE
    assert caught.value.details == {"path": str(tmp_path / "a.db")}
