"""The tables, the engine for both databases, the event feed and read-only queries."""
