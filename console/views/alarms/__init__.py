"""Alarms: the line and the frame that show what waits, and the list of it."""
