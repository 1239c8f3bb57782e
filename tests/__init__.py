"""Tests, by layer; what several layers need is in this folder itself."""
