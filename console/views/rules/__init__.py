"""The rules that a center may change on the screen."""
