"""What an inspection finds, and how a child process tells it to us.

On the wire: one line of JSON, then the contents of the made files one after another.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

import orjson


class Fault(StrEnum):
    """Why a file is not taken."""

    NOT_WHAT_IT_SAYS = "NOT_WHAT_IT_SAYS"
    NOT_TAKEN = "NOT_TAKEN"
    UNREADABLE = "UNREADABLE"
    TWO_FORMS = "TWO_FORMS"
    TOO_MANY_PIXELS = "TOO_MANY_PIXELS"
    TOO_SMALL = "TOO_SMALL"
    ANIMATED = "ANIMATED"
    TOO_LONG = "TOO_LONG"
    CODEC = "CODEC"
    ENCRYPTED = "ENCRYPTED"
    ACTIVE = "ACTIVE"
    TOO_MANY_PAGES = "TOO_MANY_PAGES"
    TOO_HEAVY = "TOO_HEAVY"


class Refused(Exception):
    """The file is not taken, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, kw_only=True)
class Made:
    """One file that was made of what came; `width` and `height` in pixels, of pictures alone."""

    extension: str
    content_type: str
    contents: bytes
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What a file is, and what was made of it.

    `width` and `height` are those of the original as it is looked at. `placeholder` is a data URI
    of some hundred letters, `color` the color that covers most (`#rrggbb`). `hash_rows` and
    `hash_columns` are the two halves of a perceptual hash, signed 64 bits each; None for a paper.
    """

    files: tuple[Made, ...]
    width: int | None = None
    height: int | None = None
    duration_ms: int | None = None
    pages: int | None = None
    placeholder: str = ""
    color: str = ""
    hash_rows: int | None = None
    hash_columns: int | None = None


def told(outcome: Findings | Refused) -> bytes:
    """Write an outcome for the wire."""
    if isinstance(outcome, Refused):
        return orjson.dumps({"refused": outcome.fault}) + b"\n"
    facts: dict[str, Any] = asdict(replace(outcome, files=()))
    facts["files"] = [
        {**asdict(replace(made, contents=b"")), "contents": len(made.contents)}
        for made in outcome.files
    ]
    return orjson.dumps(facts) + b"\n" + b"".join(made.contents for made in outcome.files)


def read(wire: bytes) -> Findings:
    """Read an outcome from the wire.

    Raises:
        Refused: The file is not taken.
        ValueError: This is no outcome: the child did not come to its end.
    """
    line, found, blobs = wire.partition(b"\n")
    if not found:
        raise ValueError("the child told nothing")
    facts = orjson.loads(line)
    if "refused" in facts:
        raise Refused(Fault(facts["refused"]))
    files = []
    for each in facts.pop("files"):
        length = each.pop("contents")
        files.append(Made(contents=blobs[:length], **each))
        blobs = blobs[length:]
    return Findings(files=tuple(files), **facts)
