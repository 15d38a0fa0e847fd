"""Reviews: only of what was finished, by both sides, hidden until both are in or a week is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tortoise.connection import get_connection

from hmk_graph.accounts import access, residence
from hmk_graph.accounts.rules import reason_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import transaction, whole_command
from hmk_graph.services import rules
from hmk_graph.services.booking_models import (
    Booking,
    BookingState,
    Review,
    Serial,
    SerialState,
    Side,
    Sitting,
)
from hmk_graph.services.errors import NotFinished, ReviewFinal
from hmk_graph.services.events import ReviewReceived
from hmk_graph.services.models import Provider

LONGEST_TEXT = 2_000


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is reviewed: a booking or a number; whose it was, and when it was finished.

    `finished_at` None: it is not finished, or came to nothing.
    """

    booking_id: int | None
    serial_id: int | None
    provider: Provider
    citizen_id: int
    finished_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Rating:
    """The Bayesian mean in hundredths of a star, and of how many public reviews."""

    hundredths: int
    count: int


@whole_command
async def write(
    person_id: int,
    *,
    booking_id: int | None = None,
    serial_id: int | None = None,
    stars: int,
    text: str = "",
    clock: Clock,
) -> Review:
    """Say what one thinks of the other side, 1 to 5 stars; anew as long as nobody can read it.

    Raises:
        NotFound: There is no such booking or number of the person's.
        NotFinished: It is not finished. ReviewFinal: The review can be read already.
        BadInput: Stars or text are at fault, or it is not one thing that is reviewed.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    rules.count_of(stars, "stars", least=1, most=5)
    said = text_of(text, "text", longest=LONGEST_TEXT)
    async with transaction(actor_id=person_id) as events:
        await access.acting(person_id)
        subject = await _locked_subject(booking_id, serial_id)
        by = _side(person_id, subject)
        if subject.finished_at is None:
            raise NotFinished
        now = await clock()
        same = Review.filter(booking_id=booking_id, serial_id=serial_id)
        earlier = {review.by: review for review in await same}
        # After a week one may still write; it is final at once.
        both_in = len(earlier) == len(Side)
        if by in earlier and rules.is_public(subject.finished_at, both_in=both_in, now=now):
            raise ReviewFinal
        review = await _put(earlier.get(by), subject, by, stars, said, now)
        other = next((one for side, one in earlier.items() if side is not by), None)
        if other is not None:
            for account_id, known in (
                (person_id, other),
                (_account_of(subject, other.by), review),
            ):
                events.append(ReviewReceived(account_id=account_id, review_id=known.id))
    return review


@whole_command
async def reply(account_id: int, review_id: int, text: str, *, clock: Clock) -> Review:
    """Answer a review of oneself in public, once.

    Raises:
        NotFound: There is no such review that can be read and is of the person.
        ReviewFinal: It was answered already. BadInput: The text is empty or too long.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    said = text_of(text, "text", longest=LONGEST_TEXT)
    if not said:
        raise BadInput("text", why_bn="উত্তর লিখুন।", why_en="write an answer.")
    async with transaction(actor_id=account_id):
        await access.acting(account_id)
        review = await locked(review_id)
        now = await clock()
        public = await are_public([review], now)
        provider = await Provider.get(id=review.provider_id)
        reviewed = provider.account_id if review.by is Side.CITIZEN else review.citizen_id
        if reviewed != account_id or not public[0] or review.hidden_by_id is not None:
            raise NotFound
        if review.replied_at is not None:
            raise ReviewFinal
        review.reply, review.replied_at = said, now
        await review.save(update_fields=["reply", "replied_at"])
    return review


@whole_command
async def hide(officer_id: int, review_id: int, reason: str) -> Review:
    """Hide a review as an officer of the provider's place; it counts no more.

    Raises:
        NotFound: There is no such review in the officer's area, or he is one of its sides.
        ReasonTooShort, BadInput: The reason is at fault.
        NotSignedIn, AccountSuspended: The officer may not act.
    """
    said = reason_of(reason)
    async with transaction(actor_id=officer_id):
        await access.acting(officer_id)
        review = await locked(review_id)
        provider = await Provider.get(id=review.provider_id)
        path = await residence.path_of(provider.place_id)
        if officer_id in (provider.account_id, review.citizen_id):
            raise NotFound
        if not await access.is_officer_of(officer_id, path):
            raise NotFound
        review.hidden_by_id, review.hidden_reason = officer_id, said
        await review.save(update_fields=["hidden_by_id", "hidden_reason"])
    return review


