"""Makes shops, what they sell, and baskets. Rows are written directly, stock by its movements.

An ordinary shop stands in Niamatpur of Karimganj, brings goods for sixty taka and takes cash.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from hmk_graph.accounts.models import Account
from hmk_graph.money import Paisa, taka
from hmk_graph.orders import carting, checking_out
from hmk_graph.orders.carting import Shopper
from hmk_graph.orders.checking_out import Destination, Terms
from hmk_graph.orders.models import Group, Order, PayMethod, Way
from hmk_graph.shops import categories
from hmk_graph.shops.models import (
    Category,
    Movement,
    MovementKind,
    Price,
    Product,
    ProductState,
    Shop,
    ShopState,
    Stock,
    Variant,
)
from tests import factories
from tests.factories import NOON, at

PRICE = taka(250)
DELIVERY = taka(60)
_numbers = count(1)


def key() -> str:
    """Return an idempotency key that no other call returned."""
    return f"key {next(_numbers)}"


async def category(slug: str = "dairy") -> Category:
    """Return a category of the file, which is loaded once."""
    if not await Category.exists():
        await categories.load()
    return await Category.get(slug=slug)


async def shop(owner: Account | None = None, **columns: Any) -> Shop:
    """Make a verified shop."""
    ordinary: dict[str, Any] = {
        "state": ShopState.VERIFIED,
        "slug": f"dokan-{next(_numbers)}",
        "name_bn": "অষ্টগ্রামের পনির",
        "name_en": "Cheese of Austagram",
        "about": "হাওরের খাঁটি পনির",
        "phone": factories.phone(),
        "place": await factories.union(),
        "delivery_paisa": DELIVERY,
        "created_at": NOON,
        "submitted_at": NOON,
    }
    owner = owner or await factories.person("পনির আপা")
    return await Shop.create(owner=owner, **{**ordinary, **columns})


async def product(stall: Shop | None = None, **columns: Any) -> Product:
    """Make a product on sale, without variants."""
    ordinary: dict[str, Any] = {
        "state": ProductState.ACTIVE,
        "name_bn": "পনির",
        "name_en": "Cheese",
        "unit": "kg",
        "from_paisa": PRICE,
        "created_at": NOON,
        "changed_at": NOON,
    }
    return await Product.create(
        shop=stall or await shop(), category=await category(), **{**ordinary, **columns}
    )


async def variant(
    sold: Product | None = None,
    *,
    price: Paisa = PRICE,
    on_hand: int = 10,
    place: Any = None,
    **columns: Any,
) -> Variant:
    """Make a variant with a price, of which ten are there; without a product, of an own shop's."""
    sold = sold or await product()
    made = await Variant.create(product=sold, **columns)
    await Price.create(variant=made, amount_paisa=price, valid_from=NOON)
    await stock(made, on_hand, place=place)
    return made


async def stock(of: Variant, on_hand: int, *, place: Any = None) -> Stock:
    """Have so many of a variant at a place, its shop's union unless it is said otherwise."""
    made = await Stock.create(variant=of, place=place or await factories.union())
    if on_hand:
        await Movement.create(stock=made, kind=MovementKind.COUNTED, delta=on_hand, at=NOON)
    return await Stock.get(id=made.id)


async def basket(shopper: Shopper, *wanted: tuple[Variant, int]) -> Shopper:
    """Put things in a cart; a guest is returned with his secret."""
    for one, quantity in wanted:
        _, token = await carting.put(shopper, one.id, quantity, clock=at(NOON))
        shopper = Shopper(account_id=shopper.account_id, token=token or shopper.token)
    return shopper


async def destination(**words: Any) -> Destination:
    """Say where goods go."""
    ordinary = {"name": "করিম", "phone": "01712345678", "address": "চরপাড়া, মসজিদের পাশে"}
    union = await factories.union()
    return Destination(place_id=union.id, **{**ordinary, **words})


async def checked_out(
    shopper: Shopper,
    *,
    method: PayMethod = PayMethod.CASH,
    ways: dict[int, Way] | None = None,
    now: Any = NOON,
    **words: Any,
) -> Group:
    """Order what is in a cart."""
    cart = await carting.find(shopper)
    assert cart is not None
    return await checking_out.check_out(
        shopper,
        await destination(**words),
        Terms(method=method, cart_version=cart.version, ways=ways or {}),
        idempotency_key=key(),
        clock=at(now),
    )


async def ordered(
    of: Variant | None = None, quantity: int = 2, *, buyer: Account | None = None, **terms: Any
) -> tuple[Order, Group]:
    """Have a person order so many of one thing."""
    of = of or await variant()
    buyer = buyer or await factories.person("করিম")
    shopper = await basket(Shopper(account_id=buyer.id), (of, quantity))
    group = await checked_out(shopper, **terms)
    return await Order.get(group_id=group.id), group


async def owner_of(order: Order) -> int:
    """Return the account of an order's shop."""
    return (await Shop.get(id=order.shop_id)).owner_id


async def stock_of(of: Variant) -> tuple[int, int]:
    """Return how many of a variant are there, and how many of those are promised."""
    rows = await Stock.filter(variant_id=of.id)
    return sum(row.on_hand for row in rows), sum(row.reserved for row in rows)
