"""Tests of the screens, by keys and clicks."""
