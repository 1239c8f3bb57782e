"""Tests of the widgets: what they say, how they look, how they answer to the keyboard."""
