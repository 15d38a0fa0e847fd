"""Two web processes: a switch thrown on one, a booking moved on one, is seen on the other."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import timedelta

from hmk_graph import database
from hmk_graph.clock import database_clock
from hmk_graph.services import holding, rules
from tests import factories
from tests.live.followers import followed, token_of
from tests.services import desks

SWITCH = """
mutation ($input: SwitchAvailabilityInput!) {
  switchAvailability(input: $input) { ... on Provider { id } ... on UserError { code } }
}
"""
WHO_IS_FREE = """
subscription ($category: ID!, $place: ID!) {
  availabilityEvents(categoryId: $category, within: $place) {
    __typename
    ... on AvailabilitySnapshot { free { id } }
    ... on AvailabilityMoved { providerId state believedUntil }
  }
}
"""
BOOKING = """
subscription ($id: ID!) {
  bookingEvents(bookingId: $id) {
    __typename
    ... on BookingSnapshot { seq booking { state } }
    ... on BookingConfirmed { seq }
  }
}
"""
CONFIRM = """
mutation ($input: BookingInput!) {
  confirmBooking(input: $input) { ... on Booking { state } ... on UserError { code } }
}
"""


async def test_a_switch_thrown_on_one_process_is_seen_by_watchers_of_its_place_on_another(
    houses, database_url
):
    first, second = houses
    async with database.connected(database_url, pool_size=4), asyncio.timeout(60):
        desk, option = await desks.shop()
        category = await desks.category()
        await desks.category("barber")
        token = await token_of(desk.account_id)
        upazila = await factories.upazila()
        at_upazila = {"category": f"ServiceCategory:{category.id}", "place": f"Place:{upazila.id}"}
        async with aclosing(followed(second, WHO_IS_FREE, at_upazila)) as seen:
            before = await anext(seen)
            switched = {"input": {"signal": "FREE", "minutes": 120}}
            await first.ask(SWITCH, switched, token=token)
            free = await anext(seen)
            await first.ask(SWITCH, {"input": {"signal": "OFF"}}, token=token)
            off = await anext(seen)
        async with aclosing(followed(second, WHO_IS_FREE, at_upazila)) as newcomer:
            after = await anext(newcomer)

    assert before == {"__typename": "AvailabilitySnapshot", "free": []}
    assert (free["providerId"], free["state"]) == (f"Provider:{desk.id}", "FREE")
    assert (off["state"], after["free"]) == ("OFF", [])
    assert option.service_id


async def test_a_confirmation_on_one_process_reaches_the_citizen_on_another(houses, database_url):
    first, second = houses
    async with database.connected(database_url, pool_size=4), asyncio.timeout(60):
        desk, option = await desks.shop(hours=[[[0, 1440]]] * 7)
        citizen = await factories.person()
        now = await database_clock()
        start = rules.at_minute(rules.day_of(now) + timedelta(days=1), 600)
        booking = await holding.hold(
            citizen.id, desks.wish(option, start), idempotency_key="k", clock=database_clock
        )
        await holding.request(citizen.id, booking.id, clock=database_clock)
        variables = {"id": f"Booking:{booking.id}"}
        theirs = followed(second, BOOKING, variables, await token_of(citizen.id))
        async with aclosing(theirs) as seen:
            snapshot = await anext(seen)
            confirmed = {"input": {"bookingId": f"Booking:{booking.id}"}}
            await first.ask(CONFIRM, confirmed, token=await token_of(desk.account_id))
            told = await anext(seen)

    assert snapshot == {
        "__typename": "BookingSnapshot",
        "seq": 2,
        "booking": {"state": "REQUESTED"},
    }
    assert told == {"__typename": "BookingConfirmed", "seq": 3}
