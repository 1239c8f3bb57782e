"""Connects what is half typed with the files that keep it, and offers what an earlier run left."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.domain.drafts import Draft, ReportDraft
from console.live.drawer import Left

if TYPE_CHECKING:
    from console.views.drafts_offer import DraftsOffer
    from console.wiring import Console


class DraftsWiring(QObject):
    """What was half typed comes back to where it was typed."""

    def __init__(self, console: "Console") -> None:
        super().__init__(console)
        self._console = console
        console.journal.found.connect(self._found)
        console.journal.unwritten.connect(self._unwritten)

    @cached_property
    def offer(self) -> "DraftsOffer":
        """The line above the desk, made when there is something to offer."""
        from console.views.drafts_offer import DraftsOffer

        console = self._console
        offer = DraftsOffer(console.hub.picture, console.journal.now, console.page)
        console.page.add_above(offer)
        offer.taken.connect(self._take_up)
        offer.dropped.connect(lambda draft: console.journal.drop(draft.key))
        return offer

    def take_up(self) -> None:
        """Go on with the draft that is offered."""
        if "offer" in vars(self):
            self.offer.take_first()

    def throw_away(self) -> None:
        """Remove the draft that is offered, from the disk too."""
        if "offer" in vars(self):
            self.offer.drop_first()

    def set_aside(self) -> None:
        """Empty the form for another report, and offer what stood there."""
        draft = self._console.form.set_aside()
        if draft is not None:
            self.offer.add([draft])
            self._console.new_report()

    def _take_up(self, draft: Draft) -> None:
        console = self._console
        if not isinstance(draft, ReportDraft):
            console.open_incident(draft.incident)
            console.incident.take_up(draft)
            return
        before = console.form.set_aside()
        if not console.form.is_empty:
            # What stands there is on its way to be stored: one after the other.
            self.offer.add([draft])
            return
        console.form.take_up(draft)
        console.new_report()
        if before is not None:
            self.offer.add([before])

    def _found(self, left: Left) -> None:
        if left.drafts:
            self.offer.add(left.drafts)
        if left.broken:
            told = self.tr(
                "A half-typed text cannot be read any more; its file was put aside: {path}"
            )
            self._console.window.messages.show_message(
                "warning", told.format(path=left.broken[0]), key="broken_draft"
            )

    def _unwritten(self, reason: str) -> None:
        told = self.tr(
            "What is half typed cannot be kept on disk ({reason}). Store it before you leave."
        )
        self._console.window.messages.show_message(
            "warning", told.format(reason=reason), key="unwritten_draft"
        )
