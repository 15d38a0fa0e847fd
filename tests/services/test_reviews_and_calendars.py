"""Reviews of what was finished, and calendars at secret addresses."""

from __future__ import annotations

from datetime import timedelta

import icalendar
import pytest

from hmk_graph.errors import NotFound
from hmk_graph.services import (
    answering,
    booking_queries,
    calendar_feeds,
    canceling,
    reviewing,
)
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.errors import (
    NotFinished,
    ReviewFinal,
)
from tests import factories
from tests.factories import NOON, at
from tests.services import desks
from tests.services.desks import TOMORROW_TEN

pytestmark = pytest.mark.usefixtures("db")
WEEK = timedelta(days=7)


async def closed() -> Booking:
    _, option = await desks.shop()
    booking = await desks.requested(option)
    booking.state, booking.changed_at = BookingState.CLOSED, NOON
    await booking.save(update_fields=["state", "changed_at"])
    return await Booking.get(id=booking.id).prefetch_related("provider")


async def read(booking: Booking, now) -> list[str]:
    rows = await (await booking_queries.public_reviews(booking.provider_id, at=now))
    return [row.text for row in rows]


async def test_a_review_is_hidden_until_the_other_side_is_in_and_final_from_then_on():
    booking = await closed()
    mine = {"booking_id": booking.id, "stars": 5, "clock": at(NOON)}

    await reviewing.write(booking.citizen_id, **mine, text="ভালো")
    await reviewing.write(booking.citizen_id, **mine, text="খুব ভালো")
    assert await read(booking, NOON) == []
    await reviewing.write(booking.provider.account_id, **mine)

    assert await read(booking, NOON) == ["খুব ভালো"]
    with pytest.raises(ReviewFinal):
        await reviewing.write(booking.citizen_id, **mine, text="আসলে না")


async def test_a_review_shows_after_a_week_though_the_other_side_kept_silent():
    booking = await closed()
    await reviewing.write(
        booking.citizen_id, booking_id=booking.id, stars=2, text="দেরি", clock=at(NOON)
    )

    assert await read(booking, NOON + WEEK - timedelta(seconds=1)) == []
    assert await read(booking, NOON + WEEK) == ["দেরি"]
    [early] = await reviewing.ratings(NOON, [booking.provider_id])
    [late] = await reviewing.ratings(NOON + WEEK, [booking.provider_id])
    assert (early.count, early.hundredths) == (0, 400)
    assert (late.count, late.hundredths) == (1, 367)


async def test_only_the_two_sides_review_and_only_what_is_closed():
    _, option = await desks.shop()
    booking = await desks.requested(option)
    stranger = await factories.person()
    given = {"booking_id": booking.id, "stars": 5, "clock": at(NOON)}

    with pytest.raises(NotFound):
        await reviewing.write(stranger.id, **given)
    with pytest.raises(NotFinished):
        await reviewing.write(booking.citizen_id, **given)


async def test_a_public_review_gets_one_reply_and_an_officer_may_hide_it():
    booking = await closed()
    owner = booking.provider.account_id
    review = await reviewing.write(
        booking.citizen_id, booking_id=booking.id, stars=1, text="খারাপ", clock=at(NOON)
    )
    with pytest.raises(NotFound):
        await reviewing.reply(owner, review.id, "দুঃখিত", clock=at(NOON))
    later = at(NOON + WEEK)

    await reviewing.reply(owner, review.id, "দুঃখিত", clock=later)
    with pytest.raises(ReviewFinal):
        await reviewing.reply(owner, review.id, "আবার", clock=later)
    with pytest.raises(NotFound):
        await reviewing.hide(owner, review.id, "আমার ভালো লাগেনি")
    await reviewing.hide((await factories.officer()).id, review.id, "গালাগালি আছে এতে")

    assert await read(booking, NOON + WEEK) == []
    [rating] = await reviewing.ratings(NOON + WEEK, [booking.provider_id])
    assert rating.count == 0


async def test_a_calendar_keeps_each_booking_by_one_uid_and_counts_its_changes():
    desk, option = await desks.shop()
    booking = await desks.requested(option)
    await Booking.filter(id=booking.id).update(address="বাড়ি ১২, সড়ক ৩; দোতলা\nডান দিকে " * 4)
    _, secret = await calendar_feeds.open_feed(booking.citizen_id, of_desk=False, clock=at(NOON))
    _, desk_secret = await calendar_feeds.open_feed(desk.account_id, of_desk=True, clock=at(NOON))

    def entry(text: str) -> icalendar.Event:
        [found] = icalendar.Calendar.from_ical(text).walk("VEVENT")
        return found

    asked = entry(await calendar_feeds.read(secret, NOON))
    await answering.confirm(desk.account_id, booking.id, clock=at(NOON))
    sure = entry(await calendar_feeds.read(secret, NOON))
    await canceling.reschedule(
        booking.citizen_id, booking.id, TOMORROW_TEN + timedelta(hours=2), clock=at(NOON)
    )
    await canceling.cancel(
        booking.citizen_id, booking.id, token=await terms(booking), clock=at(NOON)
    )
    off = entry(await calendar_feeds.read(secret, NOON))
    text = await calendar_feeds.read(desk_secret, NOON)

    assert [str(one["STATUS"]) for one in (asked, sure, off)] == [
        *("TENTATIVE", "CONFIRMED", "CANCELLED")
    ]
    assert len({str(one["UID"]) for one in (asked, sure, off, entry(text))}) == 1
    assert [int(one["SEQUENCE"]) for one in (asked, sure, off)] == [1, 2, 4]
    assert asked.start == TOMORROW_TEN
    assert off.start == TOMORROW_TEN + timedelta(hours=2)
    assert str(off["LOCATION"]).startswith("বাড়ি ১২, সড়ক ৩; দোতলা\nডান দিকে")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


async def terms(booking: Booking) -> str:
    row = await Booking.get(id=booking.id)
    offered = canceling.terms_for(row, canceling.Actor.CITIZEN, NOON)
    assert offered is not None
    return offered.token


async def test_a_calendars_address_can_be_taken_back_and_a_new_one_ends_the_old():
    citizen = await factories.person()
    _, old = await calendar_feeds.open_feed(citizen.id, of_desk=False, clock=at(NOON))
    feed, new = await calendar_feeds.open_feed(citizen.id, of_desk=False, clock=at(NOON))

    assert "BEGIN:VCALENDAR" in await calendar_feeds.read(new, NOON)
    with pytest.raises(NotFound):
        await calendar_feeds.read(old, NOON)
    with pytest.raises(NotFound):
        await calendar_feeds.revoke((await factories.person()).id, feed.id, clock=at(NOON))
    await calendar_feeds.revoke(citizen.id, feed.id, clock=at(NOON))
    with pytest.raises(NotFound):
        await calendar_feeds.read(new, NOON)
