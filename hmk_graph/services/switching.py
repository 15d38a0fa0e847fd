"""A provider's switch: free for two hours, busy, off. It is believed only while it is fresh."""

from __future__ import annotations

from datetime import timedelta

from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, StaleState
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import desk_keeping, rules
from hmk_graph.services.models import Provider, ProviderState, Signal


@whole_command
async def switch(
    account_id: int, signal: Signal, lasts: timedelta | None, *, clock: Clock
) -> Provider:
    """Say that one is free, busy or off, and for how long (None: until one says otherwise).

    A signal without an end, too, is forgotten when it is too old. Whoever reads decides that by
    the clock; nothing has to happen here.

    Raises:
        NotFound: The person is no provider. StaleState: He is not verified.
        BadInput: The time is longer than half a day, or none.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if lasts is not None and not timedelta(minutes=1) <= lasts <= rules.LONGEST_FREE:
        raise BadInput(
            "minutes",
            why_bn="১ মিনিট থেকে ১২ ঘণ্টা।",
            why_en="from one minute to twelve hours.",
        )
    async with transaction(actor_id=account_id) as events:
        provider = await desk_keeping.mine_locked(account_id)
        if provider.state is not ProviderState.VERIFIED:
            raise StaleState(current=provider.state, allowed=[ProviderState.VERIFIED])
        now = await clock()
        await desk_keeping.write(
            provider,
            signal=signal,
            signal_at=now,
            signal_until=now + lasts if lasts is not None else None,
        )
        events.append(await desk_keeping.availability_changed(provider, now))
    return provider
