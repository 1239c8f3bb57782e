"""Languages: which there are, which of them members speak, and which an incident needs."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_LANGUAGES = (
    ("yue", "粤语", "Cantonese", ["粤语", "广东话", "白话", "Cantonese"]),
    ("teochew", "潮汕话", "Teochew", ["潮汕话", "潮州话", "Teochew"]),
    ("hak", "客家话", "Hakka", ["客家话", "Hakka"]),
    ("en", "英语", "English", ["英语", "英文", "讲英", "speaks English", "English only"]),
    ("csl", "手语", "sign language", ["手语", "聋哑", "听障", "sign language"]),
)
"""Those that are often asked for in the Pearl River delta; a center may have others."""


def upgrade() -> None:
    """Add what earlier proposals did not ask for; nobody is known to speak any of them."""
    table = op.create_table(
        "language",
        sa.Column("code", sa.String(16), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
    )
    op.bulk_insert(
        table,
        [
            {"code": code, "name": name, "name_en": name_en, "position": at, "words": words}
            for at, (code, name, name_en, words) in enumerate(_LANGUAGES)
        ],
    )
    op.add_column("member", sa.Column("languages", sa.Text(), nullable=False, server_default=""))
    op.add_column(
        "incident", sa.Column("language", sa.String(16), nullable=False, server_default="")
    )
