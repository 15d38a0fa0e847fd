"""Makes providers, what they offer, and citizens' wishes. Rows are written directly.

An ordinary provider works every day from nine to six in Dhaka, in Niamatpur of Karimganj. `NOON` is
a Wednesday at twelve.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.money import Paisa, taka
from hmk_graph.services import answering, categories, holding, working
from hmk_graph.services.booking_models import Booking, Sitting
from hmk_graph.services.models import (
    Category,
    Price,
    PriceOption,
    Provider,
    ProviderState,
    Service,
    ServiceState,
    Venue,
)
from tests import factories
from tests.factories import NOON, at

PRICE = taka(500)
NINE_TO_SIX = [[9 * 60, 18 * 60]]
WEEK = [NINE_TO_SIX] * 7
TOMORROW_TEN = NOON + timedelta(hours=22)
HOUR = timedelta(hours=1)

_keys = count(1)


def key() -> str:
    """Return an idempotency key that no other call returned."""
    return f"key {next(_keys)}"


async def category(slug: str = "electrician") -> Category:
    """Return a category of the file, which is loaded once."""
    if not await Category.exists():
        await categories.load()
    return await Category.get(slug=slug)


async def provider(account: Account | None = None, **columns: Any) -> Provider:
    """Make a verified provider."""
    where = await factories.union()
    ordinary: dict[str, Any] = {
        "state": ProviderState.VERIFIED,
        "name": "রফিক ইলেকট্রিক",
        "about": "ঘরের সব বৈদ্যুতিক কাজ",
        "contact_phone": factories.phone(),
        "place": where,
        "served": [where.id],
        "reach": list(where.path),
        "hours": WEEK,
        "notice_m": 0,
        "created_at": NOON,
        "submitted_at": NOON,
    }
    owner = account or await factories.person("রফিকুল ইসলাম")
    return await Provider.create(account=owner, **{**ordinary, **columns})


async def service(
    desk: Provider | None = None, *, slug: str = "electrician", **columns: Any
) -> Service:
    """Make a service that is shown, without a price."""
    ordinary: dict[str, Any] = {
        "state": ServiceState.ACTIVE,
        "title_bn": "ঘরের ওয়্যারিং",
        "venue": Venue.PROVIDER,
        "verified_at": NOON,
        "submitted_at": NOON,
        "created_at": NOON,
    }
    return await Service.create(
        provider=desk or await provider(),
        category=await category(slug),
        **{**ordinary, **columns},
    )


async def option(
    offered: Service | None = None,
    *,
    price: Paisa = PRICE,
    minutes: int = 60,
    unit: str = "visit",
    **columns: Any,
) -> PriceOption:
    """Make a price of an hour's visit; without a service, of an electrician's."""
    offered = offered or await service()
    made = await PriceOption.create(
        service=offered, label_bn="এক ঘণ্টার কাজ", unit=unit, minutes=minutes, **columns
    )
    await Price.create(option=made, amount_paisa=price, valid_from=NOON - timedelta(days=1))
    await Service.filter(id=offered.id).update(from_paisa=price)
    return made


async def shop(**columns: Any) -> tuple[Provider, PriceOption]:
    """Make a provider with one service at one price. `columns` are the provider's."""
    desk = await provider(**columns)
    return desk, await option(await service(desk))


def wish(
    wanted: PriceOption, starts_at: datetime = TOMORROW_TEN, price: Paisa = PRICE, **columns: Any
) -> holding.Wish:
    """Wish for an option tomorrow at ten."""
    return holding.Wish(option_id=wanted.id, starts_at=starts_at, price=price, **columns)


async def held(
    wanted: PriceOption,
    citizen: Account | None = None,
    *,
    starts_at: datetime = TOMORROW_TEN,
    now: datetime = NOON,
) -> Booking:
    """Have a citizen hold a time."""
    citizen = citizen or await factories.person("সুমাইয়া আক্তার")
    return await holding.hold(
        citizen.id, wish(wanted, starts_at), idempotency_key=key(), clock=at(now)
    )


async def requested(wanted: PriceOption, citizen: Account | None = None, **when: Any) -> Booking:
    """Have a citizen ask for a time."""
    booking = await held(wanted, citizen, **when)
    now = when.get("now", NOON)
    return await holding.request(booking.citizen_id, booking.id, clock=at(now))


async def sitting(desk: Provider, wanted: PriceOption, **columns: Any) -> Sitting:
    """Make a sitting of twenty numbers, tomorrow from ten to two."""
    ordinary: dict[str, Any] = {
        "day": TOMORROW_TEN.date(),
        "starts_at": TOMORROW_TEN,
        "finishes_at": TOMORROW_TEN + 4 * HOUR,
        "opens_at": NOON - HOUR,
        "capacity": 20,
        "average_m": 10,
        "amount_paisa": PRICE,
    }
    return await Sitting.create(
        provider=desk, service_id=wanted.service_id, option=wanted, **{**ordinary, **columns}
    )


async def confirmed(**columns: Any) -> tuple[Provider, Booking]:
    desk, option = await shop(**columns)
    booking = await requested(option)
    return desk, await answering.confirm(desk.account_id, booking.id, clock=at(NOON))


async def started(**columns: Any) -> tuple[Provider, Booking]:
    desk, booking = await confirmed(**columns)
    booking = await working.start(
        desk.account_id, booking.id, code=booking.code, clock=at(TOMORROW_TEN)
    )
    return desk, booking
