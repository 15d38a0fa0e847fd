"""Issue 5, part 6, as a front end sends it (docs/walks.md), and what others see of it: nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import timedelta
from typing import Any

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.blood import giving, inviting
from hmk_graph.blood.models import BloodGroup
from realtime.bus import Bus
from schema.cursors import Cursors, Place
from tests import factories
from tests.blood import givers
from tests.factories import NOON, at
from tests.walking import Walk

pytestmark = pytest.mark.usefixtures("db")


async def test_blood_is_asked_for_and_given_and_phones_are_seen_only_between():
    async with Bus(None) as bus:
        walk = Walk(bus=bus)
        brother, giver = await factories.person("রোগীর ভাই"), await factories.person("দাতা")
        place = await factories.union()
        said = {"group": "A_POS", "placeId": f"Place:{place.id}", "weightKg": 62}
        await walk.do(giver, "SaveBloodDonor", **said, bornOn="1990-01-01")
        await walk.do(giver, "SetDonorAvailability", available=True)
        assert await walk.ask(None, "CompatibleDonors", group="A_POS") == [
            *("A_POS", "O_POS", "A_NEG", "O_NEG")
        ]

        request = await walk.do(
            brother,
            "RequestBlood",
            group="A_POS",
            units=1,
            placeId=f"Place:{place.id}",
            hospital="সদর হাসপাতাল, ওয়ার্ড ৩",
            neededBy=(NOON + timedelta(hours=6)).isoformat(),
            idempotencyKey="k",
        )
        pk = int(request["id"].split(":")[1])
        await inviting.invite_next(pk, at(NOON))
        [asked] = [e["node"] for e in (await walk.ask(giver, "MyDonationOffers"))["edges"]]
        assert (asked["state"], asked["phone"]) == ("INVITED", None)
        assert asked["allowedTransitions"] == ["OFFER", "DECLINE"]
        before = await walk.ask(brother, "BloodRequest", id=request["id"])
        assert before["offers"] == []
        willing = await walk.do(giver, "OfferToGive", donationOfferId=asked["id"])
        assert willing["phone"] is None
        seen = await walk.ask(brother, "BloodRequest", id=request["id"])
        [one] = seen["offers"]
        assert (one["state"], one["group"], one["name"], one["phone"]) == (
            *("WILLING", "A_POS"),
            *(None, None),
        )

        taken = await walk.do(brother, "ConfirmDonor", donationOfferId=asked["id"])
        theirs = await walk.ask(giver, "BloodRequest", id=request["id"])
        gave = await walk.do(brother, "RecordDonation", donationOfferId=asked["id"])
        mine = await walk.ask(giver, "MyBloodDonor")

        assert (taken["name"], taken["phone"]) == ("দাতা", giver.phone)
        assert theirs["myOffer"]["phone"] == brother.phone
        assert theirs["offers"] == []
        assert gave["request"] == {"state": "FULFILLED", "given": 1}
        assert (mine["eligibleOn"], mine["rested"]) == ("2026-09-17", False)
        walk.now = NOON + timedelta(hours=24)
        later = await walk.ask(brother, "BloodRequest", id=request["id"])
        assert [offer["phone"] for offer in later["offers"]] == [None]
        walk.now = NOON
        heard = await walk_events(walk, brother, request["id"])
        assert heard == [
            *("BloodRequested", "DonorsInvited", "DonationOfferMoved", "DonationOfferMoved"),
            *("DonationOfferMoved", "BloodRequestClosed"),
        ]


async def walk_events(walk: Walk, who: Account, request_id: str) -> list[str]:
    """Return what the stream tells from its beginning until the request is closed."""
    told = []
    async with asyncio.timeout(60), aclosing(from_the_start(walk, who, request_id)) as items:
        async for item in items:
            told.append(item["__typename"])
            if told[-1] == "BloodRequestClosed":
                break
    return told


def from_the_start(walk: Walk, who: Account, request_id: str) -> AsyncGenerator[Any, None]:
    """Follow a request from before its first event."""
    cursor = Cursors(b"tests").write(
        Place(epoch=1, seq=0),
        stream=f"blood.request.{request_id.split(':')[1]}",
        audience=str(who.id),
    )
    return walk.listen(who, "BloodRequestEvents", requestId=request_id, after=cursor)


async def test_a_stream_of_a_request_ends_for_a_donor_who_drops_out():
    async with Bus(None) as bus:
        walk = Walk(bus=bus)
        donor = await givers.donor(BloodGroup.B_POS)
        request = await givers.need()
        [offer] = await givers.willing(request)
        account = await donor.account

        stream = from_the_start(walk, account, f"BloodRequest:{request.id}")
        async with asyncio.timeout(60), aclosing(stream) as items:
            first = await anext(items)
            await giving.withdraw(account.id, offer.id)
            rest = [item["__typename"] async for item in items]

    assert first["__typename"] == "BloodRequested"
    assert rest == ["DonorsInvited"]


async def test_a_stranger_finds_no_request_and_no_stream():
    async with Bus(None) as bus:
        walk = Walk(bus=bus)
        request = await givers.need()
        stranger = await factories.person()

        for who in (stranger, None):
            found = await walk.ask(who, "BloodRequest", id=f"BloodRequest:{request.id}")
            assert found is None
        with pytest.raises(AssertionError, match="was not found"):
            await anext(
                walk.listen(stranger, "BloodRequestEvents", requestId=f"BloodRequest:{request.id}")
            )
