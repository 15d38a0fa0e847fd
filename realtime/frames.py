"""What travels: numbered frames, and the word that some may have been lost."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRAME = re.compile(r"\[(\d+),(\d+),(.*)\]", re.DOTALL)
# Between frames that travel together: JSON text never holds it as it is (RFC 7464).
SEPARATOR = "\x1e"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One event on its way. `body` is JSON text that this package never looks into.

    `seq` counts within `epoch`; a frame of an unnumbered feed has 0 for both.
    """

    stream: str
    epoch: int
    seq: int
    body: str

    def encode(self) -> str:
        """Write the frame as a JSON list, without the stream: that is the name of its channel."""
        return f"[{self.epoch},{self.seq},{self.body}]"

    @classmethod
    def decode_all(cls, stream: str, text: str) -> list[Frame]:
        """Read frames that were written one after the other.

        Raises:
            ValueError: One of them is something else.
        """
        return [cls.decode(stream, each) for each in text.split(SEPARATOR)]

    @classmethod
    def decode(cls, stream: str, text: str) -> Frame:
        """Read what `encode` wrote, but not the body: each process does this for each frame.

        Raises:
            ValueError: It is something else.
        """
        parts = _FRAME.fullmatch(text)
        if parts is None:
            raise ValueError(f"This is no frame: {text[:80]!r}")
        return cls(stream=stream, epoch=int(parts[1]), seq=int(parts[2]), body=parts[3])


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Frames of a stream may have been lost: whoever takes this reads the state or the log."""

    stream: str
    reason: str
