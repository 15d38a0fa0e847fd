"""A citizen holds a time for ten minutes, then asks for it; what is not asked for falls free."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from hmk_graph import deadlines
from hmk_graph.accounts import access, residence
from hmk_graph.accounts.models import Account, AccountState
from hmk_graph.accounts.rules import line_of, text_of
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput, NotFound
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.services import (
    booking_keeping,
    charging,
    desk_keeping,
    freeing,
    occupying,
    pricing,
    rules,
)
from hmk_graph.services.booking_keeping import facts, told
from hmk_graph.services.booking_models import Booking, BookingState
from hmk_graph.services.errors import (
    NotBookable,
    NotServedThere,
    OptionPriceChanged,
    OutsideHours,
    OutsideWindow,
    OwnService,
    TimeIsUp,
    TooManyHolds,
)
from hmk_graph.services.events import (
    BookingConfirmed,
    BookingExpired,
    BookingHeld,
    BookingRequested,
)
from hmk_graph.services.machines import Actor, BookingCommand
from hmk_graph.services.models import (
    Category,
    PriceOption,
    Provider,
    Service,
    ServiceState,
    SpecialDay,
    Venue,
    Way,
)

LONGEST_ADDRESS = 300
LONGEST_NOTE = 1_000


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a citizen wants: when, how much of it, where. `price` is the unit's that he saw.

    `place_id` is needed where the provider comes to the citizen.
    """

    option_id: int
    starts_at: datetime
    price: Paisa
    quantity: int = 1
    seats: int = 1
    place_id: int | None = None
    address: str = ""
    note: str = ""


