"""The command line: groups of commands, without any window."""
