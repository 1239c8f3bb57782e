"""The command palette: one line in which everything is found and done."""
