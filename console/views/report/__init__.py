"""The form for a new report."""
