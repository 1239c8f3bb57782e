"""The Picture of everything open, the Watcher of the feed and the Desk that runs deeds."""
