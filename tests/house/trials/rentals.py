"""What is for rent, visits, tenancies, months, claims and hires."""

from __future__ import annotations

from hmk_graph.rentals.models import Deduction, Hire, MonthlyDue, Viewing
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy
from tests.rentals import lodgings

NOBODY = 10**9
ENDED = {"state": "ENDED", "leaves_on": "2026-06-20", "returned_at": "2036-05-20T00:00:00Z"}
COPIES: dict[str, list[Copy]] = {
    "rentals_unit_amounts": [
        ("rentals_unit", changed)
        for changed in (
            {"rent_paisa": 0},
            {"rent_paisa": 150},
            {"advance_paisa": -100},
            {"service_charge_paisa": -100},
        )
    ],
    "rentals_viewing_one_ahead": [
        ("rentals_viewing", {}),
        ("rentals_viewing", {"state": "CONFIRMED"}),
    ],
    "rentals_agreement_one_open": [
        ("rentals_agreement", {"handed_over_at": None}),
        ("rentals_agreement", {"state": "ADVANCE_DUE", "handed_over_at": None}),
    ],
    "rentals_agreement_one_holder_of_keys": [
        ("rentals_agreement", {"state": "ENDED", "leaves_on": "2026-06-20"})
    ],
    "rentals_agreement_amounts": [
        ("rentals_agreement", {**ENDED, "advance_paisa": 0}),
        ("rentals_agreement", {**ENDED, "rent_paisa": 0}),
    ],
    "rentals_agreement_two_people": [("rentals_agreement", {**ENDED, "tenant_id": "landlord_id"})],
    "rentals_agreement_keys": [
        ("rentals_agreement", {**ENDED, "returned_at": "2016-05-20T00:00:00Z"})
    ],
    "rentals_agreement_times": [
        ("rentals_agreement", {**ENDED, "leaves_on": None}),
        ("rentals_agreement", {**ENDED, "hold_id": None}),
        ("rentals_agreement", {**ENDED, "settled_at": "2026-06-20T00:00:00Z"}),
        ("rentals_agreement", {**ENDED, "state": "SETTLED"}),
    ],
    "rentals_due_amount": [("rentals_due", {"agreement_id": NOBODY, "amount_paisa": 0})],
    "rentals_due_month": [("rentals_due", {"month": "2026-05-02"})],
    "rentals_deduction_amount": [
        ("rentals_deduction", changed)
        for changed in ({"claimed_paisa": 0}, {"amount_paisa": 200}, {"amount_paisa": 0})
    ],
    "rentals_hire_no_overlap": [
        ("rentals_hire", {}),
        ("rentals_hire", {"first_day": "2026-05-22", "state": "CONFIRMED"}),
    ],
    "rentals_hire_days": [
        ("rentals_hire", {"state": "EXPIRED", "until_day": "2026-05-21"}),
        ("rentals_hire", {"state": "EXPIRED", "amount_paisa": 0}),
    ],
}


async def furnish() -> None:
    """Have a row in each table."""
    flat, tenant = await lodgings.unit(), await factories.person()
    await Viewing.create(unit=flat, visitor=tenant, starts_at=NOON, created_at=NOON)
    agreement = await lodgings.tenancy(flat, tenant, handed_over_at=NOON)
    await MonthlyDue.create(agreement=agreement, month="2026-05-01", amount_paisa=100, made_at=NOON)
    await Deduction.create(agreement=agreement, label="x", claimed_paisa=100, amount_paisa=100)
    await Hire.create(
        unit=flat,
        hirer=tenant,
        first_day="2026-05-21",
        until_day="2026-05-23",
        amount_paisa=100,
        pickup="x",
        created_at=NOON,
    )
