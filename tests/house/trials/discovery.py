"""What is found in searches."""

from __future__ import annotations

from hmk_graph.discovery.models import Document, Kind
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "discovery_document_on_earth": [
        ("discovery_document", {"subject_id": 9, "lat_e6": 91_000_000, "lng_e6": 90}),
        ("discovery_document", {"subject_id": 9, "lat_e6": 24, "lng_e6": -181_000_000}),
        ("discovery_document", {"subject_id": 9, "lat_e6": 24}),
    ],
}


async def furnish() -> None:
    """Have a row in the table."""
    await Document.create(kind=Kind.LOT, subject_id=1, words=" goru ", fresh_at=NOON)
