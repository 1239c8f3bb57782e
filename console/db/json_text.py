"""JSON as it is stored: compact, Chinese readable, never anything that PostgreSQL refuses."""

import json


def dump(value: object) -> str:
    """A value as JSON text.

    Raises:
        ValueError: If it holds a number that JSON does not know (NaN, infinity).
        TypeError: If it holds something that JSON does not know.
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
