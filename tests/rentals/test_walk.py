"""Issue 5, part 5, as a front end sends it (docs/walks.md), for each kind of rental."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import timedelta

import pytest

from hmk_graph.money import taka
from hmk_graph.rentals import agreeing, billing
from realtime.bus import Bus
from schema.cursors import Cursors, Place
from tests import factories
from tests.factories import NOON
from tests.payments.tills import Till
from tests.rentals import lodgings
from tests.rentals.lodgings import DAY, fire
from tests.walking import Walk

pytestmark = pytest.mark.usefixtures("db")


@pytest.mark.parametrize("kind", ["HOUSE", "OFFICE", "SHOP", "GODOWN"])
async def test_rooms_are_found_seen_agreed_paid_lived_in_and_settled(kind: str):
    till = Till()
    async with Bus(None) as bus:
        walk = Walk(bus=bus)
        owner = await factories.person("বাড়িওয়ালা")
        tenant = await factories.person("ভাড়াটিয়া")
        place = f"Place:{(await factories.union()).id}"
        listed = await walk.do(
            owner,
            "ListRental",
            kind=kind,
            placeId=place,
            titleBn="স্টেশন রোডে জায়গা",
            rent=taka(9_000),
            advance=taka(18_000),
            address="স্টেশন রোড ৭",
            amenities=["GAS", "WATER"],
            idempotencyKey="k",
        )
        wanted = {"kind": kind, "within": place, "maxRent": taka(9_000), "amenities": ["GAS"]}
        found = (await walk.ask(tenant, "Rentals", filter=wanted))["edges"]
        assert [one["node"]["id"] for one in found] == [listed["id"]]
        assert found[0]["node"]["address"] is None

        visit = await walk.do(
            tenant,
            "RequestViewing",
            rentalUnitId=listed["id"],
            startsAt=(NOON + DAY).isoformat(),
            idempotencyKey="k",
        )
        assert visit["phone"] is None
        yes = await walk.do(owner, "ConfirmViewing", viewingId=visit["id"])
        assert yes["phone"] == tenant.phone
        offer = await walk.do(
            owner,
            "OfferAgreement",
            viewingId=visit["id"],
            startsOn="2026-05-20",
            idempotencyKey="k",
        )
        agreed = await walk.do(tenant, "AcceptAgreement", agreementId=offer["id"])
        assert agreed["advancePaymentId"].startswith("Payment:")
        pk = int(offer["id"].split(":")[1])
        await lodgings.pay(agreeing.ADVANCE, pk, till)
        await walk.do(owner, "HandOverKeys", agreementId=offer["id"])
        await fire(billing.MAKE_DUE, pk, NOON)
        lives = await walk.ask(tenant, "RentalAgreement", id=offer["id"])
        assert (lives["state"], lives["unit"]["address"]) == ("ACTIVE", "স্টেশন রোড ৭")
        assert (lives["phone"], lives["dues"][0]["inCash"]) == (owner.phone, False)
        await walk.do(owner, "TakeRentInCash", rentDueId=lives["dues"][0]["id"])
        await walk.do(tenant, "GiveRentalNotice", agreementId=offer["id"], leavesOn="2026-06-20")
        walk.now = NOON + 32 * DAY
        await walk.do(tenant, "ReturnKeys", agreementId=offer["id"])
        await fire(agreeing.END, pk, walk.now)
        claim = [{"label": "রং", "amount": taka(1_000)}]
        await walk.do(owner, "ClaimDeductions", agreementId=offer["id"], deductions=claim)
        settled = await walk.do(tenant, "AcceptDeductions", agreementId=offer["id"])
        told = await told_of(walk, tenant, offer["id"])
        stranger = await factories.person()

    assert settled["state"] == "SETTLED"
    assert await lodgings.refund_all(till, walk.now) == taka(17_000)
    assert told[:4] == ["AgreementMoved", "AgreementMoved", "AgreementMoved", "KeysMoved"]
    assert told[-1] == "AdvanceSettled"
    assert await walk.ask(stranger, "RentalAgreement", id=offer["id"]) is None


async def told_of(walk: Walk, who, agreement_id: str) -> list[str]:
    """Return what the stream tells from its beginning until the advance is settled."""
    cursor = Cursors(b"tests").write(
        Place(epoch=1, seq=0),
        stream=f"rentals.agreement.{agreement_id.split(':')[1]}",
        audience=str(who.id),
    )
    told = []
    stream = walk.listen(who, "RentalEvents", agreementId=agreement_id, after=cursor)
    async with asyncio.timeout(60), aclosing(stream) as items:
        async for item in items:
            told.append(item["__typename"])
            if told[-1] == "AdvanceSettled":
                break
    return told


async def test_a_vehicle_is_found_and_hired_by_the_day_with_its_driver():
    walk = Walk()
    owner, hirer = await factories.person("চালক"), await factories.person("যাত্রী")
    place = f"Place:{(await factories.union()).id}"
    listed = await walk.do(
        owner,
        "ListRental",
        kind="VEHICLE",
        placeId=place,
        titleBn="এগারো আসনের মাইক্রোবাস",
        rent=taka(6_000),
        seats=11,
        idempotencyKey="k",
    )
    found = await walk.ask(None, "Rentals", filter={"kind": "VEHICLE", "minSeats": 8})
    assert [one["node"]["id"] for one in found["edges"]] == [listed["id"]]

    asked = await walk.do(
        hirer,
        "RequestHire",
        rentalUnitId=listed["id"],
        firstDay="2026-05-22",
        untilDay="2026-05-25",
        pickup="কিশোরগঞ্জ রেলস্টেশন",
        idempotencyKey="k",
    )
    yes = await walk.do(owner, "ConfirmHire", vehicleHireId=asked["id"])
    walk.now = NOON + timedelta(days=4)
    done = await walk.do(owner, "FinishHire", vehicleHireId=asked["id"])

    assert (asked["amount"], asked["dueAt"]) == (taka(18_000), "2026-05-21T06:00:00Z")
    assert (yes["state"], yes["phone"]) == ("CONFIRMED", hirer.phone)
    assert (done["state"], done["phone"]) == ("DONE", None)
