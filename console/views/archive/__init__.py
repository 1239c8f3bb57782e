"""The archive's screen: ended incidents, searched, read and exported."""
