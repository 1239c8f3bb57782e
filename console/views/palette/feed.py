"""Keeps what the palette searches as the Picture is, a little at a time while nobody waits."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.change import Change
from console.domain.incident import Incident
from console.domain.palette_index import Index
from console.domain.people import Member
from console.domain.pinyin import prepare
from console.live.hub import Hub
from console.views.palette.names import names_of

SLICE = 500
"""So many incidents or members are read at a time; a frame has room for that."""

SOUND_MS = 20
"""How often is asked whether the names have been worked out, in milliseconds."""


Pages = Callable[[], Sequence[tuple[str, str]]]
"""The screens: the key of each, and what it is called now."""


class Feed(QObject):
    """Fills an index from the Picture when it is first needed, and follows the Picture then."""

    grown = Signal()
    """What was typed may mean more than before."""

    def __init__(self, hub: Hub, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub, self._pages = hub, pages
        self.index = Index()
        self._unread: Iterator[Incident | Member] = iter(())
        self._spelling: Thread | None = None
        self._silent: list[Member] = []
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._read_some)
        self._sounds = QTimer(self, interval=SOUND_MS)
        self._sounds.timeout.connect(self._hear)
        hub.loaded.connect(self._begin)
        hub.changed.connect(self._apply)
        self._begin()

    def _begin(self) -> None:
        """Take everything in anew; the first ones at once, the others in slices."""
        picture = self._hub.picture
        self.index = Index()
        self.index.skills = {code: one.skill for code, one in picture.categories.items()}
        self.index.put_names(names_of(picture, self._pages()))
        incidents = sorted(picture.incidents.values(), key=_newest_first)
        self._unread = chain(tuple(picture.members.values()), incidents)
        self._silent = list(picture.members.values())
        names = [member.name for member in self._silent]
        words = [*self.index.words, *names]
        self._spelling = Thread(target=prepare, args=(words,), name="pinyin", daemon=True)
        self._spelling.start()
        self._read_some()
        self._slices.start()
        self._sounds.start()

    @property
    def busy(self) -> bool:
        """Whether something is not read yet, and is not found."""
        return self._slices.isActive() or self._sounds.isActive()

    def name_all(self) -> None:
        """Learn the names in the language that now holds."""
        self.index.put_names(names_of(self._hub.picture, self._pages()))
        if self._spelling is None:
            self.index.learn_sounds()

    def know(self, number: int | None) -> None:
        """Read one incident at once: the selected one need not wait for its turn."""
        incident = self._hub.picture.incidents.get(number or 0)
        if incident is not None:
            self.index.put_incident(incident)

    def _apply(self, change: Change) -> None:
        index, incidents = self.index, self._hub.picture.incidents
        if change.catalogue is not None:
            categories = self._hub.picture.categories
            index.skills = {code: one.skill for code, one in categories.items()}
            self.name_all()
        for number in change.ended:
            index.drop_incident(number)
        for incident in change.incidents:
            if incident.id in incidents:
                index.put_incident(incident)
        for member in change.members:
            index.put_member(member)
            index.put_sound(member)

    def _read_some(self) -> None:
        # As they are now: some may have changed, or ended, since the reading began.
        incidents, members = self._hub.picture.incidents, self._hub.picture.members
        some = list(islice(self._unread, SLICE))
        for one in some:
            if isinstance(one, Member):
                self.index.put_member(members[one.id])
            elif one.id in incidents:
                self.index.put_incident(incidents[one.id])
        if len(some) < SLICE:
            self._slices.stop()
            self.index.prepare()
            self.grown.emit()

    def _hear(self) -> None:
        """Take in how names sound, as soon as another thread has worked that out."""
        if self._spelling is not None and self._spelling.is_alive():
            return
        if self._spelling is not None:
            self._spelling = None
            self.index.learn_sounds()
        some, self._silent = self._silent[:SLICE], self._silent[SLICE:]
        for member in some:
            self.index.put_sound(self._hub.picture.members[member.id])
        if not self._silent:
            self._sounds.stop()
            self.index.prepare()
            self.grown.emit()


def _newest_first(incident: Incident) -> int:
    return -incident.id
