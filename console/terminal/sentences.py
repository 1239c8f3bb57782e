"""The sentence for a failure, whichever layer knows its words."""

from console.domain.errors import ConsoleError
from console.domain.importing import ImportRefusal
from console.widgets.labels import error_sentence
from console.widgets.labels_import import import_sentence


def sentence(error: ConsoleError) -> str:
    """What happened and what to do."""
    return import_sentence(error) if isinstance(error, ImportRefusal) else error_sentence(error)
