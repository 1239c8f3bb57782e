"""Reads the large libraries that have nothing to do with Qt; to be imported before Qt.

PySide looks through the source of every module that is imported after it, and what it has looked
at stays in memory: 18 MiB for these alone, and some time of the start.
"""

import numpy as np
import sqlalchemy.orm

__all__ = ["np", "sqlalchemy"]
