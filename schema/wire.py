"""JSON as it comes from and goes to the wire."""

from __future__ import annotations

import orjson

from schema.scalars import is_clean

# orjson reads 1024 levels and writes 254. What we could not write again we do not take: variables
# become keys of kept answers and fingerprints of commands.
WRITTEN_DEPTH = 254


class NotReadable(ValueError):
    """The text is no JSON that we take."""


def decode(text: str | bytes) -> object:
    """Return the JSON value of a text.

    Raises:
        NotReadable: It is no JSON, is nested too deeply, holds NaN, NUL, bad UTF-8 or half of a
            surrogate pair. The first four and the last are orjson's own refusals.
    """
    try:
        value: object = orjson.loads(text)
    except (orjson.JSONDecodeError, UnicodeEncodeError, RecursionError):
        raise NotReadable from None
    # A NUL can only stand in JSON as an escape, so nearly every text is spared the walk.
    if ("\\u0000" in text if isinstance(text, str) else b"\\u0000" in text) and not is_clean(value):
        raise NotReadable
    if _may_be_deep(text) and not _is_written(value):
        raise NotReadable
    return value


def _may_be_deep(text: str | bytes) -> bool:
    """Say whether a text has brackets enough for too many levels; the others are not written."""
    if isinstance(text, str):
        return text.count("[") + text.count("{") > WRITTEN_DEPTH
    return text.count(b"[") + text.count(b"{") > WRITTEN_DEPTH


def _is_written(value: object) -> bool:
    try:
        orjson.dumps(value)
    except orjson.JSONEncodeError:
        return False
    return True


def encode(value: object) -> str:
    """Return a value as JSON text; bytes would go out as binary frames, which no client reads."""
    return orjson.dumps(value).decode()
