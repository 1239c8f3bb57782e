"""The mapped tables of the core. Rows never leave their session; all else sees values.

The tables of a topic, such as the channels, are imported from their ``tables_<topic>.py``: a start
does without some of them.
"""

from console.db.tables_base import NAMING, Base
from console.db.tables_center import (
    BadgeRow,
    CameraRow,
    CategoryRow,
    CenterRow,
    GridRow,
    MemberRow,
    RoadRow,
    SkillRow,
    WeightRow,
)
from console.db.tables_events import EventHeadRow, EventRow
from console.db.tables_incidents import (
    BOUND,
    LIVE,
    LIVE_PRIMARY,
    OPEN,
    AssignmentRow,
    AttachmentRow,
    BlobRow,
    IncidentRow,
    LifecycleMoveRow,
)

__all__ = [
    "BOUND",
    "LIVE",
    "LIVE_PRIMARY",
    "NAMING",
    "OPEN",
    "AssignmentRow",
    "AttachmentRow",
    "BadgeRow",
    "Base",
    "BlobRow",
    "CameraRow",
    "CategoryRow",
    "CenterRow",
    "EventHeadRow",
    "EventRow",
    "GridRow",
    "IncidentRow",
    "LifecycleMoveRow",
    "MemberRow",
    "RoadRow",
    "SkillRow",
    "WeightRow",
]
