"""A patient's brother, a donor who was confirmed, and one who was only asked."""

from __future__ import annotations

from typing import Any

from hmk_graph.blood import giving, requesting
from hmk_graph.blood.models import BloodGroup, DonationOffer, Donor
from hmk_graph.blood.requesting import Need
from tests import factories
from tests.blood import givers
from tests.factories import NOON, at

HOSPITAL = "গোপন হাসপাতাল, শয্যা ৭"
NOTE = "গোপন রোগীর কথা"
PHONES = {"requester": "+8801899999771", "giver": "+8801899999772", "asked": "+8801899999773"}
NAMES = {"requester": "গোপন রোগীর ভাই", "giver": "গোপন দাতা"}
PUBLIC: set[str] = set()
KINDS = {"requestId": "BloodRequest"}
OWNED = ["blood_donor", "blood_request", "blood_offer"]


async def furnish() -> dict[str, Any]:
    """Have one donor confirmed on a request for two units, and another asked."""
    requester = await factories.person(NAMES["requester"], phone_number=PHONES["requester"])
    giver = await factories.person(NAMES["giver"], phone_number=PHONES["giver"])
    asked = await factories.person("জিজ্ঞাসিত", phone_number=PHONES["asked"])
    donors = [await givers.donor(BloodGroup.AB_NEG, account=account) for account in (giver, asked)]
    place = await factories.union()
    request = await requesting.ask_for_blood(
        requester.id,
        Need(
            group=BloodGroup.AB_NEG,
            units=2,
            place_id=place.id,
            hospital=HOSPITAL,
            needed_by=givers.TOMORROW,
            note=NOTE,
        ),
        idempotency_key="k",
        clock=at(NOON),
    )
    offers = {offer.donor_id: offer for offer in await givers.ring(request)}
    confirmed: DonationOffer = offers[donors[0].id]
    await giving.offer_to_give(giver.id, confirmed.id, clock=at(NOON))
    await giving.confirm(requester.id, confirmed.id, clock=at(NOON))
    assert await Donor.all().count() == 2
    return {
        "hidden": {"BloodRequest": request.id, "DonationOffer": confirmed.id},
        "insiders": {"requester": requester.id, "giver": giver.id, "asked": asked.id},
        "secrets": {
            "where blood is needed": HOSPITAL,
            "a word to donors": NOTE,
            **{f"the {who}'s phone": phone[4:] for who, phone in PHONES.items()},
            **{f"the {who}'s name": name for who, name in NAMES.items()},
        },
    }
