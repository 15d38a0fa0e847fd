"""Providers, bookings, quotes, sittings, numbers, reviews, calendars."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.money import taka
from hmk_graph.services import answering
from hmk_graph.services.booking_models import (
    Booking,
    CalendarFeed,
    Quote,
    Review,
    Serial,
)
from hmk_graph.services.models import ProviderState, ServiceState
from tests import factories
from tests.factories import NOON, at
from tests.services import desks

ADDRESS = "গোপন বাড়ি, গোপন সড়ক"
NOTE = "গোপন অনুরোধ"
QUOTED = taka(34_567)
QUOTE_NOTE = "গোপন দরের কথা"
REVIEW = "গোপন মতামত"
PHONES = {"citizen": "+8801899999881", "provider": "+8801899999882"}
HIDDEN_TITLE = "গোপন সেবা"
HIDDEN_NAME = "গোপন সেবাদাতা"
CITIZENS_NAME = "গোপন নাগরিক"
CODE = "0427"
OPEN_TO_ALL = {"holdBooking", "takeSerial", "waitForSlot"}
PUBLIC = {"categoryId", "parentCategoryId", "placeIds"}
KINDS = {
    "categoryId": "ServiceCategory",
    "parentCategoryId": "ServiceCategory",
    "optionId": "PriceOption",
    "calendarId": "CalendarFeed",
    "placeIds": "Place",
}
OWNED = [
    *("services_category", "services_provider", "services_service", "services_price_option"),
    *("services_price", "services_booking", "services_occupancy", "services_quote"),
    *("services_sitting", "services_serial", "services_review", "services_calendar_feed"),
]


async def furnish() -> dict[str, Any]:
    """Make one of everything that has an owner."""
    citizen = await factories.person(CITIZENS_NAME, phone_number=PHONES["citizen"])
    desk = await desks.provider(contact_phone=PHONES["provider"])
    shown = await desks.service(desk)
    option = await desks.option(shown)
    booking = await confirmed(citizen, desk.account_id, option)
    quote = await Quote.create(
        booking=booking,
        state="SENT",
        lines=[{"label": QUOTE_NOTE, "amount": QUOTED}],
        total_paisa=QUOTED,
        note=QUOTE_NOTE,
        created_at=NOON,
        sent_at=NOON,
        expires_at=factories.FOR_EVER,
    )
    clinic = await desks.provider()
    doctor = await desks.option(await desks.service(clinic, slug="doctor"))
    sitting = await desks.sitting(clinic, doctor)
    serial = await Serial.create(sitting=sitting, citizen=citizen, number=1, taken_at=NOON)
    waiting = await desks.provider(state=ProviderState.SUBMITTED, name=HIDDEN_NAME)
    hidden = await desks.service(
        waiting, state=ServiceState.PENDING_REVIEW, title_bn=HIDDEN_TITLE, verified_at=None
    )
    hidden_option = await desks.option(hidden)
    review = await Review.create(
        booking=booking,
        provider=desk,
        citizen=citizen,
        by="CITIZEN",
        stars=4,
        text=REVIEW,
        finished_at=NOON,
        written_at=NOON,
    )
    feed = await CalendarFeed.create(account=citizen, secret_hash=b"h", created_at=NOON)
    return {
        "public": {
            "ServiceCategory": shown.category_id,
            "Provider": desk.id,
            "Service": shown.id,
            "PriceOption": option.id,
            "Sitting": sitting.id,
        },
        "hidden": {
            "Provider": waiting.id,
            "Service": hidden.id,
            "PriceOption": hidden_option.id,
            "Booking": booking.id,
            "Quote": quote.id,
            "Serial": serial.id,
            "Review": review.id,
            "CalendarFeed": feed.id,
        },
        "insiders": {"citizen": citizen.id, "provider": desk.account_id},
        "secrets": {
            "where to come": ADDRESS,
            "a booking's note": NOTE,
            "a quote": str(QUOTED),
            "a quote's note": QUOTE_NOTE,
            "a hidden review": REVIEW,
            "a hidden service": HIDDEN_TITLE,
            "a hidden provider": HIDDEN_NAME,
            "the citizen": CITIZENS_NAME,
            **{f"the {who}'s phone": phone[4:] for who, phone in PHONES.items()},
        },
    }


async def confirmed(citizen: Account, provider_account_id: int, option: Any) -> Booking:
    """Have a citizen booked for tomorrow."""
    booking = await desks.requested(option, citizen)
    await answering.confirm(provider_account_id, booking.id, clock=at(NOON))
    words = {"address": ADDRESS, "note": NOTE, "code": CODE}
    await Booking.filter(id=booking.id).update(**words)
    assert booking.starts_at > NOON + timedelta(hours=1)
    return await Booking.get(id=booking.id)
