"""Applications to sell, in any state, and how an officer decides about them."""

from __future__ import annotations

from typing import Any

from hmk_graph.accounts import applying, approving_sellers
from hmk_graph.accounts.approval import Move
from hmk_graph.accounts.models import (
    Account,
    ApplicationState,
    Role,
    SellerApplication,
)
from tests import factories
from tests.factories import NOON, at

CLOCK = at(NOON)
WHY = "ছবির সঙ্গে খামার মেলে না"


async def free(_account_id: int) -> list[str]:
    return []


async def written(account: Account, **given: Any) -> SellerApplication:
    """Save a complete draft."""
    return await applying.save_draft(
        account.id,
        **{
            "farm_name": "রহিমা খামার",
            "contact_phone": "০১৮১২৩৪৫৬৭৮",
            "place_id": (await factories.union()).id,
            "village": "চরপাড়া",
            "statement": "দেশি ষাঁড়",
            "clock": CLOCK,
            **given,
        },
    )


async def application(state: ApplicationState) -> SellerApplication:
    """Make an application of a new person that stands in this state."""
    account = await factories.person()
    made = await written(account)
    made.state = state
    await made.save(update_fields=["state"])
    if state is ApplicationState.VERIFIED:
        await factories.granted(account, Role.VERIFIED_SELLER)
    return made


async def decide(officer: Account, made: SellerApplication, move: Move, reason: str = WHY):
    return await approving_sellers.decide(
        officer.id, made.id, move, reason=reason, open_obligations=free, clock=CLOCK
    )
