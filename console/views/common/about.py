"""Dialogs that ask about the incident at work: what stands behind them must not move meanwhile."""

from PySide6.QtWidgets import QDialog, QWidget

_PROPERTY = "asks_about_incident"


def ask_about(dialog: QDialog, incident: int) -> None:
    """Say of a dialog that it asks about an incident."""
    dialog.setProperty(_PROPERTY, incident)


def asks_about_incident(widget: QWidget | None) -> bool:
    """Whether a widget is a dialog that asks about an incident."""
    return widget is not None and widget.property(_PROPERTY) is not None
