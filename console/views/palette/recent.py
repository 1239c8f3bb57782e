"""The last commands, kept at the workstation."""

from PySide6.QtCore import QSettings

KEY = "palette/recent"
MOST = 5
"""So many are kept."""

LONGEST = 200
"""A longer one is not kept, in characters."""


class Recent:
    """What was typed last, the last one first, none of it twice."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings
        kept = settings.value(KEY)
        # A settings file gives a list of one text back as that text.
        found = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        self.texts = [text for text in found if isinstance(text, str) and text.strip()][:MOST]

    def add(self, text: str) -> None:
        """Keep a command; an empty one was none."""
        text = " ".join(text.split())
        if text and len(text) <= LONGEST:
            self.texts = [text, *(other for other in self.texts if other != text)][:MOST]
            self._settings.setValue(KEY, self.texts)
