"""Officers of the area decide about shops; nobody about his own, and an end for good takes two."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from hmk_graph.accounts import access, residence, seconding
from hmk_graph.accounts.errors import NotOnOneself, StillOwing
from hmk_graph.accounts.forced_models import ForcedActKind
from hmk_graph.accounts.rules import LONGEST_REASON, reason_of, text_of
from hmk_graph.accounts.seconding import Forced
from hmk_graph.clock import Clock
from hmk_graph.errors import NotFound, StaleState
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.shops import opening, shop_keeping
from hmk_graph.shops.events import ShopDecided, ShopMoved
from hmk_graph.shops.machines import SHOP, Actor, ShopCommand
from hmk_graph.shops.models import Shop
from hmk_graph.state_machines import states_for
from hmk_graph.stepping import step

NEED_REASON = frozenset(
    {
        *(ShopCommand.ASK_FOR_MORE, ShopCommand.REJECT),
        *(ShopCommand.SUSPEND, ShopCommand.TERMINATE),
    }
)


@whole_command
async def decide(
    officer_id: int,
    shop_id: int,
    decision: ShopCommand,
    *,
    reason: str = "",
    open_business: Callable[[int], Awaitable[list[str]]],
    clock: Clock,
) -> Shop:
    """Decide about a shop, as an officer of its place.

    An end for good (TERMINATE) takes two officers: the first one's word waits until a second one
    says the same, and any other decision in between drops it. `open_business` names what is open
    at a shop, which must be nothing then; it is asked after the shop is locked.

    Raises:
        NotFound: There is no such shop, or it is of another area.
        NotOnOneself: It is the officer's own.
        StaleState, NotAllowed: The decision is not possible in its state, or not an officer's.
        SecondOfficerNeeded: The same officer asked for the end before.
        StillOwing: Orders, goods on their way or earnings are open.
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
        now = await clock()
        if decision is ShopCommand.TERMINATE:
            events += await _end(officer_id, shop, said, open_business, now)
            return shop
        decided = {"reason": said, "decided_by_id": officer_id, "decided_at": now}
        await step(shop, SHOP, decision, Actor.OFFICER, **decided)
        await seconding.lapse(ForcedActKind.END_SHOP, shop.id, now)
        events.append(ShopMoved(shop_id=shop.id, state=shop.state))
        events.append(_told(shop, decision, officer_id))
    return shop


async def _end(
    officer_id: int,
    shop: Shop,
    said: str,
    open_business: Callable[[int], Awaitable[list[str]]],
    now: datetime,
) -> list[Event]:
    end = ShopCommand.TERMINATE
    if shop.state not in states_for(SHOP, end):
        raise StaleState(current=shop.state, allowed=states_for(SHOP, end))
    still_open = await open_business(shop.id)
    if still_open:
        raise StillOwing(open=still_open)
    forced = Forced(
        kind=ForcedActKind.END_SHOP,
        subject_id=shop.id,
        place_id=shop.place_id,
        concerns=[shop.owner_id],
    )
    word = await seconding.speak(officer_id, forced, reason=said, now=now)
    if not word.is_agreed:
        return [*word.events]
    decided = {"reason": word.reason, "decided_by_id": word.first_id, "decided_at": now}
    moved = await opening.end_for_good(shop, end, Actor.TWO_OFFICERS, **decided)
    return [*word.events, *moved, _told(shop, end, word.first_id, word.second_id)]


def _told(
    shop: Shop, decision: ShopCommand, officer_id: int, second_officer_id: int | None = None
) -> ShopDecided:
    return ShopDecided(
        account_id=shop.owner_id,
        shop_id=shop.id,
        decision=decision,
        state=shop.state,
        reason=shop.reason,
        officer_id=officer_id,
        second_officer_id=second_officer_id,
    )
