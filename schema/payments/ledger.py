"""What everybody may know of the ledger: its daily roots."""

from __future__ import annotations

from datetime import date

import strawberry

from hmk_graph.payments import sealing
from schema.pages import window


@strawberry.type(
    description=(
        "How far the chain of all money movements had come at the end of a day in Dhaka. Whoever "
        "keeps a root can prove later that nothing before it was changed."
    )
)
class LedgerRoot:
    day: date = strawberry.field(description="The day.")
    number: int = strawberry.field(description="How many movements there were up to then.")
    hash: str = strawberry.field(description="The hash over all of them, in hex.")


@strawberry.type
class LedgerQuery:
    @strawberry.field(
        description="The ledger's roots, newest day first; today's still moves. No sign-in needed."
    )
    async def ledger_roots(self, first: int = 30, before: date | None = None) -> list[LedgerRoot]:
        size = window(first, None).size
        return [
            LedgerRoot(day=root.day, number=root.number, hash=root.hash)
            for root in await sealing.roots(before=before, first=size)
        ]
