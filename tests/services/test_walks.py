"""Issue 5, "must show": each category from search to review, as the operations of docs/walks.md.

The operations are read from the document itself: what it tells a front end is what is tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from hmk_graph.accounts.models import Account
from hmk_graph.discovery import indexing
from hmk_graph.media.models import MediaKind
from hmk_graph.money import taka
from hmk_graph.services.models import Category
from realtime.hub import Hub
from schema import root
from schema.context import Context
from schema.cursors import Cursors
from tests import factories
from tests.factories import NOON
from tests.media import files
from tests.services import desks

WALKS = Path(__file__).parents[2] / "docs" / "walks.md"
OPERATIONS = {
    name: text
    for text, name in re.findall(
        r"```graphql\n((?:query|mutation|subscription) (\w+).*?)```", WALKS.read_text(), re.DOTALL
    )
}
SCHEMA = root.build()
DAY = "2026-05-21"
# Who comes to the citizen, or is come to, at a time: the unit of the price, and whether the work
# is priced when it has been seen.
BOOKED = {
    "electrician": ("visit", True),
    "housemaid": ("hour", False),
    "beautician": ("service", False),
    "barber": ("service", False),
    "carpenter": ("job", True),
    "painter": ("square_foot", True),
    "mason": ("job", True),
    "butcher": ("animal", False),
    "cleaner": ("visit", False),
    "cobbler": ("item", False),
    "day-labourer": ("hour", False),
    "driver": ("hour", False),
    "doctor": ("visit", False),
    "lawyer": ("consultation", False),
}
NUMBERED = {"doctor": "visit", "barber": "service", "lawyer": "consultation"}


@dataclass
class Town:
    """Everybody whom a walk needs, and what time it is."""

    owner: Account
    citizen: Account
    officer: Account
    place: str
    now: datetime = NOON

    async def clock(self) -> datetime:
        return self.now

    async def ask(self, who: Account | None, operation: str, **variables: Any) -> Any:
        """Send an operation of the document; return its one field."""
        context = Context(
            clock=self.clock,
            hub=cast(Hub, None),  # nothing here listens to a stream
            cursors=Cursors(b"tests"),
            address="127.0.0.1",
            request_id="r",
            viewer_id=who.id if who else None,
        )
        answer = await SCHEMA.execute(
            OPERATIONS[operation], variable_values=variables, context_value=context
        )
        assert answer.errors is None, (operation, answer.errors)
        assert answer.data is not None
        [value] = answer.data.values()
        return value

    async def do(self, who: Account, operation: str, **given: Any) -> Any:
        """Send a mutation of the document; it is not refused."""
        value = await self.ask(who, operation, input=given)
        assert "code" not in value, value
        return value


@pytest.fixture
async def town(db) -> Town:
    await desks.category()
    place = await factories.union()
    return Town(
        owner=await factories.person("রফিকুল ইসলাম"),
        citizen=await factories.person("সুমাইয়া আক্তার"),
        officer=await factories.officer(),
        place=f"Place:{place.id}",
    )


async def set_up(town: Town, slug: str, unit: str, *, needs_quote: bool) -> dict[str, str]:
    """Apply, offer, price, be verified; return what a citizen finds."""
    categories = {one["slug"]: one for one in await town.ask(None, "Categories")}
    category = categories[slug]
    await town.do(
        town.owner,
        "SaveProvider",
        name="করিমগঞ্জ সেবা",
        contactPhone="01711000111",
        placeId=town.place,
        about="বিশ বছরের অভিজ্ঞতা",
    )
    await town.do(town.owner, "SetHours", week=[[{"opens": 540, "closes": 1080}] for _ in range(7)])
    drafted = await town.do(
        town.owner,
        "DraftService",
        categoryId=category["id"],
        titleBn=f"{category['nameBn']} সেবা",
        venue="CUSTOMER",
        licenceNo="নিবন্ধন ১২৩" if category["needsLicence"] else "",
        idempotencyKey="draft",
    )
    await town.do(
        town.owner,
        "AddPrice",
        serviceId=drafted["id"],
        labelBn="সাধারণ",
        unit=unit,
        minutes=60,
        amount=taka(500),
        needsQuote=needs_quote,
        idempotencyKey="price",
    )
    desk = await town.ask(town.owner, "SubmitProvider")
    await papers_shown(town, desk, category["papers"])
    waiting = await town.ask(town.officer, "ProvidersWaiting")
    assert [edge["node"]["id"] for edge in waiting["edges"]] == [desk["id"]]
    await town.do(town.officer, "DecideProvider", providerId=desk["id"], decision="VERIFY")
    await town.do(town.owner, "SwitchAvailability", signal="FREE", minutes=120)

    wanted = {"categoryId": category["id"], "within": town.place, "freeNow": True}
    found = await town.ask(None, "FindServices", filter=wanted)
    [service] = [edge["node"] for edge in found["edges"]]
    assert service["availability"]["state"] == "FREE"
    return {
        "provider": desk["id"],
        "service": service["id"],
        "option": service["options"][0]["id"],
        "price": service["options"][0]["amount"],
    }


async def papers_shown(town: Town, desk: dict[str, Any], needed: list[str]) -> None:
    """Be refused for want of papers, if the category needs some, and show them."""
    assert desk["missingPapers"] == needed
    if not needed:
        return
    verify = {"providerId": desk["id"], "decision": "VERIFY"}
    refused = await town.ask(town.officer, "DecideProvider", input=verify)
    assert (refused["code"], refused["missing"]) == ("PAPERS_MISSING", needed)
    papers = [await files.ready(town.owner, MediaKind(kind)) for kind in needed]
    media = [{"mediaId": f"Media:{paper.id}", "alt": "কাগজ"} for paper in papers]
    await town.do(town.owner, "ShowPapers", media=media)


async def quoted(town: Town, booking_id: str) -> int:
    """Price the work that was looked at, and have the price accepted."""
    quote = await town.do(
        town.owner,
        "WriteQuote",
        bookingId=booking_id,
        lines=[{"label": "তার", "amount": taka(700)}, {"label": "মজুরি", "amount": taka(800)}],
        idempotencyKey="quote",
    )
    await town.do(town.owner, "SendQuote", quoteId=quote["id"])
    await town.do(town.citizen, "AcceptQuote", quoteId=quote["id"])
    return taka(1_500)


@pytest.mark.parametrize("slug", BOOKED)
async def test_a_service_is_found_booked_done_and_reviewed(town: Town, slug: str):
    unit, needs_quote = BOOKED[slug]
    found = await set_up(town, slug, unit, needs_quote=needs_quote)
    times = await town.ask(
        None, "FreeTimes", id=found["service"], optionId=found["option"], day=DAY
    )
    wish = {
        "optionId": found["option"],
        "price": found["price"],
        "startsAt": times["freeStarts"][2],
        "placeId": town.place,
        "address": "চরপাড়া, মসজিদের পাশে",
    }

    booking = await town.do(town.citizen, "HoldBooking", **wish, idempotencyKey="hold")
    await town.do(town.citizen, "RequestBooking", bookingId=booking["id"])
    await town.do(town.owner, "ConfirmBooking", bookingId=booking["id"])
    mine = await town.ask(town.citizen, "Booking", id=booking["id"])
    theirs = await town.ask(town.owner, "Booking", id=booking["id"])
    assert (mine["phone"], theirs["phone"]) == ("+8801711000111", town.citizen.phone)
    assert (len(mine["startCode"]), theirs["startCode"]) == (4, None)
    town.now = datetime.fromisoformat(mine["startsAt"])
    await town.do(town.owner, "StartBooking", bookingId=booking["id"], code=mine["startCode"])
    amount = await quoted(town, booking["id"]) if needs_quote else found["price"]
    await town.do(town.owner, "FinishBooking", bookingId=booking["id"], amount=amount)
    await town.do(town.citizen, "CloseBooking", bookingId=booking["id"])
    await town.do(town.citizen, "WriteReview", bookingId=booking["id"], stars=5, text="চমৎকার")
    hidden = await town.ask(None, "Reviews", id=found["provider"])
    await town.do(town.owner, "WriteReview", bookingId=booking["id"], stars=4)
    said = await town.ask(None, "Reviews", id=found["provider"])
    rated = await town.ask(None, "Provider", id=found["provider"])

    assert hidden["edges"] == []
    assert [edge["node"]["text"] for edge in said["edges"]] == ["চমৎকার"]
    assert rated["rating"] == {"hundredths": 417, "count": 1}
    ended = await town.ask(town.citizen, "Booking", id=booking["id"])
    assert (ended["state"], ended["finalAmount"]) == ("CLOSED", amount)


@pytest.mark.parametrize("slug", NUMBERED)
async def test_a_number_is_taken_called_served_and_reviewed(town: Town, slug: str):
    found = await set_up(town, slug, NUMBERED[slug], needs_quote=False)
    begins = NOON + timedelta(hours=3)

    sitting = await town.do(
        town.owner,
        "PlanSitting",
        optionId=found["option"],
        startsAt=begins.isoformat(),
        finishesAt=(begins + timedelta(hours=3)).isoformat(),
        capacity=20,
        averageMinutes=10,
        idempotencyKey="sitting",
    )
    coming = await town.ask(None, "Sittings", serviceId=found["service"])
    assert [edge["node"]["id"] for edge in coming["edges"]] == [sitting["id"]]
    neighbor = await factories.person("পাশের জন")
    first = await town.do(neighbor, "TakeSerial", sittingId=sitting["id"], idempotencyKey="serial")
    serial = await town.do(
        town.citizen, "TakeSerial", sittingId=sitting["id"], idempotencyKey="serial"
    )
    assert (first["number"], serial["number"], serial["ahead"]) == (1, 2, 1)
    assert serial["expectedAt"] == "2026-05-20T09:10:00Z"
    town.now = begins
    await town.do(town.owner, "BeginSitting", sittingId=sitting["id"])
    await town.do(town.owner, "CallNext", sittingId=sitting["id"])
    town.now += timedelta(minutes=4)
    serving = await town.do(town.owner, "CallNext", sittingId=sitting["id"])
    # Nobody waits: the last one is served all the same.
    last = await town.ask(town.owner, "CallNext", input={"sittingId": sitting["id"]})
    mine = await town.ask(town.citizen, "MySerials")
    await town.do(town.citizen, "WriteReview", serialId=serial["id"], stars=5, text="ভালো")

    assert (serving["nowServing"], serving["meanSeconds"]) == (2, 240)
    assert last["code"] == "NOBODY_WAITS"
    assert mine["edges"][0]["node"]["state"] == "SERVED"


async def test_a_booking_is_paid_ahead_and_its_time_waited_for(town: Town):
    found = await set_up(town, "electrician", "visit", needs_quote=True)
    times = await town.ask(
        None, "FreeTimes", id=found["service"], optionId=found["option"], day=DAY
    )
    at_ten = times["freeStarts"][2]
    held = await town.do(
        town.citizen,
        "HoldBooking",
        optionId=found["option"],
        price=found["price"],
        startsAt=at_ten,
        placeId=town.place,
        idempotencyKey="hold",
    )
    neighbor = await factories.person("পাশের জন")

    due = await town.do(town.citizen, "PayBookingOnline", bookingId=held["id"])
    waits = await town.do(neighbor, "WaitForSlot", optionId=found["option"], startsAt=at_ten)
    theirs = await town.ask(town.owner, "PayBookingOnline", input={"bookingId": held["id"]})
    strangers = await town.ask(neighbor, "PayBookingOnline", input={"bookingId": held["id"]})

    assert (due["state"], due["payment"]["due"], due["paidAhead"]) == ("HELD", taka(500), 0)
    assert due["dueAt"] == due["payment"]["expiresAt"]
    assert waits["startsAt"] == at_ten
    assert (theirs["code"], strangers["code"]) == ("NOT_FOUND", "NOT_FOUND")


async def test_one_search_leads_to_what_is_called_or_given(town: Town):
    await indexing.rebuild()

    found = {
        text: (await town.ask(None, "Search", text=text, place=town.place))["edges"][0]["node"]
        for text in ("অ্যাম্বুলেন্স", "রক্ত")
    }

    assert found["অ্যাম্বুলেন্স"]["tripKinds"] == ["AMBULANCE"]
    assert found["রক্ত"]["ways"] == ["DONATION"]


async def test_every_category_of_the_list_is_walked_or_has_its_walk_elsewhere(town: Town):
    """What is dispatched, rented or given has its walk where that is done."""
    elsewhere = {"TRIP", "RENTAL", "DONATION"}
    rest = await Category.filter(parent_id=None).exclude(slug__in=list(BOOKED))

    assert {one.slug for one in rest if not elsewhere & set(one.ways)} == set()
    numbered = await Category.filter(ways__contains=["SERIAL"])
    assert {one.slug for one in numbered} == set(NUMBERED)


def test_the_document_names_every_operation_once():
    text = WALKS.read_text()

    assert len(OPERATIONS) == text.count("```graphql")
