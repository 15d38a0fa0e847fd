"""What a person still has open with officers: nobody leaves before it is over."""

from __future__ import annotations

from hmk_graph.civic.machines import OPEN
from hmk_graph.civic.models import Complaint


async def open_obligations(account_id: int) -> list[str]:
    """Name what is still open: "complaints"."""
    lodged = Complaint.filter(author_id=account_id, state__in=list(OPEN))
    return ["complaints"] if await lodged.exists() else []
