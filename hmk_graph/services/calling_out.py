"""A verified provider who goes to people's homes is called there like a driver (rules.md 2.4)."""

from __future__ import annotations

from hmk_graph.clock import Clock
from hmk_graph.dispatch import vouching
from hmk_graph.dispatch.vouching import Vouched
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import desk_keeping
from hmk_graph.services.models import (
    CategoryKind,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Venue,
)

LONGEST_NAME = 80


@whole_command
async def keep_up(provider_id: int, *, clock: Clock) -> None:
    """Have dispatch know for which home services a provider may be called now. Idempotent."""
    async with transaction():
        # Locked, so that of two events at once the second reads what the first has left.
        provider = await desk_keeping.locked(provider_id)
        person = Vouched(
            account_id=provider.account_id,
            warrant=f"services.provider.{provider.id}",
            name=provider.name[:LONGEST_NAME],
            contact_phone=provider.contact_phone,
            place_id=provider.place_id,
            decided_by_id=provider.decided_by_id,
        )
        await vouching.vouch(person, await _skills(provider), clock=clock)


async def _skills(provider: Provider) -> list[str]:
    if provider.state is not ProviderState.VERIFIED:
        return []
    offered = Service.filter(
        provider_id=provider.id,
        state=ServiceState.ACTIVE,
        venue=Venue.CUSTOMER,
        category__kind=CategoryKind.ON_DEMAND_VISIT,
    )
    slugs = await offered.order_by("category__slug").values_list("category__slug", flat=True)
    return [str(slug) for slug in dict.fromkeys(slugs)]
