"""Donors, somebody who needs them, and the steps between the two."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.blood import giving, inviting, requesting
from hmk_graph.blood.models import BloodGroup, BloodRequest, DonationOffer, Donor
from hmk_graph.blood.requesting import Need
from hmk_graph.event_log import after
from tests import factories
from tests.factories import NOON, at

G = BloodGroup
TOMORROW = NOON + timedelta(days=1)


async def donor(group: BloodGroup = G.B_POS, **columns: Any) -> Donor:
    """Make a donor of thirty who is rested and available, in the union of the hospital."""
    account = columns.pop("account", None) or await factories.person("দাতা")
    place = columns.pop("place", None) or await factories.union()
    ordinary = {"born_on": date(1996, 1, 1), "weight_kg": 60, "created_at": NOON}
    return await Donor.create(account=account, group=group, place=place, **{**ordinary, **columns})


async def need(
    group: BloodGroup = G.B_POS,
    units: int = 1,
    *,
    by: Account | None = None,
    needed_by: datetime = TOMORROW,
    key: str = "need",
    now: datetime = NOON,
) -> BloodRequest:
    """Have somebody ask for blood."""
    person = by or await factories.person("রোগীর ভাই")
    place = await factories.union()
    wanted = Need(
        group=group,
        units=units,
        place_id=place.id,
        hospital="২৫০ শয্যা হাসপাতাল, ওয়ার্ড ৩",
        needed_by=needed_by,
    )
    return await requesting.ask_for_blood(person.id, wanted, idempotency_key=key, clock=at(now))


async def ring(request: BloodRequest, now: datetime = NOON) -> list[DonationOffer]:
    """Ask the next ring; return those who were asked now, as they were chosen."""
    before = set(await DonationOffer.filter(request_id=request.id).values_list("id", flat=True))
    await inviting.invite_next(request.id, at(now))
    asked = DonationOffer.filter(request_id=request.id).exclude(id__in=list(before))
    return await asked.order_by("id").prefetch_related("donor")


async def willing(request: BloodRequest, now: datetime = NOON) -> list[DonationOffer]:
    """Ask the next ring, and have all of it say yes."""
    return [
        await giving.offer_to_give(offer.donor.account_id, offer.id, clock=at(now))
        for offer in await ring(request, now)
    ]


async def heard(account_id: int) -> list[str]:
    """Return what a person heard about blood on his own stream."""
    told = await after(f"accounts.account.{account_id}", 0)
    return [
        f"{one.kind.removeprefix('blood.')}:"
        f"{one.payload.get('offer_state') or one.payload.get('what', '')}"
        for one in told
        if one.kind.startswith("blood.")
    ]
