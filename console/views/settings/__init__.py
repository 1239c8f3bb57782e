"""The settings: seen, found, changed, and carried to another workstation in a file."""
