"""The deeds an operator can do: each one transaction and one event."""
