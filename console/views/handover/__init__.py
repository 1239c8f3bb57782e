"""The screen of the shift handover."""
