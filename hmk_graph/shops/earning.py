"""What a shop has earned: its owner says where it is sent to, and sees what came and left."""

from __future__ import annotations

from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.payments import chart, payout_accounts
from hmk_graph.payments.chart import AccountName
from hmk_graph.payments.payout_models import PayoutAccount, PayoutMethod
from hmk_graph.shops.models import Shop


async def ask(
    owner_id: int,
    shop_id: int,
    *,
    method: PayoutMethod,
    number: str,
    holder: str,
    bank: str,
    idempotency_key: str,
    clock: Clock,
) -> PayoutAccount:
    """Say where the earnings of one's shop shall be sent, also once it is closed.

    Raises:
        NotFound: It is no shop of this person.
        BadInput, NotSignedIn, AccountSuspended: As `payout_accounts.ask` refuses.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    return await payout_accounts.ask(
        owner_id,
        await account_of(owner_id, shop_id),
        method=method,
        number=number,
        holder=holder,
        bank=bank,
        idempotency_key=idempotency_key,
        clock=clock,
    )


async def account_of(owner_id: int, shop_id: int) -> AccountName:
    """Return the account of the ledger on which one's shop earns. A shop never changes hands.

    Raises:
        NotFound: It is no shop of this person.
    """
    if not await Shop.exists(id=shop_id, owner_id=owner_id):
        raise NotFound
    return chart.due_to_shop(shop_id)
