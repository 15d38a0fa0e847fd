"""A person opens a shop in three steps: draft it, publish it, pause it when need be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tortoise.exceptions import IntegrityError

from hmk_graph.accounts import access, residence
from hmk_graph.accounts import rules as lines
from hmk_graph.clock import Clock
from hmk_graph.errors import BadInput
from hmk_graph.event_log import Event, transaction, whole_command
from hmk_graph.idempotency import recall, remember
from hmk_graph.money import Paisa
from hmk_graph.shops import rules, shop_keeping
from hmk_graph.shops.errors import ShopAddressTaken, ShopIncomplete, ShopStillOwing
from hmk_graph.shops.events import ShopDescribed, ShopMoved
from hmk_graph.shops.machines import SHOP, Actor, ShopCommand
from hmk_graph.shops.models import Product, ProductState, Shop
from hmk_graph.stepping import step, violated

OPERATION = "openShop"
# rules.md 2.1: officers mean to decide within three working days; Friday and Saturday are none.
DECIDED_WITHIN = timedelta(days=5)
ADDRESSES = ("shops_shop_slug_key", "shops_shop_host_key")
LONGEST_AWAY = timedelta(days=183)
LONGEST_ABOUT = 2_000
FREE = Paisa(0)


@dataclass(frozen=True, kw_only=True)
class Sign:
    """What a shop says of itself. `host` empty: it has no name of its own on the network."""

    slug: str
    name_bn: str
    phone: str
    place_id: int
    name_en: str = ""
    about: str = ""
    address: str = ""
    host: str = ""
    primary_color: str = "#0b6e4f"
    accent_color: str = "#f2a541"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """How a shop brings goods and takes money; `week` as in `Shop.hours`, [] for at all times."""

    week: Sequence[Sequence[Sequence[int]]] = ()
    delivers: bool = True
    delivery: Paisa = FREE
    pickup: bool = True
    takes_cash: bool = True


@whole_command
async def open_shop(owner_id: int, sign: Sign, *, idempotency_key: str, clock: Clock) -> Shop:
    """Draft a shop. A person who has one already gets that one described anew.

    Raises:
        ShopAddressTaken, ShopAddressReserved: The slug or host is another's.
        PhoneNotValid, NotAHome, NotFound, BadInput: What it says of itself is at fault.
        NotSignedIn, AccountSuspended: The person may not act.
        IdempotencyConflict, InProgress: The key was used before, or its twin is at work.
    """
    async with transaction(actor_id=owner_id, command_id=idempotency_key) as events:
        earlier = await recall(owner_id, OPERATION, idempotency_key, **vars(sign))
        if earlier is not None:
            return await Shop.get(id=earlier["shop_id"])
        await access.acting_locked(owner_id)
        columns = await _columns(sign)
        shop = (
            await Shop.select_for_update(no_key=True)
            .filter(owner_id=owner_id, state__not_in=list(shop_keeping.OVER))
            .first()
        )
        with _addresses_free():
            if shop is None:
                shop = await Shop.create(owner_id=owner_id, created_at=await clock(), **columns)
            else:
                await shop_keeping.write(shop, **columns)
        events.append(ShopDescribed(shop_id=shop.id))
        await remember(owner_id, OPERATION, idempotency_key, {"shop_id": shop.id})
    return shop


@whole_command
async def describe(owner_id: int, sign: Sign) -> Shop:
    """Have one's shop say something else of itself; it stays open meanwhile.

    Raises:
        NotFound: The person has no shop, or there is no such place.
        ShopAddressTaken, ShopAddressReserved: The slug or host is another's.
        PhoneNotValid, NotAHome, BadInput: What it says of itself is at fault.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        columns = await _columns(sign)
        with _addresses_free():
            await shop_keeping.write(shop, **columns)
        events.append(ShopDescribed(shop_id=shop.id))
    return shop


@whole_command
async def set_terms(owner_id: int, terms: Terms) -> Shop:
    """Say when one's shop is open, how it brings goods, and whether it takes cash.

    Raises:
        NotFound: The person has no shop.
        BadInput: The hours or the price of delivery are at fault, or goods would go nowhere.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    if not (terms.delivers or terms.pickup):
        raise BadInput(
            "pickup",
            why_bn="পৌঁছে দেওয়া বা এসে নেওয়া, একটি অন্তত রাখুন।",
            why_en="bring goods, or have them fetched.",
        )
    columns = {
        "hours": rules.week_of(terms.week) if terms.week else [],
        "delivers": terms.delivers,
        "delivery_paisa": rules.price_of(terms.delivery, "deliveryFee", least=0),
        "pickup": terms.pickup,
        "takes_cash": terms.takes_cash,
    }
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        await shop_keeping.write(shop, **columns)
        events.append(ShopDescribed(shop_id=shop.id))
    return shop


@whole_command
async def go_on_holiday(
    owner_id: int, closed_from: datetime | None, closed_to: datetime | None, *, clock: Clock
) -> Shop:
    """Take no orders for a time; both None: be back.

    Raises:
        NotFound: The person has no shop.
        BadInput: The time is over, upside down, or longer than half a year.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        now = await clock()
        if closed_from is not None or closed_to is not None:
            _check_holiday(closed_from, closed_to, now)
        await shop_keeping.write(shop, closed_from=closed_from, closed_to=closed_to)
        events.append(ShopDescribed(shop_id=shop.id))
    return shop


