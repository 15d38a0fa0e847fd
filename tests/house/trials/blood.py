"""Donors, requests for blood, and offers to give."""

from __future__ import annotations

from hmk_graph.blood.models import DonationOffer
from tests import factories
from tests.blood import givers
from tests.factories import NOON
from tests.house.trials import Copy

COPIES: dict[str, list[Copy]] = {
    "blood_donor_group": [("blood_donor", {"account_id": 10**9, "group": "X"})],
    "blood_donor_rest": [
        ("blood_donor", {"account_id": 10**9, "last_given_on": "2026-05-20"}),
        ("blood_donor", {"account_id": 10**9, "eligible_on": "2026-05-20"}),
    ],
    "blood_request_units": [
        ("blood_request", changed)
        for changed in (
            {"units": 0},
            {"units": 21},
            {"confirmed": 2},
            {"confirmed": -1},
            {"given": 1},
        )
    ],
    "blood_request_closed": [
        ("blood_request", {"state": "EXPIRED"}),
        ("blood_request", {"closed_at": "2026-05-20T06:00:00Z"}),
    ],
    "blood_offer_one_confirmed": [("blood_offer", {"request_id": 10**9})],
    "blood_offer_consent": [
        ("blood_offer", {"request_id": 10**9, "answered_at": None}),
        ("blood_offer", {"request_id": 10**9, "confirmed_at": None}),
        ("blood_offer", {"request_id": 10**9, "state": "DONATED"}),
        ("blood_offer", {"request_id": 10**9, "given_on": "2026-05-20"}),
    ],
}


async def furnish() -> None:
    await DonationOffer.create(
        request=await givers.need(by=await factories.person()),
        donor=await givers.donor(),
        state="CONFIRMED",
        ring=1,
        exact=True,
        invited_at=NOON,
        answered_at=NOON,
        confirmed_at=NOON,
    )