async def ratings(at: datetime, provider_ids: Sequence[int]) -> list[Rating]:
    """Return how citizens rate each provider, from the public reviews alone."""
    rows = await get_connection("default").execute_query_dict(
        _RATINGS, [list(provider_ids), at - rules.REVIEW_HIDDEN]
    )
    found = {row["provider_id"]: (int(row["stars"]), int(row["many"])) for row in rows}
    return [
        Rating(hundredths=rules.bayesian_hundredths(stars, many), count=many)
        for stars, many in (found.get(provider_id, (0, 0)) for provider_id in provider_ids)
    ]


async def are_public(reviews: Sequence[Review], at: datetime) -> list[bool]:
    """Say of each review whether everybody can read it."""
    rows = await get_connection("default").execute_query_dict(
        _BOTH_IN,
        [[one.booking_id or 0 for one in reviews], [one.serial_id or 0 for one in reviews]],
    )
    both = {(row["booking_id"], row["serial_id"]) for row in rows}
    return [
        rules.is_public(one.finished_at, both_in=(one.booking_id, one.serial_id) in both, now=at)
        for one in reviews
    ]


async def public_ids(provider_id: int, at: datetime) -> list[int]:
    """Return the ids of all that citizens said in public of a provider and no officer hid."""
    rows = await get_connection("default").execute_query_dict(
        f"SELECT r.id FROM services_review r WHERE r.provider_id = $1 AND r.by = 'CITIZEN'"
        f" AND r.hidden_by_id IS NULL AND ({_IS_PUBLIC})",
        [provider_id, at - rules.REVIEW_HIDDEN],
    )
    return [row["id"] for row in rows]


async def locked(review_id: int) -> Review:
    """Lock a review until the transaction ends.

    Raises:
        NotFound: There is no such review.
    """
    review = await Review.select_for_update(no_key=True).get_or_none(id=review_id)
    if review is None:
        raise NotFound
    return review


async def _locked_subject(booking_id: int | None, serial_id: int | None) -> Subject:
    """Lock what is reviewed, so that of the two sides' reviews one is the second."""
    if (booking_id is None) == (serial_id is None):
        raise BadInput(
            "bookingId", why_bn="একটি বেছে নিন।", why_en="give a booking or a serial, one of them."
        )
    if booking_id is not None:
        booking = await Booking.select_for_update(no_key=True).get_or_none(id=booking_id)
        if booking is None:
            raise NotFound
        closed = booking.state is BookingState.CLOSED
        return Subject(
            booking_id=booking.id,
            serial_id=None,
            provider=await Provider.get(id=booking.provider_id),
            citizen_id=booking.citizen_id,
            finished_at=booking.changed_at if closed else None,
        )
    serial = await Serial.select_for_update(no_key=True).get_or_none(id=serial_id)
    if serial is None:
        raise NotFound
    sitting = await Sitting.get(id=serial.sitting_id)
    served = serial.state is SerialState.SERVED
    return Subject(
        booking_id=None,
        serial_id=serial.id,
        provider=await Provider.get(id=sitting.provider_id),
        citizen_id=serial.citizen_id,
        finished_at=serial.served_at if served else None,
    )


def _side(person_id: int, subject: Subject) -> Side:
    if subject.citizen_id == person_id:
        return Side.CITIZEN
    if subject.provider.account_id == person_id:
        return Side.PROVIDER
    raise NotFound


def _account_of(subject: Subject, side: Side) -> int:
    return subject.citizen_id if side is Side.CITIZEN else subject.provider.account_id


async def _put(
    earlier: Review | None, subject: Subject, by: Side, stars: int, said: str, now: datetime
) -> Review:
    if earlier is not None:
        earlier.stars, earlier.text, earlier.written_at = stars, said, now
        await earlier.save(update_fields=["stars", "text", "written_at"])
        return earlier
    return await Review.create(
        booking_id=subject.booking_id,
        serial_id=subject.serial_id,
        provider_id=subject.provider.id,
        citizen_id=subject.citizen_id,
        by=by,
        stars=stars,
        text=said,
        finished_at=subject.finished_at,
        written_at=now,
    )


_IS_PUBLIC = """
r.finished_at <= $2 OR EXISTS (
    SELECT 1 FROM services_review o WHERE o.by <> r.by
    AND (o.booking_id = r.booking_id OR o.serial_id = r.serial_id))
"""
_RATINGS = f"""
SELECT r.provider_id, sum(r.stars) AS stars, count(*) AS many FROM services_review r
WHERE r.provider_id = ANY($1) AND r.by = 'CITIZEN' AND r.hidden_by_id IS NULL AND ({_IS_PUBLIC})
GROUP BY r.provider_id
"""
_BOTH_IN = """
SELECT booking_id, serial_id FROM services_review
WHERE booking_id = ANY($1) OR serial_id = ANY($2)
GROUP BY booking_id, serial_id HAVING count(*) = 2
"""
