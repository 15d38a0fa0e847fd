"""A citizen asks to be told when a time that another has falls free (rules.md 2.3)."""

from __future__ import annotations

from datetime import datetime

from hmk_graph.accounts import access
from hmk_graph.clock import Clock
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import desk_keeping, freeing, holding, pricing, rules
from hmk_graph.services.booking_models import Waiting
from hmk_graph.services.errors import OwnService, SlotFree, TooManyWaits
from hmk_graph.services.models import Service

MOST_WAITS = 5


@whole_command
async def wait_for(
    citizen_id: int, option_id: int, starts_at: datetime, *, clock: Clock
) -> Waiting:
    """Ask to be told when a time falls free; asking twice is no matter.

    Raises:
        NotFound: There is no such price.
        OwnService: It is the person's own.
        OutsideWindow, OutsideHours, BadInput: Nobody works then, as for `holding.hold`.
        SlotFree: It is free now. TooManyWaits: The person waits for five times already.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id):
        # Locked, so that two wishes at once are counted one after the other.
        await access.acting_locked(citizen_id)
        option, _ = await pricing.price_now(option_id)
        service = await Service.get(id=option.service_id)
        provider = await desk_keeping.locked(service.provider_id)
        if provider.account_id == citizen_id:
            raise OwnService
        holding.check_shown(service)
        now = await clock()
        finishes_at = rules.finish_of(starts_at, minutes=option.minutes, quantity=1)
        await holding.check_time(provider, starts_at, finishes_at, now)
        earlier = await Waiting.get_or_none(
            citizen_id=citizen_id, option_id=option_id, starts_at=starts_at, told_at=None
        )
        if earlier is not None:
            return earlier
        if await freeing.is_free(provider, (starts_at, finishes_at)):
            raise SlotFree
        ahead = Waiting.filter(citizen_id=citizen_id, told_at=None, starts_at__gt=now)
        if await ahead.count() >= MOST_WAITS:
            raise TooManyWaits(most=MOST_WAITS)
        return await Waiting.create(
            citizen_id=citizen_id,
            option_id=option_id,
            provider_id=provider.id,
            starts_at=starts_at,
            finishes_at=finishes_at,
            created_at=now,
        )
