"""What may be sent, how much of it, how a file's state moves, and which size of a picture fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from hmk_graph.media.models import MediaKind, MediaState
from hmk_graph.state_machines import Machine, to

MIB = 1024 * 1024
# rules.md 2.10, and issue 7: an address that is signed lives for ten minutes.
UPLOAD_WITHIN = timedelta(minutes=10)
CONFIRM_WITHIN = timedelta(minutes=30)
LOOSE_FOR = timedelta(hours=24)
READ_WITHIN = timedelta(minutes=5)
# A body that was begun in time may come to its end later than its address.
STRAGGLE = timedelta(minutes=20)
# A scan that takes longer has lost its worker: the child's own limit is two minutes.
SCAN_WITHIN = timedelta(minutes=5)
MOST_SCANS = 3

PICTURES = frozenset({"image/jpeg", "image/png", "image/webp", "image/avif"})
FILMS = frozenset({"video/mp4", "video/quicktime", "video/webm"})
PAPERS = PICTURES | {"application/pdf"}
# What a person shows to prove who he is and what he may do.
PROOFS = frozenset(
    {MediaKind.IDENTITY, MediaKind.LICENCE, MediaKind.REGISTRATION, MediaKind.FITNESS}
)
PRIVATE = PROOFS | {MediaKind.VET_PAPER}


@dataclass(frozen=True, kw_only=True)
class Limit:
    """What is taken of a kind."""

    types: frozenset[str]
    most_bytes: int


LIMITS: Mapping[MediaKind, Limit] = {
    MediaKind.PHOTO: Limit(types=PICTURES, most_bytes=20 * MIB),
    MediaKind.VIDEO: Limit(types=FILMS, most_bytes=30 * MIB),
    **dict.fromkeys(PRIVATE, Limit(types=PAPERS, most_bytes=10 * MIB)),
}

# For one person: a seller with a hundred animals and eight photos of each stays below.
MOST_WAITING = 30
MOST_A_DAY = 300
MOST_KEPT_BYTES = 2_048 * MIB


class Part(StrEnum):
    """Who moves a file."""

    OWNER = "OWNER"
    WORKER = "WORKER"
    CLOCK = "CLOCK"


class Command(StrEnum):
    """What can be done with a file."""

    CONFIRM = "CONFIRM"
    REFUSE = "REFUSE"
    SCAN = "SCAN"
    PUT_BACK = "PUT_BACK"
    ACCEPT = "ACCEPT"
    REJECT = "REJECT"
    DELETE = "DELETE"
    EXPIRE = "EXPIRE"


MEDIA: Machine = {
    (MediaState.REQUESTED, Command.CONFIRM): to(MediaState.UPLOADED, Part.OWNER),
    # Its first bytes tell enough.
    (MediaState.REQUESTED, Command.REFUSE): to(MediaState.REJECTED, Part.OWNER),
    (MediaState.REQUESTED, Command.EXPIRE): to(MediaState.DELETED, Part.CLOCK),
    (MediaState.REQUESTED, Command.DELETE): to(MediaState.DELETED, Part.OWNER),
    (MediaState.UPLOADED, Command.SCAN): to(MediaState.SCANNING, Part.WORKER),
    (MediaState.UPLOADED, Command.DELETE): to(MediaState.DELETED, Part.OWNER),
    # A worker that was killed left it behind.
    (MediaState.SCANNING, Command.SCAN): to(MediaState.SCANNING, Part.WORKER),
    # The store was away: nobody knows more of the file than before.
    (MediaState.SCANNING, Command.PUT_BACK): to(MediaState.UPLOADED, Part.WORKER),
    (MediaState.SCANNING, Command.ACCEPT): to(MediaState.READY, Part.WORKER),
    (MediaState.SCANNING, Command.REJECT): to(MediaState.REJECTED, Part.WORKER),
    (MediaState.SCANNING, Command.DELETE): to(MediaState.DELETED, Part.OWNER),
    (MediaState.READY, Command.DELETE): to(MediaState.DELETED, Part.OWNER),
    (MediaState.READY, Command.EXPIRE): to(MediaState.DELETED, Part.CLOCK),
    (MediaState.REJECTED, Command.DELETE): to(MediaState.DELETED, Part.OWNER),
    (MediaState.REJECTED, Command.EXPIRE): to(MediaState.DELETED, Part.CLOCK),
}
WAITING = frozenset({MediaState.REQUESTED, MediaState.UPLOADED, MediaState.SCANNING})


def deleted(at: datetime) -> dict[str, Any]:
    """Return the columns of a file that is gone; whoever scans it finds out."""
    return {"state": MediaState.DELETED, "scan_until": None, "purge_at": at}


# Of 128 bits. A photo that was resized and saved anew differs in about four (a test); two photos
# of different animals in about fifty.
LIKE_BITS = 10


def is_private(kind: MediaKind) -> bool:
    """Say whether files of a kind never get a public address."""
    return kind in PRIVATE


def fitting(files: Sequence[Mapping[str, Any]], content_type: str, width: int) -> str | None:
    """Return the name of the narrowest picture that is at least `width` pixels wide.

    Of a small photo the largest there is; None if there is none of that type.
    """
    of_type = sorted(
        (file for file in files if file["type"] == content_type), key=lambda file: file["width"]
    )
    wide = [file for file in of_type if file["width"] >= width]
    chosen = (wide or of_type[-1:])[:1]
    return str(chosen[0]["name"]) if chosen else None


def differing_bits(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Return in how many of their 128 bits two perceptual hashes differ."""
    return sum(
        ((left ^ right) & (2**64 - 1)).bit_count() for left, right in zip(one, other, strict=True)
    )
