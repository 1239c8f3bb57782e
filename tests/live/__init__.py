"""Tests of the Picture, the Watcher and the Desk."""
