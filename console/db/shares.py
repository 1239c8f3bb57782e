"""Tell whether a file lies on a network share, where SQLite's WAL mode is not safe.

The processes that use a database in WAL mode share its index through mapped memory. Two machines
on one share do not see each other's memory, and would corrupt the file between them.
"""

import re
from pathlib import Path

MOUNTS = Path("/proc/mounts")

NETWORK = frozenset(
    {
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "ncpfs",
            "afs",
            "afpfs",
            "webdav",
        ),
        *("davfs", "ceph", "lustre", "glusterfs", "gfs", "gfs2", "ocfs2", "fuse.sshfs"),
        *(
            "fuse.davfs2",
            "fuse.glusterfs",
            "fuse.ceph",
            "fuse.rclone",
            "fuse.s3fs",
            "fuse.smbnetfs",
        ),
    }
)
"""The file systems that reach over a network."""

_OCTAL = re.compile(r"\\([0-7]{3})")


def on_network_share(path: Path, mounts: Path | None = None) -> bool:
    """Whether the file system that holds a path reaches over a network."""
    if str(path).startswith(("\\\\", "//")):
        return True
    try:
        lines = (MOUNTS if mounts is None else mounts).read_text("utf-8", "replace").splitlines()
    except OSError:
        return False  # Not a Linux: nothing is known against it.
    place = path.resolve()
    held_by = ""
    kind = ""
    for line in lines:
        _, mounted_on, kind_here, *_ = [*line.split(" "), "", "", ""]
        mounted_on = _OCTAL.sub(lambda code: chr(int(code[1], 8)), mounted_on)
        if mounted_on and place.is_relative_to(mounted_on) and len(mounted_on) >= len(held_by):
            held_by, kind = mounted_on, kind_here
    return kind in NETWORK
