"""Rules and value types: plain Python that imports nothing else of the console."""
