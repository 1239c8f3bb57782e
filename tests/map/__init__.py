"""The map, tried in the real page."""
