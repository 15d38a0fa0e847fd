"""What a person still has open about blood: nobody leaves before it is over."""

from __future__ import annotations

from hmk_graph.blood.machines import RUNNING
from hmk_graph.blood.models import BloodRequest, DonationOffer, OfferState


async def open_obligations(account_id: int) -> list[str]:
    """Name what is still open: "blood requests", "donations" that were promised."""
    requests = BloodRequest.filter(requester_id=account_id, state__in=list(RUNNING))
    promised = DonationOffer.filter(donor__account_id=account_id, state=OfferState.CONFIRMED)
    open_things = {"blood requests": await requests.exists(), "donations": await promised.exists()}
    return [name for name, is_open in open_things.items() if is_open]
