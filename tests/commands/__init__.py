"""Tests of the deeds, on both databases."""
