"""Measurements of what the console promises, each against a baseline of the same run."""
