"""The list of keys, where they can be changed."""
