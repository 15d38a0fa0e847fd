"""Where a listener of a stream left off: opaque, signed, bound to the stream and its audience."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
from binascii import Error as BadBase64
from dataclasses import dataclass

from schema.scalars import Cursor

# 80 bits: nobody guesses one, and a cursor stays under 32 characters on a thin line.
SIGNATURE_BYTES = 10
PLACE = struct.Struct(">IQ")


@dataclass(frozen=True, kw_only=True)
class Place:
    """A point in a stream: all up to and including `seq` of `epoch` was seen."""

    epoch: int
    seq: int


@dataclass(frozen=True, kw_only=True)
class Forged:
    """A cursor that did not prove genuine."""


@dataclass(kw_only=True)
class Course:
    """How one operation goes through its stream: what its transport and its resolver tell.

    `begin` is where to begin instead of at the client's own cursor; `lagged` has the client told
    first that it was too slow. `shared` is the course of a rendering that many listen to. `told` is
    the item that is being rendered, of whatever type the subscription gives; `too_slow` is set when
    the stream ended because the client could not keep up.
    """

    begin: Place | Forged | None = None
    lagged: bool = False
    shared: bool = False
    told: object = None
    too_slow: bool = False


class Cursors:
    """Writes and reads cursors. A cursor is not a permission: that is asked for apart."""

    def __init__(self, secret: bytes) -> None:
        self._key = hashlib.sha256(b"hmk cursor\0" + secret).digest()

    def write(self, place: Place, *, stream: str, audience: str) -> Cursor:
        """Return the cursor of a place in a stream.

        `audience` is "public" where all see the same, so that one rendering serves all; on a
        person's own stream it names the person.
        """
        packed = PLACE.pack(place.epoch, place.seq)
        signed = packed + self._sign(packed, stream, audience)
        return Cursor(base64.urlsafe_b64encode(signed).rstrip(b"=").decode())

    def read(self, cursor: Cursor, *, stream: str, audience: str) -> Place | None:
        """Return the place that a cursor names; None if it was not given out for this stream."""
        try:
            signed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (BadBase64, ValueError):
            return None
        packed, signature = signed[: PLACE.size], signed[PLACE.size :]
        if len(packed) != PLACE.size or not hmac.compare_digest(
            signature, self._sign(packed, stream, audience)
        ):
            return None
        epoch, seq = PLACE.unpack(packed)
        return Place(epoch=epoch, seq=seq)

    def _sign(self, packed: bytes, stream: str, audience: str) -> bytes:
        message = f"{stream}\0{audience}\0".encode() + packed
        return hmac.digest(self._key, message, "sha256")[:SIGNATURE_BYTES]
