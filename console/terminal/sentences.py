"""The sentence for a failure, whichever layer knows its words."""

from datetime import tzinfo

from console.domain.errors import ConsoleError
from console.domain.importing import ImportRefusal
from console.widgets.labels import error_sentence
from console.widgets.labels_import import import_sentence


def sentence(error: ConsoleError, zone: tzinfo | None = None) -> str:
    """What happened and what to do; times are told in a zone, or else in this computer's."""
    if isinstance(error, ImportRefusal):
        return import_sentence(error)
    return error_sentence(error, zone)
