"""What is on the block now, as anybody may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hmk_graph.demo import documents, program
from hmk_graph.demo.devices import Answer, Away, Device
from hmk_graph.demo.program import Slot
from hmk_graph.demo.tempo import Tempo


@dataclass(frozen=True, kw_only=True)
class Announced:
    """A lot that runs or will."""

    lot_id: str
    haat_id: str
    title: str
    slot: Slot


@dataclass(frozen=True, kw_only=True)
class Board:
    """The program at a moment of the server's clock."""

    now: datetime
    running: list[Announced]
    coming: list[Announced]

    @property
    def slots(self) -> list[Slot]:
        """Return when all of them begin and are planned to end."""
        return [lot.slot for lot in (*self.running, *self.coming)]


async def look(device: Device, tempo: Tempo) -> Board:
    """Read the board.

    Raises:
        ApiFault: It cannot be read now.
    """
    data = await device.ask(documents.PROGRAM)
    running, coming, ended = (nodes(data[name]) for name in ("running", "coming", "ended"))
    told = [time_of(node["serverNow"]) for node in (*running, *coming, *ended)]
    if not told:
        raise Away("there has never been a lot here; the seed brings the first")
    return Board(
        now=max(told),
        running=[_announced(node, tempo) for node in running],
        coming=[_announced(node, tempo) for node in coming],
    )


def nodes(connection: Answer) -> list[Answer]:
    """Return the nodes of a page."""
    return [edge["node"] for edge in connection["edges"]]


def time_of(text: str) -> datetime:
    """Return a time of the wire."""
    return datetime.fromisoformat(text)


def _announced(node: Answer, tempo: Tempo) -> Announced:
    starts_at, hard_ends_at = time_of(node["startsAt"]), time_of(node["hardEndsAt"])
    return Announced(
        lot_id=node["id"],
        haat_id=node["haatId"],
        title=node["titleEn"],
        slot=program.slot_of(starts_at, hard_ends_at, tempo),
    )