@whole_command
async def hold(citizen_id: int, wish: Wish, *, idempotency_key: str, clock: Clock) -> Booking:
    """Hold a time for ten minutes.

    Raises:
        NotFound: There is no such price of a service that can be booked.
        NotBookable: The service or its provider takes nobody now.
        OwnService: It is the person's own.
        OptionPriceChanged: The price is another than the person saw.
        OutsideWindow: It is too soon or too far off. OutsideHours: Nobody works then.
        NotServedThere: The provider does not come to that place.
        SlotTaken: Somebody else has the time. TooManyHolds: The person holds two already.
        BadInput: A number or text is at fault, or the place is missing.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=citizen_id, command_id=idempotency_key) as events:
        given = {**vars(wish), "starts_at": wish.starts_at.isoformat()}
        earlier = await recall(citizen_id, "holdBooking", idempotency_key, **given)
        if earlier is not None:
            return await Booking.get(id=earlier["booking_id"])
        # Locked, so that two holds at once are counted one after the other.
        await access.acting_locked(citizen_id)
        provider = await desk_keeping.locked(await pricing.provider_of(wish.option_id))
        # Read under the lock: a price is not another by the time it is booked.
        option, price = await pricing.price_now(wish.option_id)
        service = await Service.get(id=option.service_id)
        now = await clock()
        lapsed = await let_lapse(provider, now)
        await _check_service(citizen_id, service, provider, wish.starts_at)
        await _check_holds(citizen_id, now)
        if wish.price != price:
            raise OptionPriceChanged(price)
        columns = await _weighed(wish, option, service, provider, now)
        booking = await _written(citizen_id, service, provider, columns, price, now)
        await occupying.take_for_booking(provider, booking)
        await deadlines.arm(booking_keeping.EXPIRE, booking.id, now + rules.HOLD_LASTS)
        held = BookingHeld(**facts(booking), held_until=now + rules.HOLD_LASTS)
        events += [*told(booking, held), *await tell_of_lapsed(lapsed, now)]
        await remember(citizen_id, "holdBooking", idempotency_key, {"booking_id": booking.id})
    return booking


@whole_command
async def request(citizen_id: int, booking_id: int, *, clock: Clock) -> Booking:
    """Ask for the time that one holds; some providers say yes to all at once.

    Asking twice is no matter.

    Raises:
        NotFound: There is no such booking of the person's.
        TimeIsUp: The ten minutes are over. StaleState: It is no longer held.
        NotBookable: The provider takes nobody now.
        NotAllowed, NotSignedIn, AccountSuspended: The person may not do this.
    """
    async with transaction(actor_id=citizen_id) as events:
        table = await booking_keeping.locked_for(citizen_id, booking_id)
        booking, provider = table.booking, table.provider
        if table.actor is Actor.CITIZEN and booking.state in (
            BookingState.REQUESTED,
            BookingState.CONFIRMED,
        ):
            return booking
        now = await clock()
        if booking.state is BookingState.HELD and booking.due_at and now >= booking.due_at:
            raise TimeIsUp
        service = await Service.get(id=booking.service_id)
        await _check_service(citizen_id, service, provider, booking.starts_at)
        due = rules.respond_by(now, booking.starts_at)
        await booking_keeping.move(
            booking, BookingCommand.REQUEST, table.actor, now=now, due_at=due
        )
        events += told(booking, BookingRequested(**facts(booking), respond_by=due))
        events += await confirm_at_once(booking, provider, now)
    return booking


async def confirm_at_once(booking: Booking, provider: Provider, now: datetime) -> list[Event]:
    """Confirm a locked booking by itself, if its provider has set so; return what happened."""
    if not provider.instant:
        return []
    await booking_keeping.move(booking, BookingCommand.CONFIRM, Actor.HOUSE, now=now)
    return told(booking, BookingConfirmed(**facts(booking)))


async def let_lapse(provider: Provider, now: datetime) -> list[Booking]:
    """Let go what is held past its time, so that it is not in the way; the provider is locked.

    A violated constraint would end the transaction: what is overdue goes first (rules.md 2.3).
    `tell_of_lapsed` belongs after it, once whoever came has his time.
    """
    overdue = Booking.select_for_update(no_key=True).filter(
        provider_id=provider.id, state=BookingState.HELD, due_at__lte=now
    )
    lapsed = await overdue.order_by("id")
    for booking in lapsed:
        await booking_keeping.move(booking, BookingCommand.EXPIRE, Actor.CLOCK, now=now)
    return lapsed


async def tell_of_lapsed(lapsed: Sequence[Booking], now: datetime) -> list[Event]:
    """Tell of holds that were let lapse, and of their times to who wants what is left of them."""
    happened: list[Event] = []
    for booking in lapsed:
        happened += await _expired(booking, [], now)
    return happened


@whole_command
async def expire(booking_id: int, clock: Clock) -> datetime | None:
    """Let a hold or an unanswered request go when its time has come."""
    async with transaction() as events:
        booking = await booking_keeping.locked(booking_id)
        if booking.state not in (BookingState.HELD, BookingState.REQUESTED):
            return None
        now = await clock()
        if booking.due_at is not None and now < booking.due_at:
            return booking.due_at
        events += await _expire(booking, now)
    return None


async def _expire(booking: Booking, now: datetime) -> list[Event]:
    asked = booking.state is BookingState.REQUESTED
    await booking_keeping.move(booking, BookingCommand.EXPIRE, Actor.CLOCK, now=now)
    others = await booking_keeping.alternatives(booking) if asked else []
    return await _expired(booking, others, now)


async def _expired(booking: Booking, others: list[int], now: datetime) -> list[Event]:
    return [
        *await charging.settle(booking, Paisa(0), now),
        *told(booking, BookingExpired(**facts(booking), alternative_ids=others)),
        *await freeing.tell_of(booking, now),
    ]


async def _check_service(
    citizen_id: int, service: Service, provider: Provider, at: datetime
) -> None:
    if provider.account_id == citizen_id:
        raise OwnService
    check_shown(service)
    working = desk_keeping.is_working(provider, at)
    able = await Account.exists(id=provider.account_id, state=AccountState.ACTIVE)
    if service.state is not ServiceState.ACTIVE or not working or not able:
        raise NotBookable


def check_shown(service: Service) -> None:
    """Let nobody learn of a service that an officer has not let be shown.

    Raises:
        NotFound: It is one.
    """
    if service.verified_at is None or service.state is ServiceState.PENDING_REVIEW:
        raise NotFound


async def _check_holds(citizen_id: int, now: datetime) -> None:
    held = Booking.filter(citizen_id=citizen_id, state=BookingState.HELD, due_at__gt=now)
    if await held.count() >= rules.MOST_HOLDS:
        raise TooManyHolds(most=rules.MOST_HOLDS)


async def _weighed(
    wish: Wish, option: PriceOption, service: Service, provider: Provider, now: datetime
) -> dict[str, Any]:
    """Return a wish as columns, once it is sure that time, number and place are possible."""
    category = await Category.get(id=service.category_id)
    if Way.BOOKING not in category.ways:
        raise NotFound
    most = min(rules.MOST_PARTY, provider.seats) if category.group_booking else 1
    quantity = rules.count_of(wish.quantity, "quantity", least=1, most=rules.MOST_QUANTITY)
    seats = rules.count_of(wish.seats, "seats", least=1, most=most)
    finishes_at = rules.finish_of(wish.starts_at, minutes=option.minutes, quantity=quantity)
    await check_time(provider, wish.starts_at, finishes_at, now)
    return {
        "option_id": option.id,
        "starts_at": wish.starts_at,
        "finishes_at": finishes_at,
        "quantity": quantity,
        "seats": seats,
        "place_id": await _checked_place(wish, service, provider),
        "address": line_of(wish.address, "address", longest=LONGEST_ADDRESS, shortest=0),
        "note": text_of(wish.note, "note", longest=LONGEST_NOTE),
    }


async def check_time(
    provider: Provider, starts_at: datetime, finishes_at: datetime, now: datetime
) -> None:
    """Refuse a time that is too soon, too far off, or outside a provider's hours.

    Raises:
        OutsideWindow, OutsideHours, BadInput: As for `hold`.
    """
    if starts_at.second or starts_at.microsecond or starts_at.minute % rules.STARTS_ON_M:
        raise BadInput(
            "startsAt", why_bn="৫ মিনিটের ঘরে সময় দিন।", why_en="start on a whole five minutes."
        )
    earliest, latest = window(provider, now)
    if not earliest <= starts_at <= latest:
        raise OutsideWindow(earliest=earliest, latest=latest)
    day = rules.day_of(starts_at)
    special = await SpecialDay.get_or_none(provider_id=provider.id, day=day)
    spans = rules.spans_of(day, provider.hours, special.spans if special else None)
    if not rules.is_within(spans, (starts_at, finishes_at)):
        raise OutsideHours


def window(provider: Provider, now: datetime) -> rules.Span:
    """Return from when to when a booking made now may begin."""
    return (
        now + timedelta(minutes=provider.notice_m),
        now + timedelta(days=provider.horizon_d),
    )


async def _checked_place(wish: Wish, service: Service, provider: Provider) -> int | None:
    if service.venue is Venue.PROVIDER:
        return None
    if wish.place_id is None:
        raise BadInput("placeId", why_bn="কোথায় আসতে হবে, তা দিন।", why_en="say where to come.")
    path = await residence.path_of(wish.place_id)
    if not set(path) & set(provider.served):
        raise NotServedThere
    return wish.place_id


async def _written(
    citizen_id: int,
    service: Service,
    provider: Provider,
    columns: dict[str, Any],
    price: Paisa,
    now: datetime,
) -> Booking:
    amount = rules.price_of(price, quantity=columns["quantity"], seats=columns["seats"])
    return await Booking.create(
        provider_id=provider.id,
        service_id=service.id,
        citizen_id=citizen_id,
        amount_paisa=amount,
        ceiling_paisa=amount,
        code=f"{secrets.randbelow(10_000):04d}",
        uid=f"{uuid4()}@hmk-graph",
        due_at=now + rules.HOLD_LASTS,
        created_at=now,
        changed_at=now,
        **columns,
    )
