"""Officers of the area decide about shops; nobody about his own."""

from __future__ import annotations

from hmk_graph.accounts import access, residence
from hmk_graph.accounts.errors import NotOnOneself
from hmk_graph.accounts.rules import LONGEST_REASON, reason_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.shops import shop_keeping
from hmk_graph.shops.events import ShopDecided, ShopMoved
from hmk_graph.shops.machines import SHOP, Actor, ShopCommand
from hmk_graph.shops.models import Shop
from hmk_graph.stepping import step

NEED_REASON = frozenset({ShopCommand.ASK_FOR_MORE, ShopCommand.REJECT, ShopCommand.SUSPEND})


@whole_command
async def decide(
    officer_id: int, shop_id: int, decision: ShopCommand, *, reason: str = "", clock: Clock
) -> Shop:
    """Decide about a shop, as an officer of its place.

    Raises:
        NotFound: There is no such shop, or it is of another area.
        NotOnOneself: It is the officer's own.
        StaleState, NotAllowed: The decision is not possible in its state, or not an officer's.
        ReasonTooShort, BadInput: The reason is at fault.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    said = (
        reason_of(reason)
        if decision in NEED_REASON
        else text_of(reason, "reason", longest=LONGEST_REASON)
    )
    async with transaction(actor_id=officer_id) as events:
        await access.acting(officer_id)
        shop = await shop_keeping.locked(shop_id)
        if not await access.is_officer_of(officer_id, await residence.path_of(shop.place_id)):
            raise NotFound
        if shop.owner_id == officer_id:
            raise NotOnOneself
        decided = {"reason": said, "decided_by_id": officer_id, "decided_at": await clock()}
        await step(shop, SHOP, decision, Actor.OFFICER, **decided)
        events += [
            ShopMoved(shop_id=shop.id, state=shop.state),
            ShopDecided(
                account_id=shop.owner_id,
                shop_id=shop.id,
                decision=decision,
                state=shop.state,
                reason=said,
            ),
        ]
    return shop
