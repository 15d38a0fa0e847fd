"""Providers, prices, bookings, sittings, reviews."""

from __future__ import annotations

from hmk_graph.services.booking_models import (
    Booking,
    CalendarFeed,
    Occupancy,
    Quote,
    Review,
    Serial,
    Waiting,
)
from tests import factories
from tests.factories import NOON
from tests.house.trials import Copy
from tests.services import desks

LATER = "2036-05-19T00:00:00Z"
NOBODY = 10**9
COPIES: dict[str, list[Copy]] = {
    "services_price_one_open": [("services_price", {"valid_from": LATER})],
    "services_price_amount": [("services_price", {"amount_paisa": a}) for a in (-100, 150)],
    "services_price_one_at_a_time": [("services_price", {"valid_to": LATER})],
    "services_price_option_minutes": [
        ("services_price_option", {"minutes": minutes}) for minutes in (4, 1_441)
    ],
    "services_provider_one_open": [
        ("services_provider", {}),
        ("services_provider", {"state": "SUSPENDED"}),
    ],
    "services_provider_seats": [("services_provider", {"seats": n}) for n in (0, 51)],
    "services_provider_times": [
        ("services_provider", {"notice_m": -1}),
        ("services_provider", {"horizon_d": 181}),
        ("services_provider", {"buffer_after_m": 241}),
    ],
    "services_provider_closing": [
        ("services_provider", {"closed_from": LATER}),
        ("services_provider", {"closed_from": LATER, "closed_to": LATER}),
    ],
    "services_provider_signal": [("services_provider", {"signal": "FREE"})],
    "services_provider_four_eyes": [
        ("services_provider", {"state": "REJECTED", column: "account_id"})
        for column in ("decided_by_id", "second_officer_id", "ending_asked_by_id")
    ],
    "services_service_verified": [("services_service", {"verified_at": None})],
    "services_occupancy_no_overlap": [
        ("services_occupancy", {}),
        ("services_occupancy", {"busy_until": LATER}),
    ],
    "services_occupancy_ends_after_start": [
        ("services_occupancy", {"seat": 9, "busy_until": "busy_from"})
    ],
    "services_occupancy_of_one": [("services_occupancy", {"seat": 9, "booking_id": None})],
    "services_booking_ends_after_start": [
        ("services_booking", {"uid": "x", "finishes_at": "starts_at"})
    ],
    "services_booking_amounts": [
        ("services_booking", {"uid": "x", "amount_paisa": -1}),
        ("services_booking", {"uid": "x", "fee_paisa": -1}),
        ("services_booking", {"uid": "x", "final_paisa": NOBODY}),
    ],
    "services_booking_code": [
        ("services_booking", {"uid": "x", "code": code}) for code in ("123", "12a4", "")
    ],
    "services_booking_paid": [
        ("services_booking", {"uid": "x", "hold_id": None, "paid_paisa": 1}),
        ("services_booking", {"uid": "x", "hold_id": 8, "paid_paisa": 0}),
    ],
    "services_booking_hold": [("services_booking", {"uid": "x"})],
    "services_waiting_once": [("services_waiting", {})],
    "services_waiting_ends_after_start": [
        ("services_waiting", {"told_at": LATER, "finishes_at": "starts_at"})
    ],
    "services_quote_one_draft": [("services_quote", {"where": "state = 'DRAFT'"})],
    "services_quote_one_sent": [("services_quote", {"where": "state = 'SENT'"})],
    "services_quote_total": [
        ("services_quote", {"state": "EXPIRED", "total_paisa": total}) for total in (0, 150)
    ],
    "services_sitting_ends_after_start": [
        ("services_sitting", {"finishes_at": "starts_at"}),
        ("services_sitting", {"opens_at": LATER}),
    ],
    "services_sitting_capacity": [
        ("services_sitting", {"capacity": 0}),
        ("services_sitting", {"average_m": 0}),
        ("services_sitting", {"now_serving": 21}),
    ],
    "services_serial_number_once": [
        ("services_serial", {"where": "state = 'WAITING'", "citizen_id": NOBODY})
    ],
    "services_serial_one_each": [("services_serial", {"where": "state = 'WAITING'", "number": 99})],
    "services_serial_one_called": [
        ("services_serial", {"where": "state = 'CALLED'", "citizen_id": NOBODY, "number": 98})
    ],
    "services_serial_number_from_one": [("services_serial", {"state": "LEFT", "number": 0})],
    "services_review_once_of_booking": [("services_review", {"where": "booking_id IS NOT NULL"})],
    "services_review_once_of_serial": [("services_review", {"where": "serial_id IS NOT NULL"})],
    "services_review_of_one": [
        ("services_review", {"where": "booking_id IS NOT NULL", "booking_id": None})
    ],
    "services_review_stars": [("services_review", {"stars": stars}) for stars in (0, 6)],
    "services_calendar_feed_secret": [
        ("services_calendar_feed", {"revoked_at": "2026-05-20T00:00:00Z"})
    ],
    "services_calendar_feed_one_live": [("services_calendar_feed", {"secret_hash": "\\x02"})],
}
UPDATES: dict[str, list[str]] = {
    "services_price_append_only": [
        "UPDATE services_price SET amount_paisa = 100",
        "UPDATE services_price SET valid_from = valid_from - interval '1 day'",
        "DELETE FROM services_price",
    ],
}


async def furnish() -> None:
    """Have a row in each table."""
    desk, option = await desks.shop()
    booking = await desks.held(option)
    citizen = await factories.person()
    await Booking.filter(id=booking.id).update(paid_paisa=booking.amount_paisa, hold_id=7)
    await Waiting.create(
        provider=desk,
        option=option,
        citizen=citizen,
        starts_at=booking.starts_at,
        finishes_at=booking.finishes_at,
        created_at=NOON,
    )
    for state in ("DRAFT", "SENT"):
        await Quote.create(booking=booking, state=state, total_paisa=10_000, created_at=NOON)
    sitting = await desks.sitting(desk, option)
    serials = [
        await Serial.create(sitting=sitting, citizen=one, number=number, state=state, taken_at=NOON)
        for number, state, one in (
            (1, "WAITING", citizen),
            (2, "CALLED", await factories.person()),
        )
    ]
    said = {"provider": desk, "citizen": citizen, "by": "CITIZEN", "stars": 5}
    times = {"finished_at": NOON, "written_at": NOON}
    await Review.create(booking=booking, **said, **times)
    await Review.create(serial=serials[0], **said, **times)
    await CalendarFeed.create(account=citizen, secret_hash=b"\x01", created_at=NOON)
    assert await Occupancy.exists()
