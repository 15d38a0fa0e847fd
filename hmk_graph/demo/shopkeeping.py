"""Opens the shops of the demo by the domain's own commands, each as far as an earlier run left it.

The persona's shop has its pictures from the start, for nobody acts for her later; the simulated
shopkeepers photograph theirs once the house is up, so that the start need not wait for it.
"""

from __future__ import annotations

import asyncio
from random import Random

from hmk_graph.clock import database_clock
from hmk_graph.demo import enrolling, people, product_paintings, stalls
from hmk_graph.demo.enrolling import Counted, Progress, Register
from hmk_graph.demo.stalls import Goods, Stall
from hmk_graph.media import queries as media
from hmk_graph.media.attaching import Picture
from hmk_graph.money import taka
from hmk_graph.orders import obligations as order_obligations
from hmk_graph.shops import approving, cataloging, opening, picturing, queries
from hmk_graph.shops.machines import ProductCommand, ShopCommand
from hmk_graph.shops.models import Product, ProductState, Shop, ShopState

KEY = "demo shop"


async def open_shops(register: Register, progress: Progress) -> None:
    """Have every shop verified and its goods on offer; a second time finds little to do."""
    kinds = {one.slug: one.id for one in await queries.categories()}
    counted = Counted("shops", len(stalls.ALL), progress)

    async def open_one(stall: Stall) -> None:
        await _open(register, stall, kinds)
        counted()

    await enrolling.each(stalls.ALL, open_one)
    await _photograph(register, stalls.PERSONAS_STALL)


def painted(stall: Stall, number: int) -> bytes:
    """Paint one of a shop's goods, the same each time."""
    goods = stall.goods[number]
    return product_paintings.painted(goods.brush, goods.color, Random(f"{stall.slug} {number}"))


async def _open(register: Register, stall: Stall, kinds: dict[str, int]) -> None:
    owner_id = register.account(stall.keeper)
    shop = await queries.shop_of(owner_id) or await _drafted(register, stall)
    if shop.state is not ShopState.DRAFT:
        await _verified(register, stall, shop)
        return
    for number, goods in enumerate(stall.goods, start=1):
        product = await cataloging.add_product(
            owner_id,
            _label(goods, kinds[goods.category]),
            _forms(goods),
            idempotency_key=f"{KEY} {number}",
            clock=database_clock,
        )
        if product.state is ProductState.DRAFT:
            await cataloging.move(owner_id, product.id, ProductCommand.OFFER, clock=database_clock)
    shop = await opening.move(owner_id, ShopCommand.PUBLISH, clock=database_clock)
    await _verified(register, stall, shop)


async def _drafted(register: Register, stall: Stall) -> Shop:
    owner_id = register.account(stall.keeper)
    sign = opening.Sign(
        slug=stall.slug,
        name_bn=stall.shop_bn,
        name_en=stall.shop_en,
        phone=stall.keeper.phone,
        place_id=register.places[stall.place],
        about=stall.about,
        address=stall.address,
        primary_color=stall.primary,
        accent_color=stall.accent,
    )
    shop = await opening.open_shop(owner_id, sign, idempotency_key=KEY, clock=database_clock)
    terms = opening.Terms(week=stalls.WEEK, delivery=taka(stall.delivery))
    await opening.set_terms(owner_id, terms)
    return shop


async def _verified(register: Register, stall: Stall, shop: Shop) -> None:
    if shop.state is ShopState.SUBMITTED:
        officer_id = register.account(people.VETS[stall.upazila])
        await approving.decide(
            officer_id,
            shop.id,
            ShopCommand.VERIFY,
            open_business=order_obligations.open_at_shop,
            clock=database_clock,
        )


def _label(goods: Goods, category_id: int) -> cataloging.Label:
    return cataloging.Label(
        category_id=category_id,
        name_bn=goods.name_bn,
        name_en=goods.name_en,
        unit=goods.unit,
        description=goods.about,
        options=(goods.choice,) if goods.choice else (),
    )


def _forms(goods: Goods) -> list[cataloging.Form]:
    if not goods.forms:
        return [cataloging.Form(price=taka(goods.taka), on_hand=goods.on_hand)]
    return [
        cataloging.Form(price=taka(price), choices=(choice,), on_hand=goods.on_hand)
        for choice, price in goods.forms
    ]


async def _photograph(register: Register, stall: Stall) -> None:
    """Hang up a picture of each product that has none."""
    camera, owner_id = register.camera, register.account(stall.keeper)
    if camera is None:
        return
    products = await Product.filter(shop__owner_id=owner_id).order_by("id")
    shown = await media.hung_on(picturing.PHOTOS.name, [one.id for one in products])
    bare = [n for n, (_, hung) in enumerate(zip(products, shown, strict=True)) if not hung]

    async def photograph(number: int) -> None:
        picture = await asyncio.to_thread(painted, stall, number)
        media_id = await camera.send(owner_id, picture, key=f"{KEY} {number}")
        hung = Picture(media_id=media_id, alt=stall.goods[number].name_bn)
        await picturing.set_photos(owner_id, products[number].id, [hung], clock=database_clock)

    await enrolling.each([n for n in bare if n < len(stall.goods)], photograph)
