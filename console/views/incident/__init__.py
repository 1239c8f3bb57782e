"""The incident panel."""
