"""A flat that is let, one that is hidden, a car; who lives, looks and hires there."""

from __future__ import annotations

from typing import Any

from hmk_graph.rentals.models import (
    Deduction,
    Hire,
    MonthlyDue,
    Unit,
    UnitKind,
    UnitState,
    Viewing,
)
from tests import factories
from tests.factories import NOON
from tests.rentals import lodgings

ADDRESS = "গোপন গলি, বাসা ৯৯"
HIDDEN_TITLE = "লুকানো বাসা"
TERMS = "গোপন শর্ত"
NOTE = "গোপন দেখার কথা"
LABEL = "গোপন কর্তন"
PICKUP = "গোপন মোড়"
OWED = 98_765_400
PHONES = {
    "landlord": "+8801899999661",
    "tenant": "+8801899999662",
    "hirer": "+8801899999663",
}
NAMES = {"tenant": "গোপন ভাড়াটিয়া", "hirer": "গোপন যাত্রী"}
OPEN_TO_ALL = {"requestViewing", "requestHire"}
KINDS = {"agreementId": "RentalAgreement"}
OWNED = [
    *("rentals_unit", "rentals_viewing", "rentals_agreement", "rentals_due"),
    *("rentals_deduction", "rentals_hire"),
]


async def furnish() -> dict[str, Any]:
    """Make one of everything that has an owner."""
    landlord = await factories.person("বাড়িওয়ালা", phone_number=PHONES["landlord"])
    tenant = await factories.person(NAMES["tenant"], phone_number=PHONES["tenant"])
    hirer = await factories.person(NAMES["hirer"], phone_number=PHONES["hirer"])
    flat = await lodgings.unit(landlord, address=ADDRESS)
    car = await lodgings.unit(landlord, key="car", kind=UnitKind.VEHICLE, seats=4)
    hidden = await lodgings.unit(landlord, key="hidden", title_bn=HIDDEN_TITLE)
    await Unit.filter(id=hidden.id).update(state=UnitState.STALE)
    viewing = await Viewing.create(
        unit=flat,
        visitor=tenant,
        state="CONFIRMED",
        starts_at=factories.FOR_EVER,
        note=NOTE,
        created_at=NOON,
    )
    agreement = await lodgings.tenancy(flat, tenant, terms=TERMS)
    due = await MonthlyDue.create(
        agreement=agreement, month="2026-05-01", amount_paisa=OWED, made_at=NOON
    )
    deduction = await Deduction.create(
        agreement=agreement,
        label=LABEL,
        claimed_paisa=100,
        amount_paisa=100,
        state="DISPUTED",
    )
    hire = await Hire.create(
        unit=car,
        hirer=hirer,
        state="CONFIRMED",
        first_day="2026-05-30",
        until_day="2026-05-31",
        amount_paisa=100,
        pickup=PICKUP,
        created_at=NOON,
    )
    return {
        "public": {"RentalUnit": car.id},
        "hidden": {
            "RentalUnit": hidden.id,
            "Viewing": viewing.id,
            "RentalAgreement": agreement.id,
            "RentDue": due.id,
            "Deduction": deduction.id,
            "VehicleHire": hire.id,
        },
        "insiders": {"landlord": landlord.id, "tenant": tenant.id, "hirer": hirer.id},
        "secrets": {
            "a flat's address": ADDRESS,
            "a hidden flat": HIDDEN_TITLE,
            "a tenancy's terms": TERMS,
            "a visitor's note": NOTE,
            "a claim": LABEL,
            "where a hirer is": PICKUP,
            "a rent that is owed": str(OWED),
            **{f"the {who}'s phone at home": phone[4:] for who, phone in PHONES.items()},
            **{f"the {who}'s name at home": name for who, name in NAMES.items()},
        },
    }
