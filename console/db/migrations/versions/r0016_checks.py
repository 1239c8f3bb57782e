"""The check before closing: reasons with which incidents end, photos before and after."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_REASONS = (
    ("handled", "close", "已处置到位", "dealt with"),
    ("stopped", "close", "已当场制止", "stopped on the spot"),
    ("handed_over", "close", "已移交主管部门", "handed over to the department in charge"),
    ("nothing_found", "close", "现场未发现", "nothing found on site"),
    ("planned", "close", "已列入长期整治", "planned as long-term work"),
    ("not_ours", "reject", "不属受理范围", "outside our remit"),
    ("untrue", "reject", "经核实情况不实", "found to be untrue"),
    ("too_little", "reject", "信息不足无法核实", "too little is known to verify it"),
    ("dealt_with_before", "reject", "此前已处置", "dealt with before"),
)
"""Those that are customary (modelled); a center may have others."""


def upgrade() -> None:
    """Add what earlier checks did not ask for; a photo's moment is told by when it came.

    What was attached after somebody was at the place shows how it was left.
    """
    table = op.create_table(
        "end_reason",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("deed", sa.String(16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("deed IN ('close', 'reject')", name="deed"),
    )
    op.bulk_insert(
        table,
        [
            {"code": code, "deed": deed, "name": name, "name_en": name_en, "position": at}
            for at, (code, deed, name, name_en) in enumerate(_REASONS)
        ],
    )
    op.add_column(
        "attachment", sa.Column("moment", sa.String(8), nullable=False, server_default="before")
    )
    op.execute(
        "UPDATE attachment SET moment = 'after' WHERE EXISTS (SELECT 1 FROM assignment"
        " WHERE assignment.incident_id = attachment.incident_id"
        " AND assignment.arrived_at < attachment.added_at)"
    )
