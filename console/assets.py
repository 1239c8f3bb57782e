"""Where the files of ``resources/`` are: in the checkout, or packed inside the wheel."""

from pathlib import Path

_PACKED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"
ROOT = _PACKED if _PACKED.is_dir() else _CHECKOUT


def path(*parts: str) -> Path:
    """Return the path of a resource, such as ``path("themes", "tokens.json")``.

    The file need not exist; whoever opens it says what is missing.
    """
    return ROOT.joinpath(*parts)
