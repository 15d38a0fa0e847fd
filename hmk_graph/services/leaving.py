"""What becomes of a desk, and of a citizen's words, whose person has left for good."""

from __future__ import annotations

from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import approving, desk_keeping
from hmk_graph.services.booking_models import Booking, CalendarFeed
from hmk_graph.services.machines import PROVIDER, Actor, ProviderCommand
from hmk_graph.services.models import Provider
from hmk_graph.services.stepping import step


@whole_command
async def forget(account_id: int) -> None:
    """End the desk of an erased person, whose bookings are over, and wipe what names him.

    Of what he booked of others there stay the time and the price.
    """
    async with transaction() as events:
        await CalendarFeed.filter(account_id=account_id).delete()
        await Booking.filter(citizen_id=account_id).update(address="", note="")
        provider = (
            await Provider.select_for_update(no_key=True)
            .filter(account_id=account_id, state__not_in=list(desk_keeping.FINAL))
            .first()
        )
        if provider is None:
            return
        events += await approving.retire_all(provider)
        blank = {"name": "", "about": "", "contact_phone": "", "village": ""}
        await step(provider, PROVIDER, ProviderCommand.TERMINATE, Actor.HOUSE, **blank)