@whole_command
async def move(owner_id: int, command: ShopCommand, *, clock: Clock) -> Shop:
    """Publish one's shop, pause it, or open it again.

    Publishing hands it to an officer of the area, who looks at it once.

    Raises:
        NotFound: The person has no shop.
        ShopIncomplete: It says nothing of itself yet, or offers nothing.
        StaleState, NotAllowed: The step is not possible from where it is, or not the owner's.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        now = await clock()
        more: dict[str, Any] = {}
        if command is ShopCommand.PUBLISH:
            await _need_complete(shop)
            more = {"submitted_at": now, "due_at": now + DECIDED_WITHIN, "reason": ""}
        await step(shop, SHOP, command, Actor.OWNER, **more)
        events.append(ShopMoved(shop_id=shop.id, state=shop.state))
    return shop


@whole_command
async def close(owner_id: int, *, open_orders: Callable[[int], Awaitable[int]]) -> Shop:
    """Close one's shop for good. `open_orders` counts those of a shop, which must be none.

    Raises:
        NotFound: The person has no shop.
        ShopStillOwing: Orders are open.
        NotSignedIn, AccountSuspended: The person may not act.
    """
    async with transaction(actor_id=owner_id) as events:
        shop = await shop_keeping.mine_locked(owner_id)
        still_open = await open_orders(shop.id)
        if still_open:
            raise ShopStillOwing(still_open)
        events += await end_for_good(shop)
    return shop


async def end_for_good(
    shop: Shop,
    command: ShopCommand = ShopCommand.CLOSE,
    actor: Actor = Actor.HOUSE,
    **changes: object,
) -> list[Event]:
    """Close a locked shop, in the caller's transaction, with what else changes of it."""
    await step(shop, SHOP, command, actor, host=None, **changes)
    await Product.filter(shop_id=shop.id).update(state=ProductState.RETIRED)
    return [ShopMoved(shop_id=shop.id, state=shop.state)]


async def forget(owner_id: int) -> None:
    """Close the shop of an erased person, whose orders are over, and wipe what names him."""
    async with transaction() as events:
        shop = (
            await Shop.select_for_update(no_key=True)
            .filter(owner_id=owner_id, state__not_in=list(shop_keeping.OVER))
            .first()
        )
        if shop is not None:
            events += await end_for_good(shop, about="", phone="", address="")


async def _need_complete(shop: Shop) -> None:
    missing = [] if shop.about else ["about"]
    if not await Product.exists(shop_id=shop.id, state=ProductState.ACTIVE):
        missing.append("products")
    if missing:
        raise ShopIncomplete(missing)


async def _columns(sign: Sign) -> dict[str, Any]:
    await residence.check_home(sign.place_id)
    line = lines.line_of
    return {
        "slug": rules.slug_of(sign.slug),
        "host": rules.host_of(sign.host),
        "name_bn": line(sign.name_bn, "nameBn", longest=80),
        "name_en": line(sign.name_en, "nameEn", longest=80, shortest=0),
        "about": lines.text_of(sign.about, "about", longest=LONGEST_ABOUT),
        "phone": lines.mobile(sign.phone),
        "place_id": sign.place_id,
        "address": line(sign.address, "address", longest=200, shortest=0),
        "primary_color": rules.color_of(sign.primary_color, "primaryColor"),
        "accent_color": rules.color_of(sign.accent_color, "accentColor"),
    }


def _check_holiday(start: datetime | None, end: datetime | None, now: datetime) -> None:
    if start is None or end is None or not (start < end and now < end <= start + LONGEST_AWAY):
        raise BadInput("to", why_bn="শুরু ও শেষ ঠিক করে দিন।", why_en="give a start and a later end.")


@contextmanager
def _addresses_free() -> Iterator[None]:
    """Turn a broken uniqueness of an address into its refusal."""
    try:
        yield
    except IntegrityError as error:
        if violated(error) in ADDRESSES:
            raise ShopAddressTaken from error
        raise
